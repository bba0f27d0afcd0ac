using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.SignIn;

/// <summary>Signs somebody in with her address and password; a code or a passkey comes after it.</summary>
public sealed class SignInModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, IPasswordHasher<PersonRow> hasher) : FormPage
{
    // Somebody who is not there costs as much time as somebody who is.
    private static string? nobodys;

    /// <summary>Where she was going.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Her address, as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Her password, as typed; it is never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => Page();

    /// <summary>Tries what was typed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Email is not { Length: > 0 and <= 254 })
            ModelState.AddModelError("email", "Enter your email address");
        if (Password is not { Length: > 0 and <= 200 })
            ModelState.AddModelError("password", "Enter your password");
        if (!ModelState.IsValid)
            return Page();
        if (await people.FindByNameAsync(Email!.Trim()) is not { } person)
        {
            nobodys ??= hasher.HashPassword(new PersonRow(), "nobody has this password");
            hasher.VerifyHashedPassword(new PersonRow(), nobodys, Password!);
            return Wrong();
        }

        var result = await ((PersonSignIn)signIn).By("password").PasswordSignInAsync(person, Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("/SignIn/Code", new { Back });
        return result.Succeeded ? LocalRedirect(SignInAddress.Back(Back)) : Wrong();
    }

    /// <summary>Says what the browser is to prove.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Signs in whom the passkey belongs to.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var result = credential is { Length: > 0 and < 20_000 }
            ? await ((PersonSignIn)signIn).By("passkey").PasskeySignInAsync(credential)
            : Microsoft.AspNetCore.Identity.SignInResult.Failed;
        if (result.Succeeded)
            return LocalRedirect(SignInAddress.Back(Back));
        ModelState.Clear();
        ModelState.AddModelError("email", "This passkey is not known here, or may not be used. Sign in with your address and password.");
        return Page();
    }

    // One sentence for every reason, so that nobody learns who is there.
    private IActionResult Wrong()
    {
        ModelState.AddModelError("password", "The email address or the password is wrong, or it was tried too often. Check both; after five wrong tries wait a quarter of an hour.");
        return Page();
    }
}
