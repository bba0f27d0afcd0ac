using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Goldthread.People;

/// <summary>People where the register's tables have them; what makes codes is encrypted there.</summary>
internal sealed class PersonStore(RegisterContext context, IdentityErrorDescriber errors, SealedCodes codes)
    : UserOnlyStore<PersonRow, RegisterContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>(context, errors)
{
    /// <inheritdoc/>
    public override Task SetTokenAsync(PersonRow user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : codes.Seal(user.Id, name, value), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetTokenAsync(PersonRow user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? codes.Open(user.Id, name, kept) : null;
}
