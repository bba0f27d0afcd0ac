using System.Globalization;
using Goldthread.Core.Records;

namespace Goldthread.Site;

/// <summary>How figures, days and times are written for people: £600,000, 7 March 2022.</summary>
public static class Wording
{
    private static readonly TimeZoneInfo London = FindLondon();

    /// <summary>A sum in pence, whole: <c>£600,000</c>, and with pence only where there are any.</summary>
    public static string Money(long pence) => Pounds(pence / 100m);

    /// <summary>A sum in pounds, whole: <c>£600,000</c>, and with pence only where there are any.</summary>
    public static string Pounds(decimal pounds)
    {
        var sign = pounds < 0 ? "−" : "";
        var size = Math.Abs(pounds);
        var format = size == decimal.Truncate(size) ? "#,0" : "#,0.00";
        return $"{sign}£{size.ToString(format, CultureInfo.InvariantCulture)}";
    }

    /// <summary>A sum in pence, short, for sentences over many: <c>£38.2m</c>, <c>£600,000</c>.</summary>
    public static string MoneyShort(long pence) => Math.Abs(pence) switch
    {
        >= 100_000_000_000 => $"£{(pence / 100_000_000_000m).ToString("#,0.0", CultureInfo.InvariantCulture)}bn",
        >= 100_000_000 => $"£{(pence / 100_000_000m).ToString("0.0", CultureInfo.InvariantCulture)}m",
        _ => Money(pence / 100 * 100),
    };

    /// <summary>A day: <c>7 March 2022</c>.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant, in London's time: <c>7 March 2022 at 14:05</c>.</summary>
    public static string Instant(DateTime utc) => InLondon(utc).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time of day of an instant in London: <c>14:05</c>.</summary>
    public static string Time(DateTime utc) => InLondon(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant in London.</summary>
    public static string Day(DateTime utc) => InLondon(utc).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant in London, as a day.</summary>
    public static DateOnly DayInLondon(DateTime utc) => DateOnly.FromDateTime(InLondon(utc));

    /// <summary>Today in London.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(InLondon(clock.GetUtcNow().UtcDateTime));

    /// <summary>A whole number with separators.</summary>
    public static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Words joined as in speech: <c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>What a list says of a record under its title.</summary>
    public static string Row(RecordHead head) => PageKind.Of(head.Kind) switch
    {
        { } kind when kind == PageKind.Decision => $"{head.Reference} · {(head.Starts is { } day ? Date(day) : "no date of signature")}",
        { } kind when kind == PageKind.Meeting => head.Ends is null ? "Minutes" : "Planned", // the title of a meeting or workshop has its day
        { } kind when kind == PageKind.Workshop => "Notes of a workshop",
        { } kind => kind.Title,
        null => head.Kind,
    };

    /// <summary>Text shortened at a word, with an ellipsis, for descriptions.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', length);
        var end = cut > length / 2 ? cut : length;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd(',', ';', ':', ' ') + "…";
    }

    private static DateTime InLondon(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);

    private static TimeZoneInfo FindLondon() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;
}
