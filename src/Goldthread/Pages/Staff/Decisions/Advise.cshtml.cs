using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Microsoft.AspNetCore.Mvc;
using PersonRole = Goldthread.Core.People.Role;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>One calm page for an adviser: the words on which she advises, what the checks find in them, and one field to write in.</summary>
public sealed class AdviseModel(DraftService drafts, DraftFlowService flow, DraftAdvice advices, DraftAuthorities authorities, CurrentPerson current) : DraftPage(drafts, current)
{
    /// <inheritdoc/>
    public override string Here => "advice";

    /// <summary>The field in which she advises.</summary>
    public AdviceField Field { get; private set; }

    /// <summary>The field in words.</summary>
    public string FieldWords => Field.Words();

    /// <summary>Her page.</summary>
    public string Own => $"{Address}/advise/{FieldWords.Replace(' ', '-')}";

    /// <summary>The last advice in her field.</summary>
    public AdviceEntry? Last { get; private set; }

    /// <summary>What the checks find in what she advises on.</summary>
    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    /// <summary>Why her advice is demanded; null where it is not.</summary>
    public Core.Decisions.Authorities.AdviceDemand? Demand { get; private set; }

    /// <summary>The fields on which she advises that say something.</summary>
    public IReadOnlyList<(DraftField Field, string Text)> Words { get; private set; } = [];

    /// <summary>Her advice, as typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What she read, sealed.</summary>
    [BindProperty]
    public string? Seal { get; set; }

    /// <summary>Whether what she read was changed when she gave her advice.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether advice is still given on it.</summary>
    public bool IsOpen => Head.State is DraftState.Draft or DraftState.Advice or DraftState.ChiefExecutive or DraftState.DecisionMaker;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string field)
    {
        if (await LoadAsync(id, field) is { } missing)
            return missing;
        Text = Last is { State: AdviceState.Given } ? Last.Text : "";
        return Page();
    }

    /// <summary>Gives the advice.</summary>
    public Task<IActionResult> OnPostGiveAsync(Guid id, string field) =>
        AnswerAsync(id, field, () => advices.GiveAsync(id, Field, Text ?? "", Seal ?? "", Me, HttpContext.RequestAborted));

    /// <summary>Declines to advise.</summary>
    public Task<IActionResult> OnPostDeclineAsync(Guid id, string field) =>
        AnswerAsync(id, field, () => advices.DeclineAsync(id, Field, Text ?? "", Seal ?? "", Me, HttpContext.RequestAborted));

    /// <summary>Takes her advice back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, string field) =>
        AnswerAsync(id, field, () => advices.WithdrawAsync(id, Field, Text ?? "", Me, HttpContext.RequestAborted));

    private async Task<IActionResult> AnswerAsync(Guid id, string field, Func<Task<DraftOutcome>> answer)
    {
        var typed = Seal;
        if (await LoadAsync(id, field) is { } missing)
            return missing;
        var now = Seal;
        Seal = typed;
        var outcome = await answer();
        if (outcome == DraftOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"{Address}/advice");
        ModelState.AddModelError(fault.Field == "text" ? "text" : "main", fault.Message);
        (IsChanged, Seal) = (fault.Code == "changed", now);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid id, string field)
    {
        if (Roles.ParseField(field) is not { } known || !Me.Grounds.Any(ground => ground.Role == PersonRole.Adviser && ground.Advice == known) || await FindAsync(id) is not null)
            return NotFound();
        Field = known;
        var names = AdvisedOn.Fields(known);
        var (review, authority) = await authorities.OfAsync(Draft, flow.Today, HttpContext.RequestAborted);
        Findings = [.. review.Findings.Where(found => names.Contains(found.Field))];
        Demand = authority.Advice.Demands.FirstOrDefault(demand => demand.Field == known);
        Words = [.. names.Select(name => (DraftForm.Find(name)!, Draft.Content[name])).Where(word => word.Item2.Length > 0)];
        Last = (await advices.ListAsync(Draft, Me, HttpContext.RequestAborted)).FirstOrDefault(one => one.Field == known && one.IsLatest);
        Seal = DraftAdvice.Seal(known, Draft.Content);
        return null;
    }
}
