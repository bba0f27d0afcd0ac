using System.Globalization;

namespace Goldthread.Core.Boards;

/// <summary>
/// Seats as people write them, one a line, parts separated by bars: organisation | office | chair | from–until | deputy | person.
/// Parts at the end may be left out. <c>MPS | Commander, Public Protection | co-chair | 1/4/2024–</c>
/// </summary>
public static class SeatText
{
    private static readonly string[] Days = ["d/M/yyyy", "yyyy-MM-dd", "d MMMM yyyy"];

    /// <summary>The words of a part.</summary>
    public static string Words(SeatPart part) => part switch
    {
        SeatPart.Member => "member",
        SeatPart.Chair => "chair",
        SeatPart.CoChair => "co-chair",
        SeatPart.Adviser => "adviser",
        SeatPart.Secretary => "secretary",
    };

    /// <summary>The seats of a text, or what is wrong in which line.</summary>
    public static (IReadOnlyList<Seat> Seats, string? Problem) Read(string text)
    {
        var seats = new List<Seat>();
        foreach (var (line, at) in text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (line.Trim(), at + 1)).Where(one => one.Item1.Length > 0))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            var (seat, problem) = Seat(parts);
            if (problem is not null)
                return ([], string.Create(CultureInfo.InvariantCulture, $"Line {at}: {problem}"));
            seats.Add(seat!);
        }

        return (seats, null);
    }

    /// <summary>Seats as a text.</summary>
    public static string Write(IEnumerable<Seat> seats) => string.Join('\n', seats.Select(seat => string.Join(" | ",
        seat.Name, seat.Office, Words(seat.Part), seat.From is null && seat.Until is null ? "" : $"{Day(seat.From)}–{Day(seat.Until)}", seat.Deputy, seat.Person ?? "").TrimEnd('|', ' ')));

    private static (Seat? Seat, string? Problem) Seat(string[] parts)
    {
        if (parts[0].Length == 0)
            return (null, "name the organisation first");
        if (parts.Length > 6)
            return (null, "more than six parts; they are organisation, office, part, days, deputy, person");
        var word = Part(2).ToLowerInvariant();
        var part = Enum.GetValues<SeatPart>().Cast<SeatPart?>().FirstOrDefault(one => word.Length == 0 ? one == SeatPart.Member : Words(one!.Value) == word);
        if (part is null)
            return (null, $"“{Part(2)}” is no part of a board. Write member, chair, co-chair, adviser or secretary");
        var days = Part(3).Split(['–', '—'], StringSplitOptions.TrimEntries);
        var (from, until) = (DayOf(days[0]), days.Length > 1 ? DayOf(days[1]) : (null, true));
        if (!from.Known || !until.Known || days.Length > 2)
            return (null, $"“{Part(3)}” is no time. Write it as 1/4/2024–31/3/2026, one day alone with its dash");
        return (new Seat { Name = parts[0], Office = Part(1), Part = part.Value, From = from.Day, Until = until.Day, Deputy = Part(4), Person = Part(5) is { Length: > 0 } person ? person : null }, null);

        string Part(int at) => at < parts.Length ? parts[at] : "";
    }

    private static (DateOnly? Day, bool Known) DayOf(string text) =>
        text.Length == 0 ? (null, true) : DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, true) : (null, false);

    private static string Day(DateOnly? day) => day?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? "";
}
