using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
            INSERT INTO search (rowid, title, "public", partners, staff, facets)
            VALUES ({record.Key}, {title}, {text.GetValueOrDefault(Audience.Public, "")}, {text.GetValueOrDefault(Audience.Partners, "")}, {text.GetValueOrDefault(Audience.Staff, "")}, {IndexedFacets(record.Facets)})
            """,
            stop);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<IndexedText> IndexedAsync(RegisterContext context) =>
        context.Database.SqlQuery<IndexedText>(
            $"""SELECT rowid AS "Key", title AS "Title", "public" AS "Public", partners AS "Partners", staff AS "Staff", facets AS "Facets" FROM search ORDER BY rowid""")
            .AsAsyncEnumerable();

    /// <inheritdoc/>
    public override Task PruneIndexAsync(RegisterContext context, CancellationToken stop) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM search WHERE rowid NOT IN (SELECT key FROM record)", stop);

    /// <summary>Each facet as one word of letters and digits that no stemmer shortens; nobody can type it, because searches look into other columns.</summary>
    public override string IndexedFacets(string facets) => string.Join(' ', facets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Token));

    /// <inheritdoc/>
    public override Task AddWordsAsync(RegisterContext context, IReadOnlyList<string> words, CancellationToken stop)
    {
        var list = JsonSerializer.Serialize(words.Select(word => new[] { word, Spelling.Backwards(word) }));
        return context.Database.ExecuteSqlAsync(
            $"INSERT OR IGNORE INTO word (word, backwards) SELECT pair.value ->> 0, pair.value ->> 1 FROM json_each({list}) AS pair", stop);
    }

    /// <inheritdoc/>
    public override Task<List<string>> TextsWithAsync(RegisterContext context, string word, CancellationToken stop) =>
        context.Database.SqlQueryRaw<string>(
            $"""SELECT title || ' ' || "public" || ' ' || partners || ' ' || staff AS "Value" FROM search WHERE search MATCH {"{0}"} LIMIT 3""", $"\"{word}\"")
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override async Task<FoundRows> FindAsync(RegisterContext context, Visible visible, SearchTerms terms, int most, CancellationToken stop)
    {
        // The index gives keys from the last to the first, and record_found holds all that is asked of each record.
        var rows = await context.Database.SqlQueryRaw<FoundRow>(
            $"""
            SELECT s.rowid AS "Key", r.starts AS "Starts", r.facets AS "Facets"
            FROM search AS s CROSS JOIN record AS r INDEXED BY record_found ON r.key = s.rowid
            WHERE search MATCH {"{0}"} AND {visible.Condition("{1}")}
            ORDER BY s.rowid DESC LIMIT {"{2}"}
            """,
            Query(visible, terms), visible.Reader.Organisation ?? "", most + 1)
            .ToListAsync(stop);
        return new FoundRows(rows.Count > most ? rows[..most] : rows, rows.Count > most);
    }

    /// <inheritdoc/>
    public override Task<List<long>> RankAsync(RegisterContext context, Visible visible, SearchTerms terms, IReadOnlyList<long> keys, CancellationToken stop) =>
        context.Database.SqlQueryRaw<long>(
            $"""
            SELECT rowid AS "Value" FROM search WHERE search MATCH {"{0}"} AND rowid >= {"{1}"}
            ORDER BY bm25(search, 10.0, 1.0, 1.0, 1.0, 0.0), rowid DESC
            """,
            Query(visible, terms), keys[^1])
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override Task<List<Passage>> PassagesAsync(RegisterContext context, Visible visible, SearchWords words, IReadOnlyList<long> keys, CancellationToken stop) =>
        context.Database.SqlQueryRaw<Passage>(
            $"""
            SELECT rowid AS "Key", snippet(search, {(visible.Reader.Audience == Audience.Staff ? -1 : 1)}, char(1), char(2), '…', 36) AS "Text"
            FROM search WHERE search MATCH {"{0}"} AND rowid IN (SELECT value FROM json_each({"{1}"}))
            """,
            Query(visible, new SearchTerms(words, [])), JsonSerializer.Serialize(keys))
            .ToListAsync(stop);

    /// <inheritdoc/>
    public override async Task<List<DueRow>> ClaimAsync(RegisterContext context, IReadOnlyCollection<string> kinds, DateTime now, DateTime until, int most, CancellationToken stop)
    {
        var ripe = await context.Due.Where(due => kinds.Contains(due.What) && due.At <= now && (due.ClaimedUntil == null || due.ClaimedUntil < now))
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

    private static string Query(Visible visible, SearchTerms terms)
    {
        var columns = visible.Audiences.Select(audience => $"\"{audience.ToString().ToLowerInvariant()}\"");
        string[] words = terms.Words.IsEmpty ? [] : [$"({{title {string.Join(' ', columns)}}} : ({terms.Words.Quoted}))"];
        var facets = terms.Filters.Select(filter => $"(facets : ({string.Join(" OR ", visible.Audiences.Select(audience => Token(RecordFacets.Written(filter.Facet, filter.Value, audience))))}))");
        return string.Join(" AND ", words.Concat(facets));
    }

    private static string Token(string facet) => $"f{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facet)))[..16]}0";
}
