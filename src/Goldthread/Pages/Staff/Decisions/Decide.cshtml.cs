using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>
/// The one page on which a decision is taken: what is asked, with what money, on what authority, who advised what, what the
/// checks warn of, what changed, what is still open. It is signed, returned, refused or sent on at its end; what was typed
/// for one of these stays when another is chosen.
/// </summary>
public sealed class DecideModel(
    DraftService drafts, DraftFlowService flow, DraftSteps steps, DraftAuthorities authorities, DraftAdvice advices, DraftComments comments, DraftHistory history, CurrentPerson current)
    : DraftPage(drafts, current)
{
    private static readonly DraftState[] Deciding = [DraftState.ChiefExecutive, DraftState.DecisionMaker];

    /// <inheritdoc/>
    public override string Here => "decide";

    /// <summary>What the checks find.</summary>
    public DraftReview Review { get; private set; } = null!;

    /// <summary>On what authority it is decided.</summary>
    public DraftAuthority Authority { get; private set; } = null!;

    /// <summary>The last advice of each field.</summary>
    public IReadOnlyList<AdviceEntry> Advice { get; private set; } = [];

    /// <summary>The fields in which advice is demanded and missing.</summary>
    public IReadOnlyList<AdviceField> Missing { get; private set; } = [];

    /// <summary>The comments that are still open.</summary>
    public IReadOnlyList<CommentEntry> Comments { get; private set; } = [];

    /// <summary>What was written since it was last returned; null where it never was.</summary>
    public IReadOnlyList<DraftChange>? SinceReturn { get; private set; }

    /// <summary>The questions with which it was last returned.</summary>
    public StepEntry? Returned { get; private set; }

    /// <summary>What she can do, each with what stops it.</summary>
    public IReadOnlyList<StepShown> Steps { get; private set; } = [];

    /// <summary>The warnings that she has acknowledged before.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    /// <summary>The warnings that she acknowledges now, each by its subject.</summary>
    [BindProperty]
    public List<string> Acknowledged { get; set; } = [];

    /// <summary><c>none</c> where she declares that she has no interest, <c>some</c> where she declares one.</summary>
    [BindProperty]
    public string? Has { get; set; }

    /// <summary>The interests that she declares, as typed.</summary>
    [BindProperty]
    public string? Interests { get; set; }

    /// <summary>The questions with which she returns it.</summary>
    [BindProperty]
    public string? Questions { get; set; }

    /// <summary>The reasons for which she refuses it.</summary>
    [BindProperty]
    public string? Reasons { get; set; }

    /// <summary>The version that she saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What she saw of it.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What changed since she saw it.</summary>
    public IReadOnlyList<string> Since { get; private set; } = [];

    /// <summary>The warnings.</summary>
    public IReadOnlyList<DraftFinding> Warnings => [.. Review.Findings.Where(found => found.Severity == Severity.Warning)];

    /// <summary>The lines of money.</summary>
    public IReadOnlyList<MoneyLine> Money => Draft.Content.Money;

    /// <summary>The step of an act, where she may take it now.</summary>
    public StepShown? Step(DraftAct act) => Steps.FirstOrDefault(step => step.Step.Act == act);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await LoadAsync(id) is { } missing)
            return missing;
        if (!Deciding.Contains(Head.State))
            return LocalRedirect($"{Address}/steps");
        await SeeAsync();
        return Page();
    }

    /// <summary>Signs it.</summary>
    public Task<IActionResult> OnPostApproveAsync(Guid id)
    {
        if (Has is null)
            ModelState.AddModelError("has", "Say whether you have an interest to declare");
        else if (Has == "some" && string.IsNullOrWhiteSpace(Interests))
            ModelState.AddModelError("interests", "Say what interest you have");
        return TakeAsync(id, DraftAct.Approve, request => request with { Interests = Has == "none" ? "None." : Interests ?? "", Acknowledged = Acknowledged });
    }

    /// <summary>Sends it to the decision maker.</summary>
    public Task<IActionResult> OnPostRecommendAsync(Guid id) => TakeAsync(id, DraftAct.Recommend, request => request);

    /// <summary>Returns it with questions.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id) => TakeAsync(id, DraftAct.Return, request => request with { Reason = Questions ?? "" });

    /// <summary>Refuses it.</summary>
    public Task<IActionResult> OnPostRefuseAsync(Guid id) => TakeAsync(id, DraftAct.Refuse, request => request with { Reason = Reasons ?? "" });

    private async Task<IActionResult> TakeAsync(Guid id, DraftAct act, Func<StepRequest, StepRequest> with)
    {
        if (ModelState.IsValid)
        {
            var outcome = await flow.TakeAsync(id, act, with(new StepRequest(Version)), Me, authorities.ReviewAsync, HttpContext.RequestAborted);
            if (outcome.Fault is not { } fault)
                return LocalRedirect($"{AddressOf(id)}/steps");
            if (fault == DraftOutcome.Nothing.Fault)
                return NotFound();
            Say(fault, act);
        }

        if (await LoadAsync(id) is { } missing)
            return missing;
        if (Version != Head.Version)
        {
            Since = DraftSeen.Since(Seen, Draft, await history.ListAsync(id, Me, HttpContext.RequestAborted));
            await SeeAsync();
        }

        return Page();
    }

    private void Say(PersonFault fault, DraftAct act) => ModelState.AddModelError(fault.Code switch
    {
        "acknowledge" => "warnings",
        "reason" => act == DraftAct.Return ? "questions" : "reasons",
        "interests" => "interests",
        "advice" => "advice",
        _ => DraftSteps.SlugOf(act),
    }, fault.Message);

    private async Task SeeAsync() =>
        (Version, Seen) = (Head.Version, DraftSeen.Of(Draft, (await history.ListAsync(Head.Id, Me, HttpContext.RequestAborted)).Count));

    private async Task<IActionResult?> LoadAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        var stop = HttpContext.RequestAborted;
        (Review, Authority) = await authorities.OfAsync(Draft, flow.Today, stop);
        var advice = await advices.ListAsync(Draft, Me, stop);
        Advice = [.. advice.Where(one => one.IsLatest).OrderBy(one => one.Field)];
        Missing = DraftSteps.Missing(Review.Demanded, advice);
        Comments = [.. (await comments.ListAsync(Draft, Me, stop)).Where(comment => comment.ResolvedAt is null)];
        SinceReturn = await history.SinceAsync(Draft, DraftAct.Return, Me, stop);
        Returned = SinceReturn is null ? null : (await history.ListAsync(id, Me, stop)).LastOrDefault(step => step.Act == DraftAct.Return);
        Steps = [.. (await steps.ForAsync(Draft, Me, stop)).Where(step => DraftSteps.IsDeciding(step.Step.Act))];
        Known = await flow.AcknowledgedAsync(id, Me, stop);
        return null;
    }
}
