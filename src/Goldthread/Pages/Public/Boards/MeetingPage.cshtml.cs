using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The page of a meeting: what was to be done first, then item by item what was said, then who was there.</summary>
public sealed class MeetingModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, TimeProvider clock)
    : RecordPage<Minutes>(view, addresses, own)
{
    private readonly RecordAddress addresses = addresses;
    private readonly DateOnly today = Wording.Today(clock);
    private Dictionary<string, ActionEntry> actions = [];

    /// <summary>How the actions stood that were owed when the board met; null where that cannot be said.</summary>
    public MeetingActions<RecordHead>? Before { get; private set; }

    /// <summary>That, in a sentence.</summary>
    public string BeforeInWords
    {
        get
        {
            var (all, done, covered) = (Before!.Actions.Count, Before.Count(AtMeeting.Completed), Before.Count(AtMeeting.Covered));
            var owed = all == 1 ? "One action was owed when the board met" : $"{Wording.Number(all)} actions were owed when the board met";
            return $"{owed}: {Wording.Number(done)} completed by then, {Wording.Number(covered)} covered under an item of this meeting, {Wording.Number(all - done - covered)} neither.";
        }
    }

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Meeting;

    /// <inheritdoc/>
    public override string Heading => RecordContent.Body ?? Head.Title;

    /// <inheritdoc/>
    public override string Caption => RecordContent.IsPlanned ? "Meeting" : "Minutes of a meeting";

    /// <inheritdoc/>
    public override Status Status => new(PlanWords.Status(RecordContent, today), RecordContent.Date is null);

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => Named(PageKind.Board) is [var board, ..]
        ? [new Crumb("Boards", "/boards"), new Crumb(board.Title, addresses.Of(board) ?? "/boards")]
        : [new Crumb("Boards", "/boards")];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts
    {
        get
        {
            if (RecordContent.IsPlanned)
            {
                return
                [
                    .. RecordContent.Date is { } day ? [new Fact("When", Wording.Date(day), PlanWords.Hours(RecordContent))] : Array.Empty<Fact>(),
                    .. RecordContent.Place is { } place ? [new Fact("Where", place)] : Array.Empty<Fact>(),
                ];
            }

            var facts = new List<Fact> { new("In the chair", RecordContent.Chair ?? "Not named") };
            if (RecordContent.Present.Count > 0)
            {
                facts.Add(new Fact("Present", Wording.Number(RecordContent.Present.Count), RecordContent.Apologies.Count > 0 ? $"and {RecordContent.Apologies.Count} sent apologies" : null));
            }

            facts.Add(new Fact("Actions recorded", RecordContent.Actions.Count == 0 ? "None" : Wording.Number(RecordContent.Actions.Count)));
            if (RecordContent.Published is { } published)
            {
                facts.Add(new Fact("Published", Wording.Date(published)));
            }

            if (RecordContent.PreviousMeeting is { } previous)
            {
                facts.Add(new Fact("Meeting before", Wording.Date(previous), RecordContent.PreviousMinutesAgreed switch
                {
                    true => "Its minutes were agreed",
                    false => "Its minutes were not agreed",
                    null => null,
                }));
            }

            return facts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents
    {
        get
        {
            var places = new List<Place>();
            if (RecordContent.Agenda is { } agenda)
            {
                places.Add(new Place("agenda", "Agenda"));
                if (RecordContent.IsPlanned)
                {
                    places.AddRange(agenda.Select((item, at) => new Place(FormattableString.Invariant($"agenda-{at + 1}"), item.Heading)));
                    return Before is { Actions.Count: > 0 } ? [.. places, new Place("before", "Actions from before"), new Place("thread", "The thread"), new Place("history", "History")] : [.. places, new Place("thread", "The thread"), new Place("history", "History")];
                }
            }

            places.Add(new Place("actions", "What was to be done"));
            places.AddRange(RecordContent.Items.Select((item, at) => new Place(ItemId(at), item.Heading)));
            if (RecordContent.Programmes.Count > 0)
            {
                places.Add(new Place("programmes", "Programmes discussed"));
            }

            if (Before is { Actions.Count: > 0 })
            {
                places.Insert(RecordContent.Agenda is null ? 1 : 2, new Place("before", "Actions from before"));
            }

            return [.. places, new Place("people", "Who was there"), new Place("thread", "The thread"), new Place("history", "History"), new Place("downloads", "Take it with you")];
        }
    }

    /// <summary>Shows the minutes.</summary>
    public Task<IActionResult> OnGetAsync(string board, string date, string? body) => ShowAsync(body, RecordAddress.SlugOf(board, date));

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        await LoadSourcesAsync();
        if (IsPast || Named(PageKind.Board) is not [var board, ..])
        {
            return;
        }

        var all = await View.AllActionsAsync(Head.Body, board.Id, HttpContext.RequestAborted);
        actions = all.ToDictionary(entry => entry.Head.Reference, StringComparer.Ordinal);
        if (RecordContent.Date is { } day && (!RecordContent.IsPlanned || day <= today))
        {
            Before = MeetingActions.Of(all.Select(entry => (entry.Head, entry.Action)), Head.Reference, day, RecordContent.PreviousMeeting);
        }
    }

    /// <summary>What became of an action that these minutes record, where somebody has confirmed that it is one.</summary>
    internal (string When, string Tone, string Address)? BecameOf(int at) =>
        actions.GetValueOrDefault(ActionColumns.ReferenceOf(Head.Reference, at + 1)) is { } entry
            ? (ActionWords.When(entry.Action, today), ActionWords.Tone(entry.Action, today), AddressOf(entry.Head))
            : null;

    /// <summary>The papers of an item that the reader may see, each with its mark where not everybody may.</summary>
    public IEnumerable<(Paper Paper, string? Tag)> PapersOf(AgendaItem item) =>
        item.Papers.Select(paper => (paper, (string?)null))
            .Concat((item.MemberPapers ?? []).Select(paper => (paper, TagOf("agenda.memberPapers"))))
            .Concat((item.StaffPapers ?? []).Select(paper => (paper, TagOf("agenda.staffPapers"))));

    /// <summary>The address of an action.</summary>
    public string AddressOf(RecordHead action) => addresses.Of(action)!;

    /// <summary>The place of the item with this heading; null where there is none.</summary>
    public int? ItemCalled(string? heading)
    {
        var at = RecordContent.Items.ToList().FindIndex(item => item.Heading == heading);
        return at < 0 ? null : at;
    }

    /// <summary>The id of an item on the page.</summary>
    public static string ItemId(int at) => FormattableString.Invariant($"item-{at + 1}");

    /// <summary>An organisation and a role, as a line under a name.</summary>
    public static string Of(Attendee person) => string.Join(", ", new[] { person.Role, person.Organisation }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
