using Goldthread.Core.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.Pathways;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>
/// Plans the emails that say how much waits: once a week, one for each person who has something waiting and wants it.
/// One row of the table <c>due</c> stands for the next week; doing it writes a row for each person and the week after in
/// one transaction, so that of several processes one does it once.
/// </summary>
public sealed class WeeklyDigests(RegisterDatabase database, DigestWeek week) : IDueWork
{
    /// <summary>What a row for one person is called; its record is the person.</summary>
    public const string Digest = "digest";

    private const string Week = "digests";

    /// <inheritdoc/>
    public string What => Week;

    /// <summary>Puts the next week on the list, unless one stands there.</summary>
    public async Task PlanAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (await context.Due.AnyAsync(due => due.What == Week, stop))
            return;
        var next = Next();
        context.Due.Add(next);
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another process wrote the very same row first; whatever else it is, the next look finds it.
            await using var again = database.Open();
            if (!await again.Due.AnyAsync(due => due.Id == next.Id, stop))
                throw;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        var people = new PeopleService(database);
        var (lists, drafts, map, actions) = (new AskLists(database), new DraftLists(database), new MapKeeping(database), new ActionService(database));
        await using var context = database.Open();
        var wanted = new List<Guid>();
        foreach (var person in await context.People.Where(person => person.LeftAt == null && person.Digest).Select(person => person.Id).ToListAsync(stop))
            if (await people.StandingAsync(person, stop) is { } standing
                && ((await lists.CountAsync(standing, people.Today, stop)).Waiting > 0 || (await drafts.WaitingAsync(standing, stop)).Count > 0 || (await map.WaitingAsync(standing, stop)).Things > 0 || await actions.WaitingAsync(standing, stop) > 0))
                wanted.Add(person);
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.Due.Where(row => row.Id == due.Id).ExecuteDeleteAsync(stop) == 0)
            return null;
        var still = await context.Due.Where(row => row.What == Digest).Select(row => row.Record).ToListAsync(stop);
        context.Due.AddRange(wanted.Where(person => !still.Contains(person)).Select(person => new DueRow { Id = Guid.CreateVersion7(), What = Digest, Record = person, At = database.Now }));
        context.Due.Add(Next());
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return null;
    }

    // Its id is its time, so that two processes write the same row and the database keeps one.
    private DueRow Next()
    {
        var at = week.After(database.Now, database.Clock.LocalTimeZone);
        var id = new byte[16];
        BitConverter.TryWriteBytes(id, at.Ticks);
        return new DueRow { Id = new Guid(id), What = Week, At = at };
    }
}
