using Goldthread.Core.People;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Standards;

/// <summary>Who may assess, review and sign up, and what is asked of whom.</summary>
public static class AssessmentRules
{
    /// <summary>The most characters of what is written in one field.</summary>
    public const int LongestWords = 1_000;

    /// <summary>The most characters of who does something.</summary>
    public const int LongestOwner = 120;

    /// <summary>The kind of organisation of a statement that is for every one.</summary>
    public const string ForAny = "any";

    /// <summary>The roles that answer for their own organisation.</summary>
    public static IReadOnlyList<Role> Assessing { get; } = Roles.Outside;

    /// <summary>The roles that review what another organisation answered.</summary>
    public static IReadOnlyList<Role> Reviewing { get; } = [.. Roles.Outside, Role.Officer];

    /// <summary>The roles that see who is to answer and to review: all of the above and the body's own staff.</summary>
    public static IReadOnlyList<Role> Seeing { get; } = [.. Roles.Outside, .. Roles.Staff];

    /// <summary>The role in which a chief officer signs up: the one that answers for what a partner does.</summary>
    public static IReadOnlyList<Role> SigningUp { get; } = [Role.Partner];

    /// <summary>Whether she may answer for an organisation: it is her own.</summary>
    public static bool MayAssess(Standing who, string organisation) => who.Organisation == organisation && who.Holds(Assessing);

    /// <summary>Whether she may review what an organisation answered: it is not her own.</summary>
    public static bool MayReview(Standing who, string organisation) =>
        who.Organisation is { } own ? own != organisation && who.Holds(Roles.Outside) : who.Holds(Role.Officer);

    /// <summary>Whether she may sign up for an organisation.</summary>
    public static bool MaySignUp(Standing who, string organisation) => who.Organisation == organisation && who.Holds(SigningUp);

    /// <summary>The statements that hold on a day for organisations of a type, in the order of the standards.</summary>
    /// <param name="all">All statements.</param>
    /// <param name="type">What the organisation is: <c>police</c>, <c>council</c>, …; null where that is not known.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<StandardStatement> AskedOf(IReadOnlyList<StandardStatement> all, string? type, DateOnly day) =>
        [.. all.Where(one => one.Effect.Covers(day) && (one.Organisation == ForAny || one.Organisation == type))];

    /// <summary>Whether all of the minimum standard is met by some answers; null while one of its statements has none.</summary>
    /// <param name="asked">The statements that are for the organisation.</param>
    /// <param name="answers">Gives the answer to a statement by its number.</param>
    public static bool? MeetsMinimum(IReadOnlyList<StandardStatement> asked, Func<string, AssessedStatement?> answers)
    {
        var meets = true;
        foreach (var one in asked.Where(one => one.Level == StandardLevel.Minimum))
        {
            if (answers(one.Number) is not { } answer)
                return null;
            meets &= !answer.IsGap;
        }

        return meets;
    }
}
