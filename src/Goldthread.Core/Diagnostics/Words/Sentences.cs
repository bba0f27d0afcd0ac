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
        foreach (var end in Breaks().Matches(text).Where(match => !Abbreviation().IsMatch(text[Math.Max(start, match.Index - LongestAbbreviation)..match.Index])).Select(match => match.Index))
        {
            sentences.Add(text[start..end].Trim());
            start = end;
        }

        sentences.Add(text[start..].Trim());
        return [.. sentences.Where(sentence => sentence.Length > 0).SelectMany(sentence => sentence.Chunk(Longest).Select(part => new string(part)))];
    }

    [GeneratedRegex(@"(?<=[.!?][”""’')]?)\s+(?=[“""‘'(]?[A-Z£0-9•])|\s*[•▪◦]\s*|\n+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?:\b(?:paras?|nos?|refs?|excl|incl|exc|inc|approx|c|ss?|e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|vs?|cf|p|pp|Sch|Art|reg|Cllr|Prof|Rev)|\b[A-Z])\.$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviation();
}
