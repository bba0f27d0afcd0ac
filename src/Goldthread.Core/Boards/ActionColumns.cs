using System.Globalization;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>What lists show of actions, and how an action is called.</summary>
public static class ActionColumns
{
    /// <summary>The field that holds where it stands: <c>open</c>, <c>done</c>, <c>refused</c>.</summary>
    public const string State = "state";

    /// <summary>The field that holds the day on which it was done or refused.</summary>
    public const string Closed = "closed";

    /// <summary>The field that holds the day on which anything was last heard of it.</summary>
    public const string Heard = "heard";

    /// <summary>The field that holds the id of whoever has it on her desk; for staff.</summary>
    public const string Person = "person";

    /// <summary>The field of a meeting or workshop that holds how many actions were found in its paper; for staff.</summary>
    public const string Found = "found";

    private const int LongestTitle = 200;

    /// <summary>The columns: what is to be done, who owes it, since when and by when.</summary>
    public static Columns Of(BoardAction action) => new(Title(action.Text), action.Owner?.Reference, action.Agreed, action.Due)
    {
        Fields =
        [
            new Field(State, Word(action.State), Audience: Audience.Public),
            .. action.ClosedOn() is { } closed ? new[] { new Field(Closed, Day: closed, Audience: Audience.Public) } : [],
            .. action.HeardOn() is { } heard ? new[] { new Field(Heard, Day: heard, Audience: Audience.Public) } : [],
            .. action.Person is { } person ? new[] { new Field(Person, person.ToString()) } : [],
        ],
    };

    /// <summary>A state as the field holds it.</summary>
    public static string Word(ActionState state) => state switch { ActionState.Open => "open", ActionState.Done => "done", ActionState.Refused => "refused" };

    /// <summary>How an action that was agreed at a meeting is called: <c>vawg-board-2022-03-07-3</c>.</summary>
    /// <param name="of">The reference of the meeting or the board with the day: <c>vawg-board/2022-03-07</c>.</param>
    /// <param name="number">Its number there, from 1.</param>
    /// <param name="ofWorkshop">Whether a workshop agreed it: a board may meet and hold one on the same day.</param>
    public static string ReferenceOf(string of, int number, bool ofWorkshop = false) =>
        $"{of.Replace('/', '-')}-{(ofWorkshop ? "w" : "")}{number.ToString(CultureInfo.InvariantCulture)}";

    private static string Title(string text)
    {
        var line = string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestTitle)
            return line.Length > 0 ? line : "Action";
        var end = line.LastIndexOf(' ', LongestTitle);
        return line[..(end > LongestTitle / 2 ? end : LongestTitle)] + "…";
    }
}
