using System.Globalization;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>A request beside others that it may be a part with.</summary>
/// <param name="Reference">The reference of its decision, or the draft's.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="Supplier">The supplier or grant holder, or null.</param>
/// <param name="Commitment">The commitment that it serves, or null.</param>
/// <param name="Category">The procurement category, in the body's own words, or null.</param>
public sealed record Purchase(string Reference, Request Request, string? Supplier = null, string? Commitment = null, string? Category = null)
{
    /// <summary>Whether it is only asked for: it has no day of its own yet, and is taken with the day of what it stands beside.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Parts that together reach a limit which this one alone does not.</summary>
/// <param name="Tie">What they have in common.</param>
/// <param name="With">The references of the earlier ones, oldest first.</param>
/// <param name="Together">All of them together, in pounds, each as it was asked for.</param>
/// <param name="Message">What is reached, in a sentence.</param>
/// <param name="Why">Every figure, rule and day used, a sentence each.</param>
public sealed record SplitWarning(SplittingTie Tie, IReadOnlyList<string> With, decimal Together, string Message, IReadOnlyList<string> Why)
{
    /// <summary>Every part with its sum and day, and what they have in common, in a sentence.</summary>
    public string Figures { get; init; } = "";
}

/// <summary>Sees whether requests that belong together stay below a limit that the whole would reach.</summary>
public static class Splitting
{
    /// <summary>The warnings about one request beside earlier ones: for each tie at most one about who decides and one about procurement.</summary>
    /// <param name="now">The request.</param>
    /// <param name="earlier">Others; those of a later day, without a day or without a sum are left out, and so is the request itself.</param>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<SplitWarning> Warnings(Purchase now, IReadOnlyList<Purchase> earlier, RuleBook rules)
    {
        if (now.Request is not { Day: { } day, Greatest: not null, IsForMoney: true })
        {
            return [];
        }

        return [.. from rule in rules.Splitting.Where(rule => rule.Effect.Covers(day))
                   let parts = earlier.Where(other => Belongs(now, other, rule, day)).OrderBy(other => other.Request.Day).ThenBy(other => other.Reference, StringComparer.Ordinal).ToList()
                   where parts.Count > 0
                   from warning in new[] { OnScheme(now, parts, rule, rules), OnThreshold(now, [.. parts.Where(part => part.Request.Acts.Contains(Act.Contract))], rule, rules) }
                   where warning is not null
                   select warning];
    }

    /// <summary>A supplier, commitment or category as it is compared: two that have the same are the same. Null where nothing is named.</summary>
    public static string? Key(string? name) => WordSearch.Plain(name) is { Length: > 0 } plain ? plain : null;

    private static bool Belongs(Purchase now, Purchase other, SplittingRule rule, DateOnly day) =>
        other.Reference != now.Reference
        && other.Request is { Greatest: not null, IsForMoney: true, Day: { } then } && then <= day && then >= day.AddMonths(-rule.Months)
        && other.Request.Body == now.Request.Body
        && rule.Tie switch
        {
            SplittingTie.Supplier => Same(now.Supplier, other.Supplier),
            SplittingTie.CommitmentAndCategory => Same(now.Commitment, other.Commitment) && Same(now.Category, other.Category),
        };

    private static bool Same(string? one, string? other) =>
        Key(one) is { } key && key == Key(other);

    private static SplitWarning? OnScheme(Purchase now, List<Purchase> parts, SplittingRule rule, RuleBook rules)
    {
        var alone = now.Request with { Acts = [.. now.Request.Acts.Where(act => act is Act.Spending or Act.Contract or Act.Grant)], Sums = [now.Request.Greatest!], Whole = null };
        var together = Together(now, parts);
        var whole = WhoDecides.Of(alone with { Sums = [new(together)] }, rules);
        var part = WhoDecides.Of(alone, rules);
        if (part.Role is null || whole.Role == part.Role && whole.NotKnown.Count <= part.NotKnown.Count)
        {
            return null;
        }

        if (whole.Role is { } role && role.Rank < part.Role.Rank)
        {
            return Warning(now, parts, rule, $"Together they come to {AuthorityWords.Of(together)}, which is for {role.Name} to decide; this one alone is for {part.Role.Name}.", whole.Why);
        }

        return whole.NotKnown is [.., var open]
            ? Warning(now, parts, rule, $"Together they come to {AuthorityWords.Of(together)}, which is no longer surely for {part.Role.Name} to decide. {open}", whole.Why)
            : null;
    }

    private static SplitWarning? OnThreshold(Purchase now, List<Purchase> parts, SplittingRule rule, RuleBook rules)
    {
        if (parts.Count == 0 || ProcurementRoute.Of(now.Request, rules).Route != Route.BelowThreshold)
        {
            return null;
        }

        var whole = ProcurementRoute.Of(now.Request, [now.Request.Greatest!, .. parts.Select(part => part.Request.Greatest!)], rules);
        var reaches = whole.Route switch
        {
            Route.Full => "reaches",
            Route.NotKnown => "may reach",
            _ => null,
        };
        return reaches is null
            ? null
            : Warning(now, parts, rule, $"Together they come to {AuthorityWords.Of(Together(now, parts))}, which {reaches} the threshold of the {whole.Threshold!.Regime}; this one alone does not.", [.. whole.Why, .. whole.NotKnown]);
    }

    private static decimal Together(Purchase now, List<Purchase> parts) => now.Request.Greatest!.Pounds + parts.Sum(part => part.Request.Greatest!.Pounds);

    private static SplitWarning Warning(Purchase now, List<Purchase> parts, SplittingRule rule, string message, IReadOnlyList<string> why)
    {
        var tie = rule.Tie switch
        {
            SplittingTie.Supplier => $"the same supplier, {now.Supplier}",
            SplittingTie.CommitmentAndCategory => $"the same commitment, {now.Commitment}, and procurement category, {now.Category}",
        };
        var listed = parts.Select(part => $"{part.Reference} of {AuthorityWords.Of(part.Request.Day!.Value)} for {AuthorityWords.Of(part.Request.Greatest!.Pounds)}");
        var figures = parts.Select(part => part.IsOpen
            ? $"{AuthorityWords.Of(part.Request.Greatest!.Pounds)} asked for in {part.Reference}, which is not signed yet"
            : $"{AuthorityWords.Of(part.Request.Greatest!.Pounds)} on {AuthorityWords.Of(part.Request.Day!.Value)} ({part.Reference})");
        return new(rule.Tie, [.. parts.Select(part => part.Reference)], Together(now, parts), message,
        [
            string.Create(CultureInfo.InvariantCulture, $"Within {rule.Months} months they have {tie}: this one for {AuthorityWords.Of(now.Request.Greatest!.Pounds)}, {string.Join(", ", listed)} ({rule.Source})."),
            .. why,
        ])
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", figures)} and {AuthorityWords.Of(now.Request.Greatest!.Pounds)} now have {tie}, within {rule.Months} months."),
        };
    }
}
