using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Pathways;

/// <summary>What is proposed for the map: by whoever keeps an entry, accepted or refused by an officer. Who may is in <see cref="KeepingRules"/>.</summary>
public sealed class ProposalService(RegisterDatabase database)
{
    /// <summary>Proposes an entry as it ought to be.</summary>
    /// <param name="body">The public body whose map it is.</param>
    /// <param name="entry">The entry; its owner is kept where it is there, and is the proposer's organisation where it is new.</param>
    /// <param name="isNew">Whether it is to be a new entry.</param>
    /// <param name="why">Why, in a sentence.</param>
    /// <param name="who">Who proposes it.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<KeepingOutcome> ProposeAsync(string body, MapEntry entry, bool isNew, string why, Standing who, CancellationToken stop = default)
    {
        var reason = OneLine(why);
        if (reason.Length is 0 or > Proposal.LongestWords)
            return KeepingOutcome.Wrong("why", reason.Length == 0 ? "Say in a sentence why" : $"Say it in at most {Proposal.LongestWords} characters");
        var kind = KindOf(entry);
        var there = await StoredAsync(body, kind, entry.Id, stop);
        if (isNew)
        {
            if (there is not null)
                return KeepingOutcome.Wrong("id", "The map has an entry of this id already. Give it another name");
            if (!who.Holds(KeepingRules.Keeping))
                return KeepingOutcome.NotHers;
        }
        else if (there is not { Head.Status: RecordStatus.Current })
        {
            return KeepingOutcome.Nothing;
        }
        else if (!KeepingRules.MayKeep(who, there.Value.Head.Owner))
        {
            return KeepingOutcome.NotHers;
        }
        else if (kind.Write(entry) == kind.Write(there.Value.Entry))
        {
            return KeepingOutcome.Wrong("main", "Nothing is different from what the map has. Change what ought to change, or say that it is still true");
        }

        if (await ProblemAsync(body, [entry], stop) is { } problem)
            return KeepingOutcome.Wrong("main", problem);
        var row = new ProposalRow
        {
            Id = Guid.CreateVersion7(),
            Body = body,
            Kind = kind.Name,
            Reference = entry.Id,
            Entry = kind.Write(entry),
            Before = there is { } before ? kind.Write(before.Entry) : null,
            Organisation = who.Organisation,
            By = who.Person,
            Who = Acting.Words(who.Name, who.Office),
            Why = reason,
            At = database.Now,
        };
        await using var context = database.Open();
        context.Proposals.Add(row);
        await context.SaveChangesAsync(stop);
        return new KeepingOutcome(row.Id, null);
    }

    /// <summary>A proposal; null where there is none that she may see.</summary>
    public async Task<Proposal?> FindAsync(Guid id, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var row = await context.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        return row?.ToProposal() is { } found && KeepingRules.MaySee(who, found) ? found : null;
    }

    /// <summary>Proposals that she may see, what is open first, then what was answered last.</summary>
    public async Task<IReadOnlyList<Proposal>> ListAsync(string body, Standing who, int most, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var seen = context.Proposals.AsNoTracking().Where(row => row.Body == body);
        if (who.Organisation is { } organisation)
            seen = seen.Where(row => row.Organisation == organisation);
        var rows = await seen.OrderBy(row => row.State != ProposalState.Open).ThenByDescending(row => row.AnsweredAt).ThenBy(row => row.At).Take(most).ToListAsync(stop);
        return [.. rows.Select(row => row.ToProposal()).Where(proposal => KeepingRules.MaySee(who, proposal))];
    }

    /// <summary>Accepts a proposal: it becomes a revision of the entry, whose reason says who proposed it, why and what was said to it.</summary>
    public async Task<KeepingOutcome> AcceptAsync(Guid id, string answer, Standing who, CancellationToken stop = default)
    {
        if (await FindAsync(id, who, stop) is not { } proposal)
            return KeepingOutcome.Nothing;
        var said = OneLine(answer);
        if (!KeepingRules.MayAnswer(who, proposal))
            return KeepingOutcome.Closed;
        if (said.Length > Proposal.LongestWords)
            return KeepingOutcome.Wrong("answer", $"Say it in at most {Proposal.LongestWords} characters");
        await using var context = database.Open();
        var row = await context.Proposals.AsNoTracking().SingleAsync(row => row.Id == id, stop);
        var kind = row.OfKind;
        var there = await StoredAsync(row.Body, kind, row.Reference, stop);
        if (there is { } now ? proposal.Before is null || !IsSame(kind, now.Entry, proposal.Before) : proposal.Before is not null)
            return KeepingOutcome.Wrong("main", "The entry was changed after this was proposed. Refuse it, and ask for it to be proposed again from what the entry says now");
        var entry = proposal.Entry with { Checked = there?.Entry.Checked ?? proposal.Entry.Checked };
        if (await ProblemAsync(row.Body, [entry], stop) is { } problem)
            return KeepingOutcome.Wrong("main", problem);
        var (by, at) = (Acting.Words(who.Name, who.Office), database.Now);
        var outcome = await new RegisterWriter(database).SaveAsync(
            [
                new Change
                {
                    Kind = kind,
                    Body = row.Body,
                    Reference = row.Reference,
                    Content = entry,
                    Visibility = Audience.Public,
                    Who = by,
                    Process = "proposal",
                    Reason = Reason(proposal, await NameAsync(proposal.Organisation, stop), said),
                    ExpectedRevision = there?.Head.Revision ?? 0,
                },
            ],
            async (along, outcomes) => outcomes[0].Result != SaveResult.Conflict
                && await along.Proposals.Where(one => one.Id == id && one.State == ProposalState.Open).ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.State, ProposalState.Accepted).SetProperty(one => one.Answer, said).SetProperty(one => one.AnsweredBy, by).SetProperty(one => one.AnsweredAt, at), stop) == 1,
            stop);
        return outcome is null ? KeepingOutcome.Closed : new KeepingOutcome(id, null);
    }

    /// <summary>Refuses a proposal, and says why.</summary>
    public Task<KeepingOutcome> RefuseAsync(Guid id, string answer, Standing who, CancellationToken stop = default) =>
        OneLine(answer) is { Length: > 0 and <= Proposal.LongestWords } said
            ? CloseAsync(id, ProposalState.Refused, said, who, KeepingRules.MayAnswer, stop)
            : Task.FromResult(KeepingOutcome.Wrong("answer", string.IsNullOrWhiteSpace(answer) ? "Say why not, for whoever proposed it" : $"Say it in at most {Proposal.LongestWords} characters"));

    /// <summary>Takes a proposal back.</summary>
    public Task<KeepingOutcome> WithdrawAsync(Guid id, Standing who, CancellationToken stop = default) => CloseAsync(id, ProposalState.Withdrawn, "", who, KeepingRules.MayWithdraw, stop);

    private async Task<KeepingOutcome> CloseAsync(Guid id, ProposalState state, string said, Standing who, Func<Standing, Proposal, bool> may, CancellationToken stop)
    {
        if (await FindAsync(id, who, stop) is not { } proposal)
            return KeepingOutcome.Nothing;
        var (by, at) = (Acting.Words(who.Name, who.Office), database.Now);
        await using var context = database.Open();
        return may(who, proposal) && await context.Proposals.Where(one => one.Id == id && one.State == ProposalState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, state).SetProperty(one => one.Answer, said).SetProperty(one => one.AnsweredBy, by).SetProperty(one => one.AnsweredAt, at), stop) == 1
            ? new KeepingOutcome(id, null)
            : KeepingOutcome.Closed;
    }

    // What the map would not fit together with, in a sentence; null where nothing is wrong.
    private async Task<string?> ProblemAsync(string body, IReadOnlyList<MapEntry> changed, CancellationToken stop)
    {
        if (await new MapStore(database).LoadAsync(Reader.Staff, body, stop: stop) is not { } stored)
            return "There is no map yet that an entry could belong to";
        if (changed.OfType<ServiceEntry>().Select(service => SecretPlace.Refusal(service, stored.Entries.Frame)).FirstOrDefault(refusal => refusal is not null) is { } given)
            return given;
        var reading = Core.Pathways.Reading.MapReader.Read(MapWriter.Write(stored.Entries.With(changed)));
        return reading.Problems.FirstOrDefault(problem => problem.Severity == Core.Diagnostics.Severity.Error)?.Message
            ?? (reading.Map is { } map ? MapLimits.Refusal(map) : null);
    }

    private async Task<(RecordHead Head, MapEntry Entry)?> StoredAsync(string body, RecordKind kind, string id, CancellationToken stop) =>
        (await database.For(Reader.Staff).FindAsync(body, kind.Name, kind.SlugOf(id), stop))?.Record is { } record ? (record.Head, (MapEntry)record.Content) : null;

    private async Task<string> NameAsync(string? organisation, CancellationToken stop) => organisation is null
        ? ""
        : (await database.For(Reader.Staff).FindAsync(RecordKind.CommonBody, RecordKinds.Organisation.Name, organisation, stop))?.Record?.Head.Title ?? organisation;

    // The public reads the office and the organisation, not the person.
    private static string Reason(Proposal proposal, string organisation, string said) =>
        $"Proposed by {Acting.OfficeOf(proposal.Who)}{(organisation.Length > 0 ? $", {organisation}" : "")}: {proposal.Why.TrimEnd('.')}. Accepted{(said.Length > 0 ? $": {said.TrimEnd('.')}" : "")}.";

    private static bool IsSame(RecordKind kind, MapEntry one, MapEntry other) => kind.Write(one with { Checked = null }) == kind.Write(other with { Checked = null });

    private static RecordKind KindOf(MapEntry entry) => entry is DoorEntry ? RecordKinds.Door : RecordKinds.Service;

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>What became of keeping the map.</summary>
/// <param name="Id">The proposal; empty where nothing was done.</param>
/// <param name="Fault">What is wrong and at which field; null where it was done.</param>
public sealed record KeepingOutcome(Guid Id, (string Field, string Message)? Fault)
{
    /// <summary>There is none that she may see.</summary>
    public static KeepingOutcome Nothing { get; } = new(Guid.Empty, ("", "There is no such entry or proposal"));

    /// <summary>Her organisation does not own it.</summary>
    public static KeepingOutcome NotHers { get; } = new(Guid.Empty, ("main", "This entry belongs to another organisation. Tell its owner or the office"));

    /// <summary>Somebody else has answered it meanwhile.</summary>
    public static KeepingOutcome Closed { get; } = new(Guid.Empty, ("main", "This is no longer open. Somebody may have answered it, or changed the entry, meanwhile"));

    /// <summary>Something is wrong with what was entered.</summary>
    public static KeepingOutcome Wrong(string field, string message) => new(Guid.Empty, (field, message));
}
