using Goldthread.Core.Boards;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Boards;

/// <summary>
/// The steps of minutes. When they go to the members, their actions become records that the owners see; when a later meeting has
/// agreed them, minutes and actions are public in one transaction.
/// </summary>
public sealed class MinutesSteps(RegisterDatabase database)
{
    private const string Process = "minutes";

    /// <summary>Takes the minutes a step on, or back to be written.</summary>
    /// <param name="meeting">The meeting, as staff see it.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="agreedAt">The meeting that agreed them, where they are agreed.</param>
    /// <param name="who">Who takes the step.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<ActionOutcome> TakeAsync(FoundRecord meeting, MinutesState to, FoundRecord? agreedAt, Standing who, CancellationToken stop = default)
    {
        var entry = await new MinutesService(database).LoadAsync(meeting.Head.Id, stop);
        var (draft, content) = (entry.Draft, (Minutes)meeting.Content);
        if (!MinutesRules.MayWrite(who, draft.State))
            return ActionOutcome.NotHers;
        if (!content.IsPlanned || content.Date is not { } day)
            return ActionOutcome.Wrong("main", "This meeting has its minutes already");
        if (to != MinutesState.Writing && to <= draft.State)
            return ActionOutcome.Wrong("main", "The minutes have gone on meanwhile. Open the page again");
        if (to >= MinutesState.Members && draft[MinutesDraft.People].Trim().Length == 0)
            return ActionOutcome.Wrong("people", "Say who was there");
        if (to == MinutesState.Agreed && (agreedAt?.Content is not Minutes { Date: { } agreedOn } || agreedOn <= day))
            return ActionOutcome.Wrong("agreedAt", "Choose the later meeting that agreed them; plan it first where it is not there");
        if (to == MinutesState.Agreed && entry.Corrections.Any(one => one.State == Core.Pathways.Keeping.ProposalState.Open))
            return ActionOutcome.Wrong("main", "Answer the corrections first that members have proposed");
        var changes = new List<Change>();
        if (to >= MinutesState.Members)
            changes.AddRange(await ActionsAsync(meeting, draft, to == MinutesState.Agreed ? meeting.Head.Visibility : Audience.Partners, who, stop));
        if (to == MinutesState.Agreed)
            changes.AddRange(Published(meeting, draft.Into(content), agreedAt!, who));
        var (from, at, by) = (draft.State, database.Now, Acting.Words(who.Name, who.Office));
        var outcomes = await new RegisterWriter(database).SaveAsync(
            changes,
            async (along, saved) => saved.All(one => one.Result != SaveResult.Conflict) && await StepAsync(along, meeting.Head.Id, from, to, at, by, stop),
            stop);
        return outcomes is null ? ActionOutcome.Wrong("main", "Somebody else changed this in the same moment. Try again") : new ActionOutcome(meeting.Head, null);
    }

    private static async Task<bool> StepAsync(RegisterContext context, Guid meeting, MinutesState from, MinutesState to, DateTime at, string by, CancellationToken stop)
    {
        if (await context.Minutes.Where(row => row.Meeting == meeting && row.State == from)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, to).SetProperty(row => row.At, at).SetProperty(row => row.Who, by), stop) == 1)
            return true;
        if (from != MinutesState.Writing || await context.Minutes.AnyAsync(row => row.Meeting == meeting, stop))
            return false;
        context.Minutes.Add(new MinutesRow { Meeting = meeting, State = to, At = at, Who = by });
        await context.SaveChangesAsync(stop);
        return true;
    }

    private IEnumerable<Change> Published(FoundRecord meeting, Minutes minutes, FoundRecord agreedAt, Standing who)
    {
        var today = DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);
        var next = (Minutes)agreedAt.Content;
        yield return Of(RecordKinds.Meeting, meeting.Head, minutes with { Published = today, AgreedAt = new Ref<Minutes>(agreedAt.Head.Reference) }, meeting.Head.Visibility, "Its minutes were agreed by the next meeting.", who);
        yield return Of(RecordKinds.Meeting, agreedAt.Head, next with { PreviousMeeting = minutes.Date, PreviousMinutesAgreed = true }, agreedAt.Head.Visibility, $"It agreed the minutes of {minutes.Date:d MMMM yyyy}.", who);
    }

    // An action whose words stand there already is the same one, under whatever number; a new one takes the next.
    private async Task<IReadOnlyList<Change>> ActionsAsync(FoundRecord meeting, MinutesDraft draft, Audience visibility, Standing who, CancellationToken stop)
    {
        var content = (Minutes)meeting.Content;
        var view = database.For(Reader.Staff);
        var day = content.Date!.Value;
        if (meeting.Links.Select(link => link.Other).OfType<RecordHead>().FirstOrDefault(other => other.Kind == RecordKinds.Board.Name) is not { } board)
            return [];
        var all = await view.AllActionsAsync(meeting.Head.Body, board.Id, stop);
        var own = all.Where(entry => entry.Action.Meeting?.Reference == meeting.Head.Reference).ToList();
        var number = own.Count;
        var changes = new List<Change>();
        foreach (var item in content.Agenda ?? [])
        {
            foreach (var minuted in draft.Under(item, day).Actions.Where(one => one.Text.Length > 0))
            {
                if (own.Find(entry => entry.Action.Text.Equals(minuted.Text, StringComparison.OrdinalIgnoreCase)) is { } there)
                {
                    if (there.Head.Visibility != visibility)
                        changes.Add(Of(RecordKinds.Action, there.Head, there.Action, visibility, "The minutes were agreed.", who));
                    continue;
                }

                var owner = minuted.Owner.Length > 0 ? await view.OrganisationAsync(minuted.Owner, stop) : null;
                changes.Add(ActionService.Change(meeting.Head.Body, ActionColumns.ReferenceOf(meeting.Head.Reference, ++number), new BoardAction
                {
                    Text = minuted.Text,
                    Owner = owner is null ? null : new Ref<Organisation>(owner.Reference),
                    OwnerName = owner?.Title ?? (minuted.Owner.Length > 0 ? minuted.Owner : "Secretariat"),
                    Due = minuted.Due,
                    Agreed = day,
                    Board = content.Board,
                    Meeting = new Ref<Minutes>(meeting.Head.Reference),
                    Item = item.Heading,
                }, visibility, who, "Agreed at the meeting.", 0));
            }
        }

        var owed = Owed(all, content);
        var today = DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);
        foreach (var item in content.Agenda ?? [])
        {
            foreach (var (at, words) in draft.Under(item, day).Covered.Where(one => one.Number > 0 && one.Number <= owed.Count))
            {
                var entry = owed[at - 1];
                if (entry.Action.Updates.Any(update => update.Step == ActionStep.Covered && update.Meeting?.Reference == meeting.Head.Reference && update.Item == item.Heading))
                    continue;
                var (covered, fault) = new ActionAnswer(ActionStep.Covered, words) { Meeting = new Ref<Minutes>(meeting.Head.Reference), Item = item.Heading }.On(entry.Action, today, who.Office);
                if (fault is null)
                    changes.Add(Of(RecordKinds.Action, entry.Head, covered!, entry.Head.Visibility, "A meeting deals with it.", who));
            }
        }

        return [.. changes.DistinctBy(change => change.Reference)];
    }

    /// <summary>The actions that were owed when the board met, in the order in which they came into the register: their numbers on the page of the minutes.</summary>
    public static IReadOnlyList<ActionEntry> Owed(IReadOnlyList<ActionEntry> all, Minutes meeting) =>
        meeting.Date is { } day ? [.. all.Where(entry => entry.Action.Agreed < day && (entry.Action.ClosedOn() is not { } closed || closed > day))] : [];

    private static Change Of(RecordKind kind, RecordHead head, object content, Audience visibility, string why, Standing who) => new()
    {
        Kind = kind,
        Body = head.Body,
        Reference = head.Reference,
        Content = content,
        Visibility = visibility,
        Who = Acting.Words(who.Name, who.Office),
        Process = Process,
        Reason = why,
        ExpectedRevision = head.Revision,
    };
}
