using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>Something that stops a step.</summary>
/// <param name="Words">What, in a sentence.</param>
/// <param name="Findings">The errors that it consists of, where it is errors.</param>
public sealed record StepStop(string Words, IReadOnlyList<DraftFinding> Findings);

/// <summary>A step that somebody may take, with what stops it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Step">The step.</param>
/// <param name="Stops">What stops it; nothing where it can be taken now.</param>
/// <param name="Warnings">How many warnings must be acknowledged with it.</param>
public sealed record StepShown(Guid Draft, FlowStep Step, IReadOnlyList<StepStop> Stops, int Warnings)
{
    /// <summary>The page on which it is taken.</summary>
    public string Address => DraftSteps.AddressOf(Draft, Step);
}

/// <summary>The steps that somebody may take with a draft, and what stops each: exactly what <see cref="DraftFlowService"/> would say.</summary>
public sealed class DraftSteps(DraftFlowService flow, DraftAdvice advice, DraftAuthorities authorities)
{
    private static readonly DraftAct[] Deciding = [DraftAct.Recommend, DraftAct.Approve, DraftAct.Return, DraftAct.Refuse];

    /// <summary>Whether an act is taken on the page of whoever decides, and not on a page of its own.</summary>
    public static bool IsDeciding(DraftAct act) => Deciding.Contains(act);

    /// <summary>An act as it stands in an address: <c>ask-advice</c>.</summary>
    public static string SlugOf(DraftAct act) => string.Concat(act.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

    /// <summary>The act of an address; null for none.</summary>
    public static DraftAct? ActOf(string slug) => Enum.GetValues<DraftAct>().Where(act => SlugOf(act) == slug).Select(act => (DraftAct?)act).FirstOrDefault();

    /// <summary>The page on which a step is taken.</summary>
    public static string AddressOf(Guid draft, FlowStep step) => IsDeciding(step.Act) ? $"/desk/decisions/{draft}/decide#{SlugOf(step.Act)}" : $"/desk/decisions/{draft}/take/{SlugOf(step.Act)}";

    /// <summary>The steps that she may take, in the order of the table.</summary>
    public async Task<IReadOnlyList<StepShown>> ForAsync(DraftEntry draft, Standing who, CancellationToken stop)
    {
        if (!DraftRules.MayRead(who) || DraftFlow.For(draft.Head.State, who) is not { Count: > 0 } steps)
            return [];
        var review = await authorities.ReviewAsync(draft, flow.Today, stop);
        var missing = steps.Any(step => step.WantsAdvice) ? Missing(review.Demanded, await advice.ListAsync(draft, who, stop)) : [];
        var known = steps.Any(step => step.WantsAcknowledgement) ? await flow.AcknowledgedAsync(draft.Head.Id, who, stop) : [];
        var shown = new List<StepShown>();
        foreach (var step in steps)
        {
            var stops = new List<StepStop>();
            if (step.ByAnother && await flow.IsWriterAsync(draft, step, who, stop))
                stops.Add(new StepStop("You wrote this or sent it on. Somebody else decides on it.", []));
            stops.AddRange(Stops(draft, step, review, missing));
            shown.Add(new StepShown(draft.Head.Id, step, stops, step.WantsAcknowledgement ? review.Findings.Count(found => found.Severity == Severity.Warning && !known.Contains(found.Subject)) : 0));
        }

        return shown;
    }

    /// <summary>The fields in which advice is demanded and does not stand.</summary>
    public static IReadOnlyList<AdviceField> Missing(IReadOnlyList<AdviceField> demanded, IReadOnlyList<AdviceEntry> advice) =>
        [.. demanded.Where(field => advice.FirstOrDefault(one => one.Field == field && one.IsLatest) is not { State: AdviceState.Given or AdviceState.Declined, Changed.Count: 0 })];

    private static IEnumerable<StepStop> Stops(DraftEntry draft, FlowStep step, DraftReview review, IReadOnlyList<AdviceField> missing)
    {
        if (step is { Act: DraftAct.Approve, From: DraftState.ChiefExecutive } && !review.MayChiefDecide)
            yield return new StepStop("The scheme does not leave this decision to the chief executive. Send it to the decision maker.", []);
        if (step.Act == DraftAct.Approve && draft.Head.Reference is null)
            yield return new StepStop("It has no reference yet.", []);
        if (step.Checks is { } checks && review.Findings.Where(found => found.Severity == Severity.Error && found.Step <= checks).ToList() is { Count: > 0 } errors)
            yield return new StepStop($"The checks found {(errors.Count == 1 ? "one error" : $"{Wording.Number(errors.Count)} errors")} that must be mended first:", errors);
        if (step.WantsAdvice && missing.Count > 0)
            yield return new StepStop($"Advice is missing, or was given on something else: {Wording.Join([.. missing.Select(field => field.Words())])}.", []);
    }
}
