using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields;

/// <summary>Finds financial years however they are written and gives them as <c>2018/19</c>.</summary>
internal static partial class FinancialYears
{
    /// <summary>The years of the passage, each once, in order.</summary>
    public static IReadOnlyList<(string Year, Passage Where)> In(Passage passage)
    {
        if (!passage.HasDigits)
        {
            return [];
        }

        var years = new List<(string Year, Passage Where)>();
        foreach (Match match in Pattern.Matches(passage.Text))
        {
            if (Read(match) is { } year && years.TrueForAll(known => known.Year != year))
            {
                years.Add((year, passage.Slice(match.Index, match.Length)));
            }
        }

        return years;
    }

    private static string? Read(Match match)
    {
        var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
        var second = int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture);
        var isShort = match.Groups["first"].Length == 2;
        if (isShort && first < 13 && !match.Groups["fy"].Success)
        {
            return null;
        }

        first += isShort ? 2000 : 0;
        second += second < 100 ? first / 100 * 100 : 0;
        return second == first + 1 || second + 100 == first + 1
            ? string.Create(CultureInfo.InvariantCulture, $"{first}/{second % 100:00}")
            : null;
    }

    [GeneratedRegex(@"(?<![0-9/.£,])(?<fy>FY\s?|financial year\s|year\s)?((?<first>(19|20)[0-9]{2})\s?[/\-–—−]\s?(?<second>(19|20)[0-9]{2}|[0-9]{2})|(?<first>[0-9]{2})/(?<second>[0-9]{2}))(?![0-9/]|-[0-9]|,[0-9]|\.[0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pattern { get; }
}
