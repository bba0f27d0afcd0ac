using System.Globalization;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>What lists show of boards, their meetings and their workshops.</summary>
public static class BoardColumns
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>A board's columns.</summary>
    public static Columns Of(Board board) => new(board.Name, Starts: board.SetUp, Ends: board.Ended);

    /// <summary>A meeting's columns: the board and the day. One that has no minutes yet ends on its day; minutes have no end, and lists tell them apart by it.</summary>
    public static Columns Of(Minutes minutes) =>
        new(Titled(minutes.Body ?? "Meeting", minutes.Date) + (minutes.Cancelled is null ? "" : " (cancelled)"), Starts: minutes.Date, Ends: minutes.IsPlanned ? minutes.Date : null)
        {
            Fields = [.. minutes.Programmes.Select(programme => new Field("programme", programme, Audience: Audience.Public)), .. FoundIn(minutes.Actions.Count)],
        };

    /// <summary>A workshop's columns: who held it and the day.</summary>
    public static Columns Of(Workshop workshop) =>
        new(Titled((workshop.Body is { } body ? body + " workshop" : "Workshop"), workshop.Date), Starts: workshop.Date) { Fields = [.. FoundIn(workshop.NextSteps.Count)] };

    /// <summary>The reference of a meeting or workshop: its board and its day, as they stand in an address; null where either is missing.</summary>
    public static string? ReferenceOf(string? body, DateOnly? date) =>
        body is not null && date is { } day && Slug.Of(body).Replace('/', '-') is { Length: > 0 } board
            ? $"{board}/{day.ToString("yyyy-MM-dd", English)}"
            : null;

    // Somebody has yet to say which of them are actions that are owed.
    private static IEnumerable<Field> FoundIn(int count) => count > 0 ? [new Field(ActionColumns.Found, Number: count)] : [];

    private static string Titled(string name, DateOnly? date) =>
        date is { } day ? $"{name}, {day.ToString("d MMMM yyyy", English)}" : name;
}
