using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Pathways;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>One proposal: what would change, whom it would bring, and the answer.</summary>
public sealed class ProposalModel(ProposalService proposals, Pathways.Coverage coverage, RecordAddress addresses, CurrentPerson current) : FormPage
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The proposal.</summary>
    public Proposal Proposal { get; private set; } = null!;

    /// <summary>What it changes, field by field.</summary>
    public EntryChanges Changes { get; private set; } = new([], []);

    /// <summary>For each kind of help, how many situations would newly reach it and how many would no longer; null where it cannot be said.</summary>
    public IReadOnlyList<(string Need, long Gained, long Lost)>? Effect { get; private set; }

    /// <summary>The day that the effect is worked out for.</summary>
    public DateOnly Looked { get; private set; }

    /// <summary>The entry's page; null for one that is not there.</summary>
    public string? Address { get; private set; }

    /// <summary>What the officer says to it.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (await proposals.FindAsync(id, Me, stop) is not { } found)
            return NotFound();
        Proposal = found;
        var here = await coverage.MapAsync(stop);
        Changes = EntryChanges.Between(found.Before, found.Entry, id => here?.Stored.Heads.GetValueOrDefault(id)?.Title);
        if (here?.Stored.Heads.GetValueOrDefault(found.Entry.Id) is { } head)
            Address = addresses.Of(head);
        if (found.State == ProposalState.Open && here is not null)
        {
            Looked = here.Day ?? Wording.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>());
            Effect = await coverage.EffectAsync(here, [found.Entry], Looked, stop);
        }

        return Page();
    }

    /// <summary>Accepts it.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid id) => await AfterAsync(id, await proposals.AcceptAsync(id, Answer ?? "", Me, HttpContext.RequestAborted));

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(Guid id) => await AfterAsync(id, await proposals.RefuseAsync(id, Answer ?? "", Me, HttpContext.RequestAborted));

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id) => await AfterAsync(id, await proposals.WithdrawAsync(id, Me, HttpContext.RequestAborted));

    private async Task<IActionResult> AfterAsync(Guid id, KeepingOutcome outcome)
    {
        if (outcome == KeepingOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"/desk/map/proposals/{id}");
        ModelState.AddModelError(fault.Field, fault.Message);
        return await OnGetAsync(id);
    }
}
