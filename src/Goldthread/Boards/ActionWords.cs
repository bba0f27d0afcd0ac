using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Boards;

/// <summary>An action, in words.</summary>
internal static class ActionWords
{
    /// <summary>By when it is owed, by how much it is late, or how it ended.</summary>
    public static string When(BoardAction action, DateOnly today) => action.State switch
    {
        ActionState.Done => action.ClosedOn() is { } day ? $"done {Wording.Date(day)}" : "done",
        ActionState.Refused => action.ClosedOn() is { } day ? $"refused {Wording.Date(day)}" : "refused",
        ActionState.Open when action.Due is { } due => (due.DayNumber - today.DayNumber) switch
        {
            < -1 => string.Create(CultureInfo.InvariantCulture, $"late by {action.DaysLate(today):#,0} days"),
            -1 => "late by 1 day",
            0 => "due today",
            1 => "due tomorrow",
            _ => $"by {Wording.Date(due)}",
        },
        ActionState.Open => "no day named",
    };

    /// <summary>The colour of where it stands: late, open, done or closed.</summary>
    public static string Tone(BoardAction action, DateOnly today) => action.State switch
    {
        ActionState.Done => "done",
        ActionState.Refused => "closed",
        ActionState.Open => action.DaysLate(today) > 0 ? "late" : "open",
    };

    /// <summary>Where it stands, in a word.</summary>
    public static string State(ActionState state) => state switch { ActionState.Open => "open", ActionState.Done => "done", ActionState.Refused => "refused" };

    /// <summary>What an answer did, for the line above it.</summary>
    public static string Step(ActionUpdate update) => update.Step switch
    {
        ActionStep.Said => "How far it has come",
        ActionStep.Moved => update.Due is { } due ? $"Promised for {Wording.Date(due)}{(update.From is { } from ? $", no longer for {Wording.Date(from)}" : "")}" : "Promised for another day",
        ActionStep.HandedOn => $"Handed on to {update.To}",
        ActionStep.Covered => $"Covered at a meeting, under “{update.Item}”",
        ActionStep.Done => "Done",
        ActionStep.Refused => "Refused",
        ActionStep.Reopened => "Owed again",
    };

    /// <summary>Who owes it: the organisation, and the office or name as minuted where it says more.</summary>
    public static string Owner(BoardAction action, IReadOnlyDictionary<string, string> organisations)
    {
        var organisation = action.Owner is { } owner ? organisations.GetValueOrDefault(owner.Reference, owner.Reference) : null;
        return organisation is null ? action.OwnerName.Length > 0 ? action.OwnerName : "Nobody named"
            : action.OwnerName.Length > 0 && !action.OwnerName.Equals(organisation, StringComparison.OrdinalIgnoreCase) ? $"{organisation} ({action.OwnerName})"
            : organisation;
    }

    /// <summary>What a reader of a list ought to notice: moved more than once, handed on, on nobody's desk any more.</summary>
    public static IReadOnlyList<string> Notes(BoardAction action, bool ownerGone)
    {
        var notes = new List<string>();
        if (action.Moves() is var moves and > 1)
            notes.Add(moves == 2 ? "moved twice" : $"moved {moves} times");
        if (action.Updates.LastOrDefault(update => update.Step == ActionStep.HandedOn) is not null)
            notes.Add("handed on");
        if (ownerGone && action.State == ActionState.Open)
            notes.Add("whoever had it has left");
        return notes;
    }
}

/// <summary>A row of a list of actions.</summary>
/// <param name="Entry">The action.</param>
/// <param name="Owner">Who owes it, in words.</param>
/// <param name="From">The board, where the list does not say it.</param>
/// <param name="Today">The day looked at.</param>
/// <param name="Notes">What to notice.</param>
public sealed record ActionLine(ActionEntry Entry, string Owner, string? From, DateOnly Today, IReadOnlyList<string> Notes)
{
    /// <summary>Where it is answered; null where it is only read.</summary>
    public string? AnswerAddress { get; init; }
}
