using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>What people ask of each other: asked, answered, declined, withdrawn, handed over. Who may is in <see cref="AskRules"/>.</summary>
public sealed class AskService(RegisterDatabase database)
{
    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Asks something.</summary>
    public async Task<AskOutcome> AskAsync(NewAsk wanted, Standing who, CancellationToken stop = default)
    {
        if (!who.Holds(AskRules.Asking))
            return AskOutcome.Wrong("role", "of", "Only the office's own staff ask here.");
        if (Clean(wanted.Title) is not { Length: > 0 and <= Ask.LongestTitle } title)
            return AskOutcome.Wrong("title", "title", $"Say in a line of up to {Ask.LongestTitle} characters what you ask.");
        if (wanted.Words.Trim() is not { Length: <= Ask.LongestWords } words)
            return AskOutcome.Wrong("words", "words", "Say it in at most 4,000 characters.");
        if (wanted.Due < Today)
            return AskOutcome.Wrong("past", "due", "This day is over. Give a day from today on.");
        var row = new AskRow { Id = Guid.CreateVersion7(), AskedBy = who.Person, Record = wanted.Record, Title = title, Words = words, Due = wanted.Due, At = database.Now };
        if (wanted.Person is { } person)
        {
            if (await new PeopleService(database).StandingAsync(person, stop) is not { } of || !of.Holds(AskRules.Answering))
                return AskOutcome.Wrong("nobody", "of", "She holds no role that answers today. Choose somebody else.");
            (row.Person, row.Organisation) = (person, of.Organisation);
        }
        else
        {
            (row.Organisation, row.Role, row.Advice) = (wanted.Organisation, wanted.Role, wanted.Advice);
            if ((row.Organisation is null) == (row.Role is null) || (row.Role is { } role && !AskRules.Asking.Contains(role)))
                return AskOutcome.Wrong("whom", "of", "Choose of whom you ask it.");
        }

        var reader = row.Organisation is { } organisation ? new Reader(Audience.Partners, organisation) : Reader.Staff;
        if (row.Record is { } record && (await database.For(reader).HeadsAsync([record], stop)).Count == 0)
            return AskOutcome.Wrong("hidden", "about", "Whoever you ask may not see this record. Ask without naming it, or change who may see it first.");
        await using var context = database.Open();
        context.Asks.Add(row);
        await context.SaveChangesAsync(stop);
        return new AskOutcome(row.Id, null);
    }

    /// <summary>Says that it was done, and what was.</summary>
    public Task<AskOutcome> DoneAsync(Guid ask, Standing who, string answer, CancellationToken stop = default) =>
        CloseAsync(ask, who, AskState.Done, answer, "Say in a few words what was done.", stop);

    /// <summary>Declines it, and says why.</summary>
    public Task<AskOutcome> DeclineAsync(Guid ask, Standing who, string reason, CancellationToken stop = default) =>
        CloseAsync(ask, who, AskState.Declined, reason, "Say in a few words why not.", stop);

    /// <summary>Says that it is no longer needed.</summary>
    public Task<AskOutcome> WithdrawAsync(Guid ask, Standing who, CancellationToken stop = default) => CloseAsync(ask, who, AskState.Withdrawn, "", "", stop);

    /// <summary>Hands it over to a colleague, or takes on what is asked of all.</summary>
    public async Task<AskOutcome> HandOverAsync(Guid ask, Standing who, Guid to, string reason, CancellationToken stop = default)
    {
        if (Clean(reason) is not { Length: <= Ask.LongestTitle } why)
            return AskOutcome.Wrong("reason", "reason", $"Say why in at most {Ask.LongestTitle} characters.");
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await SeenAsync(context, ask, who, stop) is not { } found)
            return AskOutcome.Nothing;
        if (!found.MayAnswer(who))
            return AskOutcome.Closed;
        if (await new PeopleService(database).StandingAsync(to, stop) is not { } taker || !found.MayPassTo(taker))
            return AskOutcome.Wrong("taker", "to", "Choose a colleague of the same organisation who holds a role today.");
        if (await context.Asks.Where(row => row.Id == ask && row.State == AskState.Open && row.Person == found.Person)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Person, to), stop) == 0)
            return AskOutcome.Closed;
        context.HandOvers.Add(new HandOverRow { Id = Guid.CreateVersion7(), Ask = ask, At = database.Now, By = who.Person, FromPerson = found.Person, ToPerson = to, Reason = why });
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new AskOutcome(ask, null);
    }

    /// <summary>
    /// Hands everything open of somebody over to one colleague: what waits for her, and what she asked, whose answers the
    /// colleague then learns of. For somebody who leaves or moves to another organisation; nobody reads it on the way.
    /// </summary>
    /// <returns>How many things went over; what is of an organisation that the colleague is not of stays.</returns>
    public async Task<int> HandAllOverAsync(Guid from, Guid to, Guid by, string reason, CancellationToken stop = default)
    {
        if (from == to || await new PeopleService(database).StandingAsync(to, stop) is not { } taker)
            return 0;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var now = database.Now;
        var went = 0;
        foreach (var row in await context.Asks.Where(row => row.State == AskState.Open && (row.Person == from || row.AskedBy == from)).ToListAsync(stop))
        {
            if (row.Person == from && row.ToAsk().MayPassTo(taker))
            {
                row.Person = to;
                went += Note(row, asking: false);
            }

            if (row.AskedBy == from && taker.Holds(AskRules.Asking))
            {
                row.AskedBy = to;
                went += Note(row, asking: true);
            }
        }

        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return went;

        int Note(AskRow row, bool asking)
        {
            context.HandOvers.Add(new HandOverRow { Id = Guid.CreateVersion7(), Ask = row.Id, At = now, By = by, FromPerson = from, ToPerson = to, Asking = asking, Reason = reason });
            return 1;
        }
    }

    /// <summary>What was asked, with names and where it has been; null where there is none that she may see.</summary>
    public async Task<AskEntry?> FindAsync(Guid ask, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await SeenAsync(context, ask, who, stop) is { } found ? (await new AskLists(database).EntriesAsync(context, [found], stop))[0] : null;
    }

    private async Task<AskOutcome> CloseAsync(Guid ask, Standing who, AskState state, string answer, string noWords, CancellationToken stop)
    {
        var words = answer.Trim();
        if (words.Length > Ask.LongestWords || (words.Length == 0 && noWords.Length > 0))
            return AskOutcome.Wrong("answer", "answer", words.Length == 0 ? noWords : "Say it in at most 4,000 characters.");
        await using var context = database.Open();
        if (await SeenAsync(context, ask, who, stop) is not { } found)
            return AskOutcome.Nothing;
        var may = state == AskState.Withdrawn ? found.MayWithdraw(who) : found.MayAnswer(who);
        var (now, by) = (database.Now, who.Person);
        return may && await context.Asks.Where(row => row.Id == ask && row.State == AskState.Open && row.Person == found.Person).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.Answer, words).SetProperty(row => row.AnsweredAt, now).SetProperty(row => row.AnsweredBy, by), stop) == 1
            ? new AskOutcome(ask, null)
            : AskOutcome.Closed;
    }

    private static async Task<Ask?> SeenAsync(RegisterContext context, Guid ask, Standing who, CancellationToken stop)
    {
        if (await context.Asks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == ask, stop) is not { } row)
            return null;
        // Who had it; where all of an organisation or a role did, whoever of them handed it over.
        var hands = await context.HandOvers.Where(hand => hand.Ask == ask && !hand.Asking).Select(hand => hand.FromPerson ?? hand.By).Distinct().ToListAsync(stop);
        var found = row.ToAsk(hands);
        return found.IsSeenBy(who) ? found : null;
    }

    // A title is one line, whatever was pasted.
    private static string Clean(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
