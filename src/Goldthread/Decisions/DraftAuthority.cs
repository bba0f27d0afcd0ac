using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;

namespace Goldthread.Decisions;

/// <summary>On what authority a draft would be decided: who must decide, by which procurement route, with which advice, each with why.</summary>
/// <param name="Who">Who must decide.</param>
/// <param name="Route">The procurement route.</param>
/// <param name="Advice">The advice demanded.</param>
public sealed record DraftAuthority(WhoDecides Who, ProcurementRoute Route, AdviceDemanded Advice)
{
    private const string ChiefExecutive = "chief-executive";

    /// <summary>Asks the rules of a day.</summary>
    public static DraftAuthority Of(DraftContent content, Decision decision, DateOnly day, RuleBook rules)
    {
        var request = RequestOf(content, decision, day, rules);
        return new(WhoDecides.Of(request, rules), ProcurementRoute.Of(request, rules), AdviceDemanded.For(request, rules));
    }

    /// <summary>What a draft asks for, by its words and by what its form says.</summary>
    public static Request RequestOf(DraftContent content, Decision decision, DateOnly day, RuleBook rules)
    {
        var request = Request.Of(decision with { DateSigned = day }, rules);
        request = request with { HandlesPersonalData = content["personal-data"] switch { "yes" => true, "no" => false, _ => request.HandlesPersonalData } };

        // What the form says of VAT, where it says one thing of all, holds for the sums of which the words say nothing.
        if (content.Money.Select(line => line.Vat).Distinct().ToList() is [var vat])
            request = request with { Sums = [.. request.Sums.Select(sum => sum.Vat == VatBasis.Unknown ? sum with { Vat = vat } : sum)] };
        return request;
    }

    /// <summary>Whether the scheme leaves it to the chief executive, or to a role below, and leaves nothing open.</summary>
    public bool IsLeftToChiefExecutive =>
        Who is { IsSettled: true, Role: { } role, Scheme: { } scheme } && scheme.Roles.FirstOrDefault(one => one.Role == ChiefExecutive) is { } chief && role.Rank >= chief.Rank;
}

/// <summary>Reviews drafts for whoever takes a step: what the checks find, and what the rules of the day say of authority and advice.</summary>
public sealed class DraftAuthorities(DraftReviews reviews)
{
    /// <summary>The rules.</summary>
    public Task<RuleBook> RulesAsync(CancellationToken stop) => reviews.RulesAsync(stop);

    /// <summary>The review, and the authority behind it.</summary>
    public async Task<(DraftReview Review, DraftAuthority Authority)> OfAsync(DraftEntry draft, DateOnly day, CancellationToken stop)
    {
        var review = await reviews.OfAsync(draft, day, stop);
        var rules = await reviews.RulesAsync(stop);
        var authority = DraftAuthority.Of(draft.Content, review.Decision, day, rules);
        return (review with { ElectionsOn = rules.PreElectionOn, Demanded = [.. authority.Advice.Demands.Select(demand => demand.Field)], MayChiefDecide = authority.IsLeftToChiefExecutive }, authority);
    }

    /// <summary>The review, as <see cref="DraftFlowService"/> asks for it: a <see cref="DraftReviewer"/>.</summary>
    public async Task<DraftReview> ReviewAsync(DraftEntry draft, DateOnly day, CancellationToken stop) => (await OfAsync(draft, day, stop)).Review;
}
