namespace Goldthread.Core.Boards;

/// <summary>Whether somebody came for a seat.</summary>
public enum Came
{
    /// <summary>The minutes do not name it.</summary>
    Unnamed,

    /// <summary>Somebody was there.</summary>
    Present,

    /// <summary>Apologies were sent, and nobody came in place.</summary>
    Apologies,
}

/// <summary>Who came to a board's meetings, by organisation: people change, seats stay.</summary>
/// <param name="Organisation">The organisation in words.</param>
/// <param name="Meetings">For each meeting, in their order, whether somebody came.</param>
public sealed record AttendanceRow(string Organisation, IReadOnlyList<Came> Meetings)
{
    /// <summary>To how many somebody came.</summary>
    public int Times => Meetings.Count(came => came == Came.Present);

    /// <summary>The rows of a board: its seats in their order; where it has none, whoever its minutes name.</summary>
    /// <param name="seats">The organisations that hold seats, in words.</param>
    /// <param name="meetings">The minutes, in order.</param>
    /// <param name="sameAs">The one name that stands for all names of an organisation.</param>
    public static IReadOnlyList<AttendanceRow> Of(IReadOnlyList<string> seats, IReadOnlyList<Minutes> meetings, Func<string, string> sameAs)
    {
        var present = meetings.Select(minutes => Names(minutes.Present)).ToList();
        var apologies = meetings.Select(minutes => Names(minutes.Apologies)).ToList();
        IEnumerable<string> wanted = seats.Count > 0
            ? seats.Select(sameAs)
            : present.Concat(apologies).SelectMany(names => names);
        return
        [
            .. wanted.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new AttendanceRow(name,
                [.. Enumerable.Range(0, meetings.Count).Select(at => present[at].Contains(name) ? Came.Present : apologies[at].Contains(name) ? Came.Apologies : Came.Unnamed)])),
        ];

        HashSet<string> Names(IReadOnlyList<Attendee> people) =>
            new(people.Select(person => person.Organisation).OfType<string>().Where(name => name.Length > 0).Select(sameAs), StringComparer.OrdinalIgnoreCase);
    }
}
