using Goldthread.Core.People;

namespace Goldthread.Core.Boards;

/// <summary>How an action stood at a meeting.</summary>
public enum AtMeeting
{
    /// <summary>It had been done or refused by that day.</summary>
    Completed,

    /// <summary>An item of the meeting dealt with it.</summary>
    Covered,

    /// <summary>Nobody spoke of it, and it was still owed.</summary>
    Neither,
}

/// <summary>What follows from an action's answers on a day, and who may answer.</summary>
public static class ActionRules
{
    /// <summary>So many days before its day an action asks for an answer.</summary>
    public const int AskedBefore = 14;

    /// <summary>For so many days an action without a day asks for nothing after it was last heard of.</summary>
    public const int Quiet = 28;

    /// <summary>The roles that answer: those of other organisations for what theirs owes, and staff, but for those who only read.</summary>
    public static IReadOnlyList<Role> Answering { get; } = [.. Roles.Outside, .. Roles.Staff.Where(role => role != Role.Auditor)];

    /// <summary>The roles that see the desk's list.</summary>
    public static IReadOnlyList<Role> Seeing { get; } = [.. Roles.Outside, .. Roles.Staff];

    /// <summary>The roles that run boards: they add actions, confirm those found and answer for whoever cannot.</summary>
    public static IReadOnlyList<Role> Running { get; } = [Role.Officer, Role.Secretariat];

    /// <summary>Whether she may answer.</summary>
    public static bool MayAnswer(Standing who, BoardAction action) => who.Organisation is { } organisation
        ? organisation == action.Owner?.Reference && who.Holds(Roles.Outside)
        : who.Holds(Running) || (action.Person is { } person && AskRules.StandsFor(who).Contains(person) && who.Holds(Answering));

    /// <summary>Whether she runs boards.</summary>
    public static bool MayRun(Standing who) => who.Organisation is null && who.Holds(Running);

    /// <summary>The day on which it was done or refused; null while it is owed.</summary>
    public static DateOnly? ClosedOn(this BoardAction action) =>
        action.State == ActionState.Open ? null : action.Updates.LastOrDefault(update => update.Step is ActionStep.Done or ActionStep.Refused)?.On;

    /// <summary>The day on which anything was last heard of it.</summary>
    public static DateOnly? HeardOn(this BoardAction action) => action.Updates.Count > 0 ? action.Updates[^1].On : action.Agreed;

    /// <summary>By how many days it is late; 0 where it is not, or is no longer owed.</summary>
    public static int DaysLate(this BoardAction action, DateOnly today) =>
        action.State == ActionState.Open && action.Due is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;

    /// <summary>How often it was promised for a later day than before.</summary>
    public static int Moves(this BoardAction action) => action.Updates.Count(update => update.Step == ActionStep.Moved);

    /// <summary>The action as it was at the end of a day; null where it had not been agreed by then.</summary>
    public static BoardAction? AsOn(this BoardAction action, DateOnly day)
    {
        if (action.Agreed > day)
            return null;
        var then = action.Updates.Where(update => update.On <= day).ToList();
        if (then.Count == action.Updates.Count)
            return action;
        var state = then.LastOrDefault(update => update.Step is ActionStep.Done or ActionStep.Refused or ActionStep.Reopened)?.Step switch
        {
            ActionStep.Done => ActionState.Done,
            ActionStep.Refused => ActionState.Refused,
            _ => ActionState.Open,
        };
        // What a later answer moved, it moved from the day that the last one before it, or the action itself, named.
        var moved = then.LastOrDefault(update => update.Step == ActionStep.Moved)?.Due;
        return action with { State = state, Updates = then, Due = moved ?? (action.Moves() > 0 ? action.FirstDue() : action.Due) };
    }

    /// <summary>How it stood at a meeting.</summary>
    /// <param name="action">An action that was owed when the board met before.</param>
    /// <param name="meeting">The reference of the meeting.</param>
    /// <param name="day">Its day.</param>
    public static AtMeeting At(this BoardAction action, string meeting, DateOnly day) =>
        action.ClosedOn() <= day ? AtMeeting.Completed
        : action.Updates.Any(update => update is { Step: ActionStep.Covered, Meeting: { } at } && at.Reference == meeting) ? AtMeeting.Covered
        : AtMeeting.Neither;

    /// <summary>The day for which it was first promised, where it was moved since.</summary>
    private static DateOnly? FirstDue(this BoardAction action) => action.Updates.First(update => update.Step == ActionStep.Moved).From;
}
