using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

/// <summary>Full-text search as one reader may have it. A <see cref="RegisterView"/> makes it.</summary>
/// <remarks>
/// A very common word stands in most records. So that a search for one costs no more than another, what is found is
/// counted up to <see cref="Most"/> records and ranked up to <see cref="Ranked"/>, in both cases those added to the
/// register last. Whether a count is such a part is always said.
/// </remarks>
internal sealed class RegisterSearch(RegisterDatabase database, Visible visible)
{
    private const int MostOrganisations = 12;

    /// <summary>How many records are counted.</summary>
    public int Most { get; init; } = SearchResults.Most;

    /// <summary>How many records are put in the order of how well they fit.</summary>
    public int Ranked { get; init; } = 1_000;

    /// <summary>Searches.</summary>
    public async Task<SearchResults> RunAsync(SearchQuery query, CancellationToken stop)
    {
        using var turn = await database.SearchTurnAsync(stop);
        var terms = new SearchTerms(SearchWords.Parse(query.Text), query.Filters);
        await using var context = database.Open();
        if (!await CanHoldAsync(context, terms, stop))
            return SearchResults.None;
        var found = await FindAsync(context, terms, Most, stop);
        var (ranked, ordered) = await OrderAsync(context, terms, found.Rows, query.Order, stop);
        var size = Math.Clamp(query.PageSize, 1, 100);
        var page = ordered.Skip((int)Math.Min((long)(Math.Max(query.Page, 1) - 1) * size, int.MaxValue)).Take(size).ToList();
        return new SearchResults(await HitsAsync(context, terms.Words, page, found, stop), found.Rows.Count, found.IsCut, ranked, await FacetsAsync(context, terms, found, stop));
    }

    /// <summary>How many a query finds, counted up to a limit.</summary>
    public async Task<(int Count, bool IsCut)> CountAsync(RegisterContext context, SearchTerms terms, int most, CancellationToken stop)
    {
        if (!await CanHoldAsync(context, terms, stop))
            return (0, false);
        var found = await FindAsync(context, terms, most, stop);
        return (found.Rows.Count, found.IsCut);
    }

    /// <summary>
    /// What matches in each part of the reader's register (<see cref="Visible.Parts"/>), searched in the words that are hers
    /// there: what is in several parts counts as the first has it.
    /// </summary>
    private async Task<Found> FindAsync(RegisterContext context, SearchTerms terms, int most, CancellationToken stop)
    {
        var (parts, isCut, seen) = (new List<(Visible As, FoundRows Rows)>(), false, new HashSet<long>());
        foreach (var part in visible.Parts)
        {
            var rows = await database.Dialect.FindAsync(context, part, terms, most, stop);
            isCut |= rows.IsCut;
            parts.Add((part, rows with { Rows = [.. rows.Rows.Where(row => seen.Add(row.Key))] }));
        }

        if (parts.Count == 1)
            return new Found(parts, parts[0].Rows.Rows, isCut);
        var all = parts.SelectMany(part => part.Rows.Rows).OrderByDescending(row => row.Key).ToList();
        var last = all.Count > most ? all[most - 1].Key : long.MinValue;
        return new Found(
            [.. parts.Select(part => (part.As, part.Rows with { Rows = [.. part.Rows.Rows.Where(row => row.Key >= last)] }))],
            [.. all.Take(most)], isCut || all.Count > most);
    }

    /// <summary>Whether there is anything to look for. An organisation that the reader may not see is no filter: it must not be told from one that is not there.</summary>
    private async Task<bool> CanHoldAsync(RegisterContext context, SearchTerms terms, CancellationToken stop)
    {
        if (terms.Words.IsEmpty && terms.Filters.Count == 0)
            return false;
        if (terms.Filters.Any(filter => !RecordFacets.All.Contains(filter.Facet) || !RecordFacets.IsValue(filter.Value)))
            return false;
        foreach (var filter in terms.Filters.Where(filter => filter.Facet == RecordFacets.Organisation))
            if (!await Organisations(context).AnyAsync(row => row.Slug == filter.Value, stop))
                return false;
        return true;
    }

    private async Task<(int Ranked, IEnumerable<long> Keys)> OrderAsync(RegisterContext context, SearchTerms terms, IReadOnlyList<FoundRow> rows, SearchOrder order, CancellationToken stop)
    {
        if (order == SearchOrder.Newest || terms.Words.IsEmpty)
            return (rows.Count, rows.OrderByDescending(row => row.Starts ?? DateOnly.MinValue).ThenByDescending(row => row.Key).Select(row => row.Key));
        var newest = rows.Take(Ranked).Select(row => row.Key).ToList();
        if (newest.Count == 0)
            return (0, []);
        var there = newest.ToHashSet();
        // By the words that are hers in every part, so that their order tells nothing of others.
        var best = (await database.Dialect.RankAsync(context, visible.Parts[^1], terms, newest, stop)).Where(there.Remove).ToList();
        return (newest.Count, best.Concat(newest.Where(there.Contains)).Concat(rows.Skip(newest.Count).Select(row => row.Key)));
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(RegisterContext context, SearchWords words, List<long> keys, Found found, CancellationToken stop)
    {
        if (keys.Count == 0)
            return [];
        var passages = new Dictionary<long, string>();
        foreach (var (part, partRows) in words.IsEmpty ? [] : found.Parts)
            if (partRows.Rows.Select(row => row.Key).Intersect(keys).ToList() is { Count: > 0 } ofPart)
                foreach (var passage in await database.Dialect.PassagesAsync(context, part, words, ofPart, stop))
                    passages[passage.Key] = passage.Text;
        var rows = await visible.Records(context).Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, stop);
        return [.. keys.Where(rows.ContainsKey).Select(key => new SearchHit(rows[key].ToHead(), Pieces(passages.GetValueOrDefault(key, ""))))];
    }

    /// <summary>The choices of every facet: counts given all filters but the facet's own, so that each says what it would leave.</summary>
    private async Task<IReadOnlyList<SearchFacet>> FacetsAsync(RegisterContext context, SearchTerms terms, Found found, CancellationToken stop)
    {
        var counted = Count(found);
        var facets = new List<SearchFacet>();
        foreach (var name in RecordFacets.All)
        {
            var (counts, isCut) = (counted, found.IsCut);
            var others = terms with { Filters = [.. terms.Filters.Where(filter => filter.Facet != name)] };
            if (others.Filters.Count < terms.Filters.Count)
            {
                if (others.Words.IsEmpty && others.Filters.Count == 0)
                    continue;
                var wider = await FindAsync(context, others, Most, stop);
                (counts, isCut) = (Count(wider), wider.IsCut);
            }

            var chosen = terms.Filters.Where(filter => filter.Facet == name).Select(filter => filter.Value).ToHashSet(StringComparer.Ordinal);
            facets.Add(new SearchFacet(name, await ChoicesAsync(context, name, Of(counts, name), chosen, stop), isCut));
        }

        return facets;
    }

    private static List<(Visible As, Dictionary<string, int> Counts)> Count(Found found) => [.. found.Parts.Select(part => (part.As, RecordFacets.Count(part.Rows.Rows)))];

    private static Dictionary<string, int> Of(List<(Visible As, Dictionary<string, int> Counts)> counted, string name) =>
        counted.SelectMany(part => RecordFacets.Of(part.Counts, name, part.As)).GroupBy(count => count.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(count => count.Value), StringComparer.Ordinal);

    private async Task<IReadOnlyList<FacetCount>> ChoicesAsync(RegisterContext context, string name, Dictionary<string, int> counts, HashSet<string> chosen, CancellationToken stop)
    {
        if (name != RecordFacets.Organisation)
            return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new FacetCount(pair.Key, pair.Key, pair.Value))];
        var slugs = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).Take(100).Union(chosen).ToList();
        var titles = await Organisations(context).Where(row => slugs.Contains(row.Slug)).ToDictionaryAsync(row => row.Slug, row => row.Title, stop);
        return [.. slugs.Where(titles.ContainsKey).Where((slug, i) => i < MostOrganisations || chosen.Contains(slug)).Select(slug => new FacetCount(slug, titles[slug], counts.GetValueOrDefault(slug)))];
    }

    private IQueryable<RecordRow> Organisations(RegisterContext context) =>
        visible.Records(context).Where(row => row.Kind == RecordKinds.Organisation.Name && row.Body == RecordKind.CommonBody);

    private static List<(string Text, bool Match)> Pieces(string passage)
    {
        var pieces = new List<(string Text, bool Match)>();
        var match = false;
        foreach (var piece in passage.Split(Dialect.MatchStart, Dialect.MatchEnd))
        {
            if (piece.Length > 0)
                pieces.Add((piece, match));
            match = !match;
        }

        return pieces;
    }

    // What was found: by parts, and all of it with the last added first.
    private sealed record Found(IReadOnlyList<(Visible As, FoundRows Rows)> Parts, IReadOnlyList<FoundRow> Rows, bool IsCut);
}
