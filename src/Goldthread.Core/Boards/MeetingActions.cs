namespace Goldthread.Core.Boards;

/// <summary>What became, by the day of a meeting, of the actions that were owed to its board.</summary>
/// <typeparam name="T">What the caller knows an action by.</typeparam>
/// <param name="Actions">Each with how it stood at the meeting.</param>
public sealed record MeetingActions<T>(IReadOnlyList<(T Key, BoardAction Action, AtMeeting Stood)> Actions)
{
    /// <summary>Whether all were completed or covered: what minutes like to say.</summary>
    public bool AreAllSettled => Actions.All(one => one.Stood != AtMeeting.Neither);

    /// <summary>How many stood so.</summary>
    public int Count(AtMeeting stood) => Actions.Count(one => one.Stood == stood);
}

/// <summary>Works out <see cref="MeetingActions{T}"/>.</summary>
public static class MeetingActions
{
    /// <summary>Of the actions of a board: those agreed before the meeting and not closed by the one before it.</summary>
    /// <param name="actions">The board's actions.</param>
    /// <param name="meeting">The reference of the meeting.</param>
    /// <param name="day">Its day.</param>
    /// <param name="before">The day of the meeting before; null where none is known.</param>
    public static MeetingActions<T> Of<T>(IEnumerable<(T Key, BoardAction Action)> actions, string meeting, DateOnly day, DateOnly? before) =>
        new([.. from one in actions
                where one.Action.Agreed < day && (one.Action.ClosedOn() is not { } closed || closed > (before ?? DateOnly.MinValue))
                select (one.Key, one.Action, one.Action.At(meeting, day))]);
}
