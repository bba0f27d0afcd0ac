using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The signatory's role is below the level that the scheme requires, whatever is cited.</summary>
internal static class GT3002Signatory
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.WhoDecides is { Scheme: { } scheme } who
            && scheme.RoleOf(one.Decision.DecisionMaker.Role) is { } signatory
            && who.Acts.Select(act => Required(act, signatory)).FirstOrDefault(required => required is not null) is { } found)
        {
            yield return new("GT3002", $"{one.Decision.DecisionMaker.Role} decides, and {found}.", "/decisionMaker/role");
        }
    }

    private static string? Required(ActAuthority act, SchemeRole signatory) => act switch
    {
        { Decisive: { } decisive } => decisive.Role.Rank < signatory.Rank ? Above(decisive, act.Amount) : null,
        { Provisions.Count: > 0, Amount: { } amount } => Beyond(act.Provisions, signatory, amount),
        _ => null,
    };

    private static string Above(Provision provision, decimal? amount) =>
        $"{provision.Says}{Limit(provision, amount)} {(provision.Least is null && provision.Most is null ? "is" : "are")} for {provision.Role.Name} to decide ({AuthorityWords.Cite(provision)})";

    private static string Limit(Provision provision, decimal? asked) => (provision.Least, asked) switch
    {
        ({ } least, { } amount) => $" of {Sum.Show(least)} and above, such as this one of {Sum.Show(amount)},",
        (null, { } amount) when provision.Most is { } most => $" of {Sum.Show(most)} or less, such as this one of {Sum.Show(amount)},",
        _ => "",
    };

    private static string? Beyond(IReadOnlyList<Provision> provisions, SchemeRole signatory, decimal amount)
    {
        var own = provisions.Where(provision => provision.Role.Rank <= signatory.Rank && provision.Most < amount).MaxBy(provision => provision.Most);
        var higher = provisions.Any(provision => provision.Least > amount && provision.Role.Rank < signatory.Rank);
        return own is not null && higher
            ? $"the limit of {own.Role.Name} is {Sum.Show(own.Most!.Value)} ({AuthorityWords.Cite(own)}), less than {Sum.Show(amount)}"
            : null;
    }
}
