using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The history of a decision from its first word: each step, who took it and for whom, when, why, and what was written before it.</summary>
public sealed class HistoryModel(DraftService drafts, DraftHistory history, CurrentPerson current) : DraftPage(drafts, current)
{
    /// <inheritdoc/>
    public override string Here => "history";

    /// <summary>Every step, the last first.</summary>
    public IReadOnlyList<StepEntry> Steps { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        Steps = [.. (await history.ListAsync(id, Me, HttpContext.RequestAborted)).Reverse()];
        return Page();
    }
}
