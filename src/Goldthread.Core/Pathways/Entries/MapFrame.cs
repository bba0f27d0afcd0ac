using System.Text.Json.Serialization;
using Goldthread.Core.Publishing;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>What a map of help is drawn on: the characteristics that decide who may use what, and the kinds of help. The body of a record of the kind <c>map</c>.</summary>
[SeenBy(Audience.Public)]
public sealed record MapFrame
{
    /// <summary>The reference of a public body's one map.</summary>
    public const string Reference = "map";

    /// <summary>The characteristics, in their order.</summary>
    public IReadOnlyList<FrameDimension> Dimensions { get; init; } = [];

    /// <summary>The kinds of help, in their order.</summary>
    public IReadOnlyList<FrameNeed> Needs { get; init; } = [];

    /// <summary>What every page of the map says at its head, such as that it is illustrative; null where there is nothing to say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? About { get; init; }

    /// <summary>The day that its pages look at where no other is asked for; null for today, as of every map that is kept true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }
}

/// <summary>A characteristic, such as the borough.</summary>
[SeenBy(Audience.Public)]
public sealed record FrameDimension
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its values, in their order.</summary>
    public IReadOnlyList<FrameValue> Values { get; init; } = [];
}

/// <summary>A value of a characteristic.</summary>
[SeenBy(Audience.Public)]
public sealed record FrameValue
{
    /// <summary>The value.</summary>
    public string Value { get; init; } = "";

    /// <summary>The share of people who have it, 0 to 1, as it was written; null where no shares are known.</summary>
    public string? Share { get; init; }
}

/// <summary>A kind of help.</summary>
[SeenBy(Audience.Public)]
public sealed record FrameNeed
{
    /// <summary>Its id, such as <c>refuge</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";
}
