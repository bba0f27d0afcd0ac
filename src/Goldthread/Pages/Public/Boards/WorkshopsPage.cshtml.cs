using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The workshops held with partners.</summary>
public sealed class WorkshopsModel(RegisterView view, IOptions<BodySettings> own) : PageModel
{
    /// <summary>The workshops, newest first.</summary>
    public RecordList Workshops { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken stop) =>
        Workshops = await view.ListAsync(new ListQuery(PageKind.Workshop.Name, own.Value.Id, PageSize: 200), stop);
}
