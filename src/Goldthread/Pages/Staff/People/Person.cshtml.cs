using Goldthread.People;
using Goldthread.Register.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.People;

/// <summary>One person: what she holds, whom she covers, what was changed.</summary>
public sealed class PersonModel(PeopleService people, CurrentPerson current) : PageModel
{
    /// <summary>Who it is.</summary>
    public PersonEntry Person { get; private set; } = null!;

    /// <summary>What was changed about her, newest first.</summary>
    public IReadOnlyList<PersonChangeRow> Changes { get; private set; } = [];

    /// <summary>The new password, where one was made just now.</summary>
    public string? Password { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today => people.Today;

    /// <summary>Shows her.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await people.FindAsync(id, HttpContext.RequestAborted) is not { } person)
            return NotFound();
        Person = person;
        Changes = await people.ChangesAsync(id, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Gives her a new password and shows it, once.</summary>
    public async Task<IActionResult> OnPostResetAsync(Guid id)
    {
        Password = await people.ResetAsync(id, current.Who, "Asked for by her.", HttpContext.RequestAborted);
        return await OnGetAsync(id);
    }

    /// <summary>Ends a cover.</summary>
    public async Task<IActionResult> OnPostEndCoverAsync(Guid id, Guid cover)
    {
        await people.EndCoverAsync(cover, current.Who, HttpContext.RequestAborted);
        return LocalRedirect($"/desk/people/{id}");
    }
}
