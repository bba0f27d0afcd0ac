using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk;

/// <summary>Names a deputy for oneself, for a time.</summary>
public sealed class CoverModel(PeopleService people, CurrentPerson current) : FormPage
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The deputy chosen.</summary>
    [BindProperty]
    public Guid? Deputy { get; set; }

    /// <summary>The first day, as typed.</summary>
    [BindProperty]
    public string? Starts { get; set; }

    /// <summary>The last day, as typed.</summary>
    [BindProperty]
    public string? Ends { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Cover that she gives or has, not yet over.</summary>
    public IReadOnlyList<CoverEntry> Mine { get; private set; } = [];

    /// <summary>Who may be a deputy.</summary>
    public IReadOnlyList<PersonEntry> Colleagues { get; private set; } = [];

    /// <summary>Shows what there is.</summary>
    public async Task OnGetAsync()
    {
        Mine = [.. (await people.FindAsync(Me.Person, HttpContext.RequestAborted))!.Covers.Where(cover => cover.Ends >= people.Today)];
        Colleagues = [.. (await people.ListAsync(HttpContext.RequestAborted)).Where(person => person.Id != Me.Person && person.LeftAt is null && person.Organisation == Me.Organisation)];
    }

    /// <summary>Names the deputy.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var first = Day(Starts, "starts") ?? people.Today;
        if (Ends is not { Length: > 0 })
            ModelState.AddModelError("ends", "Enter the last day: cover always ends");
        if (Day(Ends, "ends") is { } last && ModelState.IsValid)
        {
            if (Deputy is not { } deputy)
            {
                ModelState.AddModelError("deputy", "Choose a deputy");
            }
            else
            {
                var outcome = await people.CoverAsync(Me.Person, deputy, first, last, current.Who, (Reason ?? "").Trim(), HttpContext.RequestAborted);
                if (outcome.Fault is not { } fault)
                    return RedirectToPage();
                ModelState.AddModelError(fault.Field.Length > 0 ? fault.Field : "deputy", fault.Message);
            }
        }

        await OnGetAsync();
        return Page();
    }

    /// <summary>Ends a cover that she gave.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid cover)
    {
        await OnGetAsync();
        if (Mine.Any(mine => mine.Id == cover && mine.Person == Me.Person))
            await people.EndCoverAsync(cover, current.Who, HttpContext.RequestAborted);
        return RedirectToPage();
    }
}
