using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk;

/// <summary>How somebody proves that it is she, and where she is signed in.</summary>
public sealed class AccountModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, CurrentPerson current, Sessions sessions) : FormPage
{
    private const int MostPasskeys = 10;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>What sign-in knows of her.</summary>
    public PersonRow Person { get; private set; } = null!;

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryCodes { get; private set; }

    /// <summary>Her passkeys.</summary>
    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Where she is signed in.</summary>
    public IReadOnlyList<SessionEntry> Sessions { get; private set; } = [];

    /// <summary>The name of the session of this browser.</summary>
    public string Here => current.Session;

    /// <summary>Shows the account.</summary>
    public async Task OnGetAsync()
    {
        Person = await PersonAsync();
        RecoveryCodes = await people.CountRecoveryCodesAsync(Person);
        Passkeys = await people.GetPasskeysAsync(Person);
        Sessions = await sessions.OfAsync(Me.Person, HttpContext.RequestAborted);
    }

    /// <summary>Signs out one other browser.</summary>
    public async Task<IActionResult> OnPostEndSessionAsync(string? session)
    {
        if (session is { Length: > 0 and <= 64 })
            await sessions.EndAsync(Me.Person, session, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    /// <summary>Signs out every browser, this one too.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await sessions.EndAllAsync(Me.Person, HttpContext.RequestAborted);
        await signIn.SignOutAsync();
        return LocalRedirect(SignInAddress.Path);
    }

    /// <summary>Turns the weekly email on or off.</summary>
    public async Task<IActionResult> OnPostDigestAsync(bool on)
    {
        var person = await PersonAsync();
        person.Digest = on;
        await people.UpdateAsync(person);
        return RedirectToPage();
    }

    /// <summary>Says what the browser is to make a passkey for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var person = await PersonAsync();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.Name }), "application/json");
    }

    /// <summary>Keeps a passkey that the browser made.</summary>
    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential)
    {
        var person = await PersonAsync();
        if (credential is not { Length: > 0 and < 20_000 } || (await people.GetPasskeysAsync(person)).Count >= MostPasskeys)
            return RedirectToPage();
        var made = await signIn.PerformPasskeyAttestationAsync(credential);
        if (made.Succeeded)
        {
            made.Passkey.Name = $"Passkey of {Browsers.Kind(Request.Headers.UserAgent)}";
            await people.AddOrUpdatePasskeyAsync(person, made.Passkey);
            await ((PersonSignIn)signIn).By("passkey").SignInAsync(person, isPersistent: false);
        }

        return RedirectToPage();
    }

    /// <summary>Removes a passkey.</summary>
    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? key)
    {
        if (key is { Length: > 0 and <= 2048 } && key.Length % 2 == 0 && key.All(char.IsAsciiHexDigit))
            await people.RemovePasskeyAsync(await PersonAsync(), Convert.FromHexString(key));
        return RedirectToPage();
    }

    private async Task<PersonRow> PersonAsync() => (await people.FindByIdAsync(Me.Person.ToString()))!;
}
