using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>Begins a decision: from nothing, or with the words of an earlier one.</summary>
public sealed class NewModel(DraftService drafts, RegisterView view, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const int Most = 10;
    private const int LongestQuestion = 200;

    /// <summary>A reference or words to find an earlier decision by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The decision to begin from, as <c>decision/body/slug</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The title, as typed.</summary>
    [BindProperty]
    public string? Subject { get; set; }

    /// <summary>The day by which it is wanted, as typed.</summary>
    [BindProperty]
    public string? Wanted { get; set; }

    /// <summary>The decision that it begins from.</summary>
    public FoundRecord? Earlier { get; private set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<RecordHead> Found { get; private set; } = [];

    /// <summary>How a decision is named in an address.</summary>
    public static string NameOf(RecordHead head) => $"{head.Kind}/{head.Body}/{head.Slug}";

    /// <summary>Shows the ways to begin.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (From is { Length: > 0 } && (Earlier = await EarlierAsync(From)) is null)
            return NotFound();
        if (Q?.Trim() is { Length: > 0 and <= LongestQuestion } asked)
            Found = await FindAsync(asked);
        return Page();
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var wanted = Day(Wanted, "wanted");
        if (From is { Length: > 0 } && (Earlier = await EarlierAsync(From)) is null)
            return NotFound();
        var start = Earlier?.Content is Decision decision ? DraftDecision.Read(decision) : DraftContent.Empty;
        if (Subject?.Trim() is { Length: > 0 } subject)
            start = start.With("title", subject);
        if (ModelState.IsValid)
        {
            var outcome = await drafts.StartAsync(own.Value.Id, start, current.Standing!, startedFrom: Earlier is null ? null : NameOf(Earlier.Head), wantedBy: wanted, stop: HttpContext.RequestAborted);
            if (outcome.Fault is not { } fault)
                return LocalRedirect(DraftPage.AddressOf(outcome.Draft!.Value));
            ModelState.AddModelError(fault.Field == "title" ? "subject" : fault.Field, fault.Message);
        }

        return Page();
    }

    private async Task<FoundRecord?> EarlierAsync(string name) =>
        name.Length <= LongestQuestion && name.Split('/', 3) is [var kind, var body, var slug] && kind == RecordKinds.Decision.Name
            ? (await view.FindAsync(body, kind, slug, HttpContext.RequestAborted))?.Record
            : null;

    private async Task<IReadOnlyList<RecordHead>> FindAsync(string asked)
    {
        var named = await view.ReferredToAsync(asked, HttpContext.RequestAborted);
        var hits = await view.SearchAsync(new SearchQuery(asked, [new SearchFilter(RecordFacets.Kind, RecordKinds.Decision.Name)], PageSize: Most), HttpContext.RequestAborted);
        return [.. named.Where(head => head.Kind == RecordKinds.Decision.Name).Concat(hits.Hits.Select(hit => hit.Head)).DistinctBy(head => head.Id).Take(Most)];
    }
}
