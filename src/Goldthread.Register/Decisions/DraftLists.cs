using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>Why a draft waits for somebody.</summary>
public enum DraftWait
{
    /// <summary>It lies before the decision maker, who signs, returns or refuses it.</summary>
    Decide,

    /// <summary>It lies before the chief executive.</summary>
    SendOn,

    /// <summary>Advice was asked for in a field in which she advises, or is to be given anew because the draft changed.</summary>
    Advise,

    /// <summary>It came back with questions.</summary>
    Returned,

    /// <summary>All advice that was asked for is there.</summary>
    Advised,

    /// <summary>It is signed and not published yet.</summary>
    Publish,
}

/// <summary>A draft that waits for somebody, and why.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Why">Why it waits.</param>
/// <param name="Advice">The field in which advice is wanted; null for every other reason.</param>
/// <param name="Since">Since when; UTC.</param>
public sealed record DraftWaiting(DraftHead Draft, DraftWait Why, AdviceField? Advice, DateTime Since);

/// <summary>A signed decision with the days that it took.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="ToSignature">Whole days from its first word to its signature.</param>
/// <param name="ToPublication">Whole days from its signature to its publication; null where it is not published.</param>
public sealed record DraftDays(DraftHead Draft, int ToSignature, int? ToPublication);

/// <summary>Lists of drafts: what waits for somebody, what is open, what is planned, what was signed when, what is deferred.</summary>
public sealed class DraftLists(RegisterDatabase database)
{
    private static readonly DraftState[] Written = [DraftState.Draft, DraftState.Advice, DraftState.ChiefExecutive, DraftState.DecisionMaker];

    /// <summary>What waits for somebody on any ground on which she may act, what waits longest first.</summary>
    public async Task<IReadOnlyList<DraftWaiting>> WaitingAsync(Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayComment(who))
            return [];
        var people = AskRules.StandsFor(who);
        var fields = who.Grounds.Where(ground => ground.Role == Role.Adviser).Select(ground => ground.Advice!.Value).Distinct().ToList();
        var states = new List<DraftState>();
        if (who.Holds(Role.DecisionMaker))
            states.Add(DraftState.DecisionMaker);
        if (who.Holds(Role.ChiefExecutive))
            states.Add(DraftState.ChiefExecutive);
        if (who.Holds(Role.Secretariat))
            states.Add(DraftState.Approved);
        var writes = who.Holds(Role.Officer);
        await using var context = database.Open();
        var lying = await DraftTexts.HeadsAsync(context, context.Drafts.Where(row => states.Contains(row.State)
            || (writes && people.Contains(row.Owner) && (row.State == DraftState.Draft || row.State == DraftState.Advice || row.State == DraftState.Approved))), stop);
        var ids = lying.Where(head => head.State is DraftState.Draft or DraftState.Advice).Select(head => head.Id).ToList();
        var returned = (await context.DraftSteps.AsNoTracking().Where(step => ids.Contains(step.Draft)).ToListAsync(stop)).GroupBy(step => step.Draft)
            .Select(steps => steps.MaxBy(step => step.Number)!).Where(step => step.Act == DraftAct.Return).ToDictionary(step => step.Draft, step => step.At);
        var advised = await AdviceAsync(context, context.Drafts.Where(row => ids.Contains(row.Id) && row.State == DraftState.Advice), stop);
        var waiting = lying.Select(head => head.State switch
        {
            DraftState.DecisionMaker => new DraftWaiting(head, DraftWait.Decide, null, head.ChangedAt),
            DraftState.ChiefExecutive => new DraftWaiting(head, DraftWait.SendOn, null, head.ChangedAt),
            DraftState.Approved => new DraftWaiting(head, DraftWait.Publish, null, head.ChangedAt),
            DraftState.Draft => returned.TryGetValue(head.Id, out var at) ? new DraftWaiting(head, DraftWait.Returned, null, at) : null,
            _ => advised.Where(one => one.Draft == head.Id).ToList() is { Count: > 0 } all && all.TrueForAll(one => !one.Waits)
                ? new DraftWaiting(head, DraftWait.Advised, null, all.Max(one => one.Since))
                : null,
        }).OfType<DraftWaiting>();
        return [.. waiting.Concat(fields.Count == 0 ? [] : await ToAdviseAsync(context, fields, stop)).OrderBy(one => one.Since).ThenBy(one => one.Draft.Id)];
    }

    /// <summary>Every draft that is not signed, refused or given up, what changed last first.</summary>
    public Task<IReadOnlyList<DraftHead>> OpenAsync(Standing who, CancellationToken stop = default) =>
        ListAsync(who, drafts => drafts.Where(row => Written.Contains(row.State)).OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id), stop);

    /// <summary>Every draft whose publication is deferred, what comes first first, those that wait for an event last; why is in their last step.</summary>
    public Task<IReadOnlyList<DraftHead>> DeferredAsync(Standing who, CancellationToken stop = default) =>
        ListAsync(who, drafts => drafts.Where(row => row.State == DraftState.Deferred).OrderBy(row => row.DeferredUntil == null).ThenBy(row => row.DeferredUntil).ThenBy(row => row.SignedAt).ThenBy(row => row.Id), stop);

    /// <summary>The forward plan: every open draft, by the day by which it is wanted, those without a day last.</summary>
    public Task<IReadOnlyList<DraftHead>> PlanAsync(Standing who, CancellationToken stop = default) =>
        ListAsync(who, drafts => drafts.Where(row => Written.Contains(row.State)).OrderBy(row => row.WantedBy == null).ThenBy(row => row.WantedBy).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id), stop);

    /// <summary>The decisions signed in a calendar year of the place, the first first, with the days that each took.</summary>
    public async Task<IReadOnlyList<DraftDays>> SignedAsync(int year, Standing who, CancellationToken stop = default)
    {
        var zone = database.Clock.LocalTimeZone;
        var (from, to) = (TimeZoneInfo.ConvertTimeToUtc(new DateTime(year, 1, 1), zone), TimeZoneInfo.ConvertTimeToUtc(new DateTime(year + 1, 1, 1), zone));
        var heads = await ListAsync(who, drafts => drafts.Where(row => row.SignedAt >= from && row.SignedAt < to).OrderBy(row => row.SignedAt).ThenBy(row => row.Id), stop);
        return [.. heads.Select(head => new DraftDays(head, Days(head.CreatedAt, head.SignedAt!.Value, zone), head.PublishedAt is { } published ? Days(head.SignedAt.Value, published, zone) : null))];
    }

    /// <summary>The published draft that names a decision as the one whose place it takes; null where there is none.</summary>
    public async Task<DraftHead?> ReplacingAsync(DraftHead replaced, Standing who, CancellationToken stop = default)
    {
        if (replaced.Slug is not { } slug || !DraftRules.MayRead(who))
            return null;
        await using var context = database.Open();
        var named = await context.DraftParts.AsNoTracking().Where(part => part.Name == "supersedes" && part.Text != "").Select(part => new { part.Draft, part.Text }).ToListAsync(stop);
        var ids = named.Where(part => Core.Decisions.DecisionReference.TryParse(part.Text, out var reference) && reference.Slug == slug).Select(part => part.Draft).ToList();
        return (await DraftTexts.HeadsAsync(context, context.Drafts.Where(row => ids.Contains(row.Id) && row.Body == replaced.Body && row.PublishedAt != null).OrderBy(row => row.PublishedAt), stop)).FirstOrDefault();
    }

    private async Task<IReadOnlyList<DraftHead>> ListAsync(Standing who, Func<IQueryable<DraftRow>, IQueryable<DraftRow>> which, CancellationToken stop)
    {
        if (!DraftRules.MayRead(who))
            return [];
        await using var context = database.Open();
        return await DraftTexts.HeadsAsync(context, which(context.Drafts), stop);
    }

    private static async Task<IEnumerable<DraftWaiting>> ToAdviseAsync(RegisterContext context, IReadOnlyList<AdviceField> fields, CancellationToken stop)
    {
        var open = context.Drafts.Where(row => row.State == DraftState.Advice || row.State == DraftState.ChiefExecutive || row.State == DraftState.DecisionMaker);
        var wanted = (await AdviceAsync(context, open, stop)).Where(one => one.Waits && fields.Contains(one.Field)).ToList();
        var ids = wanted.Select(one => one.Draft).ToList();
        var heads = (await DraftTexts.HeadsAsync(context, context.Drafts.Where(row => ids.Contains(row.Id)), stop)).ToDictionary(head => head.Id);
        return wanted.Select(one => new DraftWaiting(heads[one.Draft], DraftWait.Advise, one.Field, one.Since));
    }

    // The last advice of each field, and whether it waits for an adviser; the texts are asked for only where something was given.
    private static async Task<IReadOnlyList<(Guid Draft, AdviceField Field, bool Waits, DateTime Since)>> AdviceAsync(RegisterContext context, IQueryable<DraftRow> drafts, CancellationToken stop)
    {
        var rows = await context.DraftAdvice.AsNoTracking().Where(row => drafts.Any(draft => draft.Id == row.Draft)).ToListAsync(stop);
        var last = rows.GroupBy(row => (row.Draft, row.Field)).Select(of => of.MaxBy(row => row.Number)!).Where(row => row.State != AdviceState.Withdrawn).ToList();
        var given = last.Where(row => row.State != AdviceState.Asked).Select(row => row.Draft).Distinct().ToList();
        var parts = given.Count == 0 ? [] : await context.DraftParts.AsNoTracking().Where(part => given.Contains(part.Draft)).Select(part => new { part.Draft, part.Name, part.Text, part.At }).ToListAsync(stop);
        var contents = parts.GroupBy(part => part.Draft).ToDictionary(of => of.Key, of => of.Aggregate(DraftContent.Empty, (some, part) => some.With(part.Name, part.Text)));
        return
        [
            .. last.Select(row => row.State == AdviceState.Asked ? (row.Draft, row.Field, true, row.AskedAt)
                : (row.Draft, row.Field, !DraftAdvice.Stands(row, contents.GetValueOrDefault(row.Draft, DraftContent.Empty)), row.At!.Value)),
        ];
    }

    private static int Days(DateTime from, DateTime to, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(to, zone)).DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(from, zone)).DayNumber;
}
