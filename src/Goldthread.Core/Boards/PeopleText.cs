namespace Goldthread.Core.Boards;

/// <summary>
/// Who was there, as it is written while a meeting is held: one a line, office | organisation | note. A dash before the line says that
/// apologies were sent; <c>for …</c> as the note, that somebody came as deputy.
/// </summary>
public static class PeopleText
{
    /// <summary>Those present, and those who sent apologies.</summary>
    public static (IReadOnlyList<Attendee> Present, IReadOnlyList<Attendee> Apologies) Read(string text)
    {
        var (present, apologies) = (new List<Attendee>(), new List<Attendee>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isAway = line[0] is '-' or '–';
            var parts = line.TrimStart('-', '–', ' ').Split('|', StringSplitOptions.TrimEntries);
            if (parts[0].Length == 0 && parts.Length < 2)
                continue;
            // A seat whose office nobody named is its organisation's.
            var person = new Attendee(parts[0].Length > 0 ? parts[0] : parts[1], Part(1), Part(2));
            (isAway ? apologies : present).Add(person);

            string? Part(int at) => at < parts.Length && parts[at].Length > 0 ? parts[at] : null;
        }

        return (present, apologies);
    }

    /// <summary>The lines to begin with: every seat that is held on the day.</summary>
    public static string Of(IEnumerable<Seat> seats) =>
        string.Join('\n', seats.Select(seat => seat.Office.Length > 0 ? $"{seat.Office} | {seat.Name}" : $"{seat.Name} | {seat.Name}"));
}
