using System.Globalization;

namespace Goldthread.Core.Boards;

/// <summary>
/// An agenda as people write it, one item a line: heading | owner | minutes. Owner and minutes may be left out.
/// <c>Community advocacy | Head of Commissioning | 20</c>
/// </summary>
public static class AgendaText
{
    /// <summary>The most items of an agenda.</summary>
    public const int MostItems = 60;

    /// <summary>The items of a text, each with the papers that the item of its heading had; or what is wrong in which line.</summary>
    public static (IReadOnlyList<AgendaItem> Items, string? Problem) Read(string text, IReadOnlyList<AgendaItem> before)
    {
        var items = new List<AgendaItem>();
        foreach (var (line, at) in text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (line.Trim(), at + 1)).Where(one => one.Item1.Length > 0))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            var length = 0;
            if (parts[0].Length is 0 or > 200 || parts.Length > 3)
                return ([], string.Create(CultureInfo.InvariantCulture, $"Line {at}: write the heading, then who brings it, then the minutes, separated by bars"));
            if (parts.Length == 3 && parts[2].Length > 0 && (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length is < 1 or > 480))
                return ([], string.Create(CultureInfo.InvariantCulture, $"Line {at}: “{parts[2]}” is no number of minutes"));
            if (items.Exists(item => item.Heading.Equals(parts[0], StringComparison.OrdinalIgnoreCase)))
                return ([], string.Create(CultureInfo.InvariantCulture, $"Line {at}: “{parts[0]}” is on the agenda already"));
            var known = before.FirstOrDefault(item => item.Heading.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) ?? new AgendaItem();
            items.Add(known with { Heading = parts[0], Owner = parts.ElementAtOrDefault(1) ?? "", Length = length > 0 ? length : null });
        }

        if (items.Count > MostItems)
            return ([], $"An agenda has at most {MostItems} items");
        return before.FirstOrDefault(item => HasPapers(item) && !items.Exists(one => one.Heading.Equals(item.Heading, StringComparison.OrdinalIgnoreCase))) is { } lost
            ? ([], $"“{lost.Heading}” has papers. Withdraw them first, or leave its heading as it is")
            : (items, null);
    }

    /// <summary>An agenda as a text.</summary>
    public static string Write(IEnumerable<AgendaItem> items) =>
        string.Join('\n', items.Select(item => string.Join(" | ", item.Heading, item.Owner, item.Length?.ToString(CultureInfo.InvariantCulture) ?? "").TrimEnd('|', ' ')));

    /// <summary>When each item begins, where the meeting's hour and the length of all items before it are known.</summary>
    public static IReadOnlyList<TimeOnly?> Times(IReadOnlyList<AgendaItem> items, TimeOnly? begins)
    {
        var times = new List<TimeOnly?>();
        var at = begins;
        foreach (var item in items)
        {
            times.Add(at);
            at = at is { } time && item.Length is { } length ? time.AddMinutes(length) : null;
        }

        return times;
    }

    private static bool HasPapers(AgendaItem item) => item.Papers.Concat(item.MemberPapers ?? []).Concat(item.StaffPapers ?? []).Any(paper => paper.Withdrawn is null);
}
