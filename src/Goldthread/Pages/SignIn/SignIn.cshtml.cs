using System.ComponentModel.DataAnnotations;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.SignIn;

/// <summary>Signs somebody in with her address and password; a code or a passkey comes after it.</summary>
public sealed class SignInModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, IPasswordHasher<PersonRow> hasher, IServiceProvider services) : FormPage
{
    // Somebody who is not there costs as much time as somebody who is.
    private static string? nobodys;

    /// <summary>Where she was going.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Whether what she typed waits for her in its form.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    /// <summary>Why a sign-in through the provider came to nothing, as a code.</summary>
    [BindProperty(SupportsGet = true, Name = "provider")]
    public string? ProviderCode { get; set; }

    /// <summary>Her address, as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Her password, as typed; it is never shown again.</summary>
    [BindProperty, DataType(DataType.Password)]
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
        using var turn = await services.GetRequiredService<Turns>().TakeAsync(Email!.Trim(), HttpContext.RequestAborted);
        if (await people.FindByNameAsync(Email!.Trim()) is not { } person)
        {
            nobodys ??= hasher.HashPassword(new PersonRow(), "nobody has this password");
            hasher.VerifyHashedPassword(new PersonRow(), nobodys, Password!);
            return Wrong();
        }

        var result = await ((PersonSignIn)signIn).By("password").PasswordSignInAsync(person, Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("/SignIn/Code", new { Back });
        if (((PersonSignIn)signIn).NeedsPasskey)
        {
            ModelState.AddModelError("password", "You have a passkey: sign in with it. A password alone is not enough here. If you lost it, ask whoever keeps the people of this register.");
            return Page();
        }

        return result.Succeeded ? LocalRedirect(SignInAddress.Back(Back)) : Wrong();
    }

    /// <summary>Says what the browser is to prove.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Signs in whom the passkey belongs to.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await ((PersonSignIn)signIn).ProvePasskeyAsync(credential) is { } person)
        {
            await ((PersonSignIn)signIn).By("passkey").SignInAsync(person, isPersistent: false);
            return LocalRedirect(SignInAddress.Back(Back));
        }

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
