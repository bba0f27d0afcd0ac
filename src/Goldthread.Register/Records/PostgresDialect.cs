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
            INSERT INTO search (key, title, public, partners, staff, facets)
            VALUES ({record.Key}, {title}, {text.GetValueOrDefault(Audience.Public, "")}, {text.GetValueOrDefault(Audience.Partners, "")}, {text.GetValueOrDefault(Audience.Staff, "")}, {record.Facets})
            ON CONFLICT (key) DO UPDATE SET title = excluded.title, public = excluded.public, partners = excluded.partners, staff = excluded.staff, facets = excluded.facets
            """,
            stop);

    /// <inheritdoc/>
    public override IAsyncEnumerable<IndexedText> IndexedAsync(RegisterContext context) =>
        context.Database.SqlQuery<IndexedText>(
            $"""SELECT key AS "Key", title AS "Title", public AS "Public", partners AS "Partners", staff AS "Staff", facets AS "Facets" FROM search ORDER BY key""")
            .AsAsyncEnumerable();

    /// <inheritdoc/>
    public override Task PruneIndexAsync(RegisterContext context, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM search WHERE key NOT IN (SELECT key FROM record)", stop);

    /// <inheritdoc/>
    public override string IndexedFacets(string facets) => facets;

    /// <inheritdoc/>
    public override Task AddWordsAsync(RegisterContext context, IReadOnlyList<string> words, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync(
            $"INSERT INTO word (word, backwards) SELECT * FROM unnest({words.ToArray()}, {words.Select(Spelling.Backwards).ToArray()}) ON CONFLICT DO NOTHING", stop);

    /// <inheritdoc/>
    public override Task<List<string>> TextsWithAsync(RegisterContext context, string word, CancellationToken stop) =>
        context.Database.SqlQuery<string>(
            $"""
            SELECT title || ' ' || public || ' ' || partners || ' ' || staff AS "Value" FROM search
            WHERE words_staff @@ plainto_tsquery('english', {word}) LIMIT 3
            """).ToListAsync(stop);

    /// <inheritdoc/>
    public override async Task<FoundRows> FindAsync(RegisterContext context, Visible visible, SearchTerms terms, int most, CancellationToken stop)
    {
        // A sequential scan would unpack the words of every record, which the planner takes for cheap; the index knows them.
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await context.Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off", stop);
        var candidates = terms.Words.HasPhrase ? PhraseCandidates : most + (most / 5);
        var rows = await CandidatesAsync(context, visible, terms, most, candidates, stop);
        var looksAtAll = rows.Count > 0 && rows[0].Candidates < candidates;
        if (!looksAtAll && rows.Count <= most && (rows.Count == 0 || !terms.Words.HasPhrase))
        {
            // Too few of the newest are what was asked for, or for this reader: all that match are looked at.
            rows = await CandidatesAsync(context, visible, terms, most, int.MaxValue, stop);
            looksAtAll = true;
        }

        return new FoundRows([.. rows.Take(most).Select(row => new FoundRow(row.Key, row.Starts, row.Facets))], rows.Count > most || !looksAtAll);
    }

    // The index knows which words stand in a record but not where, so for a phrase the words themselves are looked at:
    // in the newest of the records that have all of them. CASE keeps the planner from asking the index for the phrase,
    // which it would then look for in every record that has the words.
    private const int PhraseCandidates = 2_000;

    private static Task<List<CandidateRow>> CandidatesAsync(RegisterContext context, Visible visible, SearchTerms terms, int most, int candidates, CancellationToken stop)
    {
        var (words, hasWords, hasPhrase) = (Words(visible), !terms.Words.IsEmpty, terms.Words.HasPhrase);
        return context.Database.SqlQueryRaw<CandidateRow>(
            $"""
            WITH hits AS MATERIALIZED (
                SELECT s.key FROM search AS s
                WHERE {(hasWords ? $"{words} @@ plainto_tsquery('english', {"{0}"})" : "TRUE")} {(terms.Filters.Count > 0 ? $"AND {words} @@ CAST({"{1}"} AS tsquery)" : "")}
                ORDER BY s.key + 0 DESC LIMIT {"{2}"})
            SELECT r.key AS "Key", r.starts AS "Starts", r.facets AS "Facets", (SELECT COUNT(*)::integer FROM hits) AS "Candidates"
            FROM hits JOIN record AS r ON r.key = hits.key {(hasPhrase ? "JOIN search AS s ON s.key = hits.key" : "")}
            WHERE {(hasPhrase ? $"CASE WHEN {words} @@ websearch_to_tsquery('english', {"{3}"}) THEN TRUE ELSE FALSE END AND" : "")} {visible.Condition("{4}")}
            ORDER BY r.key DESC LIMIT {"{5}"}
            """,
            string.Join(' ', terms.Words.Phrases), Facets(visible, terms), candidates, terms.Words.Quoted, visible.Reader.Organisation ?? "", most + 1)
            .ToListAsync(stop);
    }

    /// <inheritdoc/>
    public override Task<List<long>> RankAsync(RegisterContext context, Visible visible, SearchTerms terms, IReadOnlyList<long> keys, CancellationToken stop) =>
        context.Database.SqlQueryRaw<long>(
            $"""
            SELECT s.key AS "Value" FROM websearch_to_tsquery('english', {"{0}"}) AS query, search AS s
            WHERE s.key = ANY ({"{1}"})
            ORDER BY ts_rank({Words(visible)}, query) DESC, s.key DESC
            """,
            terms.Words.Quoted, keys.ToArray())
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override Task<List<Passage>> PassagesAsync(RegisterContext context, Visible visible, SearchWords words, IReadOnlyList<long> keys, CancellationToken stop) =>
        context.Database.SqlQueryRaw<Passage>(
            $"""
            SELECT s.key AS "Key", ts_headline('english', {Text(visible)}, query,
                'StartSel=' || chr(1) || ', StopSel=' || chr(2) || ', MaxWords=36, MinWords=18, MaxFragments=1') AS "Text"
            FROM websearch_to_tsquery('english', {"{0}"}) AS query, search AS s WHERE s.key = ANY ({"{1}"})
            """,
            words.Quoted, keys.ToArray())
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override Task<List<DueRow>> ClaimAsync(RegisterContext context, IReadOnlyCollection<string> kinds, DateTime now, DateTime until, int most, CancellationToken stop)
    {
        var known = kinds.ToArray();
        var (from, to) = (Core.History.Chain.Instant(now), Core.History.Chain.Instant(until));
        return context.Due.FromSql(
            $"""
            UPDATE due SET claimed_until = {to}, tries = tries + 1
            WHERE id IN (SELECT id FROM due WHERE what = ANY ({known}) AND at <= {from} AND (claimed_until IS NULL OR claimed_until < {from})
                ORDER BY at LIMIT {most} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(stop);
    }

    private static string Words(Visible visible) => "s.words_" + visible.Reader.Audience.ToString().ToLowerInvariant();

    private static string Text(Visible visible) =>
        string.Join(" || ' ' || ", visible.Audiences.Select(audience => "s." + audience.ToString().ToLowerInvariant()));

    private static string Facets(Visible visible, SearchTerms terms) =>
        string.Join(" & ", terms.Filters.Select(filter => $"({string.Join(" | ", visible.Audiences.Select(audience => $"'{RecordFacets.Written(filter.Facet, filter.Value, audience)}'"))})"));

    private sealed record CandidateRow(long Key, DateOnly? Starts, string Facets, int Candidates);
}
