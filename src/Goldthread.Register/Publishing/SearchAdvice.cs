using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

/// <summary>Helps where a search finds nothing: puts mistyped words right and says what to leave out.</summary>
/// <remarks>
/// The list of words to suggest holds the words of all records, whoever may see them. It reveals nothing: whatever is
/// offered has been searched for as the reader, and found.
/// </remarks>
internal sealed class SearchAdvice(RegisterDatabase database, Visible visible)
{
    private const int MostCounted = 1_000, MostWords = 8, MostTried = 40, MostFound = 5, MostOffers = 6;

    private readonly RegisterSearch search = new(database, visible);

    /// <summary>What helps with a query that finds nothing.</summary>
    public async Task<SearchHelp> GiveAsync(SearchQuery query, CancellationToken stop)
    {
        await using var context = database.Open();
        var words = SearchWords.Parse(query.Text);
        if (words.Phrases.Count > MostWords)
            return new SearchHelp(null, await LooserAsync(context, query, new SearchWords([]), stop));
        var meant = await CorrectAsync(context, words, stop);
        var didYouMean = meant is null ? null
            : await TryAsync(context, query with { Text = meant.Typed, Page = 1 }, stop)
                ?? await TryAsync(context, query with { Text = meant.Typed, Page = 1, Filters = [] }, stop);
        return new SearchHelp(didYouMean, await LooserAsync(context, query, words, stop));
    }

    /// <summary>The query without one of its filters, and without one of its words.</summary>
    private async Task<IReadOnlyList<LooserQuery>> LooserAsync(RegisterContext context, SearchQuery query, SearchWords words, CancellationToken stop)
    {
        var offers = new List<LooserQuery>();
        foreach (var filter in query.Filters)
            if (await TryAsync(context, query with { Filters = [.. query.Filters.Where(other => other != filter)], Page = 1 }, stop) is { } found)
                offers.Add(found with { Without = filter });
        if (offers.Count == 0 && query.Filters.Count > 1 && await TryAsync(context, query with { Filters = [], Page = 1 }, stop) is { } everywhere)
            offers.Add(everywhere);
        for (var i = 0; i < words.Phrases.Count && words.Phrases.Count > 1; i++)
            if (await TryAsync(context, query with { Text = words.Without(i).Typed, Page = 1 }, stop) is { } found)
                offers.Add(found with { WithoutWord = words.Phrases[i] });
        for (var i = 0; i < words.Phrases.Count; i++)
            if (words.Phrases[i].Contains(' ', StringComparison.Ordinal)
                && await TryAsync(context, query with { Text = words.With(i, SearchWords.Parse(words.Phrases[i]).Typed).Typed.Replace("\"", "", StringComparison.Ordinal), Page = 1 }, stop) is { } loose)
                offers.Add(loose);
        return [.. offers.OrderBy(offer => offer.Without is null).ThenByDescending(offer => offer.Count).Take(MostOffers)];
    }

    private async Task<LooserQuery?> TryAsync(RegisterContext context, SearchQuery query, CancellationToken stop)
    {
        var (count, isCut) = await search.CountAsync(context, new SearchTerms(SearchWords.Parse(query.Text), query.Filters), MostCounted, stop);
        return count == 0 ? null : new LooserQuery(query, count, isCut);
    }

    /// <summary>The words with those that this reader finds nowhere replaced by the nearest that are found; null where there is nothing to put right.</summary>
    private async Task<SearchWords?> CorrectAsync(RegisterContext context, SearchWords words, CancellationToken stop)
    {
        var meant = words;
        for (var i = 0; i < words.Phrases.Count; i++)
        {
            var parts = words.Phrases[i].Split(' ');
            for (var j = 0; j < parts.Length; j++)
                if (await NearestAsync(context, parts[j].ToLowerInvariant(), stop) is { } nearest)
                    parts[j] = nearest;
            meant = meant.With(i, string.Join(' ', parts));
        }

        return meant.Phrases.SequenceEqual(words.Phrases) ? null : meant;
    }

    /// <summary>The nearest word that the reader finds, of equally near ones that in most records; null where the word itself is found, or nothing is near.</summary>
    private async Task<string?> NearestAsync(RegisterContext context, string word, CancellationToken stop)
    {
        if (!Spelling.IsWord(word) || (await CountAsync(word, 1)).Count > 0)
            return null;
        var near = (await CandidatesAsync(context, word, stop))
            .Select(candidate => (Word: candidate, Slips: Spelling.Slips(word, candidate)))
            .Where(candidate => candidate.Slips > 0 && candidate.Slips <= Spelling.MostSlips(word))
            .OrderBy(candidate => candidate.Slips).ThenBy(candidate => candidate.Word[0] != word[0])
            .ThenBy(candidate => Math.Abs(candidate.Word.Length - word.Length)).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Take(MostTried);
        var left = MostFound;
        (string? Word, int Slips, int Count) best = (null, int.MaxValue, 0);
        foreach (var (candidate, slips) in near.TakeWhile(candidate => candidate.Slips <= best.Slips))
        {
            var (count, _) = await CountAsync(candidate, MostCounted);
            if (count > best.Count)
                best = (candidate, slips, count);
            if (count > 0 && --left == 0)
                break;
        }

        return best.Word;

        Task<(int Count, bool IsCut)> CountAsync(string one, int most) => search.CountAsync(context, new SearchTerms(new SearchWords([one]), []), most, stop);
    }

    /// <summary>The words that begin or end as a word does: with at most <c>n</c> slips, the first or the last of <c>n + 1</c> parts is nearly always right.</summary>
    private static async Task<List<string>> CandidatesAsync(RegisterContext context, string word, CancellationToken stop)
    {
        const string Last = "\U0010FFFF";
        var slips = Spelling.MostSlips(word);
        var part = Math.Max(2, word.Length / (slips + 1));
        var (begins, ends) = (word[..part], Spelling.Backwards(word)[..part]);
        var (shortest, longest) = (word.Length - slips, word.Length + slips);
        return await context.Database.SqlQuery<string>(
            $"""
            SELECT word AS "Value" FROM word WHERE word >= {begins} AND word < {begins + Last} AND length(word) BETWEEN {shortest} AND {longest}
            UNION
            SELECT word AS "Value" FROM word WHERE backwards >= {ends} AND backwards < {ends + Last} AND length(word) BETWEEN {shortest} AND {longest}
            """).ToListAsync(stop);
    }
}
