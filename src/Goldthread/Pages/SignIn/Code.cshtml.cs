using System.ComponentModel.DataAnnotations;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.SignIn;

/// <summary>The second step of signing in: a code of an app, or one of the recovery codes.</summary>
public sealed class CodeModel(SignInManager<PersonRow> signIn, IServiceProvider services) : FormPage
{
    /// <summary>Where she was going.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The code, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
    public string? Code { get; set; }

    /// <summary>The recovery code, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
    public string? Recovery { get; set; }

    /// <summary>Shows the form to whoever came past the first step.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/SignIn/SignIn", new { Back }) : Page();

    /// <summary>Tries what was typed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var first = await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        using var turn = await services.GetRequiredService<Turns>().TakeAsync(first.Principal?.Identity?.Name ?? "", HttpContext.RequestAborted);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
            return RedirectToPage("/SignIn/SignIn", new { Back });
        var recovery = Recovery?.Trim() is { Length: > 0 and <= 50 } typed ? typed : null;
        var code = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (recovery is null && code.Length != 6)
        {
            ModelState.AddModelError("code", "Enter the six digits that the app shows now");
            return Page();
        }

        ((PersonSignIn)signIn).By("code");
        var result = recovery is not null
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(recovery)
            : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
            return LocalRedirect(SignInAddress.Back(Back));
        ModelState.AddModelError(recovery is null ? "code" : "recovery", recovery is null
            ? "This code is wrong, was used before, or was tried too often. Wait for the next one."
            : "This recovery code is wrong, or was used before.");
        return Page();
    }
}
