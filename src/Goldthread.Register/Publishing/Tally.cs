using Goldthread.Register.Migrations;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

/// <summary>
/// How many records there are, and what they sum to, by all that decides who may see them. The database itself keeps it
/// with every change of a record, in the same transaction, so that a list need not count what it does not show.
/// </summary>
internal static class Tally
{
    /// <summary>How many a reader may see of a kind in each year, and the sum of their amounts; null where it cannot be told from the tally.</summary>
    public static async Task<List<YearCount>?> YearsAsync(RegisterContext context, Visible visible, string kind, string? body, CancellationToken stop) =>
        !visible.ByColumnsAlone
            ? null
            : await context.Database.SqlQueryRaw<YearCount>(
                $$"""
                SELECT NULLIF(r.year, 0) AS "Year", CAST(SUM(r.records) AS integer) AS "Count", CAST(SUM(r.amount) AS bigint) AS "Amount"
                FROM tally AS r WHERE {{visible.Condition("{0}")}} AND r.kind = {1} AND ({2} = '' OR r.body = {2}) AND r.records > 0
                GROUP BY r.year
                """, visible.Reader.Organisation ?? "", kind, body ?? "").ToListAsync(stop);

    /// <summary>How many a reader may see of each kind; null where it cannot be told from the tally.</summary>
    public static async Task<Dictionary<string, int>?> KindsAsync(RegisterContext context, Visible visible, CancellationToken stop) =>
        !visible.ByColumnsAlone
            ? null
            : await context.Database.SqlQueryRaw<KindCount>(
                $$"""
                SELECT r.kind AS "Kind", CAST(SUM(r.records) AS integer) AS "Count"
                FROM tally AS r WHERE {{visible.Condition("{0}")}} AND r.records > 0 GROUP BY r.kind
                """, visible.Reader.Organisation ?? "").ToDictionaryAsync(each => each.Kind, each => each.Count, StringComparer.Ordinal, stop);

    /// <summary>Counts everything anew.</summary>
    public static async Task RebuildAsync(RegisterDatabase database, CancellationToken stop)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        await context.Tally.ExecuteDeleteAsync(stop);
        await context.Database.ExecuteSqlRawAsync(
            $"""
            INSERT INTO tally (kind, body, status, visibility, year, records, amount)
            SELECT kind, body, status, visibility, COALESCE({database.Dialect.YearOf("starts")}, 0), COUNT(*), COALESCE(SUM(amount), 0)
            FROM record GROUP BY 1, 2, 3, 4, 5
            """, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Where the tally is not what the records are, in words; nothing in a register from before there was one.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(RegisterContext context, IEnumerable<RecordRow> records, CancellationToken stop)
    {
        if (!(await context.Database.GetAppliedMigrationsAsync(stop)).Contains(SqliteTally.Id, StringComparer.Ordinal))
            return [];
        var ought = records.GroupBy(row => (row.Kind, row.Body, row.Status, row.Visibility, Year: row.Starts?.Year ?? 0))
            .ToDictionary(same => same.Key, same => (Records: same.Count(), Amount: same.Sum(row => row.Amount ?? 0)));
        var there = (await context.Tally.AsNoTracking().ToListAsync(stop))
            .ToDictionary(row => (row.Kind, row.Body, row.Status, row.Visibility, row.Year), row => (row.Records, row.Amount));
        return
        [
            .. from key in ought.Keys.Union(there.Keys)
               let is_ = there.GetValueOrDefault(key)
               let should = ought.GetValueOrDefault(key)
               where is_ != should
               select $"It says {is_.Records} of kind {key.Kind} in {key.Year} ({key.Body}, {key.Status}, {key.Visibility}) with {is_.Amount} pence, and there are {should.Records} with {should.Amount}.",
        ];
    }
}

/// <summary>How many records start in a year, null for those without a day, and the sum of their amounts in pence.</summary>
internal sealed record YearCount(int? Year, int Count, long Amount);

/// <summary>How many records of a kind there are.</summary>
internal sealed record KindCount(string Kind, int Count);
