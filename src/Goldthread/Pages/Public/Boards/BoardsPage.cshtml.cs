using Goldthread.Core.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The boards of the body and their latest meetings.</summary>
public sealed class BoardsModel(RegisterView view, IOptions<BodySettings> own, TimeProvider clock) : PageModel
{
    private readonly DateOnly today = Wording.Today(clock);

    /// <summary>The boards.</summary>
    public RecordList Boards { get; private set; } = null!;

    /// <summary>The latest meetings of all of them.</summary>
    public RecordList Meetings { get; private set; } = null!;

    /// <summary>The meetings to come, the next first.</summary>
    public IReadOnlyList<Core.Records.RecordHead> Next => [.. Meetings.Rows.Where(head => head.Ends >= today).Reverse()];

    /// <summary>The latest meetings that were held.</summary>
    public IReadOnlyList<Core.Records.RecordHead> Held => [.. Meetings.Rows.Where(head => !(head.Ends >= today)).Take(20)];

    /// <summary>How many workshops there are.</summary>
    public int Workshops { get; private set; }

    /// <summary>How many actions are owed and late, in words; null where none was ever promised.</summary>
    public string? Owed { get; private set; }

    /// <summary>Shows the boards.</summary>
    public async Task OnGetAsync(CancellationToken stop)
    {
        Boards = await view.ListAsync(new ListQuery(PageKind.Board.Name, own.Value.Id, PageSize: 100), stop);
        Meetings = await view.ListAsync(new ListQuery(PageKind.Meeting.Name, own.Value.Id, PageSize: 60), stop);
        Workshops = (await view.ListAsync(new ListQuery(PageKind.Workshop.Name, own.Value.Id, PageSize: 1), stop)).Total;
        if (await view.CountActionsAsync(new ActionQuery(own.Value.Id), stop) > 0)
        {
            var owed = await view.CountActionsAsync(new ActionQuery(own.Value.Id) { State = ActionState.Open }, stop);
            var late = await view.CountActionsAsync(new ActionQuery(own.Value.Id) { LateOn = Wording.Today(clock) }, stop);
            Owed = $"{PageKind.Action.Count(owed)} still owed{(late > 0 ? $", {Wording.Number(late)} of them late" : "")}";
        }
    }
}
