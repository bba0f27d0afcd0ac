using Goldthread.Core.People;

namespace Goldthread.Register.Decisions;

/// <summary>Who reads drafts, writes in them and comments on them. Who takes which step is in the table of steps.</summary>
public static class DraftRules
{
    /// <summary>Who comments: the body's own staff, but for those who only read.</summary>
    private static readonly Role[] Commenting = [.. Roles.Staff.Where(role => role is not (Role.Auditor or Role.Analyst))];

    /// <summary>Whether she reads drafts: the body's own staff do, and nobody else.</summary>
    public static bool MayRead(Standing who) => who.Organisation is null && who.Holds(Roles.Staff);

    /// <summary>Whether she writes in drafts: officers do.</summary>
    public static bool MayWrite(Standing who) => who.Organisation is null && who.Holds(Role.Officer);

    /// <summary>Whether she comments on drafts.</summary>
    public static bool MayComment(Standing who) => who.Organisation is null && who.Holds(Commenting);

    /// <summary>On what ground she acts in one of these roles, her own first; null where on none.</summary>
    internal static Ground? GroundOf(Standing who, IReadOnlyList<Role> roles, AdviceField? advice = null) =>
        who.Organisation is null ? who.Grounds.FirstOrDefault(ground => roles.Contains(ground.Role) && (advice is null || ground.Advice == advice)) : null;
}
