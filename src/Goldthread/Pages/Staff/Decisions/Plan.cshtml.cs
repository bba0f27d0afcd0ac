using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The forward plan: every open decision by the day by which it is wanted, with who decides and how much. For staff; nothing of it is public.</summary>
public sealed class PlanModel(DraftLists lists, CurrentPerson current, TimeProvider clock) : PageModel
{
    /// <summary>The open decisions.</summary>
    public IReadOnlyList<DraftHead> Open { get; private set; } = [];

    /// <summary>Today.</summary>
    public DateOnly Today => Wording.Today(clock);

    /// <summary>What they would cost together, in pence.</summary>
    public long Sum => Open.Sum(draft => draft.Asked ?? 0);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Open = await lists.PlanAsync(current.Standing!, HttpContext.RequestAborted);
}
