using Goldthread.Core.People;

namespace Goldthread.Register.People;

/// <summary>What is needed to let somebody in, or to move her.</summary>
/// <param name="Email">Her address; she signs in with it.</param>
/// <param name="Name">Her name as colleagues see it.</param>
/// <param name="Office">The office she holds, as the public sees it.</param>
/// <param name="Organisation">The reference of her organisation; null for the body's own staff.</param>
/// <param name="Holdings">Her roles.</param>
/// <param name="Reason">Why, in a few words; may be empty.</param>
public sealed record Joining(string Email, string Name, string Office, string? Organisation, IReadOnlyList<Holding> Holdings, string Reason = "");

/// <summary>What is wrong with what was asked about a person.</summary>
/// <param name="Code">A stable code, such as <c>taken</c>.</param>
/// <param name="Field">The field it stands at.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record PersonFault(string Code, string Field, string Message);

/// <summary>The person that something was done about, or what was wrong.</summary>
public sealed record PersonOutcome(Guid? Person, PersonFault? Fault)
{
    /// <summary>There is no such person, or she has left.</summary>
    public static PersonOutcome Nobody { get; } = new(null, new PersonFault("nobody", "", "There is no such person, or she has left."));
}

/// <summary>A person with what she holds.</summary>
public sealed record PersonEntry(
    Guid Id,
    string Name,
    string Office,
    string Email,
    string? Organisation,
    DateTime JoinedAt,
    DateTime? LeftAt,
    bool HasPassword,
    bool HasCodes,
    bool HasPasskey,
    DateTime? LockedUntil,
    IReadOnlyList<Holding> Holdings,
    IReadOnlyList<CoverEntry> Covers)
{
    /// <summary>The roles she holds on a day.</summary>
    public IReadOnlyList<Holding> HeldOn(DateOnly day) => [.. Holdings.Where(holding => holding.IsHeldOn(day))];
}

/// <summary>A cover with the names of both.</summary>
public sealed record CoverEntry(Guid Id, Guid Person, string Name, Guid Deputy, string DeputyName, DateOnly Starts, DateOnly Ends, string Reason);
