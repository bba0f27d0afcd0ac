using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>Encrypts confidential parts anew with the present key. What they say, and every hash, stays as it is.</summary>
public sealed class Part2Rekey(RegisterDatabase database, Part2Key key)
{
    /// <summary>How many revisions are encrypted with another key than the present one.</summary>
    public async Task<int> WaitingAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Part2Revisions.CountAsync(row => row.Sealed != null && row.KeyId != key.Id, stop);
    }

    /// <summary>Encrypts all of them, or none where one cannot be opened.</summary>
    /// <returns>How many were; null and the fault where one could not be opened.</returns>
    public async Task<(int? Done, Part2Fault? Fault)> RunAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        var rows = await context.Part2Revisions.Where(row => row.Sealed != null && row.KeyId != key.Id).ToListAsync(stop);
        foreach (var row in rows)
        {
            if (key.Open(row) is not { } content)
                return (null, key.Has(row.KeyId) ? Part2Fault.Changed : Part2Fault.Key);
            key.Seal(row, content);
        }

        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (rows.Count, null);
    }
}
