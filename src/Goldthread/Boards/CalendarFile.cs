using System.Globalization;
using System.Text;
using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Boards;

/// <summary>Meetings as a calendar (RFC 5545): each keeps its name for good, and says with every change that it is a later one.</summary>
internal static class CalendarFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    /// <summary>The calendar of some meetings.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="meetings">The meetings as their reader sees them.</param>
    /// <param name="addressOf">The whole address of a meeting's page; null where none is known.</param>
    /// <param name="zone">Where the boards meet.</param>
    public static string Write(string name, IEnumerable<(RecordHead Head, Minutes Meeting)> meetings, Func<RecordHead, string?> addressOf, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Goldthread//Meetings//EN");
        Line("METHOD", "PUBLISH");
        Line("X-WR-CALNAME", Escape(name));
        foreach (var (head, meeting) in meetings)
        {
            if (meeting.Date is not { } day)
                continue;
            Line("BEGIN", "VEVENT");
            Line("UID", $"{head.Id:D}@goldthread");
            Line("DTSTAMP", Instant(head.ChangedAt));
            Line("LAST-MODIFIED", Instant(head.ChangedAt));
            Line("SEQUENCE", (head.Revision - 1).ToString(CultureInfo.InvariantCulture));
            if (meeting.Begins is { } begins)
            {
                Line("DTSTART", Instant(Utc(day, begins, zone)));
                Line("DTEND", Instant(Utc(day, meeting.Ends ?? begins.AddHours(1), zone)));
            }
            else
            {
                Line("DTSTART;VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
                Line("DTEND;VALUE=DATE", day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            }

            Line("SUMMARY", Escape(meeting.Body ?? "Meeting"));
            if (meeting.Place is { } place)
                Line("LOCATION", Escape(place));
            if (meeting.Agenda is { Count: > 0 } agenda)
                Line("DESCRIPTION", Escape(string.Join('\n', agenda.Select((item, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {item.Heading}")))));
            if (addressOf(head) is { } address)
                Line("URL", address);
            Line("STATUS", meeting.Cancelled is null ? "CONFIRMED" : "CANCELLED");
            Line("TRANSP", meeting.Cancelled is null ? "OPAQUE" : "TRANSPARENT");
            Line("END", "VEVENT");
        }

        Line("END", "VCALENDAR");
        return text.ToString();

        void Line(string property, string value) => Fold(text, $"{property}:{value}");
    }

    private static DateTime Utc(DateOnly day, TimeOnly hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(hour, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Section 3.3.11: these four are escaped, and no control character stands in a text.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (c == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(c))
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Section 3.1: a line has at most 75 octets; what is longer goes on after a line break and a space, never within a character.
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
