using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Due;

/// <summary>Something that this process knows how to do when it is due.</summary>
public interface IDueWork
{
    /// <summary>What the rows of the table <c>due</c> call it.</summary>
    string What { get; }

    /// <summary>Does it.</summary>
    /// <returns>Null where it is done; else what was wrong, and it is tried again later.</returns>
    Task<string?> DoAsync(DueRow due, CancellationToken stop);
}

/// <summary>
/// Does what is due. A row of the table <c>due</c> is written in the transaction of the save that causes it; any
/// process that knows how may claim it, one at a time, and a claim that was not kept is anybody's again. What fails is
/// tried again after a minute, two, four and so on, up to a day, and stays until it is done.
/// </summary>
/// <param name="database">The register.</param>
/// <param name="works">What can be done here besides checkpoints.</param>
/// <param name="failed">Is told what was wrong.</param>
public sealed class DueService(RegisterDatabase database, IEnumerable<IDueWork>? works = null, Action<string>? failed = null)
{
    /// <summary>What is due after every save: a checkpoint of the chain outside the database.</summary>
    public const string Checkpoint = "checkpoint";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IDueWork> works = (works ?? []).Append(new CheckpointWork(database)).ToDictionary(work => work.What, StringComparer.Ordinal);

    /// <summary>Puts a checkpoint on the list, unless one stands there already.</summary>
    public static async Task PlanCheckpointAsync(RegisterContext context, DateTime now, CancellationToken stop)
    {
        if (await context.Due.AnyAsync(due => due.What == Checkpoint && due.ClaimedUntil == null, stop))
            return;
        context.Due.Add(new DueRow { Id = Guid.CreateVersion7(new DateTimeOffset(now)), What = Checkpoint, At = now });
        await context.SaveChangesAsync(stop);
    }

    /// <summary>Does everything that is due now. A kind that fails rests until the next run, so that it holds up nothing else.</summary>
    /// <returns>How much was done.</returns>
    public async Task<int> RunAsync(CancellationToken stop = default)
    {
        var done = 0;
        var kinds = works.Keys.ToList();
        while (true)
        {
            await using var context = database.Open();
            var now = database.Now;
            if (await database.Dialect.ClaimAsync(context, kinds, now, now + Lease, 1, stop) is not [var due])
                return done;
            if (await works[due.What].DoAsync(due, stop) is { } wrong)
            {
                var again = database.Now + Pause(due.Tries);
                await context.Due.Where(row => row.Id == due.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.At, again).SetProperty(row => row.ClaimedUntil, (DateTime?)null), stop);
                kinds.Remove(due.What);
                failed?.Invoke(wrong);
            }
            else
            {
                await context.Due.Where(row => row.Id == due.Id).ExecuteDeleteAsync(stop);
                done++;
            }
        }
    }

    /// <summary>How long something rests after it failed so many times.</summary>
    private static TimeSpan Pause(int tries) =>
        tries > 11 ? LongestPause : TimeSpan.FromMinutes(1 << Math.Max(0, tries - 1)) is var pause && pause < LongestPause ? pause : LongestPause;

    private sealed class CheckpointWork(RegisterDatabase database) : IDueWork
    {
        public string What => Checkpoint;

        public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
        {
            await new Checkpoints(database).WriteAsync(stop);
            return null;
        }
    }
}
