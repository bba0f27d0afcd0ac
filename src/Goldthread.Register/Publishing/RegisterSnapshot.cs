using System.Text.Json.Nodes;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Goldthread.Register.Publishing;

/// <summary>Everything that one reader may see, as it is at one moment, in an order that is always the same. Dispose of it soon.</summary>
/// <remarks>Rows come one at a time; finish one enumeration before the next begins.</remarks>
public sealed class RegisterSnapshot : IAsyncDisposable
{
    private readonly RegisterContext context;
    private readonly IDbContextTransaction transaction;
    private readonly Visible visible;

    internal RegisterSnapshot(RegisterContext context, IDbContextTransaction transaction, Visible visible, RegisterEnd end)
    {
        (this.context, this.transaction, this.visible) = (context, transaction, visible);
        End = end;
    }

    /// <summary>The last revision of the register at that moment.</summary>
    public RegisterEnd End { get; }

    private IQueryable<RecordRow> Records =>
        context.Records.FromSqlRaw($"SELECT r.* FROM record AS r WHERE {visible.Condition("{0}")}", visible.Reader.Organisation ?? "").AsNoTracking();

    /// <summary>The records of a kind, in the order in which they came.</summary>
    public IAsyncEnumerable<RecordHead> HeadsAsync(string kind) =>
        Records.Where(row => row.Kind == kind).OrderBy(row => row.Key).AsAsyncEnumerable().Select(row => row.ToHead());

    /// <summary>The same records with their bodies, without the fields that the reader may not see.</summary>
    public IAsyncEnumerable<(RecordHead Head, JsonNode? Body)> RecordsAsync(RecordKind kind) =>
        (from row in Records
         where row.Kind == kind.Name
         join revision in context.Revisions on new { row.Id, Number = row.Revision } equals new { Id = revision.Record, revision.Number }
         orderby row.Key
         select new { Row = row, revision.Body, revision.Shape }).AsAsyncEnumerable()
        .Select(found => (found.Row.ToHead(), found.Body is null ? null : kind.Show(found.Body, found.Shape, visible.Reader.Audience)));

    /// <summary>The records of a kind and a public body with their content, in the order in which they came.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="body">The public body.</param>
    /// <param name="asOf">The moment, in UTC, whose content is wanted, of the records that the reader may see today; null for what they hold now.</param>
    /// <param name="known">Gives the content of a record where the caller has it already, of the same revision and reader; it is not read again.</param>
    public IAsyncEnumerable<(RecordHead Head, object Content)> ContentsAsync(RecordKind kind, string body, DateTime? asOf, Func<RecordHead, object?>? known = null)
    {
        var states = context.Revisions.AsNoTracking();
        if (asOf is { } moment)
            states = states.Where(revision => revision.At <= moment);
        if (visible.Reader.Audience != Audience.Staff)
            states = states.Where(revision => revision.Status == RecordStatus.Current && visible.Audiences.Contains(revision.Visibility));
        return (from row in Records
                where row.Kind == kind.Name && row.Body == body
                from revision in states
                where revision.Record == row.Id && revision.Status == RecordStatus.Current && revision.Body != null
                    && revision.Number == (asOf == null ? row.Revision : states.Where(state => state.Record == row.Id).Max(state => state.Number))
                orderby row.Key
                select new { Row = row, revision.Body, revision.Shape }).AsAsyncEnumerable()
            .Select(found => found.Row.ToHead() is var head && known?.Invoke(head) is { } content ? (head, content) : (head, kind.Read(found.Body!, found.Shape, visible.Reader.Audience)));
    }

    /// <summary>The ties between records, both ends of which the reader may see.</summary>
    public IAsyncEnumerable<(Guid From, string Relation, Guid To)> LinksAsync() =>
        (from link in context.Links
         where visible.Audiences.Contains(link.Audience)
         join one in Records on link.From equals one.Id
         join other in Records on link.To equals other.Id
         orderby one.Key, link.Relation, other.Key
         select new { link.From, link.Relation, link.To }).AsAsyncEnumerable()
        .Select(link => (link.From, link.Relation, link.To));

    /// <summary>The history of those records, in the order of the chain; the public has the states that were published.</summary>
    public IAsyncEnumerable<(Guid Record, RevisionHead Revision)> HistoryAsync()
    {
        var states = context.Revisions.AsNoTracking();
        if (visible.Reader.Audience != Audience.Staff)
            states = states.Where(revision => revision.Status == RecordStatus.Current && visible.Audiences.Contains(revision.Visibility));
        return (from revision in states
                join row in Records on revision.Record equals row.Id
                orderby revision.Sequence
                select new { revision.Record, revision.Number, revision.At, revision.Who, revision.Process, revision.Reason, revision.Status, revision.Hash }).AsAsyncEnumerable()
            .Select(state => (state.Record, new RevisionHead(state.Number, state.At, visible.Reader.Audience == Audience.Staff ? state.Who : Acting.OfficeOf(state.Who), state.Process, state.Reason, state.Status, state.Hash)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await context.DisposeAsync();
    }
}

/// <summary>The end of the register's chain.</summary>
/// <param name="Sequence">How many revisions there are; 0 in an empty register.</param>
/// <param name="Hash">The hash of the last, lower-case hexadecimal; empty in an empty register.</param>
/// <param name="At">When it was saved, in UTC; the beginning of 1970 in an empty register.</param>
public sealed record RegisterEnd(long Sequence, string Hash, DateTime At);
