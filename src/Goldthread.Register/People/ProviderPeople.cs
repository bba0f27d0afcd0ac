using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>A role that the provider's groups give.</summary>
public sealed record ProviderRole(Role Role, AdviceField? Advice);

/// <summary>Whom the provider of sign-in says somebody is.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">What it calls her; it never changes there.</param>
/// <param name="Email">Her address, where the provider has verified it.</param>
/// <param name="Name">Her name.</param>
/// <param name="Roles">What her groups are here.</param>
public sealed record ProviderPerson(string Issuer, string Subject, string? Email, string? Name, IReadOnlyList<ProviderRole> Roles);

/// <summary>
/// People who sign in through the body's provider. What her groups say is written as roles that end with the day on which
/// the longest sign-in ends, and written anew with every sign-in: a role is held while the provider says so, and ends by
/// itself when it says so no more. Roles given by hand stay beside them.
/// </summary>
public sealed class ProviderPeople(RegisterDatabase database, SessionLimits limits)
{
    private const string Who = "The provider of sign-in";

    /// <summary>The person, with the roles that the provider says today; where she is new and has a role, she is let in.</summary>
    public async Task<PersonOutcome> AdmitAsync(ProviderPerson said, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var logins = context.Set<IdentityUserLogin<Guid>>();
        var known = await logins.AsNoTracking().Where(login => login.LoginProvider == said.Issuer && login.ProviderKey == said.Subject).Select(login => (Guid?)login.UserId).SingleOrDefaultAsync(stop);
        var row = known is { } id ? await context.People.SingleAsync(person => person.Id == id, stop) : null;
        if (row is null)
        {
            if (said.Email is not { Length: > 2 and <= 254 } email)
                return Refused("email", "The provider does not say that it has verified your email address.");
            var normal = PersonRow.Normal(email);
            row = await context.People.SingleOrDefaultAsync(person => person.NormalizedUserName == normal, stop);
            if (row is not null && await logins.AnyAsync(login => login.UserId == row.Id && login.LoginProvider == said.Issuer, stop))
                return Refused("other", "Somebody else of the provider has this address here.");
            if (row is null)
            {
                if (said.Roles.Count == 0)
                    return Refused("nobody", "None of your groups has a role here.");
                context.People.Add(row = PersonRow.New(email.Trim(), Short(said.Name is { Length: > 0 } name ? name : email), OfficeOf(said.Roles), null, database.Now));
                Note(context, row, $"Joined as {Words(said.Roles)}, by their groups.");
            }

            if (row.LeftAt is null)
            {
                logins.Add(new IdentityUserLogin<Guid> { LoginProvider = said.Issuer, ProviderKey = said.Subject, ProviderDisplayName = "Provider", UserId = row.Id });
                Note(context, row, $"Signs in through {said.Issuer} from now on.");
            }
        }

        if (row.LeftAt is not null)
            return Refused("left", "You have left. Whoever keeps the people of this register lets people in again.");
        if (await WriteRolesAsync(context, row, said.Roles, stop) is { } refused)
            return Refused("roles", refused);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new PersonOutcome(row.Id, null);
    }

    // A role of the provider is known by its id, which is made of person and role; one given by hand has an id of its own.
    private async Task<string?> WriteRolesAsync(RegisterContext context, PersonRow person, IReadOnlyList<ProviderRole> roles, CancellationToken stop)
    {
        var now = database.Clock.GetLocalNow().DateTime;
        var (today, last) = (DateOnly.FromDateTime(now), DateOnly.FromDateTime(now + limits.Longest));
        var held = await context.Holdings.Where(holding => holding.Person == person.Id).ToListAsync(stop);
        var before = held.Where(holding => holding.Id == IdOf(person.Id, holding.Role, holding.Advice)).ToList();
        var said = before.Where(holding => holding.ToHolding().IsHeldOn(today)).Select(holding => new ProviderRole(holding.Role, holding.Advice)).ToHashSet();
        var byHand = held.Except(before).Select(holding => holding.ToHolding());
        if (roles.Count > 0 && Standing.Refuse([.. byHand, .. roles.Select(role => new Holding(role.Role, role.Advice, today, last))], person.Organisation) is { } refused)
            return refused;
        foreach (var gone in before.Where(holding => !roles.Contains(new ProviderRole(holding.Role, holding.Advice))))
            context.Holdings.Remove(gone);
        foreach (var role in roles)
        {
            if (before.Find(holding => holding.Role == role.Role && holding.Advice == role.Advice) is { } kept)
                (kept.Starts, kept.Ends) = (said.Contains(role) ? kept.Starts : today, last);
            else
                context.Holdings.Add(new HoldingRow { Id = IdOf(person.Id, role.Role, role.Advice), Person = person.Id, Role = role.Role, Advice = role.Advice, Starts = today, Ends = last });
        }

        if (!said.SetEquals(roles) && person.JoinedAt != database.Now)
            Note(context, person, roles.Count == 0 ? "No group of theirs has a role any more." : $"By their groups: {Words(roles)}.");
        return null;
    }

    private void Note(RegisterContext context, PersonRow person, string what) =>
        context.PersonChanges.Add(new PersonChangeRow { Id = Guid.CreateVersion7(), Person = person.Id, At = database.Now, Who = Who, What = what });

    private static Guid IdOf(Guid person, Role role, AdviceField? advice) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"provider {person} {role} {advice}"))).AsSpan(0, 16));

    private static string OfficeOf(IReadOnlyList<ProviderRole> roles) => Short(char.ToUpperInvariant(Words(roles)[0]) + Words(roles)[1..]);

    private static string Words(IReadOnlyList<ProviderRole> roles) => string.Join(", ", roles.Select(role => Roles.Words(role.Role, role.Advice)));

    private static string Short(string text) => text.Length > 100 ? text[..100] : text;

    private static PersonOutcome Refused(string code, string words) => new(null, new PersonFault(code, "", words));
}
