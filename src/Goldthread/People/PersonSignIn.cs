using System.Security.Claims;
using Goldthread.Register.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Goldthread.People;

/// <summary>Signs people in with ASP.NET Core Identity, and keeps in the session how each proved that it is she.</summary>
internal sealed class PersonSignIn(
    UserManager<PersonRow> people,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<PersonRow> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PersonRow>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PersonRow> confirmation,
    SignInSettings settings) : SignInManager<PersonRow>(people, http, principals, options, log, schemes, confirmation)
{
    private string? proof;

    /// <summary>Says how the sign-in that follows is proved.</summary>
    public PersonSignIn By(string how)
    {
        proof = how;
        return this;
    }

    /// <summary>Whether the password was right but is not enough: she has a passkey and no codes.</summary>
    public bool NeedsPasskey { get; private set; }

    /// <inheritdoc/>
    public override async Task<bool> CanSignInAsync(PersonRow user) => user.LeftAt is null
        && (settings.Sample || !user.Email!.EndsWith(SampleAccounts.Domain, StringComparison.OrdinalIgnoreCase))
        && await base.CanSignInAsync(user);

    /// <summary>
    /// Whose passkey it is, where it is right and its person may sign in. Wrong passwords of somebody else do not keep out
    /// who has a passkey: there is nothing to guess.
    /// </summary>
    public async Task<PersonRow?> ProvePasskeyAsync(string? credential)
    {
        if (credential is not { Length: > 0 and < 20_000 })
            return null;
        var proved = await PerformPasskeyAssertionAsync(credential);
        if (!proved.Succeeded || !await CanSignInAsync(proved.User))
            return null;
        await UserManager.AddOrUpdatePasskeyAsync(proved.User, proved.Passkey);
        return proved.User;
    }

    /// <summary>
    /// Asks for the second proof. Whoever has a passkey and no codes must use it: were a password enough to come in and set
    /// codes up, it would be enough for everything.
    /// </summary>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(PersonRow user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false)
    {
        if (!bypassTwoFactor && !user.TwoFactorEnabled && (await UserManager.GetPasskeysAsync(user)).Count > 0)
        {
            NeedsPasskey = true;
            return SignInResult.Failed;
        }

        return await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor);
    }

    /// <inheritdoc/>
    public override Task SignInWithClaimsAsync(PersonRow user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Where(claim => claim.Type != SessionHandler.Proof).Append(new Claim(SessionHandler.Proof, proof ?? "password")));
}
