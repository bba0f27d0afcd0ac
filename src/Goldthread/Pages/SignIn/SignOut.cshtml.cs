using Goldthread.Register.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.SignIn;

/// <summary>Ends the session of this browser.</summary>
public sealed class SignOutModel(SignInManager<PersonRow> signIn) : PageModel
{
    /// <summary>Signs out and leads to the first page.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
