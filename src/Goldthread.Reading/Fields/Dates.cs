using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields;

/// <summary>A date and where it stands.</summary>
internal sealed record FoundDate(DateOnly Date, Passage Where);

/// <summary>Finds dates as people in Britain write them: the day first.</summary>
internal static partial class Dates
{
    private const string MonthNames = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";

    /// <summary>Every date of the passage, in order.</summary>
    public static IEnumerable<FoundDate> In(Passage passage)
    {
        if (!passage.HasDigits)
        {
            yield break;
        }

        foreach (Match match in Pattern.Matches(passage.Text))
        {
            if (Read(match, isAll: match.Length >= passage.Text.TrimEnd('.').Length) is { } date)
            {
                yield return new FoundDate(date, passage.Slice(match.Index, match.Length));
            }
        }
    }

    /// <summary>The first date of the passage, or null.</summary>
    public static FoundDate? First(Passage passage) => In(passage).FirstOrDefault();

    /// <summary>How many characters the name of a weekday takes up at the end of the words, or 0.</summary>
    public static int WeekdayBefore(ReadOnlySpan<char> words)
    {
        var bare = words.TrimEnd([' ', ',']);
        var word = bare[(bare.LastIndexOf(' ') + 1)..];
        var isWeekday = word.Length is >= 3 and <= 9 && Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out _) && char.IsLetter(word[0]);
        return isWeekday ? words.Length - bare.Length + word.Length : 0;
    }

    private static DateOnly? Read(Match match, bool isAll)
    {
        string Part(string name) => match.Groups[name].Value;
        if (match.Groups["iso"].Success)
        {
            return DateOnly.TryParseExact(Part("iso"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) ? iso : null;
        }

        if (!isAll && IsParagraphNumber(Part("day3"), Part("month3"), Part("year3"), match.Value))
        {
            return null;
        }

        var day = Part("day") + Part("day2") + Part("day3");
        var year = Part("year") + Part("year2") + Part("year3");
        var month = match.Groups["month3"].Success ? Part("month3") : MonthNumber(Part("month") + Part("month2")).ToString(CultureInfo.InvariantCulture);
        return Make(int.Parse(day, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(year, CultureInfo.InvariantCulture));
    }

    /// <summary>Whether it is more likely a paragraph's number, such as <c>3.4.12</c>.</summary>
    private static bool IsParagraphNumber(string day, string month, string year, string printed) =>
        year.Length == 2 && printed.Contains('.') && (day.Length == 1 || month.Length == 1);

    private static DateOnly? Make(int day, int month, int year)
    {
        year += year < 100 ? 2000 : 0;
        var possible = year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return possible ? new DateOnly(year, month, day) : null;
    }

    private static int MonthNumber(string name) =>
        Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3].ToLowerInvariant()) + 1;

    [GeneratedRegex(
        @"\b(?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})\b"
        + @"|\b(?<day>[0-9]{1,2})\s?(st|nd|rd|th)?\s?(of\s)?(?<month>" + MonthNames + @")\b\.?,?\s?['’]?(?<year>[0-9]{4}\b|[0-9]{2}\b(?!\s?(:|%|[0-9])))"
        + @"|\b(?<month2>" + MonthNames + @")\s(?<day2>[0-9]{1,2})(st|nd|rd|th)?,?\s(?<year2>[0-9]{4})\b"
        + @"|(?<![0-9/.])(?<day3>[0-9]{1,2})\s?[/.\-]\s?(?<month3>[0-9]{1,2})\s?[/.\-]\s?(?<year3>[0-9]{4}|[0-9]{2})(?![0-9/]|\.[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pattern { get; }
}
