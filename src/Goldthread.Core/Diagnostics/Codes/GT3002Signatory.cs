using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The signatory's role is below the level that the scheme requires, whatever is cited.</summary>
internal static partial class GT3002Signatory
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (SchemeCase.Of(one) is { } scheme
            && scheme.Scheme.RoleOf(one.Decision.DecisionMaker.Role) is { } signatory
            && Required(one, scheme, signatory) is { } required)
        {
            yield return new("GT3002", $"{one.Decision.DecisionMaker.Role} decides, and {required}.", "/decisionMaker/role");
        }
    }

    private static string? Required(DecisionCase one, SchemeCase scheme, SchemeRole signatory) =>
        scheme.Acts.Select(act => Required(one, scheme, signatory, act)).FirstOrDefault(required => required is not null);

    private static string? Required(DecisionCase one, SchemeCase scheme, SchemeRole signatory, Act act)
    {
        var provisions = scheme.Version.Provisions.Where(provision => provision.Acts.Contains(act) && IsMeant(one, act)).ToList();
        var limited = provisions.Exists(provision => provision.Least is not null || provision.Most is not null);
        if (provisions.Count == 0 || (limited && scheme.Greatest is null))
        {
            return null;
        }

        var holding = limited ? provisions.Where(provision => provision.Holds(scheme.Greatest!.Value)).ToList() : provisions;
        return holding.Count == 0
            ? Beyond(provisions, signatory, scheme.Greatest!.Value)
            : holding.TrueForAll(provision => provision.Role.Rank < signatory.Rank) ? Above(holding.MaxBy(provision => provision.Role.Rank)!, scheme) : null;
    }

    // Only a strategy or plan by name is surely a significant one.
    private static bool IsMeant(DecisionCase one, Act act) =>
        act != Act.Policy || one.Asks.Where(ask => ask.Acts.Contains(Act.Policy)).Any(ask => Significant().IsMatch(ask.Text));

    private static string Above(Provision provision, SchemeCase scheme) =>
        $"{provision.Says}{Limit(provision, scheme)} {(provision.Least is null && provision.Most is null ? "is" : "are")} for {provision.Role.Name} to decide (paragraph {provision.Paragraph})";

    private static string Limit(Provision provision, SchemeCase scheme) => (provision.Least, scheme.Greatest) switch
    {
        ({ } least, { } amount) => $" of {Sum.Show(least)} and above, such as this one of {Sum.Show(amount)},",
        (null, { } amount) when provision.Most is { } most => $" of {Sum.Show(most)} or less, such as this one of {Sum.Show(amount)},",
        _ => "",
    };

    private static string? Beyond(List<Provision> provisions, SchemeRole signatory, decimal amount)
    {
        var own = provisions.Where(provision => provision.Role.Rank <= signatory.Rank && provision.Most < amount).MaxBy(provision => provision.Most);
        var higher = provisions.Exists(provision => provision.Least > amount && provision.Role.Rank < signatory.Rank);
        return own is not null && higher
            ? $"the limit of {own.Role.Name} is {Sum.Show(own.Most!.Value)} (paragraph {own.Paragraph}), less than {Sum.Show(amount)}"
            : null;
    }

    [GeneratedRegex(@"\b(?:strategy|strategies|police and crime plan|annual report)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Significant();
}
