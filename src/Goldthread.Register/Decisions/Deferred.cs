using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>What the public is told of decisions whose publication is deferred: how many, and the first day. Neither what they are nor why.</summary>
/// <param name="Count">How many are signed and deferred.</param>
/// <param name="First">The earliest day on which one of them is published; null where all wait for an event.</param>
public sealed record Deferred(int Count, DateOnly? First)
{
    /// <summary>Counts those of a body.</summary>
    public static async Task<Deferred> CountAsync(RegisterDatabase database, string body, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var days = await context.Drafts.Where(row => row.Body == body && row.State == DraftState.Deferred).Select(row => row.DeferredUntil).ToListAsync(stop);
        return new Deferred(days.Count, days.Min());
    }
}
