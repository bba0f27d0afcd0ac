using Goldthread.Core.People;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>A row of the table of steps: who may take a decision from one state to another, and what must hold first.</summary>
/// <param name="Act">What is done.</param>
/// <param name="From">Where it stands before.</param>
/// <param name="To">Where it stands after.</param>
/// <param name="Roles">Who may; empty for what happens by itself.</param>
public sealed record FlowStep(DraftAct Act, DraftState From, DraftState To, IReadOnlyList<Role> Roles)
{
    /// <summary>
    /// Which diagnostics are asked before: those of this step of the catalogue and of every step before it. Their errors
    /// stop the act. Null where nothing is asked.
    /// </summary>
    public DraftStep? Checks { get; init; }

    /// <summary>Whether whoever does it must have proved who she is within the last minutes.</summary>
    public bool Grave { get; init; }

    /// <summary>Whether a reason must be given.</summary>
    public bool WantsReason { get; init; }

    /// <summary>Whether all advice that the rules demand must have been given on what is written now, or declined with reasons.</summary>
    public bool WantsAdvice { get; init; }

    /// <summary>Whether every open warning must be acknowledged, one by one.</summary>
    public bool WantsAcknowledgement { get; init; }

    /// <summary>Whether it must be somebody else than whoever wrote it.</summary>
    public bool ByAnother { get; init; }

    /// <summary>Whether it also happens by itself, when its day comes or another decision causes it.</summary>
    public bool ByItself { get; init; }
}

/// <summary>
/// The one table of a decision's states, its steps and who may take them. The page and the command that take a step,
/// the buttons that a person sees and the drawing in <c>docs/decision-flow.md</c> all come from it.
/// </summary>
public static class DraftFlow
{
    private static readonly Role[] Writers = [Role.Officer];
    private static readonly Role[] Chief = [Role.ChiefExecutive];
    private static readonly Role[] Decider = [Role.DecisionMaker];
    private static readonly Role[] Publishers = [Role.Officer, Role.Secretariat];
    private static readonly Role[] Takers = [Role.Officer, Role.Secretariat, Role.ChiefExecutive, Role.DecisionMaker];

    /// <summary>Every step there is.</summary>
    public static IReadOnlyList<FlowStep> Steps { get; } =
    [
        new(DraftAct.AskAdvice, DraftState.Draft, DraftState.Advice, Writers) { Checks = DraftStep.Draft },
        new(DraftAct.SendOn, DraftState.Advice, DraftState.ChiefExecutive, Writers) { Checks = DraftStep.Draft, WantsAdvice = true },
        new(DraftAct.Recommend, DraftState.ChiefExecutive, DraftState.DecisionMaker, Chief) { Checks = DraftStep.Draft, WantsAdvice = true, Grave = true, ByAnother = true },
        new(DraftAct.Approve, DraftState.ChiefExecutive, DraftState.Approved, Chief) { Checks = DraftStep.Signing, WantsAdvice = true, WantsAcknowledgement = true, Grave = true, ByAnother = true },
        new(DraftAct.Approve, DraftState.DecisionMaker, DraftState.Approved, Decider) { Checks = DraftStep.Signing, WantsAdvice = true, WantsAcknowledgement = true, Grave = true, ByAnother = true },

        new(DraftAct.Return, DraftState.ChiefExecutive, DraftState.Draft, Chief) { WantsReason = true },
        new(DraftAct.Return, DraftState.DecisionMaker, DraftState.Draft, Decider) { WantsReason = true },
        new(DraftAct.Refuse, DraftState.ChiefExecutive, DraftState.Refused, Chief) { WantsReason = true, Grave = true },
        new(DraftAct.Refuse, DraftState.DecisionMaker, DraftState.Refused, Decider) { WantsReason = true, Grave = true },
        new(DraftAct.TakeBack, DraftState.Advice, DraftState.Draft, Writers),
        new(DraftAct.TakeBack, DraftState.ChiefExecutive, DraftState.Draft, Writers) { WantsReason = true },
        new(DraftAct.TakeBack, DraftState.DecisionMaker, DraftState.Draft, Writers) { WantsReason = true },
        new(DraftAct.Abandon, DraftState.Draft, DraftState.Abandoned, Writers) { WantsReason = true },

        new(DraftAct.Publish, DraftState.Approved, DraftState.Published, Publishers) { Checks = DraftStep.Publication },
        new(DraftAct.Defer, DraftState.Approved, DraftState.Deferred, Publishers) { Checks = DraftStep.Publication, WantsReason = true },
        new(DraftAct.Defer, DraftState.Deferred, DraftState.Deferred, Publishers) { Checks = DraftStep.Publication, WantsReason = true },
        new(DraftAct.Publish, DraftState.Deferred, DraftState.Published, Publishers) { Checks = DraftStep.Publication, ByItself = true },

        new(DraftAct.Correct, DraftState.Published, DraftState.Published, Writers) { Checks = DraftStep.Publication, WantsReason = true, Grave = true },
        new(DraftAct.Supersede, DraftState.Published, DraftState.Superseded, []) { ByItself = true },
        new(DraftAct.Withdraw, DraftState.Approved, DraftState.Withdrawn, Takers) { WantsReason = true, Grave = true },
        new(DraftAct.Withdraw, DraftState.Deferred, DraftState.Withdrawn, Takers) { WantsReason = true, Grave = true },
        new(DraftAct.Withdraw, DraftState.Published, DraftState.Withdrawn, Takers) { WantsReason = true, Grave = true },
        new(DraftAct.Withdraw, DraftState.Superseded, DraftState.Withdrawn, Takers) { WantsReason = true, Grave = true },
    ];

    /// <summary>The states in which its words may be changed.</summary>
    public static bool IsWritten(this DraftState state) => state is DraftState.Draft or DraftState.Advice;

    /// <summary>Whether it was signed, so that its words are frozen.</summary>
    public static bool IsSigned(this DraftState state) =>
        state is DraftState.Approved or DraftState.Deferred or DraftState.Published or DraftState.Superseded or DraftState.Withdrawn;

    /// <summary>The step that an act would be, by whoever may take it; null where the state knows no such step.</summary>
    public static FlowStep? Find(DraftState from, DraftAct act) => Steps.FirstOrDefault(step => step.From == from && step.Act == act);

    /// <summary>The steps that somebody may take from a state, in the order of the table.</summary>
    public static IReadOnlyList<FlowStep> For(DraftState from, Standing who) => [.. Steps.Where(step => step.From == from && step.Roles.Count > 0 && who.Holds(step.Roles))];

    /// <summary>A state in words, as pages have it.</summary>
    public static string Words(this DraftState state) => state switch
    {
        DraftState.Draft => "being drafted",
        DraftState.Advice => "with the advisers",
        DraftState.ChiefExecutive => "with the chief executive",
        DraftState.DecisionMaker => "with the decision maker",
        DraftState.Approved => "approved, not published yet",
        DraftState.Refused => "refused",
        DraftState.Abandoned => "given up",
        DraftState.Deferred => "publication deferred",
        DraftState.Published => "published",
        DraftState.Superseded => "replaced by a later decision",
        DraftState.Withdrawn => "withdrawn",
    };

    /// <summary>An act in words, as a button has it.</summary>
    public static string Words(this DraftAct act) => act switch
    {
        DraftAct.AskAdvice => "Ask for advice",
        DraftAct.SendOn => "Send to the chief executive",
        DraftAct.Recommend => "Send to the decision maker",
        DraftAct.Approve => "Sign",
        DraftAct.Return => "Return with questions",
        DraftAct.Refuse => "Refuse",
        DraftAct.TakeBack => "Take back to go on writing",
        DraftAct.Abandon => "Give up",
        DraftAct.Publish => "Publish",
        DraftAct.Defer => "Defer publication",
        DraftAct.Correct => "Correct",
        DraftAct.Supersede => "Replace",
        DraftAct.Withdraw => "Withdraw now",
    };
}
