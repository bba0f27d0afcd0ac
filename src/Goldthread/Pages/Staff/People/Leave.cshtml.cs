using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.People;

/// <summary>Ends somebody's sign-in at once.</summary>
public sealed class LeaveModel(PeopleService people, CurrentPerson current) : FormPage
{
    /// <summary>Who leaves.</summary>
    public PersonEntry Person { get; private set; } = null!;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Shows what will end.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await people.FindAsync(id, HttpContext.RequestAborted) is not { } person)
            return NotFound();
        Person = person;
        return Page();
    }

    /// <summary>Ends it. Nobody ends her own: a register without anyone who keeps its people could not be mended from here.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await people.FindAsync(id, HttpContext.RequestAborted) is not { } person)
            return NotFound();
        Person = person;
        if (id == current.Standing!.Person)
        {
            ModelState.AddModelError("reason", "You cannot end your own sign-in. Ask another administrator.");
            return Page();
        }

        await people.LeaveAsync(id, current.Who, (Reason ?? "").Trim(), HttpContext.RequestAborted);
        return LocalRedirect($"/desk/people/{id}");
    }
}
