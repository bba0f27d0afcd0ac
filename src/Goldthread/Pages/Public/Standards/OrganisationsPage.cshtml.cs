using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Standards;

/// <summary>Who has signed up to the standards, since when, and what is not met.</summary>
public sealed class StandardsOrganisationsModel(StandardsRegister register) : PageModel
{
    /// <summary>Who signed up, the earliest first.</summary>
    public IReadOnlyList<OrganisationStanding> SignedUp { get; private set; } = [];

    /// <summary>Who answered something and has not signed up.</summary>
    public IReadOnlyList<OrganisationStanding> Others { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var all = await register.AllAsync(HttpContext.RequestAborted);
        SignedUp = [.. all.Where(one => one.SignedUp is not null).OrderBy(one => one.SignedUp!.On)];
        Others = [.. all.Where(one => one.SignedUp is null)];
    }
}
