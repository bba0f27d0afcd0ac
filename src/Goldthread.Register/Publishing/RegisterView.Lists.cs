using System.Runtime.CompilerServices;
using Goldthread.Core.Records;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

// Whole lists, for what leaves the register in bulk.
public sealed partial class RegisterView
{
    private const int RowsAtOnce = 500;

    /// <summary>
    /// Every record of a list in its order, whatever page the query names. Rows are fetched some hundred at a time,
    /// each time from where the last ended, so that neither memory nor the database is held while a slow reader reads;
    /// what is withdrawn meanwhile no longer comes.
    /// </summary>
    public async IAsyncEnumerable<RecordHead> EachAsync(ListQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var column = OrderOf(query);
        foreach (var part in (string[])[$"{column} IS NOT NULL", $"{column} IS NULL"]) // nothing compares with null
        {
            RecordRow? last = null;
            do
            {
                var rows = await RowsAsync(query, part, column, last, stop);
                foreach (var row in rows)
                    yield return row.ToHead();
                last = rows.Count == RowsAtOnce ? rows[^1] : null;
            }
            while (last is not null);
        }
    }

    /// <summary>The records of a list that were changed last, the latest change first.</summary>
    /// <param name="query">The list; its page and order make no difference.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<IReadOnlyList<RecordHead>> ChangedAsync(ListQuery query, int most, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var (sql, values) = Matching(query);
        var rows = await context.Records.FromSqlRaw(
            $"SELECT r.* FROM record AS r WHERE {sql} ORDER BY r.changed_at DESC, r.key DESC LIMIT {Math.Clamp(most, 1, RowsAtOnce)}", values)
            .AsNoTracking().ToListAsync(stop);
        return [.. rows.Select(row => row.ToHead())];
    }

    /// <summary>
    /// The records this reader may see in parts of at most so many, for site maps: the number of each part that is
    /// not empty, from 1, with the time of its last change. A record never moves to another part.
    /// </summary>
    public async Task<IReadOnlyList<(int Part, DateTime ChangedAt)>> PartsAsync(int size, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var parts = await Records(context).GroupBy(row => (row.Key - 1) / size)
            .Select(group => new { Part = group.Key, ChangedAt = group.Max(row => row.ChangedAt) })
            .OrderBy(part => part.Part).ToListAsync(stop);
        return [.. parts.Select(part => ((int)part.Part + 1, part.ChangedAt))];
    }

    /// <summary>The records of one part of <see cref="PartsAsync"/>, the oldest first.</summary>
    public async IAsyncEnumerable<RecordHead> PartAsync(int part, int size, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var (last, end) = ((long)(part - 1) * size, (long)part * size);
        List<RecordRow> rows;
        do
        {
            await using (var context = database.Open())
            {
                var after = last;
                rows = await Records(context).Where(row => row.Key > after && row.Key <= end).OrderBy(row => row.Key).Take(RowsAtOnce).ToListAsync(stop);
            }

            foreach (var row in rows)
                yield return row.ToHead();
            last = rows.Count > 0 ? rows[^1].Key : end;
        }
        while (rows.Count == RowsAtOnce);
    }

    /// <summary>The end of the register's chain.</summary>
    public async Task<RegisterEnd> EndAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await EndAsync(context, stop);
    }

    /// <summary>Everything that the public, or staff, may see, as it is at this moment. What a partner sees of a record depends on the record, and leaves one by one.</summary>
    public async Task<RegisterSnapshot> SnapshotAsync(CancellationToken stop = default)
    {
        if (!visible.ByColumnsAlone)
            throw new InvalidOperationException("The whole leaves for the public or for staff.");
        var context = database.Open();
        try
        {
            var transaction = await context.Database.BeginSnapshotAsync(database, stop);
            return new RegisterSnapshot(context, transaction, visible, await EndAsync(context, stop));
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    private static async Task<RegisterEnd> EndAsync(RegisterContext context, CancellationToken stop) =>
        await context.Revisions.OrderByDescending(row => row.Sequence).Select(row => new RegisterEnd(row.Sequence, row.Hash, row.At)).FirstOrDefaultAsync(stop)
        ?? new RegisterEnd(0, "", DateTime.UnixEpoch);

    private async Task<List<RecordRow>> RowsAsync(ListQuery query, string part, string column, RecordRow? after, CancellationToken stop)
    {
        var (sql, values) = Matching(query);
        var all = values.ToList();
        if (after is not null)
        {
            object? value = query.Order == ListOrder.Newest ? after.Starts : after.Amount;
            sql += value is null ? $" AND r.key < {{{all.Count}}}" : $" AND ({column}, r.key) < ({{{all.Count}}}, {{{all.Count + 1}}})";
            all.AddRange(value is null ? [after.Key] : [value, after.Key]);
        }

        await using var context = database.Open();
        return await context.Records.FromSqlRaw(
            $"SELECT r.* FROM record AS r WHERE {sql} AND {part} ORDER BY {column} DESC, r.key DESC LIMIT {RowsAtOnce}", [.. all])
            .AsNoTracking().ToListAsync(stop);
    }
}
