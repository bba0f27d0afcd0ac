using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.SignIn;

/// <summary>Asks somebody who is signed in to prove once more that it is she, before anything grave.</summary>
public sealed class AgainModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people) : FormPage
{
    /// <summary>What she was about to do.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Her password, as typed.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The code, as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether a code is asked for as well.</summary>
    public bool NeedsCode { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        NeedsCode = (await people.GetUserAsync(User))!.TwoFactorEnabled;
        return Page();
    }

    /// <summary>Tries what was typed, and begins a new session with the new proof.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var person = (await people.GetUserAsync(User))!;
        NeedsCode = person.TwoFactorEnabled;
        var checkedPassword = await signIn.CheckPasswordSignInAsync(person, Password is { Length: <= 200 } typed ? typed : "", lockoutOnFailure: true);
        if (!checkedPassword.Succeeded)
        {
            ModelState.AddModelError("password", "The password is wrong, or it was tried too often.");
            return Page();
        }

        var code = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (NeedsCode && !await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            await people.AccessFailedAsync(person);
            ModelState.AddModelError("code", "This code is wrong, or was used before. Wait for the next one.");
            return Page();
        }

        await ((PersonSignIn)signIn).By(NeedsCode ? "code" : "password").SignInAsync(person, isPersistent: false);
        return LocalRedirect(SignInAddress.Back(Back));
    }
}
