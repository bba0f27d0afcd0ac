using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Records;

/// <summary>The hand-written statements for PostgreSQL.</summary>
public sealed class PostgresDialect : Dialect
{
    private const long ChainLock = 0x474f4c44;

    /// <inheritdoc/>
    public override string Name => "PostgreSQL";

    /// <inheritdoc/>
    public override string YearOf(string column) => $"year_of({column})";

    /// <inheritdoc/>
    public override Task LockChainAsync(RegisterContext context, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", stop);

    /// <inheritdoc/>
    public override Task IndexAsync(RegisterContext context, RecordRow record, string title, IReadOnlyDictionary<Audience, string> text, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search (key, title, public, partners, staff)
            VALUES ({record.Key}, {title}, {text.GetValueOrDefault(Audience.Public, "")}, {text.GetValueOrDefault(Audience.Partners, "")}, {text.GetValueOrDefault(Audience.Staff, "")})
            ON CONFLICT (key) DO UPDATE SET title = excluded.title, public = excluded.public, partners = excluded.partners, staff = excluded.staff
            """,
            stop);

    /// <inheritdoc/>
    public override IAsyncEnumerable<IndexedText> IndexedAsync(RegisterContext context) =>
        context.Database.SqlQuery<IndexedText>(
            $"""SELECT key AS "Key", title AS "Title", public AS "Public", partners AS "Partners", staff AS "Staff" FROM search ORDER BY key""")
            .AsAsyncEnumerable();

    /// <inheritdoc/>
    public override Task PruneIndexAsync(RegisterContext context, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM search WHERE key NOT IN (SELECT key FROM record)", stop);

    /// <inheritdoc/>
    public override Task<List<RankedKey>> SearchAsync(RegisterContext context, Visible visible, SearchWords words, string? kind, int skip, int take, CancellationToken stop) =>
        context.Database.SqlQueryRaw<RankedKey>(
            $"""
            SELECT best.key AS "Key", ts_headline('english', best.passage, best.query,
                'StartSel=' || chr(1) || ', StopSel=' || chr(2) || ', MaxWords=36, MinWords=18, MaxFragments=1') AS "Passage"
            FROM (
                SELECT s.key, {Text(visible)} AS passage, query, ts_rank({Words(visible)}, query) AS rank
                FROM websearch_to_tsquery('english', {"{0}"}) AS query, search AS s JOIN record AS r ON r.key = s.key
                WHERE {Words(visible)} @@ query AND {visible.Condition("{1}")} AND ({"{2}"} = '' OR r.kind = {"{2}"})
                ORDER BY rank DESC, s.key DESC
                LIMIT {"{3}"} OFFSET {"{4}"}) AS best
            ORDER BY best.rank DESC, best.key DESC
            """,
            words.Quoted, visible.Reader.Organisation ?? "", kind ?? "", take, skip)
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override Task<List<KindCount>> CountAsync(RegisterContext context, Visible visible, SearchWords words, CancellationToken stop) =>
        context.Database.SqlQueryRaw<KindCount>(
            $"""
            SELECT r.kind AS "Kind", COUNT(*)::integer AS "Count"
            FROM websearch_to_tsquery('english', {"{0}"}) AS query, search AS s JOIN record AS r ON r.key = s.key
            WHERE {Words(visible)} @@ query AND {visible.Condition("{1}")}
            GROUP BY r.kind ORDER BY COUNT(*) DESC, r.kind
            """,
            words.Quoted, visible.Reader.Organisation ?? "")
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override Task<List<DueRow>> ClaimAsync(RegisterContext context, DateTime now, DateTime until, int most, CancellationToken stop)
    {
        var (from, to) = (Core.History.Chain.Instant(now), Core.History.Chain.Instant(until));
        return context.Due.FromSql(
            $"""
            UPDATE due SET claimed_until = {to}, tries = tries + 1
            WHERE id IN (SELECT id FROM due WHERE at <= {from} AND (claimed_until IS NULL OR claimed_until < {from})
                ORDER BY at LIMIT {most} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(stop);
    }

    private static string Words(Visible visible) => "s.words_" + visible.Reader.Audience.ToString().ToLowerInvariant();

    private static string Text(Visible visible) =>
        string.Join(" || ' ' || ", visible.Audiences.Select(audience => "s." + audience.ToString().ToLowerInvariant()));
}
