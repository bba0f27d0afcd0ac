using System.Text.Json.Serialization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>A board, sub-group or panel that meets.</summary>
public sealed record Board
{
    /// <summary>Its name, such as <c>London VAWG Board</c>.</summary>
    [SeenBy(Audience.Public)] public string Name { get; init; } = "";

    /// <summary>What it is there for: its terms of reference.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Terms { get; init; }

    /// <summary>The board that it reports to.</summary>
    [SeenBy(Audience.Public), Relation("reports-to"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Ref<Board>? Parent { get; init; }

    /// <summary>How many of its members must be there for it to agree anything.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Quorum { get; init; }

    /// <summary>What of its papers and minutes is public, in words.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Openness { get; init; }

    /// <summary>Its seats, each held by an organisation.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<Seat>? Seats { get; init; }

    /// <summary>Headings that stand on every agenda, in order.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? StandingItems { get; init; }

    /// <summary>The day it was set up.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? SetUp { get; init; }

    /// <summary>Since when it does not meet for a time.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? PausedSince { get; init; }

    /// <summary>The last day of its life.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? Ended { get; init; }

    /// <summary>The board that took its work over.</summary>
    [SeenBy(Audience.Public), Relation("merged-into"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Ref<Board>? MergedInto { get; init; }

    /// <summary>The seats that are held on a day.</summary>
    public IEnumerable<Seat> SeatsOn(DateOnly day) => (Seats ?? []).Where(seat => !(seat.From > day) && !(seat.Until < day));
}

/// <summary>A seat of a board: an organisation holds it, in an office, for a time.</summary>
[SeenBy(Audience.Public)]
public sealed record Seat
{
    /// <summary>The organisation in words.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation, where the register knows it.</summary>
    [Relation("sits-on"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Ref<Organisation>? Organisation { get; init; }

    /// <summary>The office that fills it; may be empty.</summary>
    public string Office { get; init; } = "";

    /// <summary>What it is on the board.</summary>
    public SeatPart Part { get; init; }

    /// <summary>The office that comes in its place; may be empty.</summary>
    public string Deputy { get; init; } = "";

    /// <summary>The first day; null where not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? From { get; init; }

    /// <summary>The last day; null while it lasts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? Until { get; init; }

    /// <summary>Who fills it, by name; for staff. The public reads the office.</summary>
    [SeenBy(Audience.Staff), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Person { get; init; }
}

/// <summary>What a seat is on a board.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeatPart>))]
public enum SeatPart
{
    /// <summary>A member, who counts for the quorum.</summary>
    [JsonStringEnumMemberName("member")] Member = 0,

    /// <summary>The chair.</summary>
    [JsonStringEnumMemberName("chair")] Chair = 1,

    /// <summary>One of several chairs.</summary>
    [JsonStringEnumMemberName("co-chair")] CoChair = 2,

    /// <summary>Advises and does not count for the quorum.</summary>
    [JsonStringEnumMemberName("adviser")] Adviser = 3,

    /// <summary>Keeps agenda and minutes.</summary>
    [JsonStringEnumMemberName("secretary")] Secretary = 4,
}
