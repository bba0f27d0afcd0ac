using Goldthread.Core.Decisions;
using Goldthread.Core.Records;
using Goldthread.Register.Due;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>Ties a confidential part to its decision, whose record holds the hashes of all its revisions.</summary>
/// <remarks>
/// So the register's one chain holds them, and no second chain has to be watched. What is written after the signature adds a
/// revision to the decision: that something confidential changed is visible, what changed is not.
/// </remarks>
public sealed class Part2Signing(RegisterDatabase database)
{
    /// <summary>Ties the confidential part of a draft to the record that was signed; does nothing where the draft has none.</summary>
    /// <param name="subject">The draft.</param>
    /// <param name="record">The decision's record, saved before.</param>
    /// <param name="who">Who signs: a person's name and office.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<Part2Outcome> BindAsync(Guid subject, Guid record, string who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        if (await context.Part2s.SingleOrDefaultAsync(row => row.Subject == subject, stop) is not { } part)
            return Part2Outcome.Done;
        if (part.Record is { } before && before != record)
            return new Part2Outcome(new Part2Fault("bound", "", "It belongs to another decision already."));
        part.Record = record;
        await context.SaveChangesAsync(stop);
        await EnterChainAsync(database, context, subject, record, who, stop);
        await transaction.CommitAsync(stop);
        return Part2Outcome.Done;
    }

    /// <summary>The hashes that the decision's record is to hold, in order; null where the draft has no confidential part.</summary>
    public async Task<IReadOnlyList<string>?> HashesAsync(Guid subject, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await HashesAsync(context, subject, stop) is { Count: > 0 } hashes ? hashes : null;
    }

    /// <summary>
    /// Ties the confidential part of a draft to the record that its signature just made with these hashes, in the caller's
    /// transaction and under the chain's lock.
    /// </summary>
    /// <returns>False where it was written since, so that what is signed would not be what stands there.</returns>
    internal static async Task<bool> TieAsync(RegisterContext context, Guid subject, Guid record, IReadOnlyList<string> hashes, CancellationToken stop)
    {
        if (!hashes.SequenceEqual(await HashesAsync(context, subject, stop)))
            return false;
        await context.Part2s.Where(row => row.Subject == subject).ExecuteUpdateAsync(set => set.SetProperty(row => row.Record, record), stop);
        return true;
    }

    /// <summary>Has the decision's record hold all hashes, in the caller's transaction and under the chain's lock.</summary>
    internal static async Task EnterChainAsync(RegisterDatabase database, RegisterContext context, Guid subject, Guid record, string who, CancellationToken stop)
    {
        var row = await context.Records.AsNoTracking().SingleAsync(row => row.Id == record && row.Kind == RecordKinds.Decision.Name, stop);
        var last = await context.Revisions.AsNoTracking().SingleAsync(revision => revision.Record == record && revision.Number == row.Revision, stop);
        if (last.Body is null)
            return; // erased
        var append = await Appending.BeginAsync(database, context, stop);
        await append.SaveAsync(
            new Change
            {
                Kind = RecordKinds.Decision,
                Body = row.Body,
                Reference = row.Reference,
                Content = (Decision)RecordKinds.Decision.Read(last.Body, last.Shape) with { Part2Hashes = await HashesAsync(context, subject, stop) },
                Visibility = row.Visibility,
                Status = row.Status,
                Who = who,
                Process = "part 2",
                Reason = "The confidential part was written.",
            },
            stop);
        if (append.HasWritten)
            await DueService.PlanCheckpointAsync(context, database.Now, stop);
    }

    private static Task<List<string>> HashesAsync(RegisterContext context, Guid subject, CancellationToken stop) =>
        context.Part2Revisions.Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => row.Hash).ToListAsync(stop);
}
