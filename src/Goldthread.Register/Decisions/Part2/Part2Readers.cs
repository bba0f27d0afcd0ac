using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>Who may read a confidential part: named one by one, for a time, by an officer among them. Nothing of it is ever removed.</summary>
public sealed class Part2Readers(RegisterDatabase database)
{
    private DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Names a reader, from today to a last day.</summary>
    public async Task<Part2Outcome> NameAsync(Guid subject, Guid person, DateOnly? last, Standing by, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var namings = await NamingsAsync(context, subject, stop);
        if (!Part2Rules.MayWrite(namings, by, Today))
            return new Part2Outcome(Part2Fault.NotHers);
        if (last is not { } ends || ends < Today)
            return Wrong("until", "until", "Enter the last day on which she may read it, from today on.");
        if (await new PeopleService(database).StandingAsync(person, stop) is not { } reader || !Part2Rules.MayBeNamed(reader))
            return Wrong("whom", "person", "Choose somebody of the office who holds a role today, and is neither administrator nor auditor.");
        if (namings.Any(naming => naming.Person == person && naming.LastsOn(Today) && (naming.Ends is null || naming.Ends >= ends)))
            return Wrong("already", "person", "She may read it already, for as long or longer.");
        context.Part2Readers.Add(new Part2ReaderRow { Id = Guid.CreateVersion7(), Subject = subject, Person = person, NamedBy = by.Person, NamedAt = database.Now, Starts = Today, Ends = ends });
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return Part2Outcome.Done;
    }

    /// <summary>Ends a naming at once. One officer who can name others always stays.</summary>
    public async Task<Part2Outcome> EndAsync(Guid subject, Guid naming, Standing by, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (!Part2Rules.MayWrite(await NamingsAsync(context, subject, stop), by, Today))
            return new Part2Outcome(Part2Fault.NotHers);
        if (await context.Part2Readers.SingleOrDefaultAsync(row => row.Id == naming && row.Subject == subject && row.EndedAt == null, stop) is not { } row)
            return Wrong("ended", "", "This was ended before.");
        (row.EndedAt, row.EndedBy) = (database.Now, by.Person);
        await context.SaveChangesAsync(stop);
        if (!await HasWriterAsync(context, subject, stop))
            return Wrong("last", "", "Nobody could name readers any more. Name another officer first."); // the transaction is not committed
        await transaction.CommitAsync(stop);
        return Part2Outcome.Done;
    }

    /// <summary>The namings of a confidential part.</summary>
    internal static async Task<IReadOnlyList<Part2Naming>> NamingsAsync(RegisterContext context, Guid subject, CancellationToken stop) =>
        [.. (await context.Part2Readers.AsNoTracking().Where(row => row.Subject == subject).ToListAsync(stop)).Select(ToNaming)];

    internal static Part2Naming ToNaming(Part2ReaderRow row) => new(row.Person, row.Starts, row.Ends, row.EndedAt is not null);

    private async Task<bool> HasWriterAsync(RegisterContext context, Guid subject, CancellationToken stop)
    {
        var namings = await NamingsAsync(context, subject, stop);
        foreach (var person in namings.Where(naming => naming.LastsOn(Today)).Select(naming => naming.Person).Distinct())
            if (await new PeopleService(database).StandingAsync(person, stop) is { } standing && Part2Rules.MayWrite(namings, standing, Today))
                return true;
        return false;
    }

    private static Part2Outcome Wrong(string code, string field, string message) => new(new Part2Fault(code, field, message));
}
