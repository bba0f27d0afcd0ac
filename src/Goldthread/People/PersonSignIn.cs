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

    /// <inheritdoc/>
    public override async Task<bool> CanSignInAsync(PersonRow user) => user.LeftAt is null
        && (settings.Sample || !user.Email!.EndsWith(SampleAccounts.Domain, StringComparison.OrdinalIgnoreCase))
        && await base.CanSignInAsync(user);

    /// <inheritdoc/>
    public override Task SignInWithClaimsAsync(PersonRow user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Where(claim => claim.Type != SessionHandler.Proof).Append(new Claim(SessionHandler.Proof, proof ?? "password")));
}
