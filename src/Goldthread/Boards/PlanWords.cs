using Goldthread.Core.Boards;
using Goldthread.Site;

namespace Goldthread.Boards;

/// <summary>A planned meeting, in words.</summary>
internal static class PlanWords
{
    /// <summary>Who may read a paper.</summary>
    public static string Circle(string circle) => circle switch { "members" => "the organisations of the board", "staff" => "staff", _ => "everybody" };

    /// <summary>The hours of a meeting: <c>10:00 to 12:00</c>; null where none are known.</summary>
    public static string? Hours(Minutes meeting) => meeting.Begins is { } begins ? meeting.Ends is { } ends ? $"{begins:HH':'mm} to {ends:HH':'mm}" : $"from {begins:HH':'mm}" : null;

    /// <summary>Where a meeting stands.</summary>
    public static string Status(Minutes meeting, DateOnly today) =>
        meeting.Cancelled is not null ? "Cancelled"
        : meeting.Date is not { } day ? "No date"
        : !meeting.IsPlanned ? $"Met {Wording.Date(day)}"
        : day < today ? $"Met {Wording.Date(day)}; its minutes are not agreed yet"
        : $"Meets {Wording.Date(day)}";
}
