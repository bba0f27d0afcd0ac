using System.Globalization;
using Goldthread.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public;

/// <summary>What is shown when a page cannot be: what happened, and what to try. Nothing of the cause.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private const string Drafts = "/desk/decisions/";

    /// <summary>The status, such as 404.</summary>
    public int Code { get; private set; }

    /// <summary>Words to search for, taken from the address that was not found.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What somebody whose sign-in had ended sent of a draft, to be sent again once she is signed in; else nothing.</summary>
    public IReadOnlyList<(string Name, string Value)> Typed { get; private set; } = [];

    /// <summary>Where she sent it.</summary>
    public string SentTo { get; private set; } = "";

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        // From the address and not bound: a form that cannot be read spoils everything that is bound.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var reexecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>();
        Code = failed is not null ? Response.StatusCode : reexecuted is not null ? code : 404;
        Response.StatusCode = Code;
        if (failed is not null && Code == StatusCodes.Status503ServiceUnavailable)
        {
            ErrorPages.SayOutage(HttpContext);
        }

        if (Code == StatusCodes.Status403Forbidden && reexecuted is { OriginalPath: var path } && path.StartsWith(Drafts, StringComparison.OrdinalIgnoreCase) && HttpContext.RequestServices.GetRequiredService<CurrentPerson>().Standing is null)
        {
            Typed = await TypedAsync();
            SentTo = path + reexecuted.OriginalQueryString;
        }

        Words = Code == 404 ? LastWords(reexecuted?.OriginalPath ?? "") : "";
    }

    // Only where it says that it is a form, and no more than any request may hold.
    private async Task<IReadOnlyList<(string, string)>> TypedAsync()
    {
        try
        {
            return Request.HasFormContentType ? [.. from field in await Request.ReadFormAsync(HttpContext.RequestAborted) from value in field.Value select (field.Key, value ?? "")] : [];
        }
        catch (Exception unread) when (unread is InvalidDataException or IOException)
        {
            return [];
        }
    }

    private static string LastWords(string path)
    {
        var last = path.TrimEnd('/').Split('/')[^1];
        var words = new string([.. last.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return words.Length > 60 ? "" : words.Trim();
    }
}
