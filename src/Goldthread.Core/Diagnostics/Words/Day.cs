using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A date found in a text: a day, or a month with the days it may mean.</summary>
internal sealed partial record Day(DateOnly Earliest, DateOnly Latest, string Quote, int Start)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Whether it names one day.</summary>
    public bool IsExact => Earliest == Latest;

    /// <summary>Every date with a year in a text, in order.</summary>
    public static IReadOnlyList<Day> In(string text) => Digits.In(text) ? [.. Printed().Matches(text).Select(Read).OfType<Day>()] : [];

    private static Day? Read(Match match)
    {
        var month = Month(match.Groups["month"].Value);
        var year = Year(match.Groups["year"].Value);
        if (month is < 1 or > 12 || year is < 1900 or > 2100)
        {
            return null;
        }

        if (!match.Groups["day"].Success)
        {
            return new Day(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)), match.Value, match.Index);
        }

        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Day(new(year, month, day), new(year, month, day), match.Value, match.Index)
            : null;
    }

    private static int Month(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : Array.FindIndex(Months, month => text.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture) + (text.Length == 2 ? 2000 : 0);

    private const string Name = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    [GeneratedRegex(
        @"\b(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<month>" + Name + @")\.?,?\s+(?<year>(?:19|20)[0-9][0-9])"
        + @"|(?<month>" + Name + @")\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,\s+(?<year>(?:19|20)[0-9][0-9])"
        + @"|(?<month>" + Name + @")\.?,?\s+(?<year>(?:19|20)[0-9][0-9])"
        + @"|(?<day>[0-9]{1,2})[/.](?<month>[0-9]{1,2})[/.](?<year>(?:20)?[0-9][0-9])"
        + @"|(?<year>(?:19|20)[0-9][0-9])-(?<month>[0-9][0-9])-(?<day>[0-9][0-9]))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();
}
