namespace Goldthread.Core.Rules;

/// <summary>A body's own instrument that says who decides what, in all its versions.</summary>
/// <param name="File">The file it was read from.</param>
/// <param name="Body">The body's reference among the organisations.</param>
/// <param name="Names">The names the instrument goes by.</param>
/// <param name="Prefixes">How the body's decision references begin.</param>
/// <param name="Roles">The roles, highest first.</param>
/// <param name="Versions">The versions, in order of effect.</param>
public sealed record Scheme(
    string File,
    string Body,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Prefixes,
    IReadOnlyList<SchemeRole> Roles,
    IReadOnlyList<SchemeVersion> Versions)
{
    /// <summary>The version in force on a day; without a day, the latest.</summary>
    public SchemeVersion? VersionOn(DateOnly? day) =>
        day is { } known ? Versions.LastOrDefault(v => v.Effect.Covers(known)) : Versions.LastOrDefault();

    /// <summary>The role that a printed role names, or null. The longest name wins, so that a deputy is not taken for the chief.</summary>
    public SchemeRole? RoleOf(string? printed)
    {
        var found = from role in Roles
                    from name in role.Names
                    where WordSearch.Contains(printed, name)
                    orderby name.Length descending, role.Rank
                    select role;
        return found.FirstOrDefault();
    }
}

/// <summary>A role in a scheme. <c>Rank</c> is 0 for the highest.</summary>
public sealed record SchemeRole(string Role, int Rank, IReadOnlyList<string> Names)
{
    /// <summary>The name to show: the first of them.</summary>
    public string Name => Names[0];
}

/// <summary>One version of a scheme and what is known of it.</summary>
public sealed record SchemeVersion(string Name, Effect Effect, string Status, string Source, IReadOnlyList<Provision> Provisions);

/// <summary>What one paragraph of a scheme lets a role decide.</summary>
/// <param name="Paragraph">As cited: <c>4.8</c> or <c>section 5</c>.</param>
/// <param name="Role">The role that decides.</param>
/// <param name="Acts">The kinds of act it covers.</param>
/// <param name="Least">The least amount in pounds, inclusive, or null.</param>
/// <param name="Most">The greatest amount in pounds, inclusive, or null.</param>
/// <param name="Says">What it is about, in words.</param>
/// <param name="Source">The decision that says so.</param>
public sealed record Provision(string Paragraph, SchemeRole Role, IReadOnlyList<Act> Acts, decimal? Least, decimal? Most, string Says, string Source)
{
    /// <summary>Whether an amount lies within the limits.</summary>
    public bool Holds(decimal amount) => (Least is null || amount >= Least) && (Most is null || amount <= Most);
}

/// <summary>A kind of act that a scheme gives to a role.</summary>
public enum Act
{
    /// <summary>A business case, revenue or capital.</summary>
    Spending,

    /// <summary>A contract: its procurement strategy and award.</summary>
    Contract,

    /// <summary>The award of an individual grant.</summary>
    Grant,

    /// <summary>A significant strategy, plan or policy.</summary>
    Policy,

    /// <summary>Passing a power on.</summary>
    Delegation,
}

/// <summary>The names of the kinds of act.</summary>
public static class Acts
{
    /// <summary>The kinds by their names in the rules: <c>spending</c>, <c>contract</c>, <c>grant</c>, <c>policy</c>, <c>delegation</c>.</summary>
    public static IReadOnlyDictionary<string, Act> ByName { get; } =
        Enum.GetValues<Act>().ToDictionary(act => act.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>A kind of act at the head of a sentence.</summary>
    public static string Words(this Act act) => act switch
    {
        Act.Spending => "Spending",
        Act.Contract => "A contract",
        Act.Grant => "A grant",
        Act.Policy => "A policy or strategy",
        Act.Delegation => "Passing a power on",
    };
}
