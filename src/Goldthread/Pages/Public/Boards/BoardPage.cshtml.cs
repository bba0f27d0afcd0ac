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
    public override Status Status => Latest is { } day ? new Status($"Last met {Wording.Date(day)}") : new Status("No minutes yet", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Boards", "/boards")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    private const int Shown = 8;

    private DateOnly? Latest => Meetings.Rows.Select(meeting => meeting.Starts).Max();

    /// <summary>Shows the board.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        Meetings = await View.ListAsync(new ListQuery(PageKind.Meeting.Name, LinkedTo: Head.Id, PageSize: 200), HttpContext.RequestAborted);
        await LoadActionsAsync();
        Workshops = await View.ListAsync(new ListQuery(PageKind.Workshop.Name, LinkedTo: Head.Id, PageSize: 200), HttpContext.RequestAborted);
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
