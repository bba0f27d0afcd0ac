using System.Collections.Frozen;
using System.Text;

namespace Goldthread.Register.Publishing;

/// <summary>What somebody typed into a search box, taken apart: words and "exact phrases", all of which must be found.</summary>
public sealed record SearchWords(IReadOnlyList<string> Phrases)
{
    private const int MostPhrases = 16, LongestWord = 64;

    // Words that stand in every text. Inside quotation marks they count.
    private static readonly FrozenSet<string> Little = FrozenSet.ToFrozenSet(
        ["a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the", "to", "was", "were", "with"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a query; whatever a search language could take for an operator is only a word here.</summary>
    public static SearchWords Parse(string? query)
    {
        var phrases = new List<string>();
        var quoted = (query ?? "").Split('"', '“', '”');
        for (var i = 0; i < quoted.Length; i++)
        {
            var words = Words(quoted[i]);
            if (i % 2 == 1 && i < quoted.Length - 1 && words.Count > 0)
                phrases.Add(string.Join(' ', words));
            else
                phrases.AddRange(words.Where(word => !Little.Contains(word)));
        }

        return new SearchWords([.. phrases.Take(MostPhrases)]);
    }

    /// <summary>Whether there is nothing to search for: nothing was typed, or only little words and signs.</summary>
    public bool IsEmpty => Phrases.Count == 0;

    /// <summary>Whether words must stand side by side.</summary>
    public bool HasPhrase => Phrases.Any(phrase => phrase.Contains(' ', StringComparison.Ordinal));

    /// <summary>The words in quotation marks, side by side: SQLite's and PostgreSQL's search languages both read it so.</summary>
    public string Quoted => string.Join(' ', Phrases.Select(phrase => $"\"{phrase}\""));

    /// <summary>As somebody would type it: phrases in quotation marks, words without.</summary>
    public string Typed => string.Join(' ', Phrases.Select(phrase => phrase.Contains(' ', StringComparison.Ordinal) ? $"\"{phrase}\"" : phrase));

    /// <summary>The same without one word or phrase.</summary>
    public SearchWords Without(int at) => new([.. Phrases.Where((_, i) => i != at)]);

    /// <summary>The same with one word or phrase in place of another.</summary>
    public SearchWords With(int at, string phrase) => new([.. Phrases.Select((old, i) => i == at ? phrase : old)]);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in (text + " ").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                if (word.Length < LongestWord)
                    word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}

/// <summary>What the search index is asked: words, and facets that must be there.</summary>
/// <param name="Words">The words; none where the facets alone choose.</param>
/// <param name="Filters">The facets, their values checked.</param>
public sealed record SearchTerms(SearchWords Words, IReadOnlyList<SearchFilter> Filters);
