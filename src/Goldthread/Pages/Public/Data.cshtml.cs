using Goldthread.Publishing;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public;

/// <summary>What can be taken away, in which form, and what may be done with it.</summary>
public sealed class DataModel(RegisterView view, PublishedLists lists, Bundles bundles, BodyTexts texts) : PageModel
{
    /// <summary>The end of the register's chain.</summary>
    public RegisterEnd End { get; private set; } = null!;

    /// <summary>The address of the bundle.</summary>
    public string Bundle { get; private set; } = "";

    /// <summary>The lists, each with the page that shows it.</summary>
    public IReadOnlyList<PublishedList> Lists { get; private set; } = [];

    /// <summary>The body's words on the licence.</summary>
    public MarkdownText Licence { get; private set; } = null!;

    /// <summary>What stands before an address of this site.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken stop)
    {
        End = await view.EndAsync(stop);
        Bundle = await bundles.AddressAsync(stop);
        Lists = [(await lists.DecisionsAsync(new Decisions.DecisionFilters(), stop))!, lists.Meetings, lists.Boards, lists.Workshops, lists.Organisations];
        Licence = texts.Get("licence");
        Origin = SiteAddress.Origin(HttpContext);
        Response.Headers.CacheControl = "no-cache";
    }
}
