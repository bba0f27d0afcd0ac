using Goldthread.Core.People;
using Goldthread.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Desk;

/// <summary>What waits for somebody, what changed since she looked, and what she gave away.</summary>
public sealed class DeskModel(CurrentPerson current) : PageModel
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Shows the desk.</summary>
    public void OnGet()
    {
    }
}
