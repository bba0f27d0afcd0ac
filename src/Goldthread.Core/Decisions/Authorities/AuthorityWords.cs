using System.Globalization;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>The words in which the answers about authority are put.</summary>
internal static class AuthorityWords
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(decimal pounds) => Money.Money.FromPounds(pounds).ToString();

    public static string Of(VatBasis basis) => basis switch
    {
        VatBasis.Unknown => "not said whether with VAT",
        VatBasis.Excluded => "without VAT",
        VatBasis.Included => "with VAT",
        VatBasis.None => "on which no VAT is paid",
    };

    public static string OfAmount(ActAuthority act) => act is { IsLimited: true, Amount: { } amount } ? $" of {Of(amount)}" : "";

    /// <summary>A paragraph as a sentence cites it: <c>paragraph 4.8</c>, <c>section 5</c>.</summary>
    public static string Cite(Provision provision) =>
        provision.Paragraph.Length > 0 && char.IsDigit(provision.Paragraph[0]) ? $"paragraph {provision.Paragraph}" : provision.Paragraph;

    /// <summary>Several paragraphs as a sentence cites them: <c>paragraphs 4.8 and 4.13</c>.</summary>
    public static string Cite(IReadOnlyList<Provision> provisions)
    {
        var cited = provisions.Select(provision => provision.Paragraph).Where(paragraph => paragraph.Length > 0).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering)).ToList();
        if (cited.Count < 2 || !cited.TrueForAll(paragraph => char.IsDigit(paragraph[0])))
            return string.Join(" and ", cited.Select(paragraph => char.IsDigit(paragraph[0]) ? $"paragraph {paragraph}" : paragraph));
        return $"paragraphs {string.Join(", ", cited.SkipLast(1))} and {cited[^1]}";
    }

    /// <summary>What a provision covers, with its limits.</summary>
    public static string Says(Provision provision) => (provision.Least, provision.Most) switch
    {
        ({ } least, { } most) => $"{provision.Says} from {Of(least)} to {Of(most)}",
        ({ } least, null) => $"{provision.Says} of {Of(least)} and above",
        (null, { } most) => $"{provision.Says} of {Of(most)} or less",
        _ => provision.Says,
    };

    /// <summary>What a scheme leaves open about an act, or null.</summary>
    public static string? Open(ActAuthority act, SchemeVersion version)
    {
        if (act.Decisive is not null)
        {
            return null;
        }

        if (act.Act == Act.Policy && version.Provisions.FirstOrDefault(provision => provision.Acts.Contains(Act.Policy)) is { } policy && act.Provisions.Count == 0)
        {
            return $"Whether the policy or strategy is a significant one: those are for {policy.Role.Name} to decide ({Cite(policy)}).";
        }

        return act switch
        {
            { Provisions.Count: 0 } => $"Who decides this: {Inside(act.Act)}. What is known of the scheme does not speak of it.",
            { Amount: null } => $"Who decides this: {Inside(act.Act)}. That depends on the amount, and none is given.",
            { Gap: var (below, above) } => $"Who decides this: {Inside(act.Act)} of {Of(act.Amount.Value)}. It is nobody's amount: {below.Role.Name} decides up to {Of(below.Most!.Value)} ({Cite(below)}, {below.Source}), {above.Role.Name} from {Of(above.Least!.Value)} ({Cite(above)}, {above.Source}).",
            _ => $"Who decides this: {Inside(act.Act)} of {Of(act.Amount.Value)}. No limit known of the scheme holds that amount.",
        };
    }

    private static string Inside(Act act) => char.ToLowerInvariant(act.Words()[0]) + act.Words()[1..];
}
