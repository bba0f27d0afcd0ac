using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Pathways;

/// <summary>Keeps the entries of the map true: whose they are, which of them nobody looked at lately, and that somebody did.</summary>
public sealed class MapKeeping(RegisterDatabase database)
{
    private const string Process = "check";

    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>The entries that an organisation owns, those that nobody looked at for longest first.</summary>
    public async Task<IReadOnlyList<KeptEntry>> OwnedAsync(string body, string organisation, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var rows = await Owned(context, body, organisation)
            .Select(row => new { Row = row, Looked = context.Fields.Where(field => field.Record == row.Id && field.Name == MapColumns.CheckedOn).Max(field => field.Day) })
            .AsNoTracking().ToListAsync(stop);
        var today = Today;
        return
        [
            .. rows.Select(one => new KeptEntry(one.Row.ToHead(), one.Looked, one.Looked is not { } day || day < Freshness.Since(today)))
                .OrderBy(one => one.CheckedOn ?? DateOnly.MinValue).ThenBy(one => one.Head.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>How much of the map waits for somebody: entries of her organisation to look at, and for officers what is proposed.</summary>
    public async Task<MapWaiting> WaitingAsync(Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var since = Freshness.Since(Today);
        var stale = who.Organisation is { } organisation && who.Holds(Roles.Outside)
            ? await Entries(context).Where(row => row.Owner == organisation).CountAsync(row => !context.Fields.Any(field => field.Record == row.Id && field.Name == MapColumns.CheckedOn && field.Day >= since), stop)
            : 0;
        var proposed = who.Organisation is null && who.Holds(Role.Officer)
            ? await context.Proposals.CountAsync(row => row.State == ProposalState.Open, stop)
            : 0;
        return new MapWaiting(stale, proposed);
    }

    /// <summary>Whose entries nobody looked at lately, those with most of them first.</summary>
    public async Task<IReadOnlyList<(string? Owner, int Stale)>> StaleByOwnerAsync(string body, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var since = Freshness.Since(Today);
        var rows = await Entries(context, body).Where(row => !context.Fields.Any(field => field.Record == row.Id && field.Name == MapColumns.CheckedOn && field.Day >= since))
            .GroupBy(row => row.Owner).Select(same => new { Owner = same.Key, Stale = same.Count() }).ToListAsync(stop);
        return [.. rows.OrderByDescending(row => row.Stale).ThenBy(row => row.Owner, StringComparer.Ordinal).Select(row => (row.Owner, row.Stale))];
    }

    /// <summary>Keeps that somebody looked at entries and found them still true; those that she does not keep are left.</summary>
    /// <returns>How many were checked.</returns>
    public async Task<int> CheckAsync(string body, IReadOnlyCollection<Guid> entries, Standing who, CancellationToken stop = default)
    {
        var view = database.For(Reader.Staff);
        var changes = new List<Change>();
        foreach (var head in (await view.HeadsAsync([.. entries], stop)).Values.Where(head => head.Body == body && head.Kind is "door" or "service"))
        {
            if (head.Status != RecordStatus.Current || !KeepingRules.MayKeep(who, head.Owner) || (await view.FindAsync(body, head.Kind, head.Slug, stop))?.Record is not { Content: MapEntry entry } record)
                continue;
            changes.Add(new Change
            {
                Kind = RecordKinds.Get(head.Kind),
                Body = body,
                Reference = head.Reference,
                Content = entry with { Checked = new Checked { On = Today, By = who.Office } },
                Visibility = record.Head.Visibility,
                Who = Acting.Words(who.Name, who.Office),
                Process = Process,
                Reason = "Looked at and found still true.",
                ExpectedRevision = record.Head.Revision,
            });
        }

        if (changes.Count == 0)
            return 0;
        var outcomes = await new RegisterWriter(database).SaveAsync(changes, stop);
        return outcomes.Count(outcome => outcome.Result != SaveResult.Conflict);
    }

    private static IQueryable<RecordRow> Entries(RegisterContext context) =>
        context.Records.Where(row => (row.Kind == "door" || row.Kind == "service") && row.Status == RecordStatus.Current);

    private static IQueryable<RecordRow> Entries(RegisterContext context, string body) => Entries(context).Where(row => row.Body == body);

    private static IQueryable<RecordRow> Owned(RegisterContext context, string body, string organisation) => Entries(context, body).Where(row => row.Owner == organisation);
}

/// <summary>An entry of the map with the day on which somebody last looked at it, and whether that is too long ago.</summary>
public sealed record KeptEntry(RecordHead Head, DateOnly? CheckedOn, bool IsStale);

/// <summary>How much of the map waits for somebody: entries to look at, and proposals to answer.</summary>
public sealed record MapWaiting(int Stale, int Proposed)
{
    /// <summary>How many things that is on a desk: all entries to look at are one.</summary>
    public int Things => Math.Min(1, Stale) + Proposed;
}
