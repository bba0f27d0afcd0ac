using Goldthread.Core.Publishing;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>How somebody reaches a door or a service, and what she should know before she does. Whoever runs the entry says it; what is not known is empty.</summary>
[SeenBy(Audience.Public)]
public sealed record HowToReach
{
    /// <summary>What it is and does, in one plain sentence.</summary>
    public string About { get; init; } = "";

    /// <summary>The number to ring, as people write it: <c>020 7946 0000</c>.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>The address of its own page, which begins with <c>https://</c>.</summary>
    public string Web { get; init; } = "";

    /// <summary>How to come to it safely: which way leaves least behind, what to say, whom to ask for.</summary>
    public string Safely { get; init; } = "";

    /// <summary>When it answers or is open.</summary>
    public string Hours { get; init; } = "";

    /// <summary>The languages it speaks, interpreters among them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What it costs her, the call included.</summary>
    public string Cost { get; init; } = "";

    /// <summary>How deaf and disabled people reach and use it.</summary>
    public string Access { get; init; } = "";

    /// <summary>What it passes to the police, the council or the Home Office, and when.</summary>
    public string PassesOn { get; init; } = "";

    /// <summary>What it does not pass to them.</summary>
    public string Keeps { get; init; } = "";
}
