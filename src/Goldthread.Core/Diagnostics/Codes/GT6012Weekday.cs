using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A weekday that does not fall on the date it stands with.</summary>
internal static partial class GT6012Weekday
{
    public static IEnumerable<Finding> Check(string? document)
    {
        foreach (Match match in Dated().Matches(document ?? ""))
        {
            var day = Day.In(match.Groups["date"].Value).FirstOrDefault(day => day.IsExact);
            var weekday = day?.Earliest.DayOfWeek.ToString();
            if (weekday is not null && !weekday.Equals(match.Groups["weekday"].Value, StringComparison.OrdinalIgnoreCase))
            {
                yield return new("GT6012", string.Create(CultureInfo.InvariantCulture, $"“{match.Value}” was a {weekday}. Expected the weekday and the date to agree."), "", match.Value);
            }
        }
    }

    [GeneratedRegex(@"\b(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+(?:the\s+)?(?<date>[0-9]{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+\w+\s+[0-9]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dated();
}
