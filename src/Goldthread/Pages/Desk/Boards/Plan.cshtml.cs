using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>The plan of a meeting: day, place, agenda and papers. Whatever is kept is public at once, in the circle it is meant for.</summary>
public sealed class PlanModel(BoardService boards, RegisterView view, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const int LongestPaper = 40_000;

    private static readonly string[] Hours = ["H:mm", "H.mm", "HHmm", "H"];

    /// <summary>The board.</summary>
    public FoundRecord Board { get; private set; } = null!;

    /// <summary>The meeting's columns; null for one that is being planned.</summary>
    public RecordHead? Head { get; private set; }

    /// <summary>The meeting.</summary>
    public Minutes Meeting { get; private set; } = new() { Agenda = [] };

    /// <summary>Whether it has no minutes yet.</summary>
    public bool IsPlanned => Head is null || Meeting.IsPlanned;

    /// <summary>Whether it was just kept.</summary>
    public bool Kept { get; private set; }

    /// <summary>Its papers: the item's number and heading, the paper, its circle and its place there.</summary>
    public IEnumerable<(int Number, string Item, Paper Paper, string Circle, int At)> Papers =>
        (Meeting.Agenda ?? []).SelectMany((item, at) => new[] { ("public", item.Papers), ("members", item.MemberPapers ?? []), ("staff", item.StaffPapers ?? []) }
            .SelectMany(circle => circle.Item2.Select((paper, place) => (at + 1, item.Heading, paper, circle.Item1, place))));

    [BindProperty] public int Revision { get; set; }

    [BindProperty] public string? MeetsOn { get; set; }

    [BindProperty] public string? Begins { get; set; }

    [BindProperty] public string? Ends { get; set; }

    [BindProperty] public string? Place { get; set; }

    [BindProperty] public string? Link { get; set; }

    [BindProperty] public string? Agenda { get; set; }

    [BindProperty] public int? Item { get; set; }

    [BindProperty] public string? Title { get; set; }

    [BindProperty] public string? Address { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public string? Circle { get; set; }

    [BindProperty] public int? At { get; set; }

    [BindProperty] public string? Ground { get; set; }

    [BindProperty] public string? Cancel { get; set; }

    /// <summary>Shows the plan; for a new meeting with what its agenda ought to hold.</summary>
    public async Task<IActionResult> OnGetAsync(string board, string date, bool kept = false)
    {
        Kept = kept;
        if (!await FindAsync(board, date))
            return NotFound();
        await FillAsync();
        return Page();
    }

    /// <summary>Keeps the plan.</summary>
    public async Task<IActionResult> OnPostKeepAsync(string board, string date)
    {
        if (!await FindAsync(board, date) || !IsPlanned)
            return NotFound();
        var before = Head is null ? await boards.OfferedAsync(Board, boards.Today, HttpContext.RequestAborted) : Meeting.Agenda ?? [];
        var (agenda, problem) = AgendaText.Read(Agenda ?? "", before);
        if (problem is not null && Head is null && problem.EndsWith("leave its heading as it is", StringComparison.Ordinal))
            (agenda, problem) = AgendaText.Read(Agenda ?? "", [.. before.Where(item => (Agenda ?? "").Contains(item.Heading, StringComparison.OrdinalIgnoreCase))]); // what was offered may be left out
        if (problem is not null)
            ModelState.AddModelError("agenda", problem);
        var (day, begins, ends) = (Day(MeetsOn, "meetsOn"), Hour(Begins, "begins"), Hour(Ends, "ends"));
        if (Link is { Length: > 0 } link && !(Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            ModelState.AddModelError("link", "Enter an address that begins with https://");
        if (!ModelState.IsValid)
            return Page();
        var meeting = Meeting with { Date = day, Begins = begins, Ends = ends, Place = Word(Place), Link = Word(Link), Agenda = agenda };
        return await KeepAsync(meeting, Head is null ? "Planned." : day != Meeting.Date ? "It moves to another day." : "Its plan changed.", Head is null ? null : Head with { Revision = Revision });
    }

    /// <summary>Adds a paper to an item.</summary>
    public async Task<IActionResult> OnPostPaperAsync(string board, string date)
    {
        if (!await FindAsync(board, date) || Head is null || !IsPlanned)
            return NotFound();
        await FillAsync(keepTyped: true);
        if (Item is not { } item || item < 1 || item > Meeting.Agenda!.Count)
            ModelState.AddModelError("item", "Choose an item");
        if (Title is not { Length: > 0 and <= 200 })
            ModelState.AddModelError("title", "Enter its title, up to 200 characters");
        if (string.IsNullOrWhiteSpace(Text) == string.IsNullOrWhiteSpace(Address))
            ModelState.AddModelError("text", "Enter either its words or the address of a record");
        if (Text?.Length > LongestPaper)
            ModelState.AddModelError("text", "A paper has at most 40,000 characters here. Bring longer ones in as documents, and name their page");
        if (Address is { Length: > 0 } address && (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal) || address.Length > 300))
            ModelState.AddModelError("address", "Enter an address of this site, such as /decisions/pcd-542");
        if (!ModelState.IsValid)
            return Page();
        var paper = new Paper { Title = Title!.Trim(), Address = (Address ?? "").Trim(), Text = (Text ?? "").Trim().ReplaceLineEndings("\n"), Added = boards.Today };
        return await ChangeItemAsync(Item!.Value, one => Circle switch
        {
            "staff" => one with { StaffPapers = [.. one.StaffPapers ?? [], paper] },
            "members" => one with { MemberPapers = [.. one.MemberPapers ?? [], paper] },
            _ => one with { Papers = [.. one.Papers, paper] },
        }, "A paper was added.");
    }

    /// <summary>Withdraws a paper: its words go, and that there was one stays.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string board, string date)
    {
        if (!await FindAsync(board, date) || Head is null || !IsPlanned)
            return NotFound();
        await FillAsync();
        if (string.IsNullOrWhiteSpace(Ground))
            ModelState.AddModelError("main", "Say why the paper is withdrawn");
        if (!ModelState.IsValid || Item is not { } item || item < 1 || item > Meeting.Agenda!.Count)
            return Page();
        IReadOnlyList<Paper> Without(IReadOnlyList<Paper> papers, string circle) =>
            circle != Circle ? papers : [.. papers.Select((paper, at) => at == At ? paper with { Text = "", Address = "", Withdrawn = Ground!.Trim() } : paper)];
        return await ChangeItemAsync(item, one => one with { Papers = Without(one.Papers, "public"), MemberPapers = one.MemberPapers is { } members ? Without(members, "members") : null, StaffPapers = one.StaffPapers is { } staff ? Without(staff, "staff") : null }, "A paper was withdrawn.");
    }

    /// <summary>Cancels the meeting, or takes that back.</summary>
    public async Task<IActionResult> OnPostCancelAsync(string board, string date)
    {
        if (!await FindAsync(board, date) || Head is null || !IsPlanned)
            return NotFound();
        await FillAsync(keepTyped: true);
        if (Meeting.Cancelled is not null)
            return await KeepAsync(Meeting with { Cancelled = null }, "It takes place after all.", Head);
        if (!string.IsNullOrWhiteSpace(Cancel))
            return await KeepAsync(Meeting with { Cancelled = Cancel.Trim() }, "It is cancelled.", Head);
        ModelState.AddModelError("cancel", "Say why it does not take place");
        return Page();
    }

    private Task<IActionResult> ChangeItemAsync(int number, Func<AgendaItem, AgendaItem> change, string why) =>
        KeepAsync(Meeting with { Agenda = [.. Meeting.Agenda!.Select((item, at) => at == number - 1 ? change(item) : item)] }, why, Head);

    private async Task<IActionResult> KeepAsync(Minutes meeting, string why, RecordHead? before)
    {
        var outcome = await boards.PlanAsync(Board, before, meeting, why, current.Standing!, HttpContext.RequestAborted);
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"/desk/boards/{outcome.Record!.Slug}?kept=true");
        ModelState.AddModelError(fault.Field == "date" ? "meetsOn" : fault.Field, fault.Message);
        return Page();
    }

    private async Task<bool> FindAsync(string board, string date)
    {
        var stop = HttpContext.RequestAborted;
        if ((await view.FindAsync(own.Value.Id, PageKind.Board.Name, board, stop))?.Record is not { } found)
            return false;
        Board = found;
        if (date == "plan")
            return true;
        if ((await view.FindAsync(own.Value.Id, PageKind.Meeting.Name, $"{board}/{date}", stop))?.Record is not { Content: Minutes minutes } meeting)
            return false;
        (Head, Meeting, Revision) = (meeting.Head, minutes, Request.HasFormContentType && Revision > 0 ? Revision : meeting.Head.Revision);
        return true;
    }

    private async Task FillAsync(bool keepTyped = false)
    {
        var agenda = Head is null ? await boards.OfferedAsync(Board, boards.Today, HttpContext.RequestAborted) : Meeting.Agenda ?? [];
        (MeetsOn, Begins, Ends) = (Meeting.Date?.ToString("d/M/yyyy", CultureInfo.InvariantCulture), Hour(Meeting.Begins), Hour(Meeting.Ends));
        (Place, Link, Agenda) = (Meeting.Place, Meeting.Link, AgendaText.Write(agenda));
        if (!keepTyped)
            Cancel = Meeting.Cancelled;
    }

    private TimeOnly? Hour(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (TimeOnly.TryParseExact(text.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return hour;
        ModelState.AddModelError(field, "Enter an hour, such as 10:00");
        return null;
    }

    private static string? Hour(TimeOnly? hour) => hour?.ToString("HH':'mm", CultureInfo.InvariantCulture);

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
