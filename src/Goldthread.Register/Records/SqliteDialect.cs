using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Records;

/// <summary>The hand-written statements for SQLite.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <inheritdoc/>
    public override string Name => "SQLite";

    /// <inheritdoc/>
    public override string YearOf(string column) => $"CAST(substr({column}, 1, 4) AS integer)";

    /// <summary>A transaction here begins as the only writer, so there is nothing to add.</summary>
    public override Task LockChainAsync(RegisterContext context, CancellationToken stop) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task IndexAsync(RegisterContext context, RecordRow record, string title, IReadOnlyDictionary<Audience, string> text, CancellationToken stop)
    {
        await context.Database.ExecuteSqlAsync($"DELETE FROM search WHERE rowid = {record.Key}", stop);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search (rowid, title, "public", partners, staff)
            VALUES ({record.Key}, {title}, {text.GetValueOrDefault(Audience.Public, "")}, {text.GetValueOrDefault(Audience.Partners, "")}, {text.GetValueOrDefault(Audience.Staff, "")})
            """,
            stop);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<IndexedText> IndexedAsync(RegisterContext context) =>
        context.Database.SqlQuery<IndexedText>(
            $"""SELECT rowid AS "Key", title AS "Title", "public" AS "Public", partners AS "Partners", staff AS "Staff" FROM search ORDER BY rowid""")
            .AsAsyncEnumerable();

    /// <inheritdoc/>
    public override Task PruneIndexAsync(RegisterContext context, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM search WHERE rowid NOT IN (SELECT key FROM record)", stop);

    /// <inheritdoc/>
    public override Task<List<RankedKey>> SearchAsync(RegisterContext context, Visible visible, SearchWords words, string? kind, int skip, int take, CancellationToken stop) =>
        context.Database.SqlQueryRaw<RankedKey>(
            $"""
            SELECT s.rowid AS "Key", snippet(search, {(visible.Reader.Audience == Audience.Staff ? -1 : 1)}, char(1), char(2), '…', 36) AS "Passage"
            FROM search AS s JOIN record AS r ON r.key = s.rowid
            WHERE search MATCH {"{0}"} AND {visible.Condition("{1}")} AND ({"{2}"} = '' OR r.kind = {"{2}"})
            ORDER BY bm25(search, 10.0, 1.0, 1.0, 1.0), s.rowid DESC
            LIMIT {"{3}"} OFFSET {"{4}"}
            """,
            Query(visible, words), visible.Reader.Organisation ?? "", kind ?? "", take, skip)
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override Task<List<KindCount>> CountAsync(RegisterContext context, Visible visible, SearchWords words, CancellationToken stop) =>
        context.Database.SqlQueryRaw<KindCount>(
            $"""
            SELECT r.kind AS "Kind", COUNT(*) AS "Count"
            FROM search AS s JOIN record AS r ON r.key = s.rowid
            WHERE search MATCH {"{0}"} AND {visible.Condition("{1}")}
            GROUP BY r.kind ORDER BY COUNT(*) DESC, r.kind
            """,
            Query(visible, words), visible.Reader.Organisation ?? "")
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override async Task<List<DueRow>> ClaimAsync(RegisterContext context, DateTime now, DateTime until, int most, CancellationToken stop)
    {
        var ripe = await context.Due.Where(due => due.At <= now && (due.ClaimedUntil == null || due.ClaimedUntil < now))
            .OrderBy(due => due.At).Take(most).Select(due => due.Id).ToListAsync(stop);
        var claimed = new List<DueRow>();
        foreach (var id in ripe)
        {
            var won = await context.Due
                .Where(due => due.Id == id && (due.ClaimedUntil == null || due.ClaimedUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(due => due.ClaimedUntil, until).SetProperty(due => due.Tries, due => due.Tries + 1), stop);
            if (won == 1)
                claimed.Add(await context.Due.AsNoTracking().SingleAsync(due => due.Id == id, stop));
        }

        return claimed;
    }

    private static string Query(Visible visible, SearchWords words)
    {
        var columns = visible.Audiences.Select(audience => $"\"{audience.ToString().ToLowerInvariant()}\"");
        return $"{{title {string.Join(' ', columns)}}} : ({words.Quoted})";
    }
}
