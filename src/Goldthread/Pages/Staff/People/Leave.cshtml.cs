using Goldthread.Core.Decisions.Drafts;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.People;

/// <summary>Ends somebody's sign-in at once, and hands over what she was asked, what she asked and what she was drafting; the latter also later.</summary>
public sealed class LeaveModel(PeopleService people, AskService asks, AskLists lists, DraftOwners drafts, CurrentPerson current) : FormPage
{
    /// <summary>Who leaves.</summary>
    public PersonEntry Person { get; private set; } = null!;

    /// <summary>What is open of hers. Whoever keeps people hands it over and reads nothing of it.</summary>
    public IReadOnlyList<AskEntry> Open { get; private set; } = [];

    /// <summary>Where each of her open drafts stands.</summary>
    public IReadOnlyList<DraftState> Drafts { get; private set; } = [];

    /// <summary>How much is open.</summary>
    public int Count => Open.Count + Drafts.Count;

    /// <summary>Who can take it over.</summary>
    public IReadOnlyList<ChoiceGroup> Colleagues { get; private set; } = [];

    /// <summary>Today.</summary>
    public DateOnly Today => people.Today;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Who takes over what is open.</summary>
    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>Shows what will end.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await FoundAsync(id) ? Page() : NotFound();

    /// <summary>Ends it. Nobody ends her own: a register without anyone who keeps its people could not be mended from here.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FoundAsync(id))
            return NotFound();
        if (id == current.Standing!.Person)
        {
            ModelState.AddModelError("reason", "You cannot end your own sign-in. Ask another administrator.");
            return Page();
        }

        if (To is { } chosen && !Colleagues[0].Choices.Any(choice => choice.Value == chosen.ToString()))
        {
            ModelState.AddModelError("to", "Choose a colleague of the list");
            return Page();
        }

        if (Person.LeftAt is null)
            await people.LeaveAsync(id, current.Who, (Reason ?? "").Trim(), HttpContext.RequestAborted);
        if (To is { } to && await asks.HandAllOverAsync(id, to, current.Standing!.Person, $"{Person.Name} left.", HttpContext.RequestAborted) + await drafts.HandAllOverAsync(id, to, HttpContext.RequestAborted) is > 0 and var went)
            await people.NoteAsync(id, current.Who, $"What was open, {went} in number, went to {(await people.FindAsync(to, HttpContext.RequestAborted))!.Name}.", "", HttpContext.RequestAborted);
        return LocalRedirect($"/desk/people/{id}");
    }

    private async Task<bool> FoundAsync(Guid id)
    {
        if (await people.FindAsync(id, HttpContext.RequestAborted) is not { } person)
            return false;
        Person = person;
        Open = await lists.OpenOfAsync(id, HttpContext.RequestAborted);
        Drafts = await drafts.OpenOfAsync(id, HttpContext.RequestAborted);
        Colleagues = [new ChoiceGroup("Colleagues", [.. (await lists.HereAsync(person.Organisation, only: true, HttpContext.RequestAborted)).Where(one => one.Id != id).Select(one => (one.Id.ToString(), one.Words))])];
        return true;
    }
}
