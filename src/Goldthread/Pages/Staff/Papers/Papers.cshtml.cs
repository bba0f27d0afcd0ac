using Goldthread.Core.Decisions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Papers;

/// <summary>A paper that is not public, and why.</summary>
/// <param name="Head">Its columns.</param>
/// <param name="Address">Its page.</param>
/// <param name="Why">Why it is kept back, in a sentence.</param>
/// <param name="File">The file it was read from; null where there was none.</param>
public sealed record KeptPaper(RecordHead Head, string? Address, string Why, string? File);

/// <summary>What the register keeps for staff: documents that nobody has recognised, and papers held back.</summary>
public sealed class PapersModel(RegisterView view, RecordAddress addresses) : PageModel
{
    private const int OnAPage = 25;

    /// <summary>Whether what was held back is shown, not what was not recognised.</summary>
    [BindProperty(SupportsGet = true, Name = "held")]
    public bool HeldBack { get; set; }

    /// <summary>The papers on this page.</summary>
    public IReadOnlyList<KeptPaper> Papers { get; private set; } = [];

    /// <summary>How many documents were not recognised, and how many papers are held back.</summary>
    public (int Unrecognised, int HeldBack) Totals { get; private set; }

    /// <summary>The neighbouring pages.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync([FromQuery(Name = "page")] int page = 1)
    {
        var stop = HttpContext.RequestAborted;
        var (rows, total) = await view.KeptBackAsync(HeldBack, page, OnAPage, stop);
        var (_, other) = await view.KeptBackAsync(!HeldBack, 1, 1, stop);
        Totals = HeldBack ? (other, total) : (total, other);
        var papers = new List<KeptPaper>();
        foreach (var head in rows)
        {
            var content = (await view.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record?.Content;
            papers.Add(new KeptPaper(head, addresses.Of(head), Why(head, content), content is null ? null : RecordKinds.Get(head.Kind).ImportOf(content)?.File));
        }

        Papers = papers;
        Paging = new Paging(Math.Clamp(page, 1, Paging.Count(total, OnAPage)), Paging.Count(total, OnAPage), "/desk/papers", HeldBack ? [new("held", "true")] : []);
    }

    private static string Why(RecordHead head, object? content) => (head.Visibility, content) switch
    {
        (_, Decision { Publication: { Deferred: true, DeferredUntil: { } until } }) => $"Its publication is deferred until {Wording.Date(until)}.",
        (_, Decision { Publication.Deferred: true }) => "Its publication is deferred, and it does not say until when.",
        (_, Core.Documents.Document) => "Nobody has said yet what it is.",
        (Audience.Partners, _) => "It is for staff and the partners who are tied to it.",
        _ => "It was brought in for staff.",
    };
}
