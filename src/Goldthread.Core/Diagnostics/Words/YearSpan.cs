using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>Years from and to, as in <c>2018-21</c>, with the words that stand before them.</summary>
internal sealed partial record YearSpan(int First, int Last, string Quote, int Start, string Before)
{
    private const int Reach = 150;

    /// <summary>Whether this is one financial year, such as <c>2018/19</c>.</summary>
    public bool IsOneYear => Last == First + 1;

    /// <summary>Whether this is a year that stands alone.</summary>
    public bool IsSingle => Last == First;

    /// <summary>Whether the years are the same.</summary>
    public bool Same(YearSpan other) => First == other.First && Last == other.Last;

    /// <summary>Whether the two share more than the year in which one ends and the other begins.</summary>
    public bool Overlaps(YearSpan other) => First < other.Last && other.First < Last;

    /// <summary>Every span of years in a text, in order.</summary>
    public static IReadOnlyList<YearSpan> In(string text) => HasYear(text) ? [.. Printed().Matches(text).Select(match => Read(text, match)).OfType<YearSpan>()] : [];

    /// <summary>Years that stand alone and directly after a word, as in <c>Annual Report 2020</c>.</summary>
    public static IEnumerable<YearSpan> Single(string text) => !HasYear(text) ? []
        : Alone().Matches(text).Select(match => (match, year: int.Parse(match.Value, CultureInfo.InvariantCulture)))
            .Select(one => new YearSpan(one.year, one.year, one.match.Value, one.match.Index, WordsBefore(text, one.match)));

    private static bool HasYear(string text) => text.Contains("20", StringComparison.Ordinal) || text.Contains("19", StringComparison.Ordinal);

    private static string WordsBefore(string text, Match match) => text[Math.Max(0, match.Index - Reach)..match.Index];

    private static YearSpan? Read(string text, Match match)
    {
        var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
        var second = match.Groups["second"].Value;
        var last = int.Parse(second, CultureInfo.InvariantCulture) + (second.Length == 2 ? first / 100 * 100 : 0);
        return last > first && last <= first + 30 ? new YearSpan(first, last, match.Value, match.Index, WordsBefore(text, match)) : null;
    }

    [GeneratedRegex(@"\b(?<first>(?:19|20)[0-9][0-9])\s*(?:[/\-\u2010-\u2015]|to(?=\s))\s*(?<second>(?:19|20)[0-9][0-9]|[0-9][0-9])\b(?![/\-][0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();

    [GeneratedRegex(@"(?<=\w\s)(?<!\b(?:in|from|of|to|since|by|until|for|during|and|or|before|after|year)\s)(?<![/\-\u2010-\u2015]\s?)\b20[0-9][0-9]\b(?!\s*[/\-\u2010-\u2015]\s*[0-9]|\s+to\s+(?:19|20)[0-9][0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alone();
}
