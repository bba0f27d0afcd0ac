using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.People;

/// <summary>Lets somebody in.</summary>
public sealed class JoinModel(PeopleService people, RegisterView view, CurrentPerson current) : PersonForm(people, view)
{
    /// <summary>Her address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The first password, once she is in.</summary>
    public string? Password { get; private set; }

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Lets her in and shows the password, once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (await ReadAsync(Email ?? "") is not { } read)
            return Page();
        var outcome = await People.JoinAsync(read.Joining, current.Who, HttpContext.RequestAborted);
        if (outcome.Fault is { } fault)
            Say(fault);
        else
            Password = await People.ResetAsync(outcome.Person!.Value, current.Who, "First sign-in.", HttpContext.RequestAborted);
        return Page();
    }
}
