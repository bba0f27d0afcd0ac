using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Decisions;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>How the steps of a decision are put into words.</summary>
public static class StepWords
{
    /// <summary>A step as a button has it.</summary>
    public static string Button(FlowStep step) => step is { Act: DraftAct.Defer, From: DraftState.Deferred } ? "Defer to another day" : step.Act.Words();

    /// <summary>Where a step leads, in a sentence.</summary>
    public static string Leads(FlowStep step) => step.Act switch
    {
        DraftAct.AskAdvice => "The advisers see it. You can go on writing; what you change after they advised, they advise on anew.",
        DraftAct.SendOn => "The chief executive sees it next. Its words stay as they are until it comes back.",
        DraftAct.Recommend => "The decision maker sees it next, with your name as whoever sent it.",
        DraftAct.Approve => "It is decided. Its words can then not be changed; what follows is a correction or a later decision.",
        DraftAct.Return => "The officer gets it back with what you ask, and sends it again.",
        DraftAct.Refuse => "It ends here, with your reasons.",
        DraftAct.TakeBack => "It is yours to write on. Nobody else can take a step with it meanwhile.",
        DraftAct.Abandon => "It ends here. It stays to be read, with your reason.",
        DraftAct.Publish => "Everybody can read it from now on: on its page, in the lists and in the feeds.",
        DraftAct.Defer => "It stays unpublished until a day or an event. The public list says that something is deferred, and no more.",
        DraftAct.Correct => "The words change and the history shows everybody what they were.",
        DraftAct.Supersede => "A later decision stands in its place; both can be read.",
        DraftAct.Withdraw => "It goes at once from pages, search, feeds and files. A note stays that says that there was something, when and why it went.",
    };

    /// <summary>How many warnings must be acknowledged, in a sentence.</summary>
    public static string Warnings(int count) => count == 1 ? "One warning must be acknowledged with it." : $"{Wording.Number(count)} warnings must be acknowledged with it, each by itself.";

    /// <summary>Until when it is deferred, in a sentence; null where it is not.</summary>
    public static string? Deferral(DraftHead draft) => draft switch
    {
        { State: DraftState.Deferred, DeferredUntil: { } day } => $"It is published by itself on {Wording.Date(day)}.",
        { State: DraftState.Deferred, DeferredEvent: { } name } => $"It waits for this: {name}. Somebody then publishes it.",
        _ => null,
    };
}
