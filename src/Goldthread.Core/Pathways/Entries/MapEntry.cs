using System.Text.Json.Serialization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>What a door and a service of the map have in common.</summary>
public abstract record MapEntry
{
    /// <summary>The id by which hand-offs name it; unique among doors, services and hand-offs, kept as it was given.</summary>
    [SeenBy(Audience.Public)] public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    [SeenBy(Audience.Public)] public string Name { get; init; } = "";

    /// <summary>Who runs it, in the map's own words.</summary>
    [SeenBy(Audience.Public)] public string Organisation { get; init; } = "";

    /// <summary>The organisation that owns the entry and keeps it true, where the register knows it.</summary>
    [SeenBy(Audience.Public), Relation("run-by")] public Ref<Organisation>? Owner { get; init; }

    /// <summary>The stage of the journey, such as <c>first contact</c>.</summary>
    [SeenBy(Audience.Public)] public string Stage { get; init; } = "";

    /// <summary>The first day on which it is open; null where there is no bound.</summary>
    [SeenBy(Audience.Public)] public DateOnly? FirstDay { get; init; }

    /// <summary>The last day on which it is open; null where there is no bound.</summary>
    [SeenBy(Audience.Public)] public DateOnly? LastDay { get; init; }

    /// <summary>Who may use it: anybody who is accepted in one of these ways; everybody where there is none.</summary>
    [SeenBy(Audience.Public), NotSearched] public IReadOnlyList<Acceptance> Accepts { get; init; } = [];

    /// <summary>Where it hands people on to.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<HandOff> HandOffs { get; init; } = [];

    /// <summary>When it was last checked; null where nobody has said.</summary>
    [SeenBy(Audience.Public)] public Checked? Checked { get; init; }

    /// <summary>How it is reached; null where nobody has said. Bodies from before it was asked have no such field.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public HowToReach? Reach { get; init; }

    /// <summary>The entry as a folder says it, with all that a folder cannot say as an earlier state of the entry has it.</summary>
    public virtual MapEntry Over(MapEntry earlier) => earlier with
    {
        Id = Id,
        Name = Name,
        Organisation = Organisation,
        Owner = Owner ?? earlier.Owner,
        Stage = Stage,
        FirstDay = FirstDay,
        LastDay = LastDay,
        Accepts = Accepts,
        HandOffs = HandOffs,
        Checked = Checked ?? earlier.Checked,
        Reach = Reach ?? earlier.Reach,
    };
}

/// <summary>An access point: a surgery, a front desk, a helpline, a school. The body of a record of the kind <c>door</c>.</summary>
public sealed record DoorEntry : MapEntry;

/// <summary>A service. The body of a record of the kind <c>service</c>.</summary>
public sealed record ServiceEntry : MapEntry
{
    /// <summary>Whether it meets the minimum standard, as the map has it; an assessment by its owner stands in for it.</summary>
    [SeenBy(Audience.Public)] public bool MeetsStandard { get; init; }

    /// <summary>The reference of the contract or grant that pays for it; empty where none is known.</summary>
    [SeenBy(Audience.Public)] public string Funding { get; init; } = "";

    /// <summary>The ids of the needs that it meets.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<string> Provides { get; init; } = [];

    /// <summary>The region in which it counts where its place is secret; null where the place may be known. Its place stands nowhere in the register.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SecretIn { get; init; }

    /// <inheritdoc/>
    public override MapEntry Over(MapEntry earlier) =>
        (ServiceEntry)base.Over(earlier) with { MeetsStandard = MeetsStandard, Funding = Funding, Provides = Provides };
}

/// <summary>A hand-off, kept with the entry that it starts from.</summary>
[SeenBy(Audience.Public)]
public sealed record HandOff
{
    /// <summary>Its id.</summary>
    [SeenBy(Audience.Public), NotSearched] public string Id { get; init; } = "";

    /// <summary>The service that it leads to.</summary>
    [SeenBy(Audience.Public), Relation("hands-on")] public Ref<ServiceEntry> To { get; init; }

    /// <summary>The wait in days.</summary>
    public long WaitDays { get; init; }

    /// <summary>The first day on which it is open; null where there is no bound.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day on which it is open; null where there is no bound.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Who may follow it, beside what the service itself asks.</summary>
    [SeenBy(Audience.Public), NotSearched] public IReadOnlyList<Acceptance> Accepts { get; init; } = [];
}
