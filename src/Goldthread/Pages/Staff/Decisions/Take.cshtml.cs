using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>
/// Takes one step with a decision. What stops it is named before anything is typed, and nothing typed is lost: not where
/// somebody else was quicker, and not where a new proof is asked for.
/// </summary>
[KeepsFields("text", "money")]
public sealed class TakeModel(
    DraftService drafts, DraftFlowService flow, DraftSteps steps, DraftAuthorities authorities, DraftHistory history, Notices notices, CurrentPerson current, TimeProvider clock)
    : DraftPage(drafts, current)
{
    /// <inheritdoc/>
    public override string Here => "steps";

    /// <summary>The act as it stands in the address.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The step with what stops it; null where it cannot be taken now, or not by her.</summary>
    public StepShown? Shown { get; private set; }

    /// <summary>Why, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Fields of advice to ask for besides those demanded.</summary>
    [BindProperty]
    public List<string> Fields { get; set; } = [];

    /// <summary>Whether publication is deferred to a <c>day</c> or an <c>event</c>.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>The day, as typed.</summary>
    [BindProperty(Name = "day")]
    public string? OnDay { get; set; }

    /// <summary>The event, as typed.</summary>
    [BindProperty]
    public string? Event { get; set; }

    /// <summary>The choice made in the period before an election.</summary>
    [BindProperty]
    public string? Election { get; set; }

    /// <summary>The version of the draft that she saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What she saw of it.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What changed since she saw it.</summary>
    public IReadOnlyList<string> Since { get; private set; } = [];

    /// <summary>The advice that the rules demand.</summary>
    public DraftAuthority Authority { get; private set; } = null!;

    /// <summary>The elections before which the day of publication falls.</summary>
    public IReadOnlyList<Core.Rules.PollingDay> Elections { get; private set; } = [];

    /// <summary>Who is to be told of a withdrawal.</summary>
    public IReadOnlyList<string> ToTell { get; private set; } = [];

    /// <summary>Whether it was withdrawn just now.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>The fields that can be corrected, with what stands in each input.</summary>
    public IReadOnlyList<(DraftField Field, string Text)> Words { get; private set; } = [];

    /// <summary>Where she proves that it is she and comes back.</summary>
    public string ProofAddress => $"/sign-in/again?back={Uri.EscapeDataString($"{Address}/take/{Act}")}";

    /// <summary>Shows the form of the step.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string act)
    {
        if (await LoadAsync(id, act) is { } missing)
            return missing;
        if (Shown is { Step.Grave: true, Stops.Count: 0 } && IsStale)
            return LocalRedirect(ProofAddress);
        (Until, Event, Reason) = (Draft.Content["publish"] is "event" ? "event" : "day", Draft.Content["deferred-event"], Act == "defer" ? Draft.Content["deferral-reason"] : "");
        OnDay = DateOnly.TryParseExact(Draft.Content["deferred-until"], "yyyy-MM-dd", out var day) ? Wording.Date(day) : "";
        Seen = await SeenAsync();
        return Page();
    }

    /// <summary>Asks for advice.</summary>
    public Task<IActionResult> OnPostAskAdviceAsync(Guid id) => TakeAsync(id, DraftAct.AskAdvice, request => request with { Advice = [.. Fields.Select(Roles.ParseField).OfType<AdviceField>()] });

    /// <summary>Sends it to the chief executive.</summary>
    public Task<IActionResult> OnPostSendOnAsync(Guid id) => TakeAsync(id, DraftAct.SendOn);

    /// <summary>Takes it back.</summary>
    public Task<IActionResult> OnPostTakeBackAsync(Guid id) => TakeAsync(id, DraftAct.TakeBack);

    /// <summary>Gives it up.</summary>
    public Task<IActionResult> OnPostAbandonAsync(Guid id) => TakeAsync(id, DraftAct.Abandon);

    /// <summary>Publishes it.</summary>
    public Task<IActionResult> OnPostPublishAsync(Guid id) => TakeAsync(id, DraftAct.Publish, request => Chosen(request, flow.Today));

    /// <summary>Defers its publication.</summary>
    public Task<IActionResult> OnPostDeferAsync(Guid id) => TakeAsync(id, DraftAct.Defer, request =>
    {
        var day = Until == "day" ? Day(OnDay, "day") : null;
        if (Until == "day" && day is null && ErrorOf("day") is null)
            ModelState.AddModelError("day", "Enter the day on which it is published, such as 31/3/2027");
        if (Until == "event" && string.IsNullOrWhiteSpace(Event))
            ModelState.AddModelError("event", "Name the event after which it is published");
        request = request with { DeferUntil = day, DeferEvent = Until == "event" ? Event ?? "" : "" };
        return day is { } known ? Chosen(request, known) : request;
    });

    /// <summary>Corrects its words.</summary>
    public Task<IActionResult> OnPostCorrectAsync(Guid id) => TakeAsync(id, DraftAct.Correct, request =>
        request with { Corrections = Words.Where(word => word.Text != Draft.Content[word.Field.Name]).ToDictionary(word => word.Field.Name, word => word.Text, StringComparer.Ordinal) });

    /// <summary>Withdraws it.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id) => TakeAsync(id, DraftAct.Withdraw);

    private RuleBook rules = null!;

    private bool IsStale => Me.ProvedAt + Access.Fresh < clock.GetUtcNow().UtcDateTime;

    private async Task<IActionResult> TakeAsync(Guid id, DraftAct act, Func<StepRequest, StepRequest>? with = null)
    {
        if (await LoadAsync(id, DraftSteps.SlugOf(act)) is { } missing)
            return missing;
        var request = new StepRequest(Version) { Reason = Reason ?? "" };
        if (with is not null)
            request = with(request);
        if (ModelState.IsValid)
        {
            var outcome = await flow.TakeAsync(id, act, request, Me, authorities.ReviewAsync, HttpContext.RequestAborted);
            if (outcome.Fault is not { } fault)
                return act == DraftAct.Withdraw ? await WithdrawnAsync(id) : LocalRedirect($"{Address}/steps");
            if (fault == DraftOutcome.Nothing.Fault)
                return NotFound();
            await SayAsync(id, fault);
        }

        return Page();
    }

    private async Task SayAsync(Guid id, Register.People.PersonFault fault)
    {
        ModelState.AddModelError(fault.Field switch { "deferred-until" => "day", "deferred-event" => "event", "" => "main", var field => field }, fault.Message);
        if (fault.Code is not ("changed" or "state"))
            return;

        // What she saw is not what is there: she is told what changed, and decides again on what she sees now.
        await FindAsync(id);
        Since = DraftSeen.Since(Seen, Draft, await history.ListAsync(id, Me, HttpContext.RequestAborted));
        await LoadAsync(id, Act);
        (Version, Seen) = (Head.Version, await SeenAsync());
    }

    private async Task<IActionResult> WithdrawnAsync(Guid id)
    {
        var tell = ToTell;
        await LoadAsync(id, Act);
        (IsWithdrawn, ToTell) = (true, tell);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid id, string act)
    {
        if (DraftSteps.ActOf(act) is not { } wanted || DraftSteps.IsDeciding(wanted) || await FindAsync(id) is not null)
            return NotFound();
        Act = act;
        Shown = (await steps.ForAsync(Draft, Me, HttpContext.RequestAborted)).FirstOrDefault(step => step.Step.Act == wanted);
        Authority = (await authorities.OfAsync(Draft, flow.Today, HttpContext.RequestAborted)).Authority;
        rules = await authorities.RulesAsync(HttpContext.RequestAborted);
        Elections = wanted is DraftAct.Publish or DraftAct.Defer ? rules.PreElectionOn(flow.Today) : [];
        if (wanted == DraftAct.Withdraw)
            ToTell = await notices.ToTellAsync(Draft, HttpContext.RequestAborted);
        if (wanted == DraftAct.Correct)
            Words = [.. DraftForm.Fields.Where(field => field.Group != DraftGroup.Publication).Select(field => (field, Typed is { } typed ? DraftInputs.TextOf(field, typed) : Draft.Content[field.Name]))];
        return null;
    }

    // What she has just sent, or what waited while she proved that it is she.
    private IFormCollection? Typed => Request.HasFormContentType ? Request.Form : Waited;

    private async Task<string> SeenAsync()
    {
        Version = Head.Version;
        return DraftSeen.Of(Draft, (await history.ListAsync(Head.Id, Me, HttpContext.RequestAborted)).Count);
    }

    // The elections before which it would be published; without a choice the service takes no step.
    private StepRequest Chosen(StepRequest request, DateOnly day)
    {
        Elections = rules.PreElectionOn(day);
        return request with { Election = Election ?? "" };
    }
}
