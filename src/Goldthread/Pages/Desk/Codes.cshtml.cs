using System.ComponentModel.DataAnnotations;
using System.Text;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Goldthread.Pages.Desk;

/// <summary>
/// Sets up an authenticator app, and gives the recovery codes, once. Until a code shows that the new app works, it counts for
/// nothing, and what was set up before goes on.
/// </summary>
public sealed class CodesModel(SignInManager<PersonRow> signIn, UserManager<PersonRow> people, IUserStore<PersonRow> store, CurrentPerson current) : FormPage
{
    private const int RecoveryCount = 10;

    /// <summary>The code of the app, as typed.</summary>
    [BindProperty, DataType(DataType.Password)]
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

    /// <summary>Shows the key of the app that is being set up, or that one is in use.</summary>
    public async Task OnGetAsync() => await ShowAsync(await PersonAsync());

    /// <summary>Tries the first code of the new app; from then on its codes are asked for, and those of the old one are worth nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var person = await PersonAsync();
        var code = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (await NewKeyAsync(person) is { } key && await people.VerifyUserTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, OneTimeCodes.NewApp, code))
        {
            // The key is written with what follows, in one go.
            await ((IUserAuthenticatorKeyStore<PersonRow>)store).SetAuthenticatorKeyAsync(person, key, HttpContext.RequestAborted);
            await ((IUserAuthenticationTokenStore<PersonRow>)store).RemoveTokenAsync(person, OneTimeCodes.NewKeyProvider, OneTimeCodes.NewKeyName, HttpContext.RequestAborted);
            await people.SetTwoFactorEnabledAsync(person, true);
            Recovery = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCount) ?? []];
            await ((PersonSignIn)signIn).By("code").SignInAsync(person, isPersistent: false);
            return Page();
        }

        ModelState.AddModelError("code", "This is not the code that the app shows now. Check that the phone's clock is right, and enter the next one.");
        await ShowAsync(person);
        return Page();
    }

    /// <summary>Begins to set up another app. The present one goes on until the other is confirmed.</summary>
    public async Task<IActionResult> OnPostAnewAsync()
    {
        await MakeKeyAsync(await PersonAsync());
        return RedirectToPage();
    }

    private Task<string?> NewKeyAsync(PersonRow person) => people.GetAuthenticationTokenAsync(person, OneTimeCodes.NewKeyProvider, OneTimeCodes.NewKeyName);

    private async Task<string> MakeKeyAsync(PersonRow person)
    {
        var key = people.GenerateNewAuthenticatorKey();
        await people.SetAuthenticationTokenAsync(person, OneTimeCodes.NewKeyProvider, OneTimeCodes.NewKeyName, key);
        return key;
    }

    private async Task ShowAsync(PersonRow person)
    {
        IsSetUp = person.TwoFactorEnabled;
        var key = await NewKeyAsync(person);
        if (key is null && IsSetUp)
            return;
        key ??= await MakeKeyAsync(person);
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
