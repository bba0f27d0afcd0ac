using System.Security.Cryptography;
using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>Who signs in and what each may do: joining, moving, leaving, cover. Every change is kept with who made it and why.</summary>
public sealed class PeopleService(RegisterDatabase database)
{
    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Who a person is today; null where she is not there or has left.</summary>
    public async Task<Standing?> StandingAsync(Guid person, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var row = await context.People.AsNoTracking().Where(row => row.Id == person && row.LeftAt == null)
            .Select(row => new { row.Name, row.Office, row.Organisation }).SingleOrDefaultAsync(stop);
        if (row is null)
            return null;
        var today = Today;
        var own = await context.Holdings.AsNoTracking().Where(holding => holding.Person == person).ToListAsync(stop);
        var covers = await (
            from cover in context.Covers
            join covered in context.People on cover.Person equals covered.Id
            where cover.Deputy == person && cover.Starts <= today && today <= cover.Ends
            select new { cover.Person, covered.Name, cover.Starts, cover.Ends }).ToListAsync(stop);
        var ids = covers.Select(cover => cover.Person).ToList();
        var lent = ids.Count == 0 ? [] : await context.Holdings.AsNoTracking().Where(holding => ids.Contains(holding.Person)).ToListAsync(stop);
        return new Standing
        {
            Person = person,
            Name = row.Name,
            Office = row.Office,
            Organisation = row.Organisation,
            Grounds = Standing.GroundsOn(
                today,
                own.Select(holding => holding.ToHolding()),
                covers.Select(cover => new Cover(cover.Person, cover.Name, [.. lent.Where(holding => holding.Person == cover.Person).Select(holding => holding.ToHolding())], cover.Starts, cover.Ends))),
        };
    }

    /// <summary>Everybody, by name, with what they hold and whom they cover.</summary>
    public async Task<IReadOnlyList<PersonEntry>> ListAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        var people = await context.People.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(stop);
        return await EntriesAsync(context, people, stop);
    }

    /// <summary>One person with what she holds and whom she covers; null where there is none.</summary>
    public async Task<PersonEntry?> FindAsync(Guid person, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var row = await context.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, stop);
        return row is null ? null : (await EntriesAsync(context, [row], stop))[0];
    }

    /// <summary>The person of an address; null where there is none.</summary>
    public async Task<PersonEntry?> CalledAsync(string email, CancellationToken stop = default)
    {
        var name = PersonRow.Normal(email);
        await using var context = database.Open();
        var row = await context.People.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == name, stop);
        return row is null ? null : (await EntriesAsync(context, [row], stop))[0];
    }

    /// <summary>Lets somebody in.</summary>
    public async Task<PersonOutcome> JoinAsync(Joining joining, string who, CancellationToken stop = default)
    {
        if (Refuse(joining) is { } refused)
            return new PersonOutcome(null, refused);
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var normal = PersonRow.Normal(joining.Email);
        if (await context.People.AnyAsync(row => row.NormalizedUserName == normal, stop))
            return new PersonOutcome(null, new PersonFault("taken", "email", "Somebody with this email address is there already. People who come back are let in again on their own page."));
        var person = PersonRow.New(joining.Email.Trim(), joining.Name.Trim(), joining.Office.Trim(), joining.Organisation, database.Now);
        context.People.Add(person);
        context.Holdings.AddRange(joining.Holdings.Select(holding => Row(person.Id, holding)));
        Note(context, person.Id, who, $"Joined as {string.Join(", ", joining.Holdings.Select(holding => holding.Words))}{Of(joining.Organisation)}.", joining.Reason);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new PersonOutcome(person.Id, null);
    }

    /// <summary>Gives a person another office, organisation and roles from a day on; what she held ends the day before.</summary>
    public async Task<PersonOutcome> MoveAsync(Guid person, Joining to, DateOnly from, string who, CancellationToken stop = default)
    {
        if (Refuse(to with { Email = "moves@example.org" }) is { } refused)
            return new PersonOutcome(null, refused);
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.People.SingleOrDefaultAsync(row => row.Id == person, stop) is not { } row)
            return PersonOutcome.Nobody;
        var held = await context.Holdings.Where(holding => holding.Person == person).ToListAsync(stop);
        if (row.Organisation != to.Organisation && from > Today)
            return new PersonOutcome(null, new PersonFault("later", "from", "Somebody changes organisation on the day itself: until then she reads what her present one may."));
        foreach (var holding in held)
        {
            if (holding.Starts >= from)
                context.Holdings.Remove(holding);
            else if (holding.Ends is null || holding.Ends >= from)
                holding.Ends = from.AddDays(-1);
        }

        (row.Name, row.Office, row.Organisation, row.LeftAt) = (to.Name.Trim(), to.Office.Trim(), to.Organisation, null);
        context.Holdings.AddRange(to.Holdings.Select(holding => Row(person, holding)));
        Note(context, person, who, $"Moved to {string.Join(", ", to.Holdings.Select(holding => holding.Words))}{Of(to.Organisation)} from {from:yyyy-MM-dd}.", to.Reason);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new PersonOutcome(person, null);
    }

    /// <summary>Ends a person's sign-in at once: her sessions, roles and cover. Who she was stays, because the register names offices she held.</summary>
    public async Task<PersonOutcome> LeaveAsync(Guid person, string who, string reason, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.People.SingleOrDefaultAsync(row => row.Id == person, stop) is not { } row)
            return PersonOutcome.Nobody;
        var today = Today;
        row.LeftAt = database.Now;
        row.SecurityStamp = Guid.NewGuid().ToString("N");
        await context.Sessions.Where(session => session.Person == person).ExecuteDeleteAsync(stop);
        await context.Holdings.Where(holding => holding.Person == person && holding.Starts > today).ExecuteDeleteAsync(stop);
        await context.Holdings.Where(holding => holding.Person == person && (holding.Ends == null || holding.Ends > today))
            .ExecuteUpdateAsync(set => set.SetProperty(holding => holding.Ends, today), stop);
        await context.Covers.Where(cover => (cover.Deputy == person || cover.Person == person) && cover.Ends >= today).ExecuteDeleteAsync(stop);
        Note(context, person, who, "Left.", reason);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new PersonOutcome(person, null);
    }

    /// <summary>Names a deputy for a time.</summary>
    public async Task<PersonOutcome> CoverAsync(Guid person, Guid deputy, DateOnly starts, DateOnly ends, string who, string reason, CancellationToken stop = default)
    {
        if (person == deputy)
            return new PersonOutcome(null, new PersonFault("self", "deputy", "A deputy is somebody else."));
        if (ends < starts)
            return new PersonOutcome(null, new PersonFault("order", "ends", "The last day is before the first."));
        if (ends < Today)
            return new PersonOutcome(null, new PersonFault("past", "ends", "The last day is over. Give a day from today on."));
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var both = await context.People.AsNoTracking().Where(row => (row.Id == person || row.Id == deputy) && row.LeftAt == null).ToListAsync(stop);
        if (both.Count < 2)
            return PersonOutcome.Nobody;
        if (both[0].Organisation != both[1].Organisation)
            return new PersonOutcome(null, new PersonFault("elsewhere", "deputy", "A deputy is of the same organisation."));
        context.Covers.Add(new CoverRow { Id = Guid.CreateVersion7(), Person = person, Deputy = deputy, Starts = starts, Ends = ends, Reason = reason });
        Note(context, person, who, $"Covered by {both.Single(row => row.Id == deputy).Name} from {starts:yyyy-MM-dd} to {ends:yyyy-MM-dd}.", reason);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new PersonOutcome(person, null);
    }

    /// <summary>Ends a cover today.</summary>
    public async Task<PersonOutcome> EndCoverAsync(Guid cover, string who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.Covers.SingleOrDefaultAsync(row => row.Id == cover, stop) is not { } row)
            return PersonOutcome.Nobody;
        context.Covers.Remove(row);
        Note(context, row.Person, who, "Cover ended.", "");
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new PersonOutcome(row.Person, null);
    }

    /// <summary>
    /// Gives a person a new password, and takes away codes, passkeys and sessions: for somebody who lost them, or who signs
    /// in for the first time. She adds a second proof when she signs in.
    /// </summary>
    /// <returns>The password, which is kept nowhere; null where there is no such person.</returns>
    public async Task<string?> ResetAsync(Guid person, string who, string reason, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.People.SingleOrDefaultAsync(row => row.Id == person && row.LeftAt == null, stop) is not { } row)
            return null;
        var password = NewPassword();
        row.PasswordHash = new PasswordHasher<PersonRow>().HashPassword(row, password);
        row.SecurityStamp = Guid.NewGuid().ToString("N");
        (row.TwoFactorEnabled, row.LockoutEnd, row.AccessFailedCount) = (false, null, 0);
        await context.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == person).ExecuteDeleteAsync(stop);
        await context.Set<IdentityUserPasskey<Guid>>().Where(key => key.UserId == person).ExecuteDeleteAsync(stop);
        await context.Sessions.Where(session => session.Person == person).ExecuteDeleteAsync(stop);
        Note(context, person, who, "Was given a new password; codes, passkeys and sessions ended.", reason);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return password;
    }

    /// <summary>What was changed about a person, newest first.</summary>
    public async Task<IReadOnlyList<PersonChangeRow>> ChangesAsync(Guid person, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.PersonChanges.AsNoTracking().Where(change => change.Person == person).OrderByDescending(change => change.At).ThenByDescending(change => change.Id).ToListAsync(stop);
    }

    /// <summary>Keeps that something was done about a person that has no other trace, such as a reset of her password.</summary>
    public async Task NoteAsync(Guid person, string who, string what, string reason, CancellationToken stop = default)
    {
        await using var context = database.Open();
        Note(context, person, who, what, reason);
        await context.SaveChangesAsync(stop);
    }

    private void Note(RegisterContext context, Guid person, string who, string what, string reason) =>
        context.PersonChanges.Add(new PersonChangeRow { Id = Guid.CreateVersion7(), Person = person, At = database.Now, Who = who, What = what, Reason = reason });

    private static async Task<IReadOnlyList<PersonEntry>> EntriesAsync(RegisterContext context, IReadOnlyList<PersonRow> people, CancellationToken stop)
    {
        var ids = people.Select(row => row.Id).ToList();
        var all = ids.Count > 1;
        var holdings = (await context.Holdings.AsNoTracking().Where(row => all || ids.Contains(row.Person)).ToListAsync(stop)).ToLookup(row => row.Person);
        var covers = await (
            from cover in context.Covers
            join covered in context.People on cover.Person equals covered.Id
            join deputy in context.People on cover.Deputy equals deputy.Id
            where all || ids.Contains(cover.Person) || ids.Contains(cover.Deputy)
            select new CoverEntry(cover.Id, cover.Person, covered.Name, cover.Deputy, deputy.Name, cover.Starts, cover.Ends, cover.Reason)).AsNoTracking().ToListAsync(stop);
        var passkeys = (await context.Set<IdentityUserPasskey<Guid>>().AsNoTracking()
            .Where(key => all || ids.Contains(key.UserId)).Select(key => key.UserId).ToListAsync(stop)).ToHashSet();
        return
        [
            .. people.Select(row => new PersonEntry(
                row.Id, row.Name, row.Office, row.Email!, row.Organisation, row.JoinedAt, row.LeftAt,
                row.PasswordHash is not null, row.TwoFactorEnabled, passkeys.Contains(row.Id), row.LockoutEnd?.UtcDateTime,
                [.. holdings[row.Id].OrderBy(holding => holding.Starts).Select(holding => holding.ToHolding())],
                [.. covers.Where(cover => cover.Person == row.Id || cover.Deputy == row.Id).OrderBy(cover => cover.Starts)])),
        ];
    }

    private static PersonFault? Refuse(Joining joining)
    {
        if (joining.Name.Trim().Length is 0 or > 100)
            return new PersonFault("name", "name", "Enter a name of up to 100 characters.");
        if (joining.Office.Trim().Length is 0 or > 100)
            return new PersonFault("office", "office", "Enter the office she holds, up to 100 characters, as the public will see it.");
        if (!IsAddress(joining.Email.Trim()))
            return new PersonFault("email", "email", "Enter an email address, such as name@example.org.");
        if (joining.Holdings.Count == 0)
            return new PersonFault("roles", "role", "Choose at least one role.");
        return Standing.Refuse(joining.Holdings, joining.Organisation) is { } refused ? new PersonFault("roles", "role", refused) : null;
    }

    private static bool IsAddress(string text) =>
        text.Length <= 254 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 3
        && text.IndexOf('@', at + 1) < 0 && text.IndexOf('.', at) > at + 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"');

    private static HoldingRow Row(Guid person, Holding holding) =>
        new() { Id = Guid.CreateVersion7(), Person = person, Role = holding.Role, Advice = holding.Advice, Starts = holding.Starts, Ends = holding.Ends };

    // Four groups of five of 32 signs: 100 bits, and nothing that looks like something else.
    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 5)));

    private static string Of(string? organisation) => organisation is null ? "" : $" of {organisation}";
}
