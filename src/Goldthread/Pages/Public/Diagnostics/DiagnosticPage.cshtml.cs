using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Diagnostics;

/// <summary>What one diagnostic means and how to put right what it found.</summary>
public sealed class DiagnosticModel(DiagnosticPages pages) : PageModel
{
    /// <summary>The page as written.</summary>
    public DiagnosticPage Diagnostic { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public IActionResult OnGet(string code)
    {
        if (pages.Find(code) is not { } found)
        {
            return NotFound();
        }

        Diagnostic = found;
        return found.Code == code ? Page() : LocalRedirectPermanent($"/diagnostics/{found.Code}");
    }
}
