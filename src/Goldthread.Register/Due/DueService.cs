using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Due;

/// <summary>
/// Does what is due. A row of the table <c>due</c> is written in the transaction of the save that causes it; any
/// process may claim it, one at a time, and a claim that was not kept is anybody's again.
/// </summary>
public sealed class DueService(RegisterDatabase database)
{
    /// <summary>What is due after every save: a checkpoint of the chain outside the database.</summary>
    public const string Checkpoint = "checkpoint";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Puts a checkpoint on the list, unless one stands there already.</summary>
    public static async Task PlanCheckpointAsync(RegisterContext context, DateTime now, CancellationToken stop)
    {
        if (await context.Due.AnyAsync(due => due.What == Checkpoint && due.ClaimedUntil == null, stop))
            return;
        context.Due.Add(new DueRow { Id = Guid.CreateVersion7(new DateTimeOffset(now)), What = Checkpoint, At = now });
        await context.SaveChangesAsync(stop);
    }

    /// <summary>Does everything that is due now.</summary>
    /// <returns>How much was done.</returns>
    public async Task<int> RunAsync(CancellationToken stop = default)
    {
        var done = 0;
        while (true)
        {
            await using var context = database.Open();
            var now = database.Now;
            var claimed = await database.Dialect.ClaimAsync(context, now, now + Lease, 10, stop);
            if (claimed.Count == 0)
                return done;
            foreach (var due in claimed)
            {
                await DoAsync(due, stop);
                await context.Due.Where(row => row.Id == due.Id).ExecuteDeleteAsync(stop);
                done++;
            }
        }
    }

    private Task DoAsync(DueRow due, CancellationToken stop) => due.What switch
    {
        Checkpoint => new Checkpoints(database).WriteAsync(stop),
        _ => throw new InvalidOperationException($"Nobody knows how to do '{due.What}', which is due."),
    };
}
