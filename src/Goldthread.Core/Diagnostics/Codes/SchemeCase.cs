using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A decision beside its body's scheme: what kind of act it is and how much it is for.</summary>
internal sealed partial class SchemeCase
{
    private readonly DecisionCase one;

    private SchemeCase(DecisionCase one, Scheme scheme, SchemeVersion version)
    {
        this.one = one;
        Scheme = scheme;
        Version = version;
        Acts = one.Asks.SelectMany(ask => ask.Acts).ToHashSet();
        var asked = one.Asks.SelectMany(ask => ask.Sums).Select(sum => sum.Pounds).ToList();
        Amounts = asked.Count > 0 ? asked : Fallback();
    }

    public Scheme Scheme { get; }

    public SchemeVersion Version { get; }

    /// <summary>The kinds of act that the recommendations ask for.</summary>
    public IReadOnlySet<Act> Acts { get; }

    /// <summary>The sums asked for; where the recommendations give none, those of the summary or the one of the financial section.</summary>
    public IReadOnlyList<decimal> Amounts { get; }

    /// <summary>The greatest single sum, or null.</summary>
    public decimal? Greatest => Amounts.Count == 0 ? null : Amounts.Max();

    /// <summary>The most that the decision can be for: all sums together, or the whole contract where this is an addition to it.</summary>
    public decimal? AtMost =>
        Amounts.Count == 0 ? null
        : IsAddition ? Math.Max(Together(), Stated)
        : Together();

    private decimal Stated => one.Decision.Amounts.Select(amount => amount.Pounds).DefaultIfEmpty(0).Max();

    // A sum and how it is divided is the sum alone; one that two recommendations name, and of which no greater is named anywhere, is one sum.
    private decimal Together()
    {
        var asked = one.Asks.Select(ask => Whole(ask.Sums.Select(sum => sum.Pounds).ToList())).Where(sums => sums.Count > 0).ToList();
        var all = asked.Count == 0 ? Amounts : Whole([.. asked.SelectMany(sums => sums)]);
        return all.Max() >= Stated && asked.Count > 1 && asked.TrueForAll(sums => sums is [var only] && only == all[0]) ? all[0] : all.Sum();
    }

    private static List<decimal> Whole(List<decimal> sums) =>
        sums.Count > 2 && sums.Sum() == 2 * sums.Max() ? [sums.Max()] : sums;

    private bool IsAddition => one.Asks.Any(ask => Addition().IsMatch(ask.Text));

    /// <summary>The case, where the body's scheme is known for the decision's date.</summary>
    public static SchemeCase? Of(DecisionCase one) =>
        one.Rules.SchemeOf(one.Decision.Reference) is { } scheme && scheme.VersionOn(one.Decision.DateSigned) is { Provisions.Count: > 0 } version
            ? new SchemeCase(one, scheme, version)
            : null;

    /// <summary>Whether the words of title, summary and recommendations speak of a kind of act at all.</summary>
    public bool Mentions(Act act) => Acts.Count == 0 || Acts.Contains(act) || Words().Any(text => About(act).IsMatch(text));

    private IEnumerable<string> Words() =>
        one.Decision.Recommendations.Select(ask => ask.Text).Append(one.Decision.Title ?? "").Append(one.Decision.ExecutiveSummary ?? "");

    private List<decimal> Fallback()
    {
        var summary = Sum.In(one.Decision.ExecutiveSummary ?? "").Select(sum => sum.Pounds).Distinct().ToList();
        var financial = one.Financial.SelectMany(passage => Sum.In(passage.Text)).Select(sum => sum.Pounds).Distinct().ToList();
        return !one.AsksForMoney ? [] : summary.Count == 1 ? summary : financial.Count == 1 ? financial : [];
    }

    private static Regex About(Act act) => act switch
    {
        Act.Spending => Spending(),
        Act.Contract => Contract(),
        Act.Grant => Grant(),
        Act.Policy => Policy(),
        Act.Delegation => Delegation(),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "There are five kinds of act."),
    };

    [GeneratedRegex(@"\b(?:variation|vary|extend\w*|extension|additional|increas\w*|uplift|further|top[- ]?up|supplement\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addition();

    [GeneratedRegex(@"£|\b(?:expenditure|spend\w*|budget|business case|capital|revenue|fund\w*|cost\w*|award\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spending();

    [GeneratedRegex(@"\b(?:contract\w*|procur\w*|tender\w*|suppliers?|call[- ]off|purchas\w*|commission(?:ing|ed)?|provider)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contract();

    [GeneratedRegex(@"\bgrants?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grant();

    [GeneratedRegex(@"\b(?:strateg(?:y|ies|ic)|polic(?:y|ies)|plans?|annual report|framework|charter)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Policy();

    [GeneratedRegex(@"\bdelegat\w*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Delegation();
}
