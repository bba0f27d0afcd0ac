using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Pathways;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>What somebody keeps of the map: the entries of her organisation, what is proposed, and what nobody looked at lately.</summary>
public sealed class MapModel(MapKeeping keeping, ProposalService proposals, RegisterView view, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const int MostProposals = 30;

    /// <summary>The most entries of her organisation that are listed; the rest is counted.</summary>
    public const int MostEntries = 100;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The entries of her organisation, those that nobody looked at for longest first.</summary>
    public IReadOnlyList<KeptEntry> Entries { get; private set; } = [];

    /// <summary>Proposals that she may see.</summary>
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    /// <summary>For the body's own staff: whose entries nobody looked at lately.</summary>
    public IReadOnlyList<(string Name, int Stale)> Stale { get; private set; } = [];

    /// <summary>How many were just checked.</summary>
    public int? Done { get; private set; }

    /// <summary>The entries that were found still true.</summary>
    [BindProperty]
    public List<Guid> True { get; set; } = [];

    /// <summary>Whether she may propose something.</summary>
    public bool MayPropose => Me.Holds(KeepingRules.Keeping);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(int? done)
    {
        var stop = HttpContext.RequestAborted;
        Done = done;
        Proposals = await proposals.ListAsync(own.Value.Id, Me, MostProposals, stop);
        if (Me.Organisation is { } organisation)
        {
            Entries = await keeping.OwnedAsync(own.Value.Id, organisation, stop);
            return;
        }

        var stale = await keeping.StaleByOwnerAsync(own.Value.Id, stop);
        var names = await Affiliations.NamesAsync(view, [.. stale.Select(row => row.Owner).OfType<string>()], stop);
        Stale = [.. stale.Select(row => (row.Owner is null ? "Organisations that the register does not know" : names.GetValueOrDefault(row.Owner) ?? row.Owner, row.Stale))];
    }

    /// <summary>Keeps that she looked at some entries and found them still true.</summary>
    public async Task<IActionResult> OnPostCheckAsync()
    {
        if (True.Count > 0)
            return RedirectToPage(new { done = await keeping.CheckAsync(own.Value.Id, True, Me, HttpContext.RequestAborted) });
        ModelState.AddModelError("main", "Choose the entries that are still true");
        await OnGetAsync(null);
        return Page();
    }
}
