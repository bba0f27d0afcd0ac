namespace Goldthread.Core.Following;

/// <summary>What somebody can follow by email.</summary>
public enum FollowKind
{
    /// <summary>Every decision of the body.</summary>
    Decisions,

    /// <summary>Whatever names a topic, by its reference in <c>rules/strands.csv</c>.</summary>
    Topic,

    /// <summary>Whatever names an organisation, by its slug.</summary>
    Organisation,

    /// <summary>The meetings and workshops of a board, by its slug.</summary>
    Series,
}

/// <summary>One thing that somebody follows.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Which of its kind; empty for <see cref="FollowKind.Decisions"/>.</param>
public sealed record Followed(FollowKind Kind, string Subject)
{
    /// <summary>The most characters of a subject.</summary>
    public const int LongestSubject = 200;

    /// <summary>Every decision of the body.</summary>
    public static Followed Decisions { get; } = new(FollowKind.Decisions, "");

    /// <summary>As it stands in a form and an address: <c>decisions</c>, <c>topic:stalking</c>.</summary>
    public string Written => Kind == FollowKind.Decisions ? "decisions" : $"{Kind.ToString().ToLowerInvariant()}:{Subject}";

    /// <summary>Reads <see cref="Written"/>; null where it is none.</summary>
    public static Followed? Parse(string? text)
    {
        if (text == Decisions.Written)
            return Decisions;
        return text?.Split(':', 2) is [var kind, { Length: > 0 and <= LongestSubject } subject]
            && Enum.GetValues<FollowKind>().FirstOrDefault(one => one.ToString().ToLowerInvariant() == kind) is var found and not FollowKind.Decisions
            ? new Followed(found, subject) : null;
    }
}
