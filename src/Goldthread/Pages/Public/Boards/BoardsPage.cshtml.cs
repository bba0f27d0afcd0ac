using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The boards of the body and their latest meetings.</summary>
public sealed class BoardsModel(RegisterView view, IOptions<BodySettings> own) : PageModel
{
    /// <summary>The boards.</summary>
    public RecordList Boards { get; private set; } = null!;

    /// <summary>The latest meetings of all of them.</summary>
    public RecordList Meetings { get; private set; } = null!;

    /// <summary>How many workshops there are.</summary>
    public int Workshops { get; private set; }

    /// <summary>Shows the boards.</summary>
    public async Task OnGetAsync(CancellationToken stop)
    {
        Boards = await view.ListAsync(new ListQuery(PageKind.Board.Name, own.Value.Id, PageSize: 100), stop);
        Meetings = await view.ListAsync(new ListQuery(PageKind.Meeting.Name, own.Value.Id, PageSize: 20), stop);
        Workshops = (await view.ListAsync(new ListQuery(PageKind.Workshop.Name, own.Value.Id, PageSize: 1), stop)).Total;
    }
}
