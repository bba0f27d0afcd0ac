using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Following;

/// <summary>What follows on every request for emails, whatever became of it.</summary>
public sealed class AskedModel : PageModel
{
    /// <summary>Shows it.</summary>
    public void OnGet() => Response.Headers.CacheControl = "no-store";
}
