using Goldthread.Core.Publishing;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>One way of being accepted: a person with one of the values of each characteristic that is named. Where an entry has no way, it accepts everyone.</summary>
[SeenBy(Audience.Public)]
public sealed record Acceptance
{
    /// <summary>What tells it from the other ways of the same entry.</summary>
    public string Label { get; init; } = "";

    /// <summary>The characteristics that it asks about; any other may be as it will.</summary>
    public IReadOnlyList<AcceptedValues> Values { get; init; } = [];
}

/// <summary>The values of a characteristic that are accepted.</summary>
[SeenBy(Audience.Public)]
public sealed record AcceptedValues
{
    /// <summary>The characteristic.</summary>
    public string Dimension { get; init; } = "";

    /// <summary>Its values.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>When somebody last looked whether an entry is still true.</summary>
[SeenBy(Audience.Public)]
public sealed record Checked
{
    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>The office that looked.</summary>
    public string By { get; init; } = "";
}
