using System.Collections.Immutable;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.People;

namespace Goldthread.Register.Decisions;

/// <summary>What a list shows of a draft.</summary>
public sealed record DraftHead
{
    /// <summary>Its id; its address until it has a reference.</summary>
    public required Guid Id { get; init; }

    /// <summary>The short name of the public body.</summary>
    public required string Body { get; init; }

    /// <summary>Its reference, such as <c>PCD 542</c>; null until it has one.</summary>
    public string? Reference { get; init; }

    /// <summary>The reference as it stands in an address.</summary>
    public string? Slug { get; init; }

    /// <summary>What stands in the field of the title; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required DraftState State { get; init; }

    /// <summary>The officer whose draft it is.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Her name and office; null where she is not known here.</summary>
    public PersonName? OwnerName { get; init; }

    /// <summary>One more with every save and every step.</summary>
    public required int Version { get; init; }

    /// <summary>The record it began from, as <c>kind/body/slug</c>.</summary>
    public string? StartedFrom { get; init; }

    /// <summary>The record that its signature made; null before.</summary>
    public Guid? Record { get; init; }

    /// <summary>Who decides, as the form says; may be empty.</summary>
    public string Decides { get; init; } = "";

    /// <summary>What it costs, in pence; null where the form names no sum.</summary>
    public long? Asked { get; init; }

    /// <summary>The day by which it is wanted.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>When it was begun; UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was last saved or taken a step; UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>When it was last sent to the chief executive; UTC.</summary>
    public DateTime? SentAt { get; init; }

    /// <summary>When it was signed; UTC.</summary>
    public DateTime? SignedAt { get; init; }

    /// <summary>When it was published; UTC.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The day to which its publication is deferred.</summary>
    public DateOnly? DeferredUntil { get; init; }

    /// <summary>The event after which it is published.</summary>
    public string? DeferredEvent { get; init; }
}

/// <summary>What stands in a field of a draft.</summary>
/// <param name="Text">The text.</param>
/// <param name="Version">One more with every change of this field; 0 where nothing was ever written in it.</param>
/// <param name="At">When it was last changed; UTC.</param>
/// <param name="By">By whom.</param>
public sealed record DraftPart(string Text, int Version, DateTime At, Guid By);

/// <summary>A text that came too late for its field, because somebody else had changed it or because the draft had gone on.</summary>
public sealed record DraftAside(Guid Id, string Field, string Text, DateTime At, Guid By, PersonName? ByName);

/// <summary>A draft with what stands in its fields.</summary>
/// <param name="Head">What a list shows of it.</param>
/// <param name="Parts">What was written, by the field's name.</param>
/// <param name="Asides">What waits beside its fields, the earliest first.</param>
public sealed record DraftEntry(DraftHead Head, IReadOnlyDictionary<string, DraftPart> Parts, IReadOnlyList<DraftAside> Asides)
{
    /// <summary>Its content.</summary>
    public DraftContent Content { get; init; } =
        new(Parts.Where(part => part.Value.Text.Length > 0).ToImmutableSortedDictionary(part => part.Key, part => part.Value.Text, StringComparer.Ordinal));

    /// <summary>The version of a field, to be given back with what is saved in it.</summary>
    public int VersionOf(string field) => Parts.TryGetValue(field, out var part) ? part.Version : 0;
}

/// <summary>The draft that something was done with and its version now, or what was wrong.</summary>
public sealed record DraftOutcome(Guid? Draft, int Version, PersonFault? Fault)
{
    /// <summary>There is no such draft, or not for her.</summary>
    public static DraftOutcome Nothing { get; } = Wrong("nothing", "", "There is no such draft here, or you may not see it.");

    /// <summary>She may read but not write here.</summary>
    public static DraftOutcome NotHers { get; } = Wrong("role", "", "Only officers write in a draft.");

    /// <summary>What was wrong.</summary>
    public static DraftOutcome Wrong(string code, string field, string message) => new(null, 0, new PersonFault(code, field, message));
}

/// <summary>What became of a text that was to be saved in a field.</summary>
/// <param name="Version">The field's version now.</param>
/// <param name="Text">What stands in the field now.</param>
/// <param name="Lost">Whether what was typed does not stand in the field, because another's text does or the draft had gone on.</param>
/// <param name="Aside">Where what was typed is kept instead; null where nothing had been typed or it was saved.</param>
/// <param name="Fault">What is wrong with the text, which is then kept nowhere.</param>
public sealed record FieldSaved(int Version, string Text, bool Lost = false, Guid? Aside = null, PersonFault? Fault = null);

/// <summary>What became of a save.</summary>
/// <param name="Version">The draft's version now.</param>
/// <param name="Fields">What became of each text.</param>
/// <param name="Fault">What was wrong with all of it.</param>
public sealed record DraftSaved(int Version, IReadOnlyDictionary<string, FieldSaved> Fields, PersonFault? Fault)
{
    /// <summary>Nothing was saved.</summary>
    internal static DraftSaved None(DraftOutcome outcome) => new(0, new Dictionary<string, FieldSaved>(StringComparer.Ordinal), outcome.Fault);
}
