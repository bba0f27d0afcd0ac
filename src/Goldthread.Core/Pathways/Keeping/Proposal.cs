using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.People;

namespace Goldthread.Core.Pathways.Keeping;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>It waits for an officer.</summary>
    Open = 0,

    /// <summary>It was accepted, and is a revision of the entry.</summary>
    Accepted = 1,

    /// <summary>It was refused; the answer says why.</summary>
    Refused = 2,

    /// <summary>Whoever proposed it took it back.</summary>
    Withdrawn = 3,
}

/// <summary>
/// A change to the map that somebody proposes: an entry as it ought to be, new or in place of what is there. It is no
/// record: once accepted, what it proposes is a revision of the entry, whose reason says who proposed it and why.
/// </summary>
public sealed record Proposal
{
    /// <summary>The most characters of a reason or an answer.</summary>
    public const int LongestWords = 500;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The entry as it ought to be.</summary>
    public required MapEntry Entry { get; init; }

    /// <summary>The entry as it was when this was proposed; null for a new one.</summary>
    public MapEntry? Before { get; init; }

    /// <summary>The reference of the organisation that proposes it; null for the body's own staff.</summary>
    public string? Organisation { get; init; }

    /// <summary>Who proposes it.</summary>
    public required Guid By { get; init; }

    /// <summary>Her name and office.</summary>
    public required string Who { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>When; UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; init; }

    /// <summary>What the officer says to it.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The officer's name and office; null while it is open.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When it was answered or taken back; UTC.</summary>
    public DateTime? AnsweredAt { get; init; }

    /// <summary>Whether it is of a door, and else of a service.</summary>
    public bool IsDoor => Entry is DoorEntry;
}

/// <summary>Who may keep the map.</summary>
public static class KeepingRules
{
    /// <summary>The roles that propose changes and check entries: those of the organisations that own them, and officers.</summary>
    public static IReadOnlyList<Role> Keeping { get; } = [.. Roles.Outside, Role.Officer];

    /// <summary>The roles that see what is proposed.</summary>
    public static IReadOnlyList<Role> Seeing { get; } = [.. Roles.Outside, .. Roles.Staff];

    /// <summary>Whether she may propose a change of an entry, or say that it is still true.</summary>
    /// <param name="who">Who she is.</param>
    /// <param name="owner">The reference of the organisation that owns the entry; null where none is known.</param>
    public static bool MayKeep(Standing who, string? owner) =>
        who.Organisation is { } organisation ? organisation == owner && who.Holds(Roles.Outside) : who.Holds(Role.Officer);

    /// <summary>Whether she sees a proposal.</summary>
    public static bool MaySee(Standing who, Proposal proposal) =>
        who.Organisation is { } organisation ? organisation == proposal.Organisation && who.Holds(Roles.Outside) : who.Holds(Roles.Staff);

    /// <summary>Whether she may accept or refuse it.</summary>
    public static bool MayAnswer(Standing who, Proposal proposal) => proposal.State == ProposalState.Open && who.Organisation is null && who.Holds(Role.Officer);

    /// <summary>Whether she may take it back: whoever of the same organisation, or of the staff who proposed it.</summary>
    public static bool MayWithdraw(Standing who, Proposal proposal) =>
        proposal.State == ProposalState.Open && proposal.Organisation == who.Organisation && who.Holds(Keeping);
}
