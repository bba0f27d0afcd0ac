using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Rules;

/// <summary>The rules that were changed here.</summary>
public sealed class RulesModel(RegisterView view) : PageModel
{
    /// <summary>The files.</summary>
    public RecordList List { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken stop) => List = await view.ListAsync(new ListQuery(PageKind.Rule.Name, PageSize: 200), stop);
}
