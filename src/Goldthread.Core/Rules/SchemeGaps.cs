using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Money;

namespace Goldthread.Core.Rules;

/// <summary>Finds amounts that a scheme gives to nobody or to two roles, and paragraphs with two meanings.</summary>
internal static class SchemeGaps
{
    public static IEnumerable<RuleGap> Of(Scheme scheme) =>
    [
        .. RuleGaps.Days(scheme.File, "scheme's version", [.. scheme.Versions.Select(version => version.Effect)]),
        .. scheme.Versions.SelectMany(version => Unknown(scheme, version)),
        .. scheme.Versions.SelectMany(version => Enum.GetValues<Act>().SelectMany(act => Amounts(scheme, version, act))),
        .. scheme.Versions.SelectMany(version => Meanings(scheme, version)),
    ];

    /// <summary>The nearest limits around an amount that no provision for the act holds, or null.</summary>
    public static (Provision Below, Provision Above)? Between(SchemeVersion version, Act act, decimal amount)
    {
        var limits = version.Provisions.Where(provision => provision.Acts.Contains(act)).ToList();
        var below = limits.Where(provision => provision.Most < amount).MaxBy(provision => provision.Most);
        var above = limits.Where(provision => provision.Least > amount).MinBy(provision => provision.Least);
        return below is not null && above is not null && !limits.Any(provision => provision.Holds(amount)) ? (below, above) : null;
    }

    private static IEnumerable<RuleGap> Unknown(Scheme scheme, SchemeVersion version)
    {
        if (version.Provisions.Count == 0)
        {
            yield return new(scheme.File, $"Nothing is known of the version “{version.Name}” ({version.Effect}).");
        }
    }

    private static IEnumerable<RuleGap> Amounts(Scheme scheme, SchemeVersion version, Act act)
    {
        var steps = version.Provisions.Where(provision => provision.Acts.Contains(act)).OrderBy(provision => provision.Least ?? 0).ToList();
        foreach (var (lower, upper) in steps.Zip(steps.Skip(1)))
        {
            if (lower.Most is not { } most || upper.Least is not { } least || least <= most)
            {
                yield return new(scheme.File, $"{Who(version, act)} overlaps: {lower.Role.Name} ({AuthorityWords.Cite(lower)}) and {upper.Role.Name} ({AuthorityWords.Cite(upper)}) both hold some amounts.");
            }
            else if (least > most + 0.01m)
            {
                yield return new(scheme.File, $"{Who(version, act)} above {Money.Money.FromPounds(most)} and below {Money.Money.FromPounds(least)} belongs to nobody: {lower.Role.Name} ends at the one ({AuthorityWords.Cite(lower)}), {upper.Role.Name} begins at the other ({AuthorityWords.Cite(upper)}).");
            }
        }
    }

    private static IEnumerable<RuleGap> Meanings(Scheme scheme, SchemeVersion version) =>
        from provision in version.Provisions
        group provision by provision.Paragraph into cited
        where cited.Count() > 1
        select new RuleGap(scheme.File, $"Paragraph {cited.Key} of “{version.Name}” is known with {cited.Count()} meanings: {string.Join("; ", cited.Select(p => $"{p.Says} ({p.Source})"))}. Whether one text or two is not known.");

    private static string Who(SchemeVersion version, Act act) => $"In “{version.Name}”, {act.ToString().ToLowerInvariant()}";
}
