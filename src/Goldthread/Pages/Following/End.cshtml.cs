using Goldthread.Register.Following;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Following;

/// <summary>Ends all emails with one POST, whether a person sends it or her mail program for her (RFC 8058). A key that is nobody's has the same answer.</summary>
[IgnoreAntiforgeryToken] // a mail program has no page of ours to take a token from
public sealed class EndModel(Followers followers) : PageModel
{
    /// <summary>The key of the link.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whether it was ended.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Shows the button.</summary>
    public void OnGet(string key) => Show(key);

    /// <summary>Ends them.</summary>
    public async Task OnPostAsync(string key)
    {
        Show(key);
        await followers.EndAsync(key, stop: HttpContext.RequestAborted);
        IsEnded = true;
    }

    private void Show(string key)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Key = key;
    }
}
