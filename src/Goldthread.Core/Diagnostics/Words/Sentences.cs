using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>Cuts a text into sentences; bullets cut as full stops do, abbreviations do not.</summary>
internal static partial class Sentences
{
    private const int LongestAbbreviation = 8;

    // No sentence is longer; what is, is a list without full stops or a damaged text.
    private const int Longest = 3_000;

    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        foreach (var match in Breaks().EnumerateMatches(text))
        {
            if (!IsAbbreviated(text.AsSpan(start, match.Index - start)))
            {
                Add(sentences, text.AsSpan(start, match.Index - start).Trim());
                start = match.Index;
            }
        }

        Add(sentences, text.AsSpan(start).Trim());
        return sentences;
    }

    private static bool IsAbbreviated(ReadOnlySpan<char> sentence) =>
        sentence is [.., '.' or '\n'] && Abbreviation().IsMatch(sentence[^Math.Min(LongestAbbreviation, sentence.Length)..]);

    private static void Add(List<string> sentences, ReadOnlySpan<char> sentence)
    {
        for (; sentence.Length > 0; sentence = sentence[Math.Min(Longest, sentence.Length)..])
        {
            sentences.Add(sentence[..Math.Min(Longest, sentence.Length)].ToString());
        }
    }

    [GeneratedRegex(@"(?<=[.!?][”""’')]?)\s+(?=[“""‘'(]?[A-Z£0-9•])|\s*[•▪◦]\s*|\n+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?:\b(?:paras?|nos?|refs?|excl|incl|exc|inc|approx|c|ss?|e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|vs?|cf|p|pp|Sch|Art|reg|Cllr|Prof|Rev)|\b[A-Z])\.$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviation();
}
