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
    /// <summary>The status, such as 404.</summary>
    public int Code { get; private set; }

    /// <summary>Words to search for, taken from the address that was not found.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Shows the page, whatever the method of the request was.</summary>
    public void OnGet(int code) => Show(code);

    /// <summary>Shows the page, whatever the method of the request was.</summary>
    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var reexecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>();
        Code = reexecuted is null && failed is null ? 404 : code;
        Response.StatusCode = Code;
        Words = Code == 404 ? LastWords(reexecuted?.OriginalPath ?? "") : "";
    }

    private static string LastWords(string path)
    {
        var last = path.TrimEnd('/').Split('/')[^1];
        var words = new string([.. last.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return words.Length > 60 ? "" : words.Trim();
    }
}
