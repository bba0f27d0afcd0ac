namespace Goldthread.Core.Decisions.Drafts;

/// <summary>Where a decision stands between its first word and its end.</summary>
public enum DraftState
{
    /// <summary>An officer writes it.</summary>
    Draft = 0,

    /// <summary>Advisers advise on it.</summary>
    Advice = 1,

    /// <summary>It lies before the chief executive, who sends it on or, where the scheme leaves it to that office, decides.</summary>
    ChiefExecutive = 2,

    /// <summary>It lies before the decision maker.</summary>
    DecisionMaker = 3,

    /// <summary>It is signed and waits to be published. From here on its words are frozen.</summary>
    Approved = 4,

    /// <summary>It was refused; an end.</summary>
    Refused = 5,

    /// <summary>The officer gave it up before it was signed; an end.</summary>
    Abandoned = 6,

    /// <summary>It is signed, and its publication waits for a day or an event.</summary>
    Deferred = 7,

    /// <summary>Everybody can read it.</summary>
    Published = 8,

    /// <summary>A later decision stands in its place; both can be read.</summary>
    Superseded = 9,

    /// <summary>It was taken out of everything public; a tombstone stands in its place.</summary>
    Withdrawn = 10,
}

/// <summary>What somebody does with a decision that takes it from one state to the next.</summary>
public enum DraftAct
{
    /// <summary>The officer asks for advice.</summary>
    AskAdvice = 0,

    /// <summary>The officer sends it to the chief executive.</summary>
    SendOn = 1,

    /// <summary>The chief executive sends it to the decision maker.</summary>
    Recommend = 2,

    /// <summary>It is signed.</summary>
    Approve = 3,

    /// <summary>It goes back to the officer with questions.</summary>
    Return = 4,

    /// <summary>It is refused.</summary>
    Refuse = 5,

    /// <summary>The officer takes it back to go on writing.</summary>
    TakeBack = 6,

    /// <summary>The officer gives it up.</summary>
    Abandon = 7,

    /// <summary>It is published.</summary>
    Publish = 8,

    /// <summary>Its publication is deferred to a day or an event.</summary>
    Defer = 9,

    /// <summary>Words of a signed decision are corrected, visibly.</summary>
    Correct = 10,

    /// <summary>A later decision takes its place.</summary>
    Supersede = 11,

    /// <summary>It is taken out of everything public at once.</summary>
    Withdraw = 12,
}
