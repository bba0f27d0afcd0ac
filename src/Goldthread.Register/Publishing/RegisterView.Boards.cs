using Goldthread.Core.Boards;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

// Actions and meetings across all boards.
public sealed partial class RegisterView
{
    /// <summary>A page of the actions that match, with the count of all: what is still owed by its day, what has none last; else what was agreed last first.</summary>
    public async Task<ActionList> ActionsAsync(ActionQuery query, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var matching = Matching(context, query);
        var total = await matching.CountAsync(stop);
        var ordered = query.State is ActionState.Open || query.LateOn is not null
            ? matching.OrderBy(row => row.Ends == null).ThenBy(row => row.Ends).ThenBy(row => row.Key)
            : matching.OrderByDescending(row => row.Starts).ThenByDescending(row => row.Key);
        var size = Math.Clamp(query.PageSize, 1, 200);
        return new ActionList(await WithContentsAsync(context, ordered.Skip((Math.Max(query.Page, 1) - 1) * size).Take(size), stop), total);
    }

    /// <summary>How many actions match.</summary>
    public async Task<int> CountActionsAsync(ActionQuery query, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await Matching(context, query).CountAsync(stop);
    }

    /// <summary>How many of those that match were promised to each board.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ActionsByBoardAsync(ActionQuery query, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await (from row in Matching(context, query)
                      join tie in visible.Links(context) on row.Id equals tie.From
                      where tie.Relation == "promised-to"
                      group tie by tie.To into same
                      select new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop);
    }

    /// <summary>How many of those that match each organisation owes.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ActionsByOwnerAsync(ActionQuery query, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await Matching(context, query).Where(row => row.Owner != null).GroupBy(row => row.Owner!)
            .Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, StringComparer.Ordinal, stop);
    }

    /// <summary>Every action of a board, or of the body where none is named, in the order in which they came into the register.</summary>
    public async Task<IReadOnlyList<ActionEntry>> AllActionsAsync(string body, Guid? board, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await WithContentsAsync(context, Matching(context, new ActionQuery(body) { Board = board }).OrderBy(row => row.Key), stop);
    }

    /// <summary>The organisation that goes by some words, or by its short form in addresses; null where the register knows none.</summary>
    public async Task<RecordHead?> OrganisationAsync(string words, CancellationToken stop = default) =>
        (await CalledAsync(words, stop)).FirstOrDefault() ?? (await CommonAsync(RecordKinds.Organisation.Name, [Slug.Of(words)], stop)).FirstOrDefault();

    /// <summary>The meetings of a board, or of the body where none is named, with their contents, the last day first.</summary>
    public async Task<IReadOnlyList<(RecordHead Head, object Content)>> MeetingsAsync(string body, Guid? board, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var ties = visible.Links(context);
        var rows = Records(context).Where(row => row.Kind == RecordKinds.Meeting.Name && row.Body == body && row.Status == RecordStatus.Current && row.Starts != null);
        if (board is { } of)
            rows = rows.Where(row => ties.Any(tie => tie.From == row.Id && tie.Relation == "held-by" && tie.To == of));
        var found = await (from row in rows
                           join revision in context.Revisions on new { row.Id, Number = row.Revision } equals new { Id = revision.Record, revision.Number }
                           where revision.Body != null
                           orderby row.Starts descending, row.Key descending
                           select new { Row = row, revision.Body, revision.Shape }).ToListAsync(stop);
        var audience = reader.Audience == Audience.Staff ? Audience.Staff : Audience.Public;
        return [.. found.Select(one => (one.Row.ToHead(), RecordKinds.Meeting.Read(one.Body!, one.Shape, audience)))];
    }

    private IQueryable<RecordRow> Matching(RegisterContext context, ActionQuery query)
    {
        var rows = Records(context).Where(row => row.Kind == RecordKinds.Action.Name && row.Body == query.Body && row.Status == RecordStatus.Current);
        var ties = visible.Links(context);
        if (query.Board is { } board)
            rows = rows.Where(row => ties.Any(tie => tie.From == row.Id && tie.Relation == "promised-to" && tie.To == board));
        if (query.Owner is { } owner)
            rows = rows.Where(row => row.Owner == owner);
        if (query.State is { } state)
        {
            var word = ActionColumns.Word(state);
            rows = rows.Where(row => context.Fields.Any(field => field.Record == row.Id && field.Name == ActionColumns.State && field.Text == word));
        }

        if (query.LateOn is { } day)
            rows = rows.Where(row => row.Ends < day && context.Fields.Any(field => field.Record == row.Id && field.Name == ActionColumns.State && field.Text == "open"));
        return rows;
    }

    // All that staff alone see of an action is whose desk it lies on; everybody else reads of it what the public reads.
    private async Task<IReadOnlyList<ActionEntry>> WithContentsAsync(RegisterContext context, IQueryable<RecordRow> rows, CancellationToken stop)
    {
        var audience = reader.Audience == Audience.Staff ? Audience.Staff : Audience.Public;
        var found = await rows.ToListAsync(stop);
        var bodies = new Dictionary<Guid, (string? Body, int Shape)>(found.Count);
        foreach (var some in found.Select(row => row.Id).Chunk(500))
        {
            foreach (var one in await (from row in Records(context)
                                       where some.Contains(row.Id)
                                       join revision in context.Revisions on new { row.Id, Number = row.Revision } equals new { Id = revision.Record, revision.Number }
                                       select new { row.Id, revision.Body, revision.Shape }).ToListAsync(stop))
                bodies[one.Id] = (one.Body, one.Shape);
        }

        return
        [
            .. from row in found
               let stored = bodies.GetValueOrDefault(row.Id)
               where stored.Body is not null
               select new ActionEntry(row.ToHead(), (BoardAction)RecordKinds.Action.Read(stored.Body!, stored.Shape, audience)),
        ];
    }
}

/// <summary>Which actions to list.</summary>
/// <param name="Body">Those of this public body.</param>
public sealed record ActionQuery(string Body)
{
    /// <summary>Only those promised to this board.</summary>
    public Guid? Board { get; init; }

    /// <summary>Only those that this organisation owes, by its reference.</summary>
    public string? Owner { get; init; }

    /// <summary>Only those in this state.</summary>
    public ActionState? State { get; init; }

    /// <summary>Only those that are late on this day.</summary>
    public DateOnly? LateOn { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page, 1 to 200.</summary>
    public int PageSize { get; init; } = 50;
}

/// <summary>An action with its columns, as one reader sees it.</summary>
public sealed record ActionEntry(RecordHead Head, BoardAction Action);

/// <summary>A page of actions, and how many match in all.</summary>
public sealed record ActionList(IReadOnlyList<ActionEntry> Rows, int Total);
