using Goldthread.Core.Boards;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Boards;

/// <summary>What a reader took for actions in the papers of meetings and workshops: somebody says which of them are owed.</summary>
public sealed class FoundActions(RegisterDatabase database)
{
    /// <summary>The newest papers in which something waits to be looked at, and in how many more something does.</summary>
    public async Task<(IReadOnlyList<FoundPaper> Papers, int More)> ListAsync(string body, int most, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var waiting = from row in context.Records.AsNoTracking()
                      where row.Body == body && row.Status == RecordStatus.Current && (row.Kind == "meeting" || row.Kind == "workshop")
                      join field in context.Fields on row.Id equals field.Record
                      where field.Name == ActionColumns.Found
                          && field.Number > context.Links.Count(link => link.To == row.Id && link.Relation == "agreed-at") + context.LeftActions.Count(one => one.Record == row.Id)
                      select row;
        var total = await waiting.CountAsync(stop);
        var rows = await waiting.OrderByDescending(row => row.Starts).ThenByDescending(row => row.Key).Take(most).Select(row => new { row.Kind, row.Slug }).ToListAsync(stop);
        var papers = new List<FoundPaper>();
        foreach (var row in rows)
            if (await OfAsync(body, row.Kind, row.Slug, stop) is { } paper)
                papers.Add(paper);
        return (papers, total - rows.Count);
    }

    /// <summary>What waits to be looked at in one paper; null where there is no such paper.</summary>
    public async Task<FoundPaper?> OfAsync(string body, string kind, string slug, CancellationToken stop = default)
    {
        if (kind is not ("meeting" or "workshop") || (await database.For(Reader.Staff).FindAsync(body, kind, slug, stop))?.Record is not { Head.Status: RecordStatus.Current } found)
            return null;
        await using var context = database.Open();
        var left = await context.LeftActions.Where(row => row.Record == found.Head.Id).Select(row => row.Number).ToListAsync(stop);
        var all = All(found.Head, found.Content);
        var slugs = all.ConvertAll(one => RecordKinds.Action.SlugOf(one.Reference));
        var known = await context.Records.Where(row => row.Body == body && row.Kind == RecordKinds.Action.Name && slugs.Contains(row.Slug)).Select(row => row.Slug).ToListAsync(stop);
        return new FoundPaper(found.Head, [.. all.Where(one => !left.Contains(one.Number) && !known.Contains(RecordKinds.Action.SlugOf(one.Reference)))]);
    }

    /// <summary>Makes actions of what was found, as somebody says they are.</summary>
    /// <param name="body">The public body.</param>
    /// <param name="paper">The paper that they were found in.</param>
    /// <param name="actions">Each by its number in the paper, with its words, owner and day as she knows them.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>How many were made; or what is wrong, at a field that ends with the number.</returns>
    public async Task<(int Made, ActionOutcome? Fault)> ConfirmAsync(string body, FoundPaper paper, IReadOnlyList<(int Number, BoardAction Action)> actions, Standing who, CancellationToken stop = default)
    {
        if (!ActionRules.MayRun(who))
            return (0, ActionOutcome.NotHers);
        foreach (var (number, action) in actions)
            if (ActionService.Wrong(action) is { Fault: { } wrong })
                return (0, ActionOutcome.Wrong(FormattableString.Invariant($"{wrong.Field}-{number}"), wrong.Message));
        var changes = from one in paper.Found
                      join given in actions on one.Number equals given.Number
                      select ActionService.Change(body, one.Reference, given.Action, paper.Head.Visibility, who, $"Found in {(paper.Head.Kind == "meeting" ? "the minutes" : "the notes")} and confirmed.", 0);
        var outcomes = await new RegisterWriter(database).SaveAsync([.. changes], stop);
        return (outcomes.Count(outcome => outcome.Result == SaveResult.Created), null);
    }

    /// <summary>Keeps that some of what was found is no action that is owed.</summary>
    public async Task<int> LeaveAsync(FoundPaper paper, IReadOnlyCollection<int> numbers, Standing who, CancellationToken stop = default)
    {
        if (!ActionRules.MayRun(who))
            return 0;
        await using var context = database.Open();
        var there = await context.LeftActions.Where(row => row.Record == paper.Head.Id).Select(row => row.Number).ToListAsync(stop);
        context.LeftActions.AddRange(paper.Found.Where(one => numbers.Contains(one.Number) && !there.Contains(one.Number))
            .Select(one => new LeftRow { Record = paper.Head.Id, Number = one.Number, Who = Acting.Words(who.Name, who.Office), At = database.Now }));
        return await context.SaveChangesAsync(stop);
    }

    private static List<FoundAction> All(RecordHead head, object content) => content switch
    {
        Minutes minutes => [.. minutes.Actions.Select((point, at) => new FoundAction(at + 1, ActionColumns.ReferenceOf(head.Reference, at + 1), new BoardAction
        {
            Text = point.Text,
            OwnerName = OwnerOf(minutes, point.Owner ?? ""),
            Due = point.Due,
            Agreed = minutes.Date,
            Board = minutes.Board,
            Meeting = new Ref<Minutes>(head.Reference),
            Item = ItemOf(minutes, point.Text),
        }))],
        Workshop workshop => [.. workshop.NextSteps.Select((step, at) => new FoundAction(at + 1, ActionColumns.ReferenceOf(head.Reference, at + 1, ofWorkshop: true), new BoardAction
        {
            Text = step,
            Agreed = workshop.Date,
            Board = workshop.Board,
            Workshop = new Ref<Workshop>(head.Reference),
        }))],
        _ => [],
    };

    // The public reads organisations and offices: of somebody whom the minutes list, where she is from.
    private static string OwnerOf(Minutes minutes, string printed) =>
        minutes.Present.Concat(minutes.Apologies).FirstOrDefault(person => person.Name.Equals(printed, StringComparison.OrdinalIgnoreCase)) is { } listed
            ? listed.Organisation is { Length: > 0 } organisation ? organisation : listed.Role is { Length: > 0 } role ? role : printed
            : printed;

    // The item whose words hold the action's.
    private static string ItemOf(Minutes minutes, string text) =>
        minutes.Items.FirstOrDefault(item => item.Paragraphs.Any(paragraph => paragraph.Contains(text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)))?.Heading ?? "";
}

/// <summary>A paper with what was found in it and waits to be looked at.</summary>
public sealed record FoundPaper(RecordHead Head, IReadOnlyList<FoundAction> Found);

/// <summary>What was taken for an action: its number in the paper from 1, what it would be called, and what it would say.</summary>
public sealed record FoundAction(int Number, string Reference, BoardAction Action);
