using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>What is owed to the boards: what lies on her desk or is owed by her organisation first, then, for staff, all of it.</summary>
public sealed class ActionsModel(ActionService actions, FoundActions found, ActionLines lines, RegisterView view, CurrentPerson current, IOptions<BodySettings> own) : PageModel
{
    private const int Rows = 50;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>What lies on her desk, or is owed by her organisation.</summary>
    public IReadOnlyList<ActionLine> Hers { get; private set; } = [];

    /// <summary>For staff: what is owed to all boards.</summary>
    public IReadOnlyList<ActionLine> All { get; private set; } = [];

    /// <summary>In how many papers something waits to be confirmed.</summary>
    public int Found { get; private set; }

    /// <summary>How much there is, in a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Whether she has just answered one.</summary>
    public bool Kept { get; private set; }

    /// <summary>The neighbours of this page.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Shows the lists.</summary>
    public async Task OnGetAsync(bool kept = false, int page = 1)
    {
        var (stop, today) = (HttpContext.RequestAborted, actions.Today);
        Kept = kept;
        var hers = await actions.HersAsync(Me, stop);
        Hers = Answerable(await lines.OfAsync(hers, today, true, stop));
        var late = hers.Count(entry => entry.Action.DaysLate(today) > 0);
        Sentence = hers.Count == 0
            ? Me.Organisation is null ? "No action lies on your desk." : "Your organisation owes no board anything."
            : $"{(Me.Organisation is null ? "On your desk" : "Your organisation owes")}{(Me.Organisation is null ? " lie " : " ")}{PageKind.Action.Count(hers.Count)}{(late > 0 ? $", {Wording.Number(late)} of them late" : "")}. Say what was done, how far it has come, or what stands in the way.";
        if (Me.Organisation is not null)
            return;
        var list = await view.ActionsAsync(new ActionQuery(own.Value.Id) { State = ActionState.Open, Page = Math.Max(page, 1), PageSize = Rows }, stop);
        All = Answerable(await lines.OfAsync(list.Rows, today, true, stop));
        Paging = new Paging(Math.Max(page, 1), Paging.Count(list.Total, Rows), "/desk/actions", []);
        if (ActionRules.MayRun(Me))
        {
            var (papers, more) = await found.ListAsync(own.Value.Id, 1, stop);
            Found = papers.Count + more;
        }
    }

    private static IReadOnlyList<ActionLine> Answerable(IReadOnlyList<ActionLine> lines) =>
        [.. lines.Select(line => line with { AnswerAddress = $"/desk/actions/{Uri.EscapeDataString(line.Entry.Head.Slug)}" })];
}
