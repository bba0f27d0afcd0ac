using Goldthread.People;
using Goldthread.Register.Decisions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The decisions whose publication is deferred: until when, and why.</summary>
public sealed class DeferredModel(DraftLists lists, DraftHistory history, CurrentPerson current) : PageModel
{
    /// <summary>The decisions, what comes first first, each with why.</summary>
    public IReadOnlyList<(DraftHead Draft, string Why)> Deferred { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var found = new List<(DraftHead, string)>();
        foreach (var draft in await lists.DeferredAsync(current.Standing!, HttpContext.RequestAborted))
            found.Add((draft, await history.WhyDeferredAsync(draft.Id, current.Standing!, HttpContext.RequestAborted)));
        Deferred = found;
    }
}
