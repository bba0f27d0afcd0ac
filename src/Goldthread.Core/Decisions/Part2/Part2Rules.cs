using Goldthread.Core.People;

namespace Goldthread.Core.Decisions.Part2;

/// <summary>That somebody may read one confidential part for a time.</summary>
/// <param name="Person">Who.</param>
/// <param name="Starts">The first day.</param>
/// <param name="Ends">The last day; null without end, as for whoever began it.</param>
/// <param name="IsEnded">Whether it was ended before its last day.</param>
public sealed record Part2Naming(Guid Person, DateOnly Starts, DateOnly? Ends, bool IsEnded = false)
{
    /// <summary>Whether it lasts on a day.</summary>
    public bool LastsOn(DateOnly day) => !IsEnded && Starts <= day && (Ends is not { } last || day <= last);
}

/// <summary>Who reads a confidential part, who writes it and who names its readers.</summary>
/// <remarks>
/// Readers are named one by one: no role opens it, and neither does cover, which lends an office and not a confidence.
/// Whoever keeps people, or audits, is never one of them, whatever else she may be.
/// </remarks>
public static class Part2Rules
{
    /// <summary>The roles whose holders may be named.</summary>
    public static IReadOnlyList<Role> Reading { get; } = [.. Roles.Staff.Where(role => role != Role.Auditor)];

    /// <summary>Whether somebody may be named as a reader at all: staff in a role of her own, neither administrator nor auditor.</summary>
    public static bool MayBeNamed(Standing who) =>
        who.Organisation is null && Owns(who, Reading) && !Owns(who, [Role.Administrator, Role.Auditor]);

    /// <summary>Whether she may begin one where there is none.</summary>
    public static bool MayBegin(Standing who) => MayBeNamed(who) && Owns(who, [Role.Officer]);

    /// <summary>Whether she may read one with these readers.</summary>
    public static bool MayRead(IEnumerable<Part2Naming> readers, Standing who, DateOnly day) =>
        MayBeNamed(who) && readers.Any(naming => naming.Person == who.Person && naming.LastsOn(day));

    /// <summary>Whether she may write it and name its readers: one of its readers who is an officer.</summary>
    public static bool MayWrite(IEnumerable<Part2Naming> readers, Standing who, DateOnly day) => MayBegin(who) && MayRead(readers, who, day);

    private static bool Owns(Standing who, IReadOnlyList<Role> roles) => who.Grounds.Any(ground => ground.For is null && roles.Contains(ground.Role));
}
