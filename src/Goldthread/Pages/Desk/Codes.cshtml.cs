using System.Text;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Goldthread.Pages.Desk;

/// <summary>Sets up an authenticator app, and gives the recovery codes, once.</summary>
public sealed class CodesModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, CurrentPerson current) : FormPage
{
    private const int RecoveryCount = 10;

    /// <summary>The code of the app, as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether an app is set up already.</summary>
    public bool IsSetUp { get; private set; }

    /// <summary>Whether she came in by a password alone, which is not enough.</summary>
    public bool MustAdd => current.Proof == "password";

    /// <summary>The key in groups of four.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key as a picture: the path of its dark squares.</summary>
    public string Qr { get; private set; } = "";

    /// <summary>The width of the picture in squares.</summary>
    public int QrSize { get; private set; }

    /// <summary>The recovery codes, once set up.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    /// <summary>Shows the key, or that there is one in use.</summary>
    public async Task OnGetAsync() => await ShowAsync(await PersonAsync());

    /// <summary>Tries the first code; from then on codes are asked for.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var person = await PersonAsync();
        var code = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (!person.TwoFactorEnabled && await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            await people.SetTwoFactorEnabledAsync(person, true);
            Recovery = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCount) ?? []];
            await ((PersonSignIn)signIn).By("code").SignInAsync(person, isPersistent: false);
            return Page();
        }

        if (!person.TwoFactorEnabled)
            ModelState.AddModelError("code", "This is not the code that the app shows now. Check that the phone's clock is right, and enter the next one.");
        await ShowAsync(person);
        return Page();
    }

    /// <summary>Ends the codes of the present app and begins anew.</summary>
    public async Task<IActionResult> OnPostAnewAsync()
    {
        var person = await PersonAsync();
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        return RedirectToPage();
    }

    private async Task ShowAsync(PersonRow person)
    {
        IsSetUp = person.TwoFactorEnabled;
        if (IsSetUp)
            return;
        if (await people.GetAuthenticatorKeyAsync(person) is not { } key)
        {
            await people.ResetAuthenticatorKeyAsync(person);
            key = (await people.GetAuthenticatorKeyAsync(person))!;
        }

        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        using var generator = new QRCodeGenerator();
        using var picture = generator.CreateQrCode($"otpauth://totp/{Uri.EscapeDataString($"Goldthread:{person.Email}")}?secret={key}&issuer=Goldthread&digits=6", QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < picture.ModuleMatrix.Count; y++)
            for (var x = 0; x < picture.ModuleMatrix[y].Count; x++)
                if (picture.ModuleMatrix[y][x])
                    path.Append('M').Append(x).Append(' ').Append(y).Append("h1v1h-1z");
        (Qr, QrSize) = (path.ToString(), picture.ModuleMatrix.Count);
    }

    private async Task<PersonRow> PersonAsync() => (await people.FindByIdAsync(current.Standing!.Person.ToString()))!;
}
