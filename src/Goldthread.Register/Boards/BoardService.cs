using Goldthread.Core.Boards;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Register.Boards;

/// <summary>Boards and their meetings, as whoever runs them sets them up, plans them and changes the plan.</summary>
public sealed class BoardService(RegisterDatabase database)
{
    private const string Process = "board";

    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Sets up a board, or keeps what changed of one.</summary>
    /// <param name="body">The public body.</param>
    /// <param name="before">The board as she had it before her; null for a new one.</param>
    /// <param name="board">The board as it is to be.</param>
    /// <param name="why">Why, in a sentence.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<ActionOutcome> SaveAsync(string body, RecordHead? before, Board board, string why, Standing who, CancellationToken stop = default)
    {
        if (!ActionRules.MayRun(who))
            return ActionOutcome.NotHers;
        var slug = RecordKinds.Board.SlugOf(board.Name).Replace('/', '-');
        if (slug.Length == 0 || board.Name.Length > 150)
            return ActionOutcome.Wrong("name", "Enter the board's name, up to 150 characters");
        if (board.Parent?.Reference == (before?.Reference ?? slug) || board.MergedInto?.Reference == (before?.Reference ?? slug))
            return ActionOutcome.Wrong(board.Parent is not null ? "parent" : "mergedInto", "A board cannot be part of itself");
        if (board.Ended < board.SetUp)
            return ActionOutcome.Wrong("ended", "It cannot end before it was set up");
        var outcome = await new RegisterWriter(database).SaveAsync(
            new Change
            {
                Kind = RecordKinds.Board,
                Body = body,
                Reference = before?.Reference ?? slug,
                Content = board,
                Visibility = before?.Visibility ?? Audience.Public,
                Who = Acting.Words(who.Name, who.Office),
                Process = Process,
                Reason = why,
                ExpectedRevision = before?.Revision ?? 0,
            }, stop);
        return outcome.Result != SaveResult.Conflict ? new ActionOutcome(outcome.Record, null)
            : before is null ? ActionOutcome.Wrong("name", "There is a board of this name already")
            : ActionOutcome.Wrong("main", "Somebody else changed this board meanwhile. Open it again, and enter what you changed");
    }

    /// <summary>Plans a meeting, or keeps what changed of its plan. Its address has the day that it was first planned for.</summary>
    /// <param name="board">The board.</param>
    /// <param name="before">The meeting as she had it before her; null for a new one.</param>
    /// <param name="meeting">The meeting as it is to be.</param>
    /// <param name="why">Why, in a sentence.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<ActionOutcome> PlanAsync(FoundRecord board, RecordHead? before, Minutes meeting, string why, Standing who, CancellationToken stop = default)
    {
        if (!ActionRules.MayRun(who))
            return ActionOutcome.NotHers;
        if (meeting.Date is not { } day)
            return ActionOutcome.Wrong("date", "Enter the day, such as 31/3/2027");
        if (before is null && day < Today)
            return ActionOutcome.Wrong("date", "This day is over. Minutes of a meeting that was held come in as a document");
        if (meeting.Ends <= meeting.Begins)
            return ActionOutcome.Wrong("ends", "It ends before it begins");
        var of = (Board)board.Content;
        var members = of.SeatsOn(day).Select(seat => seat.Organisation).OfType<Ref<Organisation>>().Distinct().ToList();
        var content = meeting with
        {
            Body = of.Name,
            Board = new Ref<Board>(board.Head.Reference),
            Organisations = members.Count > 0 ? members : null,
            Members = members.Count > 0 ? members : null,
            Agenda = meeting.Agenda ?? [],
        };
        var outcome = await new RegisterWriter(database).SaveAsync(
            new Change
            {
                Kind = RecordKinds.Meeting,
                Body = board.Head.Body,
                Reference = before?.Reference ?? $"{board.Head.Slug}/{day:yyyy-MM-dd}",
                Content = content,
                Visibility = before?.Visibility ?? board.Head.Visibility,
                Who = Acting.Words(who.Name, who.Office),
                Process = Process,
                Reason = why,
                ExpectedRevision = before?.Revision ?? 0,
            }, stop);
        return outcome.Result != SaveResult.Conflict ? new ActionOutcome(outcome.Record, null)
            : before is null ? ActionOutcome.Wrong("date", "The board meets on this day already")
            : ActionOutcome.Wrong("main", "Somebody else changed this meeting meanwhile. Open it again, and enter what you changed");
    }

    /// <summary>What an agenda of the board ought to hold: what stands on all of them, what was left over, what is due and what is to be noted.</summary>
    public async Task<IReadOnlyList<AgendaItem>> OfferedAsync(FoundRecord board, DateOnly day, CancellationToken stop = default)
    {
        var view = database.For(Reader.Staff);
        var of = (Board)board.Content;
        var last = (await MeetingsAsync(board.Head, stop)).FirstOrDefault(one => one.Meeting is { IsPlanned: false, Date: { } held } && held < day);
        IReadOnlyList<string> standing = of.StandingItems is { Count: > 0 } own ? own : ["Welcome, apologies and interests", last.Meeting?.Date is { } before ? $"Minutes of {before:d MMMM yyyy}" : "Minutes of the last meeting", "Any other business"];
        var actions = await view.AllActionsAsync(board.Head.Body, board.Head.Id, stop);
        var due = actions.Count(entry => entry.Action.State == ActionState.Open && (entry.Action.Due is not { } by || by <= day));
        var since = last.Meeting?.Date;
        var decisions = since is null ? [] : (await view.ListAsync(new ListQuery(RecordKinds.Decision.Name, board.Head.Body, PageSize: 20), stop)).Rows.Where(head => head.Visibility == Audience.Public && head.Starts > since && head.Starts <= Today).ToList();
        var left = last.Meeting is { Agenda: { } agenda } held2 ? agenda.Where(item => !held2.Items.Any(minuted => minuted.Heading == item.Heading && minuted.Paragraphs.Count > 0)).ToList() : [];
        List<AgendaItem> offered =
        [
            .. standing.Take(standing.Count - 1).Select(heading => new AgendaItem { Heading = heading, Length = 5 }),
            .. due == 0 ? [] : new[] { new AgendaItem { Heading = due == 1 ? "One action that is due" : $"{due} actions that are due", Length = 15 } },
            .. left.Select(item => item with { Papers = [], MemberPapers = null, StaffPapers = null }),
            .. decisions.Count == 0 ? [] : new[] { new AgendaItem { Heading = "Decisions to note", Length = 5, Papers = [.. decisions.Select(head => new Paper { Title = $"{head.Title} ({head.Reference})", Address = $"/decisions/{head.Slug}", Added = Today })] } },
            new AgendaItem { Heading = standing[^1], Length = 5 },
        ];
        return [.. offered.DistinctBy(item => item.Heading, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The board's latest meetings with their contents, planned ones too, the last day first.</summary>
    public async Task<IReadOnlyList<(RecordHead Head, Minutes Meeting)>> MeetingsAsync(RecordHead board, CancellationToken stop = default)
    {
        var view = database.For(Reader.Staff);
        var meetings = new List<(RecordHead, Minutes)>();
        foreach (var head in (await view.ListAsync(new ListQuery(RecordKinds.Meeting.Name, LinkedTo: board.Id, PageSize: 12), stop)).Rows)
            if ((await view.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record is { Content: Minutes minutes } found)
                meetings.Add((found.Head, minutes));
        return meetings;
    }
}
