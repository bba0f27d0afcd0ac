using Goldthread.Core.Organisations;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>An answer on an action, as somebody gives it.</summary>
/// <param name="Step">What kind of answer it is.</param>
/// <param name="Words">What is said.</param>
public sealed record ActionAnswer(ActionStep Step, string Words)
{
    /// <summary>The most characters of an answer.</summary>
    public const int LongestWords = 2000;

    /// <summary>The day for which it is promised now.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The organisation that it is handed on to; null where it goes to a person of the body's own staff.</summary>
    public Ref<Organisation>? ToOrganisation { get; init; }

    /// <summary>The person that it is handed on to.</summary>
    public Guid? ToPerson { get; init; }

    /// <summary>To whom it is handed on, in words that the public reads: an office or organisation.</summary>
    public string ToName { get; init; } = "";

    /// <summary>The meeting that covers it.</summary>
    public Ref<Minutes>? Meeting { get; init; }

    /// <summary>The heading of that meeting's item.</summary>
    public string Item { get; init; } = "";

    /// <summary>The action with this answer, or what is wrong and at which field.</summary>
    /// <param name="action">The action as it is.</param>
    /// <param name="today">The day of the answer.</param>
    /// <param name="by">The office that answers.</param>
    public (BoardAction? Action, (string Field, string Message)? Fault) On(BoardAction action, DateOnly today, string by)
    {
        var said = Words.Trim();
        if (Fault(action, said, today) is { } fault)
            return (null, fault);
        var update = new ActionUpdate
        {
            On = today,
            By = by,
            Step = Step,
            Words = said,
            Due = Step == ActionStep.Moved ? Due : null,
            From = Step == ActionStep.Moved ? action.Due : null,
            To = Step == ActionStep.HandedOn ? ToName : null,
            Meeting = Step == ActionStep.Covered ? Meeting : null,
            Item = Step == ActionStep.Covered ? Item : null,
        };
        var answered = action with { Updates = [.. action.Updates, update] };
        return (Step switch
        {
            ActionStep.Moved => answered with { Due = Due },
            ActionStep.HandedOn => answered with { Owner = ToOrganisation, OwnerName = ToName, Person = ToPerson },
            ActionStep.Done => answered with { State = ActionState.Done },
            ActionStep.Refused => answered with { State = ActionState.Refused },
            ActionStep.Reopened => answered with { State = ActionState.Open },
            ActionStep.Said or ActionStep.Covered => answered,
        }, null);
    }

    private (string, string)? Fault(BoardAction action, string said, DateOnly today)
    {
        if (Step == ActionStep.Reopened ? action.State == ActionState.Open : action.State != ActionState.Open)
            return ("main", action.State == ActionState.Open ? "It is open already" : "It is closed. Whoever runs the board can open it again");
        if (said.Length > LongestWords)
            return ("words", "Say it in at most 2,000 characters");
        if (said.Length == 0 && Asked is { } asked)
            return ("words", asked);
        return Step switch
        {
            ActionStep.Moved when Due is not { } day || day < today => ("due", "Enter the day for which it is promised now, from today on"),
            ActionStep.Moved when Due <= action.Due => ("due", "It is promised for this day or a later one already"),
            ActionStep.HandedOn when ToName.Length == 0 => ("to", "Say to whom: an organisation that the register knows"),
            ActionStep.Covered when Meeting is null || Item.Length == 0 => ("at", "Choose the item that covers it"),
            _ => null,
        };
    }

    // An item of a meeting says enough; every other answer says something.
    private string? Asked => Step switch
    {
        ActionStep.Said => "Say how far it has come",
        ActionStep.Moved => "Say why it takes longer",
        ActionStep.HandedOn => "Say why it goes on to them",
        ActionStep.Covered => null,
        ActionStep.Done => "Say what was done: an action closes with that alone",
        ActionStep.Refused => "Say why it will not be done",
        ActionStep.Reopened => "Say why it is owed again",
    };
}
