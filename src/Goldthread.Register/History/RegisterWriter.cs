using System.Globalization;
using Goldthread.Core.History;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions;
using Goldthread.Register.Following;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.History;

/// <summary>
/// The one way into the register: appends a revision to the chain and brings the columns, ties and search words of
/// its record up to date, in one transaction.
/// </summary>
public sealed class RegisterWriter(RegisterDatabase database)
{
    /// <summary>Saves one change.</summary>
    public async Task<SaveOutcome> SaveAsync(Change change, CancellationToken stop = default) =>
        (await SaveAsync([change], stop))[0];

    /// <summary>Saves several changes together: all of them or none. Once it returns they survive a killed process.</summary>
    public async Task<IReadOnlyList<SaveOutcome>> SaveAsync(IReadOnlyList<Change> changes, CancellationToken stop = default) =>
        (await SaveAsync(changes, (_, _) => Task.FromResult(true), stop))!;

    /// <summary>Saves several changes together with rows of other tables that belong to them.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="along">Writes the other rows in the same transaction; where it says no, nothing of all is kept.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What became of each change; null where nothing was kept.</returns>
    public async Task<IReadOnlyList<SaveOutcome>?> SaveAsync(IReadOnlyList<Change> changes, Func<RegisterContext, IReadOnlyList<SaveOutcome>, Task<bool>> along, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        var append = await Appending.BeginAsync(database, context, stop);
        var outcomes = new List<SaveOutcome>(changes.Count);
        foreach (var change in changes)
            outcomes.Add(await append.SaveAsync(change, stop));
        if (append.HasWritten)
            await Due.DueService.PlanCheckpointAsync(context, database.Now, stop);
        context.ChangeTracker.Clear();
        if (!await along(context, outcomes))
            return null;
        await transaction.CommitAsync(stop);
        return outcomes;
    }

    /// <summary>
    /// Takes a record out of everything public at once; a tombstone stays. With <paramref name="erase"/> its text and its
    /// original files go from the register as well, and the chain still verifies. The draft that made it follows.
    /// </summary>
    /// <returns>The record as it stands now; null where there is none.</returns>
    public Task<RecordHead?> WithdrawAsync(Guid record, string who, string ground, bool erase, CancellationToken stop = default) =>
        WithdrawAsync(record, who, ground, erase, _ => Task.FromResult(true), stop);

    /// <summary>The same, together with rows of other tables that belong to it; where <paramref name="along"/> says no, nothing is kept and the answer is null.</summary>
    public async Task<RecordHead?> WithdrawAsync(Guid record, string who, string ground, bool erase, Func<RegisterContext, Task<bool>> along, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        var row = await context.Records.SingleOrDefaultAsync(row => row.Id == record, stop);
        if (row is null)
            return null;
        var append = await Appending.BeginAsync(database, context, stop);
        await append.WithdrawAsync(row, who, ground, erase, stop);
        await Due.DueService.PlanCheckpointAsync(context, database.Now, stop);
        var head = row.ToHead();
        context.ChangeTracker.Clear();
        if (!await along(context))
            return null;
        await DraftWithdrawal.FollowAsync(context, record, ground, database.Now, erase, stop);
        await transaction.CommitAsync(stop);
        return head;
    }
}

/// <summary>One transaction that appends to the chain.</summary>
internal sealed class Appending
{
    private readonly RegisterDatabase database;
    private readonly RegisterContext context;
    private readonly DerivedRows derived;
    private long sequence;
    private string previous;

    private Appending(RegisterDatabase database, RegisterContext context, long sequence, string previous)
    {
        this.database = database;
        this.context = context;
        this.sequence = sequence;
        this.previous = previous;
        derived = new DerivedRows(database.Dialect, context);
    }

    /// <summary>Whether anything was written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Begins where the chain ends. The caller holds the chain's lock.</summary>
    public static async Task<Appending> BeginAsync(RegisterDatabase database, RegisterContext context, CancellationToken stop)
    {
        var last = await context.Revisions.OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(stop);
        return new Appending(database, context, last?.Sequence ?? 0, last?.Hash ?? Chain.Beginning);
    }

    public async Task<SaveOutcome> SaveAsync(Change change, CancellationToken stop)
    {
        var home = change.Kind.IsCommon ? RecordKind.CommonBody : change.Body;
        var slug = change.Kind.SlugOf(change.Reference);
        var row = await context.Records.SingleOrDefaultAsync(row => row.Body == home && row.Kind == change.Kind.Name && row.Slug == slug, stop);
        if (change.ExpectedRevision is { } expected && expected != (row?.Revision ?? 0))
            return new SaveOutcome(SaveResult.Conflict, row?.ToHead() ?? Nothing(change, home, slug));

        var body = change.Kind.Write(change.Content);
        if (row is not null && await IsSameAsync(row, change, body, stop))
            return new SaveOutcome(SaveResult.Unchanged, row.ToHead());

        var created = row is null;
        var wasPublic = row is { Status: RecordStatus.Current, Visibility: Audience.Public };
        row ??= NewRow(change, home, slug);
        var what = change.Kind.Derive(change.Content);
        row.Status = change.Status;
        row.Visibility = change.Visibility;
        DerivedRows.SetColumns(row, what);
        if (created)
            context.Records.Add(row);
        Append(row, new Saved(change.Kind.Shape, body, DerivedRows.Describe(row, what), change.Who, change.Process, change.Reason));
        if (change.Original is { } original)
            await KeepAsync(original, stop);
        await context.SaveChangesAsync(stop);
        if (created)
        {
            await derived.AddAsync(row, what, stop);
            await derived.ResolveAsync(row, stop);
        }
        else
        {
            await derived.ReplaceAsync(row, what, stop);
        }

        if (!wasPublic && row is { Status: RecordStatus.Current, Visibility: Audience.Public })
            await FollowerNews.PlanAsync(context, row, change.Process, database.Now, stop);
        context.ChangeTracker.Clear();
        return new SaveOutcome(created ? SaveResult.Created : SaveResult.Revised, row.ToHead());
    }

    public async Task WithdrawAsync(RecordRow row, string who, string ground, bool erase, CancellationToken stop)
    {
        var kind = RecordKinds.Get(row.Kind);
        var last = await context.Revisions.SingleAsync(revision => revision.Record == row.Id && revision.Number == row.Revision, stop);
        row.Status = erase ? RecordStatus.Erased : RecordStatus.Withdrawn;
        Derived? what = null;
        if (erase || last.Body is null)
        {
            row.Status = RecordStatus.Erased;
            what = new Derived(new Columns(row.Reference), [], new Dictionary<Audience, string>());
            DerivedRows.SetColumns(row, what);
            Append(row, new Saved(kind.Shape, null, DerivedRows.Describe(row, what), who, "erasure", ground));
        }
        else
        {
            Append(row, new Saved(last.Shape, last.Body, last.Derived!, who, "withdrawal", ground));
        }

        await context.SaveChangesAsync(stop);
        if (what is not null)
        {
            var words = await EraseAsync(row, stop);
            await derived.ReplaceAsync(row, what, stop);
            await derived.ForgetAsync(words, stop);
        }
    }

    /// <summary>Takes a record's texts and files out of the register.</summary>
    /// <returns>The words that they held.</returns>
    private async Task<IReadOnlyList<string>> EraseAsync(RecordRow row, CancellationToken stop)
    {
        var bodies = await context.Revisions.Where(revision => revision.Record == row.Id && revision.Body != null)
            .Select(revision => new { revision.Body, revision.Shape }).ToListAsync(stop);
        var kind = RecordKinds.Get(row.Kind);
        var contents = bodies.Select(body => kind.Read(body.Body!, body.Shape)).ToList();
        var files = contents.Select(content => kind.ImportOf(content)?.Sha256).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await context.Revisions.Where(revision => revision.Record == row.Id && revision.Body != null).ExecuteUpdateAsync(
            set => set.SetProperty(revision => revision.Body, (string?)null).SetProperty(revision => revision.Derived, (string?)null).SetProperty(revision => revision.Salt, (string?)null),
            stop);
        await context.Originals.Where(original => files.Contains(original.Sha256)).ExecuteDeleteAsync(stop);
        await context.Part2Revisions.Where(part => context.Part2s.Any(of => of.Subject == part.Subject && of.Record == row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(part => part.Sealed, (byte[]?)null).SetProperty(part => part.Nonce, (byte[]?)null).SetProperty(part => part.Tag, (byte[]?)null), stop);
        return Spelling.WordsOf(contents.Select(kind.Derive).SelectMany(derived => derived.Text.Values.Append(derived.Columns.Title)));
    }

    private void Append(RecordRow row, Saved saved)
    {
        row.Revision++;
        row.ChangedAt = database.Now;
        var salt = Chain.NewSalt();
        var revision = new RevisionRow
        {
            Sequence = ++sequence,
            Record = row.Id,
            Number = row.Revision,
            At = row.ChangedAt,
            Who = saved.Who,
            Process = saved.Process,
            Reason = saved.Reason,
            Status = row.Status,
            Visibility = row.Visibility,
            Shape = saved.Shape,
            Body = saved.Body,
            Derived = saved.Derived,
            Salt = salt,
            ContentHash = Chain.ContentHash(salt, saved.Body ?? "", saved.Derived),
            Previous = previous,
        };
        if (row.Key == 0)
            row.Key = revision.Sequence;
        revision.Hash = Chain.RevisionHash(ToLink(revision));
        previous = revision.Hash;
        context.Revisions.Add(revision);
        HasWritten = true;
    }

    /// <summary>What the chain covers of a stored revision.</summary>
    public static ChainLink ToLink(RevisionRow row) => new(
        row.Sequence, row.Previous, row.Record, row.Number, row.At, row.Who, row.Process, row.Reason,
        row.Status.ToString().ToLowerInvariant(), row.Visibility.ToString().ToLowerInvariant(), row.Shape, row.ContentHash);

    private async Task<bool> IsSameAsync(RecordRow row, Change change, string body, CancellationToken stop)
    {
        if (row.Status != change.Status || row.Visibility != change.Visibility)
            return false;
        var last = await context.Revisions.AsNoTracking()
            .Where(revision => revision.Record == row.Id && revision.Number == row.Revision)
            .Select(revision => new { revision.Body, revision.Shape }).SingleAsync(stop);
        return last.Body == body && last.Shape == change.Kind.Shape;
    }

    private async Task KeepAsync(OriginalFile original, CancellationToken stop)
    {
        if (!await context.Originals.AnyAsync(row => row.Sha256 == original.Sha256, stop))
            context.Originals.Add(new OriginalRow { Sha256 = original.Sha256, File = original.Name, Bytes = original.Bytes });
    }

    private RecordRow NewRow(Change change, string home, string slug) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(database.Now)),
        Kind = change.Kind.Name,
        Body = home,
        Reference = change.Reference,
        Slug = slug,
    };

    private static RecordHead Nothing(Change change, string home, string slug) => new(
        Guid.Empty, change.Kind.Name, home, change.Reference, slug, "", RecordStatus.Current, Audience.Staff, null, null, null, null, 0, default);

    private sealed record Saved(int Shape, string? Body, string Derived, string Who, string Process, string Reason);
}
