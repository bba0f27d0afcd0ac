using System.Globalization;
using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>A board, to set up or to change: terms, seats, quorum, what is public, its end. Its meetings are reached from here.</summary>
public sealed class BoardModel(BoardService boards, ActionLines lines, OwnerNames owners, RegisterView view, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const string New = "new";

    /// <summary>The board; null where one is set up.</summary>
    public RecordHead? Head { get; private set; }

    /// <summary>Its meetings, the last day first.</summary>
    public IReadOnlyList<RecordHead> Meetings { get; private set; } = [];

    /// <summary>The other boards.</summary>
    public IReadOnlyList<ChoiceGroup> Others { get; private set; } = [];

    /// <summary>Whether it was just kept.</summary>
    public bool Kept { get; private set; }

    [BindProperty] public int Revision { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public string? Terms { get; set; }

    [BindProperty] public string? Parent { get; set; }

    [BindProperty] public string? Seats { get; set; }

    [BindProperty] public string? Quorum { get; set; }

    [BindProperty] public string? Standing { get; set; }

    [BindProperty] public string? Openness { get; set; }

    [BindProperty] public string? SetUp { get; set; }

    [BindProperty] public string? PausedSince { get; set; }

    [BindProperty] public string? Ended { get; set; }

    [BindProperty] public string? MergedInto { get; set; }

    [BindProperty] public string? Why { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, bool kept = false)
    {
        Kept = kept;
        if (!await FindAsync(slug) || (Head is not null && await ContentAsync(slug) is not { } board))
            return NotFound();
        if (Head is not null)
            Fill((await ContentAsync(slug))!);
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await FindAsync(slug))
            return NotFound();
        var before = Head is null ? new Board() : await ContentAsync(slug) ?? new Board();
        if (await ReadAsync(before) is not { } board)
            return Page();
        var head = Head is null ? null : Head with { Revision = Revision };
        var outcome = await boards.SaveAsync(own.Value.Id, head, board, Why!.Trim(), current.Standing!, HttpContext.RequestAborted);
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"/desk/boards/{outcome.Record!.Slug}?kept=true");
        ModelState.AddModelError(fault.Field, fault.Message);
        return Page();
    }

    private async Task<bool> FindAsync(string slug)
    {
        var stop = HttpContext.RequestAborted;
        var all = await lines.BoardsAsync(stop);
        Head = all.GetValueOrDefault(slug);
        if (Head is null && slug != New)
            return false;
        Others = [new ChoiceGroup("Boards", [.. all.Values.Where(head => head.Slug != slug).OrderBy(head => head.Title, StringComparer.Ordinal).Select(head => (head.Slug, head.Title))])];
        Meetings = Head is null ? [] : (await view.ListAsync(new ListQuery(PageKind.Meeting.Name, LinkedTo: Head.Id, PageSize: 8), stop)).Rows;
        return true;
    }

    private async Task<Board?> ContentAsync(string slug) =>
        (await view.FindAsync(own.Value.Id, PageKind.Board.Name, slug, HttpContext.RequestAborted))?.Record?.Content as Board;

    private void Fill(Board board)
    {
        (Revision, Name, Terms, Openness) = (Head!.Revision, board.Name, board.Terms, board.Openness);
        (Parent, MergedInto) = (Slugged(board.Parent), Slugged(board.MergedInto));
        (Seats, Standing) = (SeatText.Write(board.Seats ?? []), string.Join('\n', board.StandingItems ?? []));
        (Quorum, SetUp, PausedSince, Ended) = (board.Quorum?.ToString(CultureInfo.InvariantCulture), Day(board.SetUp), Day(board.PausedSince), Day(board.Ended));
    }

    private async Task<Board?> ReadAsync(Board before)
    {
        var (seats, problem) = SeatText.Read(Seats ?? "");
        if (problem is not null)
            ModelState.AddModelError("seats", problem);
        int? quorum = null;
        if (!string.IsNullOrWhiteSpace(Quorum))
        {
            if (int.TryParse(Quorum.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100)
                quorum = number;
            else
                ModelState.AddModelError("quorum", "Enter a number of members");
        }

        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError("why", Head is null ? "Say in a sentence why it is set up" : "Say in a sentence why it changes");
        var (setUp, paused, ended) = (Day(SetUp, "setUp"), Day(PausedSince, "pausedSince"), Day(Ended, "ended"));
        if (!ModelState.IsValid)
            return null;
        var named = new List<Seat>();
        foreach (var seat in seats)
            named.Add(seat with { Organisation = (await owners.FindAsync(seat.Name, HttpContext.RequestAborted)).Organisation });
        var standing = (Standing ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return before with
        {
            Name = (Name ?? "").Trim(),
            Terms = Text(Terms),
            Openness = Text(Openness),
            Parent = Parent is { Length: > 0 } parent ? new Ref<Board>(parent) : null,
            MergedInto = MergedInto is { Length: > 0 } merged ? new Ref<Board>(merged) : null,
            Quorum = quorum,
            Seats = named.Count > 0 ? named : null,
            StandingItems = standing.Length > 0 ? standing : null,
            SetUp = setUp,
            PausedSince = paused,
            Ended = ended,
        };
    }

    private static string? Slugged(Ref<Board>? board) => board is { } one ? PageKind.Board.Kind.SlugOf(one.Reference) : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    private static string? Day(DateOnly? day) => day?.ToString("d/M/yyyy", CultureInfo.InvariantCulture);
}
