using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Microsoft.AspNetCore.Mvc;
using PersonRole = Goldthread.Core.People.Role;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The advice on a decision, field by field: what the rules demand and why, what was asked for, what came of it, what changed since.</summary>
public sealed class AdviceModel(DraftService drafts, DraftFlowService flow, DraftAdvice advices, DraftAuthorities authorities, CurrentPerson current) : DraftPage(drafts, current)
{
    /// <inheritdoc/>
    public override string Here => "advice";

    /// <summary>On what authority it would be decided, and so which advice the rules demand.</summary>
    public DraftAuthority Authority { get; private set; } = null!;

    /// <summary>All advice, the latest first.</summary>
    public IReadOnlyList<AdviceEntry> All { get; private set; } = [];

    /// <summary>Fields to ask for.</summary>
    [BindProperty]
    public List<string> Fields { get; set; } = [];

    /// <summary>Why an officer no longer asks.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The last advice of each field.</summary>
    public IReadOnlyList<AdviceEntry> Latest => [.. All.Where(one => one.IsLatest).OrderBy(one => one.Field)];

    /// <summary>The fields in which advice is demanded and missing.</summary>
    public IReadOnlyList<AdviceField> Missing => DraftSteps.Missing([.. Authority.Advice.Demands.Select(demand => demand.Field)], All);

    /// <summary>The fields in which she advises.</summary>
    public IReadOnlyList<AdviceField> Mine => [.. Me.Grounds.Where(ground => ground.Role == PersonRole.Adviser).Select(ground => ground.Advice!.Value).Distinct().Order()];

    /// <summary>Whether advice is still given on it.</summary>
    public bool IsOpen => Head.State is DraftState.Draft or DraftState.Advice or DraftState.ChiefExecutive or DraftState.DecisionMaker;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        Authority = (await authorities.OfAsync(Draft, flow.Today, HttpContext.RequestAborted)).Authority;
        All = await advices.ListAsync(Draft, Me, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Asks for advice in more fields.</summary>
    public async Task<IActionResult> OnPostAskAsync(Guid id)
    {
        var fields = Fields.Select(Roles.ParseField).OfType<AdviceField>().ToList();
        if (fields.Count == 0)
            ModelState.AddModelError("fields", "Choose a field in which you ask for advice");
        return ModelState.IsValid ? await AfterAsync(id, await advices.AskAsync(id, fields, Me, HttpContext.RequestAborted)) : await OnGetAsync(id);
    }

    /// <summary>No longer asks for advice in a field.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, string? field) =>
        Roles.ParseField(field) is { } known ? await AfterAsync(id, await advices.WithdrawAsync(id, known, Reason ?? "", Me, HttpContext.RequestAborted)) : NotFound();

    private async Task<IActionResult> AfterAsync(Guid id, DraftOutcome outcome)
    {
        if (outcome == DraftOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"{AddressOf(id)}/advice");
        ModelState.AddModelError(fault.Field == "text" ? "reason" : "main", fault.Message);
        return await OnGetAsync(id);
    }
}
