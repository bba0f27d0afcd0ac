using Goldthread.Core.Boards;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Boards;

/// <summary>Actions: agreed, answered, and whose they are. Who may is in <see cref="ActionRules"/>; what an answer does in <see cref="ActionAnswer"/>.</summary>
public sealed class ActionService(RegisterDatabase database)
{
    /// <summary>The most characters of what is to be done.</summary>
    public const int LongestText = 2000;

    private const string Process = "action";

    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Adds an action that a board agreed outside of any minutes.</summary>
    /// <param name="body">The public body.</param>
    /// <param name="board">The board.</param>
    /// <param name="action">What is to be done, by whom and when.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<ActionOutcome> AddAsync(string body, RecordHead board, BoardAction action, Standing who, CancellationToken stop = default)
    {
        var agreed = action with { Board = new Ref<Board>(board.Reference), Agreed = action.Agreed ?? Today };
        if (!ActionRules.MayRun(who))
            return ActionOutcome.NotHers;
        if (Wrong(agreed) is { } wrong)
            return wrong;
        var view = database.For(Reader.Staff);
        for (var number = 1; ; number++)
        {
            var reference = ActionColumns.ReferenceOf($"{board.Slug}/added", number);
            if (await view.FindAsync(body, RecordKinds.Action.Name, RecordKinds.Action.SlugOf(reference), stop) is not null)
                continue;
            var outcome = await new RegisterWriter(database).SaveAsync(Change(body, reference, agreed, board.Visibility, who, "Agreed with the board.", 0), stop);
            if (outcome.Result != SaveResult.Conflict)
                return new ActionOutcome(outcome.Record, null);
        }
    }

    /// <summary>The action of a slug with its content, for whoever may answer it or reads it as staff; null for anybody else.</summary>
    public async Task<ActionEntry?> FindAsync(string body, string slug, Standing who, CancellationToken stop = default) =>
        (await database.For(Reader.Staff).FindAsync(body, RecordKinds.Action.Name, slug, stop))?.Record is { Content: BoardAction action, Head.Status: RecordStatus.Current } found
            && (who.Organisation is null || found.Head.Visibility != Audience.Staff)
            && (ActionRules.MayAnswer(who, action) || (who.Organisation is null && who.Holds(Roles.Staff)))
            ? new ActionEntry(found.Head, action)
            : null;

    /// <summary>Answers on an action.</summary>
    public async Task<ActionOutcome> AnswerAsync(string body, string slug, ActionAnswer answer, Standing who, CancellationToken stop = default)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            if (await FindAsync(body, slug, who, stop) is not { } found)
                return ActionOutcome.Nothing;
            if (!ActionRules.MayAnswer(who, found.Action) || (answer.Step is ActionStep.Covered or ActionStep.Reopened && !ActionRules.MayRun(who)))
                return ActionOutcome.NotHers;
            var (action, fault) = answer.On(found.Action, Today, who.Office);
            if (action is null)
                return new ActionOutcome(null, fault);
            if (answer is { Step: ActionStep.HandedOn, ToPerson: { } person } && await new PeopleService(database).StandingAsync(person, stop) is not { Organisation: null })
                return ActionOutcome.Wrong("to", "Choose a colleague who holds a role today");
            var outcome = await new RegisterWriter(database).SaveAsync(Change(body, found.Head.Reference, action, found.Head.Visibility, who, Reason(action.Updates[^1]), found.Head.Revision), stop);
            if (outcome.Result != SaveResult.Conflict)
                return new ActionOutcome(outcome.Record, null);
            // Somebody else answered in the same moment: hers is answered on what stands there now.
        }

        return ActionOutcome.Wrong("main", "Somebody else is changing this action just now. Send it again");
    }

    /// <summary>How many actions ask her for an answer: hers or her organisation's, and late, due soon, or without a day and long unheard of.</summary>
    public async Task<int> WaitingAsync(Standing who, CancellationToken stop = default) => (await HersAsync(who, stop)).Count(entry => Asks(entry.Action));

    /// <summary>Whether an action asks for an answer today.</summary>
    public bool Asks(BoardAction action) => action.State == ActionState.Open && (action.Due is { } due
        ? due <= Today.AddDays(ActionRules.AskedBefore) && action.Updates.LastOrDefault()?.On != Today
        : action.HeardOn() is not { } heard || heard < Today.AddDays(-ActionRules.Quiet));

    /// <summary>The open actions that her organisation owes, or that lie on her desk or that of somebody she covers, what is due first coming first.</summary>
    public async Task<IReadOnlyList<ActionEntry>> HersAsync(Standing who, CancellationToken stop = default)
    {
        if (!who.Holds(ActionRules.Answering))
            return [];
        await using var context = database.Open();
        var open = context.Records.AsNoTracking().Where(row => row.Kind == RecordKinds.Action.Name && row.Status == RecordStatus.Current
            && context.Fields.Any(field => field.Record == row.Id && field.Name == ActionColumns.State && field.Text == "open"));
        if (who.Organisation is { } organisation)
        {
            open = open.Where(row => row.Owner == organisation && row.Visibility != Audience.Staff);
        }
        else
        {
            var ids = AskRules.StandsFor(who).Select(person => person.ToString()).ToList();
            open = open.Where(row => context.Fields.Any(field => field.Record == row.Id && field.Name == ActionColumns.Person && ids.Contains(field.Text!)));
        }

        var rows = await (from row in open
                          join revision in context.Revisions on new { row.Id, Number = row.Revision } equals new { Id = revision.Record, revision.Number }
                          where revision.Body != null
                          select new { Row = row, revision.Body, revision.Shape }).ToListAsync(stop);
        return
        [
            .. rows.Select(one => new ActionEntry(one.Row.ToHead(), (BoardAction)RecordKinds.Action.Read(one.Body!, one.Shape)))
                .Where(entry => ActionRules.MayAnswer(who, entry.Action))
                .OrderBy(entry => entry.Action.Due ?? DateOnly.MaxValue).ThenBy(entry => entry.Head.Id),
        ];
    }

    /// <summary>Those of these people who hold no role today: what lies on their desks lies there for nobody.</summary>
    public async Task<IReadOnlySet<Guid>> GoneAsync(IReadOnlyCollection<Guid> people, CancellationToken stop = default)
    {
        if (people.Count == 0)
            return new HashSet<Guid>();
        await using var context = database.Open();
        var today = Today;
        var here = await context.People.Where(person => people.Contains(person.Id) && person.LeftAt == null
            && context.Holdings.Any(held => held.Person == person.Id && held.Starts <= today && (held.Ends == null || held.Ends >= today))).Select(person => person.Id).ToListAsync(stop);
        return people.Except(here).ToHashSet();
    }

    internal static Change Change(string body, string reference, BoardAction action, Audience visibility, Standing who, string reason, int? expected) => new()
    {
        Kind = RecordKinds.Action,
        Body = body,
        Reference = reference,
        Content = action,
        Visibility = visibility,
        Who = Acting.Words(who.Name, who.Office),
        Process = Process,
        Reason = reason,
        ExpectedRevision = expected,
    };

    /// <summary>What is wrong with a new action; null where nothing is.</summary>
    internal static ActionOutcome? Wrong(BoardAction action) =>
        action.Text.Trim() is not { Length: > 0 and <= LongestText } ? ActionOutcome.Wrong("text", "Say in up to 2,000 characters what is to be done")
        : action.OwnerName.Length == 0 && action.Owner is null ? ActionOutcome.Wrong("owner", "Say who owes it: an organisation or an office")
        : null;

    private static string Reason(ActionUpdate update) => update.Step switch
    {
        ActionStep.Said => "Its owner said how far it has come.",
        ActionStep.Moved => "It is promised for another day.",
        ActionStep.HandedOn => $"It was handed on to {update.To}.",
        ActionStep.Covered => "A meeting deals with it.",
        ActionStep.Done => "It was done.",
        ActionStep.Refused => "Its owner will not do it.",
        ActionStep.Reopened => "It is owed again.",
    };
}

/// <summary>What became of what was wanted of an action.</summary>
/// <param name="Record">The action; null where nothing was done.</param>
/// <param name="Fault">What is wrong and at which field; null where it was done.</param>
public sealed record ActionOutcome(RecordHead? Record, (string Field, string Message)? Fault)
{
    /// <summary>There is none that she may answer.</summary>
    public static ActionOutcome Nothing { get; } = new(null, ("", "There is no such action"));

    /// <summary>It is not hers to do.</summary>
    public static ActionOutcome NotHers { get; } = new(null, ("main", "This is for its owner, or for whoever runs the board"));

    /// <summary>Something is wrong with what was entered.</summary>
    public static ActionOutcome Wrong(string field, string message) => new(null, (field, message));
}
