using Goldthread.Core.Publishing;

namespace Goldthread.Core.People;

/// <summary>A role that somebody holds for a time.</summary>
/// <param name="Role">The role.</param>
/// <param name="Advice">The field of an adviser; null for every other role.</param>
/// <param name="Starts">The first day.</param>
/// <param name="Ends">The last day; null while no end is known.</param>
public sealed record Holding(Role Role, AdviceField? Advice, DateOnly Starts, DateOnly? Ends = null)
{
    /// <summary>Whether the role is held on a day.</summary>
    public bool IsHeldOn(DateOnly day) => Starts <= day && (Ends is not { } last || day <= last);

    /// <summary>The role in words, an adviser's with the field: <c>legal adviser</c>.</summary>
    public string Words => Roles.Words(Role, Advice);
}

/// <summary>Cover: what somebody may do for another, who is away or has delegated it, for a time.</summary>
/// <param name="For">The person covered.</param>
/// <param name="Name">The name or office of the person covered, as shown wherever the deputy acts.</param>
/// <param name="Holdings">What the person covered holds.</param>
/// <param name="Starts">The first day.</param>
/// <param name="Ends">The last day. Cover always ends.</param>
public sealed record Cover(Guid For, string Name, IReadOnlyList<Holding> Holdings, DateOnly Starts, DateOnly Ends)
{
    /// <summary>Whether the cover lasts on a day.</summary>
    public bool LastsOn(DateOnly day) => Starts <= day && day <= Ends;
}

/// <summary>On what ground a person may act in a role: her own, or cover for another.</summary>
/// <param name="Role">The role.</param>
/// <param name="Advice">The field of an adviser.</param>
/// <param name="For">Whom she covers; null where the role is her own.</param>
/// <param name="ForName">That person's name or office.</param>
public sealed record Ground(Role Role, AdviceField? Advice, Guid? For = null, string? ForName = null)
{
    /// <summary>The role in words, an adviser's with the field.</summary>
    public string Words => Roles.Words(Role, Advice);
}

/// <summary>Who a signed-in person is on one day: her organisation, and every ground on which she may act.</summary>
/// <remarks>
/// It is a function of what is stored and of the day, asked anew with every request, so that a role that ended ends at once.
/// The administrator's role cannot be covered: who keeps people must not come by another's office, nor lend that one out.
/// </remarks>
public sealed record Standing
{
    /// <summary>The person.</summary>
    public required Guid Person { get; init; }

    /// <summary>Her name as she wishes to be shown to colleagues.</summary>
    public required string Name { get; init; }

    /// <summary>The office she holds, as the public sees it: <c>Policy officer</c>.</summary>
    public required string Office { get; init; }

    /// <summary>The reference of her organisation; null for the body's own staff.</summary>
    public string? Organisation { get; init; }

    /// <summary>Every ground on which she may act, her own first.</summary>
    public required IReadOnlyList<Ground> Grounds { get; init; }

    /// <summary>When she last proved that it is she, by a password with a code or by a passkey; UTC.</summary>
    public DateTime ProvedAt { get; init; }

    /// <summary>The grounds of a person on a day.</summary>
    public static IReadOnlyList<Ground> GroundsOn(DateOnly day, IEnumerable<Holding> own, IEnumerable<Cover> covers) =>
    [
        .. own.Where(holding => holding.IsHeldOn(day)).Select(holding => new Ground(holding.Role, holding.Advice)).Distinct(),
        .. from cover in covers
           where cover.LastsOn(day)
           from holding in cover.Holdings
           where holding.IsHeldOn(day) && holding.Role != Role.Administrator
           select new Ground(holding.Role, holding.Advice, cover.For, cover.Name),
    ];

    /// <summary>Whether she may act in any of these roles.</summary>
    public bool Holds(params IReadOnlyList<Role> roles) => Grounds.Any(ground => roles.Contains(ground.Role));

    /// <summary>For whom the register is read when she reads it.</summary>
    /// <remarks>The administrator alone reads what the public reads: her work is people, not records.</remarks>
    public Reader Reader =>
        Organisation is null && Holds(Roles.Staff) ? Reader.Staff
        : Organisation is { } organisation && Holds(Roles.Outside) ? new Reader(Audience.Partners, organisation)
        : Reader.Public;

    /// <summary>Whether a set of roles can be one person's.</summary>
    /// <returns>Null where it can; else what is wrong, to be shown.</returns>
    public static string? Refuse(IReadOnlyCollection<Holding> holdings, string? organisation)
    {
        foreach (var holding in holdings)
        {
            if (holding.Role == Role.Adviser != (holding.Advice is not null))
                return holding.Role == Role.Adviser ? "Say in which field the adviser advises." : "Only an adviser has a field of advice.";
            if (holding.Ends < holding.Starts)
                return "The last day of a role is before its first.";
            if (Roles.Outside.Contains(holding.Role) && organisation is null)
                return $"A {holding.Role.Words()} belongs to an organisation: say which.";
            if (!Roles.Outside.Contains(holding.Role) && organisation is not null)
                return $"Somebody of another organisation is a partner or a provider, not {Article(holding.Role)} {holding.Role.Words()}.";
            if (holding.Role == Role.Auditor && holdings.Any(other => other.Role != Role.Auditor && Overlap(holding, other)))
                return "An auditor changes nothing, and so holds no other role at the same time.";
        }

        return null;
    }

    private static bool Overlap(Holding one, Holding other) =>
        one.Starts <= (other.Ends ?? DateOnly.MaxValue) && other.Starts <= (one.Ends ?? DateOnly.MaxValue);

    private static string Article(Role role) => role is Role.Officer or Role.Adviser or Role.Analyst or Role.Administrator or Role.Auditor ? "an" : "a";
}
