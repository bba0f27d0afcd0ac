using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The decisions that are being drafted: what waits for whoever looks first, then every open one.</summary>
public sealed class DecisionsModel(DraftLists lists, CurrentPerson current, TimeProvider clock) : PageModel
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Whether she may begin one.</summary>
    public bool MayBegin => DraftRules.MayWrite(Me);

    /// <summary>Today.</summary>
    public DateOnly Today => Wording.Today(clock);

    /// <summary>What waits for her, what waits longest first.</summary>
    public IReadOnlyList<DraftWaiting> Waiting { get; private set; } = [];

    /// <summary>Every open draft that does not wait for her; her own first.</summary>
    public IReadOnlyList<DraftHead> Open { get; private set; } = [];

    /// <summary>How many there are, in a sentence.</summary>
    public string Count { get; private set; } = "";

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Waiting = await lists.WaitingAsync(Me, HttpContext.RequestAborted);
        var open = await lists.OpenAsync(Me, HttpContext.RequestAborted);
        var waiting = Waiting.Select(one => one.Draft.Id).ToHashSet();
        Open = [.. open.Where(draft => !waiting.Contains(draft.Id)).OrderByDescending(draft => draft.Owner == Me.Person)];
        Count = open.Count switch { 0 => "No decision is being drafted.", 1 => "One decision is being drafted.", var many => $"{Wording.Number(many)} decisions are being drafted." }
            + (waiting.Count switch { 0 => "", 1 => " One waits for you.", var many => $" {Wording.Number(many)} wait for you." });
    }
}
