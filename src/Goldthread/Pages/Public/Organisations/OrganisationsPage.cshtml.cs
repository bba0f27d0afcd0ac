using System.Globalization;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Organisations;

/// <summary>The organisations that the register knows.</summary>
public sealed class OrganisationsModel(RegisterView view) : PageModel
{
    private const int Rows = 100;

    /// <summary>The page of the list.</summary>
    public RecordList List { get; private set; } = null!;

    /// <summary>Which page this is.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? page, CancellationToken stop)
    {
        var number = 1;
        if (page is { Length: > 0 } && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1))
        {
            return NotFound();
        }

        List = await view.ListAsync(new ListQuery(PageKind.Organisation.Name, Page: number, PageSize: Rows), stop);
        Paging = new Paging(number, Paging.Count(List.Total, Rows), "/organisations", []);
        return number > Paging.Pages ? NotFound() : Page();
    }
}
