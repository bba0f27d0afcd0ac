using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The page of a board: its meetings and workshops.</summary>
public sealed class BoardModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
    : RecordPage<Board>(view, addresses, own)
{
    /// <summary>Its meetings, newest first.</summary>
    public RecordList Meetings { get; private set; } = null!;

    /// <summary>Its workshops, newest first.</summary>
    public RecordList Workshops { get; private set; } = null!;

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

    private DateOnly? Latest => Meetings.Rows.Select(meeting => meeting.Starts).Max();

    /// <summary>Shows the board.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        Meetings = await View.ListAsync(new ListQuery(PageKind.Meeting.Name, LinkedTo: Head.Id, PageSize: 200), HttpContext.RequestAborted);
        Workshops = await View.ListAsync(new ListQuery(PageKind.Workshop.Name, LinkedTo: Head.Id, PageSize: 200), HttpContext.RequestAborted);
    }
}
