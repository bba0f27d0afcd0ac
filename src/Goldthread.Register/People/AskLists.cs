using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>Lists of what was asked: on a desk, behind somebody who left, and who may be asked.</summary>
public sealed class AskLists(RegisterDatabase database)
{
    /// <summary>For so long what was answered stands among what somebody gave away.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>What lies on somebody's desk.</summary>
    public async Task<DeskEntry> DeskAsync(Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var waiting = await WaitingAsync(context, who, stop);
        var given = await GivenAsync(context, who, stop);
        var entries = await EntriesAsync(context, [.. waiting, .. given], stop, withHandOvers: false);
        return new DeskEntry([.. entries.Take(waiting.Count)], [.. entries.Skip(waiting.Count)]);
    }

    /// <summary>How many things wait for her, and how many of them are late.</summary>
    public async Task<(int Waiting, int Late)> CountAsync(Standing who, DateOnly today, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var waiting = await WaitingAsync(context, who, stop);
        return (waiting.Count, waiting.Count(ask => ask.DaysLate(today) > 0));
    }

    /// <summary>What is open of somebody, whether it waits for her or she asked it; for whoever sees to it that it is handed over.</summary>
    public async Task<IReadOnlyList<AskEntry>> OpenOfAsync(Guid person, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var rows = await context.Asks.AsNoTracking().Where(row => row.State == AskState.Open && (row.Person == person || row.AskedBy == person)).OrderBy(row => row.Due).ThenBy(row => row.Id).ToListAsync(stop);
        return await EntriesAsync(context, [.. rows.Select(row => row.ToAsk())], stop, withHandOvers: false);
    }

    /// <summary>Everybody who holds a role today that answers, by name; those of one organisation alone where <paramref name="only"/> is true.</summary>
    public async Task<IReadOnlyList<PersonName>> HereAsync(string? organisation, bool only, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);
        await using var context = database.Open();
        return await context.People.AsNoTracking()
            .Where(person => person.LeftAt == null && (!only || person.Organisation == organisation))
            .Where(person => context.Holdings.Any(held => held.Person == person.Id && held.Role != Role.Auditor && held.Starts <= today && (held.Ends == null || held.Ends >= today)))
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new PersonName(person.Id, person.Name, person.Office, person.Organisation)).ToListAsync(stop);
    }

    /// <summary>Since when what changes is new to somebody: when she last said that she had looked, or joined.</summary>
    public async Task<DateTime> LookedAtAsync(Guid person, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.People.Where(row => row.Id == person).Select(row => row.LookedAt ?? row.JoinedAt).SingleAsync(stop);
    }

    /// <summary>Keeps that she has looked at all that changed up to a time; never earlier than before, never later than now.</summary>
    public async Task LookAsync(Guid person, DateTime upTo, CancellationToken stop = default)
    {
        var at = upTo > database.Now ? database.Now : upTo;
        await using var context = database.Open();
        await context.People.Where(row => row.Id == person && (row.LookedAt == null || row.LookedAt < at))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LookedAt, at), stop);
    }

    /// <summary>What was asked, with the names that belong to it.</summary>
    internal async Task<IReadOnlyList<AskEntry>> EntriesAsync(RegisterContext context, IReadOnlyList<Ask> asks, CancellationToken stop, bool withHandOvers = true)
    {
        List<HandOverRow> hands = [];
        if (withHandOvers && asks.Select(ask => ask.Id).ToList() is { Count: > 0 } ids)
            hands = await context.HandOvers.AsNoTracking().Where(hand => ids.Contains(hand.Ask)).OrderBy(hand => hand.At).ThenBy(hand => hand.Id).ToListAsync(stop);
        var wanted = asks.SelectMany(ask => new[] { ask.Person, ask.AskedBy, ask.AnsweredBy })
            .Concat(hands.SelectMany(hand => new[] { hand.By, hand.FromPerson, hand.ToPerson })).OfType<Guid>().Distinct().ToList();
        var names = wanted.Count == 0 ? [] : await context.People.AsNoTracking().Where(person => wanted.Contains(person.Id))
            .Select(person => new PersonName(person.Id, person.Name, person.Office, person.Organisation)).ToDictionaryAsync(person => person.Id, stop);
        var of = hands.ToLookup(hand => hand.Ask);
        return
        [
            .. asks.Select(ask => new AskEntry(ask, Name(ask.Person), Name(ask.AskedBy)!, Name(ask.AnsweredBy),
                [.. of[ask.Id].Select(hand => new HandOver(hand.At, Name(hand.By)!, Name(hand.FromPerson), Name(hand.ToPerson)!, hand.Asking, hand.Reason))])),
        ];

        PersonName? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    // Two queries, each along an index; the rule itself has the last word.
    private static async Task<IReadOnlyList<Ask>> WaitingAsync(RegisterContext context, Standing who, CancellationToken stop)
    {
        var people = AskRules.StandsFor(who).Select(person => (Guid?)person).ToList();
        var roles = who.Grounds.Select(ground => (Role?)ground.Role).Distinct().ToList();
        var open = context.Asks.AsNoTracking().Where(row => row.State == AskState.Open);
        var hers = await open.Where(row => people.Contains(row.Person)).ToListAsync(stop);
        var ofAll = await (who.Organisation is { } organisation
            ? open.Where(row => row.Person == null && row.Organisation == organisation)
            : open.Where(row => row.Person == null && row.Organisation == null && roles.Contains(row.Role))).ToListAsync(stop);
        return [.. hers.Concat(ofAll).Select(row => row.ToAsk()).Where(ask => ask.IsFor(who)).OrderBy(ask => ask.Due).ThenBy(ask => ask.At).ThenBy(ask => ask.Id)];
    }

    private async Task<IReadOnlyList<Ask>> GivenAsync(RegisterContext context, Standing who, CancellationToken stop)
    {
        var people = AskRules.StandsFor(who);
        var since = database.Now - Remembered;
        var asked = await context.Asks.AsNoTracking().Where(row => people.Contains(row.AskedBy) && (row.State == AskState.Open || row.AnsweredAt > since)).ToListAsync(stop);
        var handed = await (
            from row in context.Asks.AsNoTracking()
            where context.HandOvers.Any(hand => (hand.FromPerson == who.Person || (hand.FromPerson == null && hand.By == who.Person)) && hand.Ask == row.Id && !hand.Asking)
            where row.State == AskState.Open || row.AnsweredAt > since
            select row).ToListAsync(stop);
        return
        [
            .. asked.Concat(handed).DistinctBy(row => row.Id).Select(row => row.ToAsk([who.Person])).Where(ask => ask.IsSeenBy(who) && !(ask.State == AskState.Open && ask.IsFor(who)))
                .OrderBy(ask => ask.State != AskState.Open).ThenBy(ask => ask.State == AskState.Open ? ask.Due.DayNumber : 0).ThenByDescending(ask => ask.AnsweredAt).ThenBy(ask => ask.Id),
        ];
    }
}
