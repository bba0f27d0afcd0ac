using Goldthread.People;
using Goldthread.Register.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.SignIn;

/// <summary>Ends the session of this browser, and says how whoever came through the provider ends hers there.</summary>
public sealed class SignOutModel(SignInManager<PersonRow> signIn, CurrentPerson current, IServiceProvider services) : PageModel
{
    /// <summary>Where she signs out of the provider.</summary>
    public string End { get; private set; } = "";

    /// <summary>Shows that she is signed out here, and is not there; leads to the first page where there is no such thing.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (current.Standing is not null || await EndAsync() is not { } end)
            return LocalRedirect("/");
        End = end;
        return Page();
    }

    /// <summary>
    /// Signs out. The way to the provider is a link on the page that follows, because browsers hold a form to
    /// <c>form-action</c> also where it is led on.
    /// </summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var there = current.Proof == "provider" && await EndAsync() is not null;
        await signIn.SignOutAsync();
        return LocalRedirect(there ? "/sign-out" : "/");
    }

    private Task<string?> EndAsync() => services.GetRequiredService<Provider>().EndAsync(HttpContext.RequestAborted);
}
