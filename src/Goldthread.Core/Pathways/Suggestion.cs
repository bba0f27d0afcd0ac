namespace Goldthread.Core.Pathways;

/// <summary>A single change to a map, and what it would bring.</summary>
/// <param name="NewlyReached">Profiles that would newly reach a need, summed over the needs.</param>
/// <param name="Share">The same as a share of people; null where the map gives none.</param>
public abstract record Suggestion(long NewlyReached, double? Share);

/// <summary>A subject accepts one more value in one of its alternatives.</summary>
public sealed record AcceptSuggestion(
    string Subject, string Alternative, string Dimension, string Value, long NewlyReached, double? Share)
    : Suggestion(NewlyReached, Share);

/// <summary>One link more, without conditions or wait and always open.</summary>
public sealed record LinkSuggestion(string From, string To, long NewlyReached, double? Share)
    : Suggestion(NewlyReached, Share);

/// <summary>The kinds of change to look at.</summary>
[Flags]
public enum SuggestionKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A subject accepts one more value in one of its alternatives.</summary>
    Accept = 1,

    /// <summary>A link is added between an existing door or service and an existing service.</summary>
    Link = 2,

    /// <summary>All of them.</summary>
    All = Accept | Link,
}
