using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Pathways;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>Proposes a door or a service that the map does not have.</summary>
public sealed class NewModel(Pathways.Coverage coverage, ProposalService proposals, RegisterView view, CurrentPerson current, IOptions<BodySettings> own)
    : EntryFormPage(coverage, proposals, current, own)
{
    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string kind) => await LoadAsync(kind) ? Page() : NotFound();

    /// <summary>Proposes it.</summary>
    public async Task<IActionResult> OnPostAsync(string kind) => await LoadAsync(kind)
        ? await EntryAsync() is { } entry && await ProposeAsync(entry, isNew: true) is { } done ? done : Page()
        : NotFound();

    /// <summary>Tries it in a what-if.</summary>
    public async Task<IActionResult> OnPostWhatIfAsync(string kind) => await LoadAsync(kind)
        ? await EntryAsync() is { } entry && await TryAsync(entry) is { } done ? done : Page()
        : NotFound();

    private async Task<MapEntry?> EntryAsync()
    {
        var id = Slug.Of(Name ?? "").Replace('/', '-');
        if (id.Length == 0)
            ModelState.AddModelError("name", "Enter its name");
        var organisation = Me.Organisation is { } of ? (await Affiliations.NamesAsync(view, [of], HttpContext.RequestAborted)).GetValueOrDefault(of) ?? of : own.Value.Name;
        var owner = Me.Organisation is { } reference ? new Ref<Organisation>(reference) : (Ref<Organisation>?)null;
        MapEntry empty = IsDoor ? new DoorEntry { Id = id, Organisation = organisation, Owner = owner } : new ServiceEntry { Id = id, Organisation = organisation, Owner = owner };
        return Read(empty);
    }

    private readonly IOptions<BodySettings> own = own;
}
