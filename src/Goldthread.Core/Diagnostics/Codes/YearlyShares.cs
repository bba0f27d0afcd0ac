using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A sum for each of some years and a total of them: "£200,000 a year for three years, £600,000 in total".</summary>
internal static partial class YearlyShares
{
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static IEnumerable<WrongTotal> Wrong(string text)
    {
        if (!Recurs(text))
        {
            yield break;
        }

        var start = 0;
        foreach (var sentence in Sentences.Of(text))
        {
            start = text.IndexOf(sentence, start, StringComparison.Ordinal);
            if (Share().Match(sentence) is { Success: true } share && Wrong(sentence, share, start) is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    // Most texts say of no sum that it comes again, and need not be cut into sentences.
    private static bool Recurs(string text) =>
        text.Contains("year", StringComparison.OrdinalIgnoreCase) || text.Contains("annum", StringComparison.OrdinalIgnoreCase)
        || text.Contains("annually", StringComparison.OrdinalIgnoreCase) || text.Contains("p.a.", StringComparison.OrdinalIgnoreCase);

    private static WrongTotal? Wrong(string sentence, Match share, int start)
    {
        var years = Number(share.Groups["years"].Value);
        if (Sum.In(sentence) is not [var one, var total] || years < 2 || one.Pounds * years == total.Pounds || one.Start > share.Index)
        {
            return null;
        }

        return new(total with { Start = start + total.Start }, [.. Enumerable.Repeat(one with { Start = start + one.Start }, years)]);
    }

    private static int Number(string years) =>
        int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Words, years.ToLowerInvariant()) + 1;

    [GeneratedRegex(@"(?<=£[0-9,.]+[km]?\s+)(?:per year|per annum|a year|each year|annually|p\.a\.)\s+(?:for|over)\s+(?:each of\s+)?(?:the next\s+)?(?<years>[0-9]|one|two|three|four|five|six|seven|eight|nine|ten)\s+years\b[^£]{0,40}\b(?:total\w*|in all)\b|(?<=£[0-9,.]+[km]?\s+)(?:per year|per annum|a year|each year|annually|p\.a\.)\s+(?:for|over)\s+(?:the next\s+)?(?<years>[0-9]|one|two|three|four|five|six|seven|eight|nine|ten)\s+years\b[^£]{0,20}£[0-9,.]+[km]?\s+(?:in total|in all|altogether)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();
}
