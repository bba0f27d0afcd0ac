using System.Text.Json;
using System.Text.Json.Nodes;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.History;

/// <summary>Rebuilds every derived row from the revisions: columns, ties, fields and the search index.</summary>
public sealed class Reindexer(RegisterDatabase database)
{
    private const int Batch = 200;

    /// <summary>
    /// The version of what is derived. Raise the number with every change of what a body gives (columns, ties, fields,
    /// facets, search words): the next start then derives everything again.
    /// </summary>
    public static string Version { get; } = $"2-{StrandNames.BuiltInMark}";

    /// <summary>Rebuilds all of it; each step stands on its own, so that it can be stopped and started again.</summary>
    /// <returns>The number of records gone through.</returns>
    public async Task<int> RunAsync(IProgress<long>? progress = null, CancellationToken stop = default)
    {
        await RestoreRowsAsync(stop);
        await using (var before = database.Open())
            await before.Words.ExecuteDeleteAsync(stop);
        await EachAsync(SetColumnsAsync, null, stop);
        var done = await EachAsync(ReplaceAsync, progress, stop);
        await using var context = database.Open();
        await database.Dialect.PruneIndexAsync(context, stop);
        await Publishing.Tally.RebuildAsync(database, stop);
        await SetVersionAsync(context, stop);
        return done;
    }

    /// <summary>Rebuilds everything where it was derived by another version of the program, as after a migration.</summary>
    public async Task CatchUpAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (!await context.Derivations.AnyAsync(row => row.Version == Version, stop))
            await RunAsync(null, stop);
    }

    private async Task SetVersionAsync(RegisterContext context, CancellationToken stop)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        await context.Derivations.ExecuteDeleteAsync(stop);
        context.Derivations.Add(new DerivationRow { Version = Version });
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Goes through all records in batches, each a transaction; columns come before ties, which look records up by them.</summary>
    private async Task<int> EachAsync(Func<RegisterContext, RecordRow, RevisionRow, Derived, CancellationToken, Task> rebuild, IProgress<long>? progress, CancellationToken stop)
    {
        var after = 0L;
        var done = 0;
        while (true)
        {
            await using var context = database.Open();
            await using var transaction = await context.Database.BeginTransactionAsync(stop);
            await database.Dialect.LockChainAsync(context, stop);
            var keys = await context.Records.Where(row => row.Key > after).OrderBy(row => row.Key).Take(Batch).Select(row => row.Key).ToListAsync(stop);
            foreach (var key in keys)
            {
                var row = await context.Records.SingleAsync(row => row.Key == key, stop);
                var revision = await context.Revisions.AsNoTracking().Where(revision => revision.Record == row.Id)
                    .OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(stop);
                if (revision is not null && DerivedOf(row, revision) is { } derived)
                    await rebuild(context, row, revision, derived, stop);
                context.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(stop);
            if (keys.Count == 0)
                return done;
            after = keys[^1];
            done += keys.Count;
            progress?.Report(done);
        }
    }

    private static async Task SetColumnsAsync(RegisterContext context, RecordRow row, RevisionRow revision, Derived derived, CancellationToken stop)
    {
        SetIdentity(row, revision);
        DerivedRows.SetColumns(row, derived);
        (row.Status, row.Visibility, row.Revision, row.ChangedAt) = (revision.Status, revision.Visibility, revision.Number, revision.At);
        await context.SaveChangesAsync(stop);
    }

    private Task ReplaceAsync(RegisterContext context, RecordRow row, RevisionRow revision, Derived derived, CancellationToken stop) =>
        new DerivedRows(database.Dialect, context).ReplaceAsync(row, derived, stop);

    /// <summary>What a record's last revision gives; null where its body cannot be read.</summary>
    internal static Derived? DerivedOf(RecordRow row, RevisionRow revision)
    {
        if (revision.Body is null)
            return revision.Status == RecordStatus.Erased ? new Derived(new Columns(row.Reference), [], new Dictionary<Audience, string>()) : null;
        try
        {
            var kind = RecordKinds.Get(row.Kind);
            return kind.Derive(kind.Read(revision.Body, revision.Shape));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Sets kind, public body, reference and slug as the revision saved them.</summary>
    internal static void SetIdentity(RecordRow row, RevisionRow revision)
    {
        if (revision.Derived is null || Parse(revision.Derived) is not { } saved)
            return;
        row.Kind = (string?)saved["kind"] ?? row.Kind;
        row.Body = (string?)saved["body"] ?? row.Body;
        row.Reference = (string?)saved["reference"] ?? row.Reference;
        row.Slug = RecordKinds.Find(row.Kind)?.SlugOf(row.Reference) ?? row.Slug;
    }

    private static JsonObject? Parse(string derived)
    {
        try
        {
            return JsonNode.Parse(derived) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task RestoreRowsAsync(CancellationToken stop)
    {
        await using var context = database.Open();
        var orphans = await context.Revisions.Where(revision => !context.Records.Any(row => row.Id == revision.Record))
            .GroupBy(revision => revision.Record).Select(group => new { Record = group.Key, First = group.Min(revision => revision.Sequence), Last = group.Max(revision => revision.Number) })
            .ToListAsync(stop);
        foreach (var orphan in orphans)
        {
            var revision = await context.Revisions.AsNoTracking().SingleAsync(row => row.Record == orphan.Record && row.Number == orphan.Last, stop);
            var row = new RecordRow { Id = orphan.Record, Key = orphan.First, Status = revision.Status, Visibility = revision.Visibility, Revision = revision.Number, ChangedAt = revision.At };
            SetIdentity(row, revision);
            context.Records.Add(row);
        }

        await context.SaveChangesAsync(stop);
    }
}
