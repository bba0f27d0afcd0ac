namespace Goldthread.Core.Pathways;

/// <summary>What is asked of a map.</summary>
public sealed record Question
{
    /// <summary>The fewest hand-offs that can be asked for.</summary>
    public const int FewestHandOffs = 1;

    /// <summary>The most hand-offs that can be asked for.</summary>
    public const int MostHandOffs = 16;

    /// <summary>The day on which everything must be open.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The most links of a route, 1 to 16.</summary>
    public int MaxHandOffs { get; init; } = 3;

    /// <summary>The longest wait of any single link, in days; null is no bound.</summary>
    public long? MaxWaitDays { get; init; }

    /// <summary>Whether a route must end at a service that meets the standard.</summary>
    public bool StandardOnly { get; init; }

    /// <summary>The last day on which a cliff edge is looked for; null for none.</summary>
    public DateOnly? Until { get; init; }
}
