using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The page of a board: its meetings and workshops.</summary>
public sealed class BoardModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, ActionLines lines, TimeProvider clock)
    : RecordPage<Board>(view, addresses, own)
{
    private const int AttendanceShown = 6;

    private readonly RecordAddress addresses = addresses;

    /// <summary>Its meetings, newest first.</summary>
    public RecordList Meetings { get; private set; } = null!;

    /// <summary>Its workshops, newest first.</summary>
    public RecordList Workshops { get; private set; } = null!;

    /// <summary>What is owed to it and due first.</summary>
    public IReadOnlyList<ActionLine> Owed { get; private set; } = [];

    /// <summary>How many actions were ever promised to it.</summary>
    public int Whole { get; private set; }

    /// <summary>How they stand, and what changed since it last met.</summary>
    public string ActionsInWords { get; private set; } = "";

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Board;

    /// <inheritdoc/>
    public override string Heading => RecordContent.Name.Length > 0 ? RecordContent.Name : Head.Title;

    /// <inheritdoc/>
    public override string Caption => "Board";

    /// <inheritdoc/>
    public override Status Status => RecordContent.Ended is { } ended && ended <= Today ? new Status($"Ended {Wording.Date(ended)}") : RecordContent.PausedSince is { } paused ? new Status($"Paused since {Wording.Date(paused)}") : Latest is { } day ? new Status($"Last met {Wording.Date(day)}") : new Status("No minutes yet", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts =>
    [
        .. Planned.LastOrDefault(head => head.Ends >= Today && !head.Title.EndsWith("(cancelled)", StringComparison.Ordinal)) is { } next ? [new Fact("Meets next", Wording.Date(next.Starts!.Value), Address: AddressOf(next))] : Array.Empty<Fact>(),
        .. Seats.Where(seat => seat.Part is SeatPart.Chair or SeatPart.CoChair).Select(seat => new Fact(seat.Part == SeatPart.Chair ? "Chair" : "Co-chair", seat.Office.Length > 0 ? seat.Office : seat.Name, seat.Office.Length > 0 ? seat.Name : null)).Take(2),
        .. Tied("reports-to", "Reports to"),
        .. Tied("merged-into", "Went over to"),
        .. RecordContent.SetUp is { } setUp ? [new Fact("Set up", Wording.Date(setUp))] : Array.Empty<Fact>(),
    ];

    /// <summary>Today.</summary>
    public DateOnly Today { get; } = Wording.Today(clock);

    /// <summary>Its meetings without minutes, those to come and those held and not yet agreed.</summary>
    public IReadOnlyList<RecordHead> Planned { get; private set; } = [];

    /// <summary>Its meetings that have minutes.</summary>
    public IReadOnlyList<RecordHead> Held { get; private set; } = [];

    /// <summary>The seats that are held today.</summary>
    public IReadOnlyList<Seat> Seats => [.. RecordContent.SeatsOn(Today)];

    /// <summary>Who came to its last meetings, by organisation.</summary>
    public IReadOnlyList<AttendanceRow> Attendance { get; private set; } = [];

    /// <summary>The days of those meetings.</summary>
    public IReadOnlyList<string> AttendanceDays { get; private set; } = [];

    /// <summary>What a seat is and who fills it, in words; for staff with the name.</summary>
    public string Of(Seat seat) => string.Join(", ", new[]
    {
        seat.Office, seat.Part == SeatPart.Member ? "" : SeatText.Words(seat.Part), seat.Person ?? "",
        seat.Deputy.Length > 0 ? $"deputy: {seat.Deputy}" : "", seat.From is { } from ? $"since {Wording.Date(from)}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The address of a meeting.</summary>
    public string AddressOf(RecordHead meeting) => addresses.Of(meeting)!;

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Boards", "/boards")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    private const int Shown = 8;

    private DateOnly? Latest => Held.Select(meeting => meeting.Starts).Max();

    /// <summary>Shows the board.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        Meetings = await View.ListAsync(new ListQuery(PageKind.Meeting.Name, LinkedTo: Head.Id, PageSize: 200), HttpContext.RequestAborted);
        (Planned, Held) = ([.. Meetings.Rows.Where(head => head.Ends is not null)], [.. Meetings.Rows.Where(head => head.Ends is null)]);
        await LoadActionsAsync();
        await LoadAttendanceAsync();
        Workshops = await View.ListAsync(new ListQuery(PageKind.Workshop.Name, LinkedTo: Head.Id, PageSize: 200), HttpContext.RequestAborted);
    }

    private IEnumerable<Fact> Tied(string relation, string name) => Record!.Links.Where(link => link.Relation == relation && link.Upstream && link.Other is not null)
        .Select(link => new Fact(name, link.Other!.Title, Address: addresses.Of(link.Other)));

    private async Task LoadAttendanceAsync()
    {
        if (IsPast)
            return;
        var stop = HttpContext.RequestAborted;
        var minutes = new List<Minutes>();
        foreach (var head in Held.Take(AttendanceShown))
            if ((await View.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record is { Content: Minutes { Present.Count: > 0, Date: not null } one })
                minutes.Insert(0, one);
        var seats = Seats.Select(seat => seat.Name).ToList();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in minutes.SelectMany(one => one.Present.Concat(one.Apologies)).Select(person => person.Organisation).OfType<string>().Concat(seats).Distinct(StringComparer.OrdinalIgnoreCase))
            names[name] = (await View.CalledAsync(name, stop)).FirstOrDefault()?.Title ?? name;
        if (minutes.Count == 0)
            return;
        Attendance = AttendanceRow.Of(seats, minutes, name => names.GetValueOrDefault(name, name));
        AttendanceDays = [.. minutes.Select(one => one.Date!.Value.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture))];
    }

    private async Task LoadActionsAsync()
    {
        if (IsPast)
            return;
        var (stop, today) = (HttpContext.RequestAborted, Wording.Today(clock));
        var all = await View.AllActionsAsync(Head.Body, Head.Id, stop);
        var open = all.Where(entry => entry.Action.State == ActionState.Open).ToList();
        Whole = all.Count;
        Owed = await lines.OfAsync([.. open.OrderBy(entry => entry.Action.Due ?? DateOnly.MaxValue).Take(Shown)], today, false, stop);
        var late = open.Count(entry => entry.Action.DaysLate(today) > 0);
        ActionsInWords = $"{(open.Count == 0 ? "No action is owed" : open.Count == 1 ? "One action is owed" : $"{Wording.Number(open.Count)} actions are owed")}{(late > 0 ? $", {Wording.Number(late)} of them late" : "")}.";
        if (Latest is { } met)
        {
            var since = all.SelectMany(entry => entry.Action.Updates).Where(update => update.On > met).ToList();
            var (done, moved, other) = (since.Count(update => update.Step == ActionStep.Done), since.Count(update => update.Step == ActionStep.Moved), since.Count(update => update.Step is not (ActionStep.Done or ActionStep.Moved)));
            var added = all.Count(entry => entry.Action.Agreed > met);
            ActionsInWords += since.Count + added == 0
                ? $" Nothing changed since it met on {Wording.Date(met)}."
                : $" Since it met on {Wording.Date(met)}: {Wording.Number(done)} done, {Wording.Number(moved)} moved to another day, {Wording.Number(other)} answered otherwise, {Wording.Number(added)} new.";
        }
    }
}
