using Goldthread.Core.Diagnostics;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>How a decision comes out under rules: who must decide, by which route, and what the checks that ask the rules find.</summary>
/// <param name="WhoDecides">The role, with the paragraphs; or that it is not known.</param>
/// <param name="Route">The procurement route.</param>
/// <param name="Findings">What is found, each with its code.</param>
public sealed record DecisionOutcome(string WhoDecides, string Route, IReadOnlyList<string> Findings)
{
    /// <summary>The outcome of a decision under rules.</summary>
    public static DecisionOutcome Of(Decision decision, RuleBook rules)
    {
        var request = Request.Of(decision, rules);
        var who = Authorities.WhoDecides.Of(request, rules);
        var route = ProcurementRoute.Of(request, rules);
        return new(
            who.Role is { } role ? $"{role.Name} ({string.Join(", ", who.Provisions.Select(AuthorityWords.Cite).Distinct(StringComparer.Ordinal))}){(who.IsSettled ? "" : ", not settled")}" : "Not known",
            route.Route switch
            {
                Authorities.Route.NoContract => "No contract",
                Authorities.Route.BelowThreshold => $"Below the threshold of the {route.Threshold!.Regime}",
                Authorities.Route.Full => $"The full procedure of the {route.Threshold!.Regime}",
                Authorities.Route.NotKnown => "Not known",
            },
            [.. Checks.ByRules(decision, rules).Select(finding => $"{finding.Code}: {finding.Message}")]);
    }

    /// <summary>What comes out differently for a decision under other rules.</summary>
    public static IReadOnlyList<OutcomeChange> Changes(Decision decision, RuleBook before, RuleBook after)
    {
        var (was, isNow) = (Of(decision, before), Of(decision, after));
        return
        [
            .. was.WhoDecides == isNow.WhoDecides ? [] : new[] { new OutcomeChange("Who must decide", was.WhoDecides, isNow.WhoDecides) },
            .. was.Route == isNow.Route ? [] : new[] { new OutcomeChange("Procurement route", was.Route, isNow.Route) },
            .. was.Findings.Except(isNow.Findings, StringComparer.Ordinal).Select(gone => new OutcomeChange("No longer found", gone, "")),
            .. isNow.Findings.Except(was.Findings, StringComparer.Ordinal).Select(come => new OutcomeChange("Newly found", "", come)),
        ];
    }
}

/// <summary>Something about a decision that comes out differently under other rules.</summary>
/// <param name="What">What: who must decide, the route, a finding.</param>
/// <param name="Before">How it came out; empty for a new finding.</param>
/// <param name="After">How it comes out now; empty for a finding that is gone.</param>
public sealed record OutcomeChange(string What, string Before, string After);
