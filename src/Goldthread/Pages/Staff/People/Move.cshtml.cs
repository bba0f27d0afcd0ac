using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.People;

/// <summary>Gives somebody another office, organisation or roles from a day on; who left comes back here as well.</summary>
public sealed class MoveModel(PeopleService people, RegisterView view, CurrentPerson current) : PersonForm(people, view)
{
    /// <summary>Who moves.</summary>
    public PersonEntry Person { get; private set; } = null!;

    /// <summary>Shows the form with what she holds now.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FoundAsync(id))
            return NotFound();
        (Name, Office, Organisation) = (Person.Name, Person.Office, Person.Organisation);
        Role = [.. Person.HeldOn(People.Today).Select(holding => holding.Words)];
        return Page();
    }

    /// <summary>Moves her.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FoundAsync(id))
            return NotFound();
        if (await ReadAsync(Person.Email) is not { } read)
            return Page();
        var outcome = await People.MoveAsync(id, read.Joining, read.From, current.Who, HttpContext.RequestAborted);
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"/desk/people/{id}");
        Say(fault);
        return Page();
    }

    private async Task<bool> FoundAsync(Guid id)
    {
        await LoadAsync();
        if (await People.FindAsync(id, HttpContext.RequestAborted) is not { } person)
            return false;
        Person = person;
        return true;
    }
}
