using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>Reads from a decision's words what it asks for.</summary>
internal static partial class RequestWords
{
    /// <summary>The request, without what only a look at every text of the decision can tell.</summary>
    public static Request Of(DecisionCase one)
    {
        var asked = Asked(one);
        return new Request
        {
            Body = one.Rules.SchemeOf(one.Decision.Reference)?.Body,
            Day = one.Decision.DateSigned,
            Acts = [.. one.Asks.SelectMany(ask => ask.Acts).Distinct()],
            Sums = asked.Count > 0 ? asked : Fallback(one),
            Whole = one.Asks.Any(ask => Addition().IsMatch(ask.Text)) ? Stated(one) : null,
            IsSignificantPolicy = one.Asks.Where(ask => ask.Acts.Contains(Act.Policy)).Any(ask => Significant().IsMatch(ask.Text)),
        };
    }

    // A sum and how it is divided is the sum alone; one that each recommendation names, and of which no greater is named anywhere, is one sum.
    private static List<AskedSum> Asked(DecisionCase one)
    {
        var each = one.Asks.Select(ask => Undivided([.. ask.Sums.Select(sum => VatWords.Asked(ask.Text, sum))])).Where(sums => sums.Count > 0).ToList();
        var all = Undivided([.. each.SelectMany(sums => sums)]);
        return each.Count > 1 && each.TrueForAll(sums => sums is [var only] && only.Pounds == all[0].Pounds) && all[0].Pounds >= Stated(one) ? [all[0]] : all;
    }

    private static List<AskedSum> Undivided(List<AskedSum> sums) =>
        sums.Count > 2 && sums.MaxBy(sum => sum.Pounds) is { } whole && sums.Sum(sum => sum.Pounds) == 2 * whole.Pounds ? [whole] : sums;

    private static decimal Stated(DecisionCase one) => one.Decision.Amounts.Select(amount => amount.Pounds).DefaultIfEmpty(0).Max();

    /// <summary>Whether title, summary and recommendations speak of a kind of act at all.</summary>
    public static bool Mentions(DecisionCase one, Act act) =>
        one.Request.Acts.Count == 0
        || one.Request.Acts.Contains(act)
        || one.Decision.Recommendations.Select(ask => ask.Text).Append(one.Decision.Title ?? "").Append(one.Decision.ExecutiveSummary ?? "").Any(text => About(act).IsMatch(text));

    // Where the recommendations give no sum: the one of the summary, or the one of the financial section.
    private static List<AskedSum> Fallback(DecisionCase one)
    {
        var summary = Once([one.Decision.ExecutiveSummary ?? ""]);
        var financial = Once(one.Financial.Select(passage => passage.Text));
        return !one.AsksForMoney ? [] : summary.Count == 1 ? summary : financial.Count == 1 ? financial : [];
    }

    private static List<AskedSum> Once(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Sum.In(text).Select(sum => VatWords.Asked(text, sum))).DistinctBy(sum => sum.Pounds)];

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

    // Only a strategy or plan by name is surely a significant one.
    [GeneratedRegex(@"\b(?:strategy|strategies|police and crime plan|annual report)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Significant();

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
