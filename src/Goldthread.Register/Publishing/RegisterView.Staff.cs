using System.Runtime.CompilerServices;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

// What staff alone ask for.
public sealed partial class RegisterView
{
    /// <summary>The columns of a record by its id; null where this reader may not see it.</summary>
    public async Task<RecordHead?> HeadAsync(Guid id, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return (await Records(context).SingleOrDefaultAsync(row => row.Id == id, stop))?.ToHead();
    }

    /// <summary>The newest records of a kind that are in use, with their whole contents, for staff; nothing for anybody else.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Stops the query.</param>
    public async IAsyncEnumerable<(RecordHead Head, object Content)> ContentsAsync(RecordKind kind, int most, [EnumeratorCancellation] CancellationToken stop = default)
    {
        if (reader.Audience != Audience.Staff)
            yield break;
        await using var context = database.Open();
        var newest = from row in Records(context)
                     where row.Kind == kind.Name && row.Status == RecordStatus.Current
                     join revision in context.Revisions on new { row.Id, Number = row.Revision } equals new { Id = revision.Record, revision.Number }
                     where revision.Body != null
                     orderby row.Starts descending, row.Key descending
                     select new { Row = row, revision.Body, revision.Shape };
        await foreach (var found in newest.Take(most).AsAsyncEnumerable().WithCancellation(stop))
            yield return (found.Row.ToHead(), kind.Read(found.Body!, found.Shape));
    }

    /// <summary>Whether the original file of this hash is kept, for staff.</summary>
    public async Task<bool> HasOriginalAsync(string sha256, CancellationToken stop = default)
    {
        if (reader.Audience != Audience.Staff)
            return false;
        await using var context = database.Open();
        return await context.Originals.AnyAsync(row => row.Sha256 == sha256, stop);
    }

    /// <summary>What is in use and kept from the public, for staff, the latest change first: documents that nobody recognised, or papers held back and drafts.</summary>
    /// <param name="recognised">Whether documents that were recognised are meant, or those that were not.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<(IReadOnlyList<RecordHead> Rows, int Total)> KeptBackAsync(bool recognised, int page, int size, CancellationToken stop = default)
    {
        if (reader.Audience != Audience.Staff)
            return ([], 0);
        await using var context = database.Open();
        var kept = Records(context).Where(row => row.Status == RecordStatus.Current
            && (recognised ? row.Kind != RecordKinds.Document.Name && row.Visibility != Audience.Public : row.Kind == RecordKinds.Document.Name));
        var total = await kept.CountAsync(stop);
        var rows = await kept.OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Key).Skip((Math.Max(page, 1) - 1) * size).Take(size).ToListAsync(stop);
        return ([.. rows.Select(row => row.ToHead())], total);
    }
}
