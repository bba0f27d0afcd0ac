using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public;

/// <summary>The first page: search, what is new, what the register holds.</summary>
public sealed class HomeModel(RegisterView view, TimeProvider clock, IOptions<BodySettings> own) : PageModel
{
    /// <summary>The latest decisions, with the count and sum of all.</summary>
    public RecordList Decisions { get; private set; } = null!;

    /// <summary>Meetings that are still to come, soonest first.</summary>
    public IReadOnlyList<RecordHead> Coming { get; private set; } = [];

    /// <summary>Meetings that were, latest first.</summary>
    public IReadOnlyList<RecordHead> Past { get; private set; } = [];

    /// <summary>How many there are of each kind that there is any of.</summary>
    public IReadOnlyList<(PageKind Kind, int Count)> Holds { get; private set; } = [];

    /// <summary>Whether nothing public is in the register yet.</summary>
    public bool Empty => Holds.Count == 0;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken stop)
    {
        Decisions = await view.ListAsync(new ListQuery(PageKind.Decision.Name, own.Value.Id, PageSize: 5), stop);
        var meetings = await view.ListAsync(new ListQuery(PageKind.Meeting.Name, own.Value.Id, PageSize: 12), stop);
        var today = Wording.Today(clock);
        Coming = [.. meetings.Rows.Where(meeting => meeting.Starts > today).OrderBy(meeting => meeting.Starts).Take(3)];
        Past = [.. meetings.Rows.Where(meeting => meeting.Starts <= today).Take(4)];

        var counts = await view.CountsAsync(stop);
        Holds = [.. PageKind.All.Where(kind => kind != PageKind.Map && counts.ContainsKey(kind.Name)).Select(kind => (kind, counts[kind.Name]))];
    }
}
