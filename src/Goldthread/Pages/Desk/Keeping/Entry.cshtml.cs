using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Pathways;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>An entry of the map, for whoever keeps it: still true, or as it ought to be.</summary>
public sealed class EntryModel(Pathways.Coverage coverage, ProposalService proposals, MapKeeping keeping, RegisterView view, CurrentPerson current, IOptions<BodySettings> own)
    : EntryFormPage(coverage, proposals, current, own)
{
    private readonly IOptions<BodySettings> own = own;

    /// <summary>The record.</summary>
    public RecordHead Head { get; private set; } = null!;

    /// <summary>The entry as it is.</summary>
    public MapEntry Stored { get; private set; } = null!;

    /// <summary>Whether she may propose a change of it, or say that it is still true.</summary>
    public bool MayKeep => KeepingRules.MayKeep(Me, Head.Owner);

    /// <summary>Whether nobody looked at it lately.</summary>
    public bool IsStale => Freshness.IsStale(Stored.Checked, keeping.Today);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string kind, string slug)
    {
        if (!await FoundAsync(kind, slug))
            return NotFound();
        Fill(Stored);
        return Page();
    }

    /// <summary>Proposes it as the form has it.</summary>
    public async Task<IActionResult> OnPostProposeAsync(string kind, string slug)
    {
        if (!await FoundAsync(kind, slug))
            return NotFound();
        return Read(Stored) is { } entry && await ProposeAsync(entry, isNew: false) is { } done ? done : Page();
    }

    /// <summary>Tries it in a what-if.</summary>
    public async Task<IActionResult> OnPostWhatIfAsync(string kind, string slug)
    {
        if (!await FoundAsync(kind, slug))
            return NotFound();
        return Read(Stored) is { } entry && await TryAsync(entry) is { } done ? done : Page();
    }

    /// <summary>Keeps that it is still true.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string kind, string slug)
    {
        if (!await FoundAsync(kind, slug))
            return NotFound();
        return LocalRedirect($"/desk/map?done={await keeping.CheckAsync(own.Value.Id, [Head.Id], Me, HttpContext.RequestAborted)}");
    }

    private async Task<bool> FoundAsync(string kind, string slug)
    {
        if (!await LoadAsync(kind) || (await view.FindAsync(own.Value.Id, kind[..^1], slug, HttpContext.RequestAborted))?.Record is not { Content: MapEntry entry } record)
            return false;
        (Head, Stored) = (record.Head, entry);
        HandOffs = entry.HandOffs.ToDictionary(link => link.Id, StringComparer.Ordinal);
        return true;
    }
}
