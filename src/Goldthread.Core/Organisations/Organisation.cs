using Goldthread.Core.Publishing;

namespace Goldthread.Core.Organisations;

/// <summary>An organisation that appears in the register, under whatever names it goes by.</summary>
/// <remarks>Kept as data in <c>rules/organisations.csv</c>; its reference is the short form of its name in addresses.</remarks>
[SeenBy(Audience.Public)]
public sealed record Organisation
{
    /// <summary>The full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Other names it goes by, such as <c>MPS</c> and <c>the Met</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it is: police, council, health, charity, …</summary>
    public string? Type { get; init; }

    /// <summary>Registered numbers with their register, such as <c>GB-CHC-1234567</c>.</summary>
    public IReadOnlyList<string> RegisteredNumbers { get; init; } = [];
}
