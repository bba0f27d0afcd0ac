using System.ComponentModel.DataAnnotations;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.SignIn;

/// <summary>Asks somebody who is signed in to prove once more that it is she, before anything grave.</summary>
public sealed class AgainModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, CurrentPerson current, IServiceProvider services) : FormPage
{
    /// <summary>What she was about to do.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Whether what she typed waits for her in its form.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    /// <summary>Why a confirmation through the provider came to nothing, as a code.</summary>
    [BindProperty(SupportsGet = true, Name = "provider")]
    public string? ProviderCode { get; set; }

    /// <summary>Whether she came in through the provider, and confirms there.</summary>
    public bool TakesProvider => current.Proof == "provider";

    /// <summary>Her password, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>The code, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
    public string? Code { get; set; }

    /// <summary>Whether a code is asked for as well.</summary>
    public bool NeedsCode { get; private set; }

    /// <summary>Whether she has a passkey.</summary>
    public bool HasPasskey { get; private set; }

    /// <summary>Whether a password is taken at all: not without codes where she has a passkey, else a password alone would do.</summary>
    public bool TakesPassword { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    /// <summary>Tries what was typed, and begins a new session with the new proof.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        using var turn = await services.GetRequiredService<Turns>().TakeAsync(current.Standing!.Person.ToString(), HttpContext.RequestAborted);
        var person = await LoadAsync();
        if (!TakesPassword || !(await signIn.CheckPasswordSignInAsync(person, Password is { Length: <= 200 } typed ? typed : "", lockoutOnFailure: true)).Succeeded)
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

        return await ConfirmAsync(person, NeedsCode ? "code" : "password");
    }

    /// <summary>Says what the browser is to prove.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(await LoadAsync()), "application/json");

    /// <summary>Takes the passkey, where it is hers.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var person = await LoadAsync();
        if (await ((PersonSignIn)signIn).ProvePasskeyAsync(credential) is { } proved && proved.Id == person.Id)
            return await ConfirmAsync(person, "passkey");

        ModelState.AddModelError("password", "This passkey is not one of yours. Try again, or use another way.");
        return Page();
    }

    private async Task<IActionResult> ConfirmAsync(PersonRow person, string proof)
    {
        await ((PersonSignIn)signIn).By(proof).SignInAsync(person, isPersistent: false);
        return LocalRedirect(SignInAddress.Back(Back));
    }

    private async Task<PersonRow> LoadAsync()
    {
        var person = (await people.FindByIdAsync(current.Standing!.Person.ToString()))!;
        NeedsCode = person.TwoFactorEnabled;
        HasPasskey = (await people.GetPasskeysAsync(person)).Count > 0;
        TakesPassword = person.PasswordHash is not null && (NeedsCode || !HasPasskey);
        return person;
    }
}
