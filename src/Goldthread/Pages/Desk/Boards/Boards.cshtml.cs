using Goldthread.Core.Records;
using Goldthread.Register.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>The boards, each with its next meeting, for whoever runs them.</summary>
public sealed class BoardsModel(BoardService boards, RegisterView view, IOptions<BodySettings> own) : PageModel
{
    /// <summary>The boards by name, each with the next meeting that is planned.</summary>
    public IReadOnlyList<(RecordHead Board, RecordHead? Next)> Boards { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var found = new List<(RecordHead, RecordHead?)>();
        foreach (var board in (await view.ListAsync(new ListQuery(PageKind.Board.Name, own.Value.Id, PageSize: 200), stop)).Rows.OrderBy(head => head.Title, StringComparer.Ordinal))
        {
            var meetings = (await view.ListAsync(new ListQuery(PageKind.Meeting.Name, LinkedTo: board.Id, PageSize: 12), stop)).Rows;
            found.Add((board, meetings.LastOrDefault(head => head.Ends >= boards.Today)));
        }

        Boards = found;
    }
}
