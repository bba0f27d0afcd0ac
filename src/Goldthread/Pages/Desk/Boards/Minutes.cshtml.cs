using System.Globalization;
using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>Minutes on one page, written in the meeting by keyboard and saved as they are typed; read and corrected by members until they are agreed.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
public sealed class MinutesModel(MinutesService minutes, MinutesSteps steps, RegisterDatabase database, ActionLines lines, OwnerNames owners, CurrentPerson current, IOptions<BodySettings> own, TimeProvider clock) : FormPage
{
    /// <summary>The most bytes of a form: every item as long as it may be.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);
    private FoundRecord record = null!;
    private Board? ofBoard;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The meeting's columns.</summary>
    public RecordHead Head => record.Head;

    /// <summary>The meeting.</summary>
    public Minutes Meeting => (Minutes)record.Content;

    /// <summary>The minutes as they stand.</summary>
    public MinutesEntry Entry { get; private set; } = null!;

    /// <summary>Whether she writes them.</summary>
    public bool MayWrite => MinutesRules.MayWrite(Me, Entry.Draft.State);

    /// <summary>Whether she may propose a correction.</summary>
    public bool MayCorrect => !MayWrite && MinutesRules.MayCorrect(Me, Entry.Draft.State, Meeting);

    /// <summary>The actions that were owed when the board met; their place is their number.</summary>
    public IReadOnlyList<ActionLine> Owed { get; private set; } = [];

    /// <summary>What to look at.</summary>
    public IReadOnlyList<MinutesFinding> Findings { get; private set; } = [];

    /// <summary>How much there is to look at.</summary>
    public string Count => Findings.Count switch { 0 => "Nothing: it says who came, and every action has an owner that the register knows, and a day.", 1 => "One thing.", var count => $"{Wording.Number(count)} things." };

    /// <summary>Later meetings of the board, one of which agrees the minutes.</summary>
    public IReadOnlyList<ChoiceGroup> Later { get; private set; } = [new ChoiceGroup("Meetings", [])];

    /// <summary>The address of this page.</summary>
    public string Address => $"/desk/boards/{Head.Slug}/minutes";

    /// <summary>Whether she has just proposed a correction.</summary>
    public bool Proposed { get; private set; }

    [BindProperty] public string? AgreedAt { get; set; }

    [BindProperty] public string? Item { get; set; }

    [BindProperty] public string? Words { get; set; }

    [BindProperty] public Guid? Correction { get; set; }

    [BindProperty] public string? Answer { get; set; }

    /// <summary>The fields, in the order in which a meeting goes.</summary>
    public IReadOnlyList<MinutesField> Fields =>
    [
        Field(MinutesDraft.Chair, "In the chair", ofBoard?.SeatsOn(Meeting.Date!.Value).FirstOrDefault(seat => seat.Part is SeatPart.Chair or SeatPart.CoChair) is { } chair ? chair.Office.Length > 0 ? chair.Office : chair.Name : ""),
        Field(MinutesDraft.People, "Who is there", PeopleText.Of(ofBoard?.SeatsOn(Meeting.Date!.Value) ?? [])) with { Hint = "One a line: office | organisation. A dash before a line says apologies." },
        Field(MinutesDraft.Declarations, "Interests declared", "") with { Hint = "One a line, by office." },
        .. (Meeting.Agenda ?? []).Select((item, at) => Field(MinutesDraft.FieldOf(item), FormattableString.Invariant($"{at + 1}. {item.Heading}"), "")),
    ];

    private IReadOnlyCollection<string> Names => [MinutesDraft.Chair, MinutesDraft.People, MinutesDraft.Declarations, .. (Meeting.Agenda ?? []).Select(MinutesDraft.FieldOf)];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string board, string date, bool proposed = false)
    {
        Proposed = proposed;
        if (!await FindAsync(board, date))
            return NotFound();
        await ShowAsync();
        return Page();
    }

    /// <summary>Saves what was typed; answers a script with what became of it, and anybody else with the page.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string board, string date)
    {
        if (!await FindAsync(board, date))
            return NotFound();
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var typed = Names.Where(name => form.ContainsKey($"text-{name}"))
            .ToDictionary(name => name, name => (form[$"text-{name}"].ToString(), int.TryParse(form[$"over-{name}"], NumberStyles.None, CultureInfo.InvariantCulture, out var over) ? over : 0), StringComparer.Ordinal);
        if (await minutes.SaveAsync(Head.Id, Names, typed, Me, HttpContext.RequestAborted) is not { } saved)
            return NotFound();
        Entry = await minutes.LoadAsync(Head.Id, HttpContext.RequestAborted);
        foreach (var (name, one) in saved.Where(one => one.Value.Fault is not null))
            errors[name] = one.Fault!;
        await FindingsAsync();
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return new JsonResult(AnswerOf(saved, form["known"].ToString()));
        await ShowAsync();
        return errors.Count == 0 ? LocalRedirect(Address) : Page();
    }

    /// <summary>They go to the chair.</summary>
    public Task<IActionResult> OnPostToChairAsync(string board, string date) => TakeAsync(board, date, MinutesState.Chair);

    /// <summary>They go to the members, and their actions to the owners.</summary>
    public Task<IActionResult> OnPostToMembersAsync(string board, string date) => TakeAsync(board, date, MinutesState.Members);

    /// <summary>They were agreed, and are published.</summary>
    public Task<IActionResult> OnPostAgreeAsync(string board, string date) => TakeAsync(board, date, MinutesState.Agreed);

    /// <summary>Proposes a correction.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(string board, string date)
    {
        if (!await FindAsync(board, date))
            return NotFound();
        return await AfterAsync(await minutes.CorrectAsync(record, Item ?? "", Words ?? "", Me, HttpContext.RequestAborted), "?proposed=true#correct");
    }

    /// <summary>Says that a correction was taken over.</summary>
    public Task<IActionResult> OnPostAcceptAsync(string board, string date) => AnswerAsync(board, date, accepted: true);

    /// <summary>Says that a correction is not taken over, and why.</summary>
    public Task<IActionResult> OnPostRefuseAsync(string board, string date) => AnswerAsync(board, date, accepted: false);

    private async Task<IActionResult> AnswerAsync(string board, string date, bool accepted)
    {
        if (!await FindAsync(board, date))
            return NotFound();
        return await AfterAsync(await minutes.AnswerAsync(record, Correction ?? Guid.Empty, accepted, Answer ?? "", Me, HttpContext.RequestAborted), "#corrections");
    }

    private async Task<IActionResult> TakeAsync(string board, string date, MinutesState to)
    {
        if (!await FindAsync(board, date))
            return NotFound();
        var agreedAt = to == MinutesState.Agreed && AgreedAt is { Length: > 0 } slug ? (await Staff.FindAsync(own.Value.Id, PageKind.Meeting.Name, slug, HttpContext.RequestAborted))?.Record : null;
        return await AfterAsync(await steps.TakeAsync(record, to, agreedAt, Me, HttpContext.RequestAborted), "");
    }

    private async Task<IActionResult> AfterAsync(ActionOutcome outcome, string then)
    {
        if (outcome.Fault is not { } fault)
            return Redirect(Address + then);
        ModelState.AddModelError(fault.Field, fault.Message);
        await ShowAsync();
        return Page();
    }

    private RegisterView Staff => database.For(Reader.Staff);

    // Whoever may read minutes before they are agreed is asked of the minutes themselves: a member of the board reads no other staff's text.
    private async Task<bool> FindAsync(string board, string date)
    {
        var stop = HttpContext.RequestAborted;
        if ((await Staff.FindAsync(own.Value.Id, PageKind.Meeting.Name, $"{board}/{date}", stop))?.Record is not { Content: Minutes { Agenda: not null, Date: not null } meeting, Head.Status: RecordStatus.Current } found)
            return false;
        record = found;
        Entry = await minutes.LoadAsync(found.Head.Id, stop);
        ofBoard = (await Staff.FindAsync(own.Value.Id, PageKind.Board.Name, board, stop))?.Record?.Content as Board;
        return (meeting.IsPlanned || Entry.Draft.State == MinutesState.Agreed) && MinutesRules.MayRead(Me, Entry.Draft.State, meeting);
    }

    private async Task ShowAsync()
    {
        if (!MayWrite)
            return;
        var stop = HttpContext.RequestAborted;
        await FindingsAsync();
        if ((await Staff.FindAsync(own.Value.Id, PageKind.Board.Name, PageKind.Board.Kind.SlugOf(Meeting.Board?.Reference ?? ""), stop))?.Record is not { } board)
            return;
        Owed = await lines.OfAsync(MinutesSteps.Owed(await Staff.AllActionsAsync(own.Value.Id, board.Head.Id, stop), Meeting), Wording.Today(clock), false, stop);
        Later = [new ChoiceGroup("Meetings", [.. (await Staff.ListAsync(new ListQuery(PageKind.Meeting.Name, LinkedTo: board.Head.Id, PageSize: 20), stop)).Rows.Where(head => head.Starts > Meeting.Date).Reverse().Select(head => (head.Slug, head.Title))])];
    }

    private async Task FindingsAsync()
    {
        var found = new List<MinutesFinding>();
        var seats = PeopleText.Of(ofBoard?.SeatsOn(Meeting.Date!.Value) ?? []);
        if (seats.Length > 0 && (Entry.Draft[MinutesDraft.People] is { Length: 0 } || Entry.Draft[MinutesDraft.People].Trim() == seats))
            found.Add(new MinutesFinding(MinutesDraft.People, "Every seat stands as there. Put a dash before those who sent apologies, and take out who did neither"));
        foreach (var item in Meeting.Agenda ?? [])
        {
            foreach (var action in Entry.Draft.Under(item, Meeting.Date!.Value).Actions)
            {
                var name = Wording.Shorten(action.Text, 60);
                if (action.Owner.Length == 0)
                    found.Add(new MinutesFinding(MinutesDraft.FieldOf(item), $"“{name}” names nobody who owes it. Write @ and a name at its end"));
                else if ((await owners.FindAsync(action.Owner, HttpContext.RequestAborted)).Organisation is null)
                    found.Add(new MinutesFinding(MinutesDraft.FieldOf(item), $"The register knows no organisation called “{action.Owner}”"));
                if (action.Due is null)
                    found.Add(new MinutesFinding(MinutesDraft.FieldOf(item), $"“{name}” names no day. Write one at its end, such as 5/4"));
            }
        }

        Findings = found;
    }

    // In the words of the script that saves drafts of decisions as well.
    private object AnswerOf(IReadOnlyDictionary<string, SavedText> saved, string known)
    {
        var seen = known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).Where(one => one.Length == 2).ToLookup(one => one[0], one => one[1], StringComparer.Ordinal);
        var fields = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            var version = Entry.Versions.GetValueOrDefault(name).ToString(CultureInfo.InvariantCulture);
            var one = saved.GetValueOrDefault(name);
            if (one is null && seen[name].FirstOrDefault() == version)
                continue;
            var text = one is null ? Entry.Draft[name] : one.Text;
            fields[name] = new
            {
                Basis = one?.Fault is null ? version : null,
                Values = text is null ? null : new Dictionary<string, string> { [$"text-{name}"] = text },
                Lost = one?.Text is not null,
                Aside = (string?)null,
                one?.Fault,
            };
        }

        return new { At = Wording.Time(clock.GetUtcNow().UtcDateTime), Fault = (string?)null, Wrong = (string?)null, Count, Findings, Fields = fields };
    }

    private MinutesField Field(string name, string label, string first) =>
        new(name, label, Entry.Versions.ContainsKey(name) ? Entry.Draft[name] : first, Entry.Versions.GetValueOrDefault(name)) { Error = errors.GetValueOrDefault(name) };
}
