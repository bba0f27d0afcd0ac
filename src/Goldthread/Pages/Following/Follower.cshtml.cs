using Goldthread.Core.Following;
using Goldthread.Following;
using Goldthread.Register.Following;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Following;

/// <summary>
/// Where the link of an email leads: to a button that begins what was asked for, and afterwards to what is followed. Looking
/// at it begins and ends nothing, because mail scanners look at links.
/// </summary>
[IgnoreAntiforgeryToken] // whoever has the key of the link is who it was sent to
public sealed class FollowerModel(Followers followers, IServiceProvider services) : PageModel
{
    /// <summary>The key of the link.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Who follows; null where the key is nobody's, or no longer.</summary>
    public FollowerEntry? Follower { get; private set; }

    /// <summary>What she follows.</summary>
    public IReadOnlyList<(Followed Follow, string Words)> Follows { get; private set; } = [];

    /// <summary>The page's title.</summary>
    public string Title => Follower switch
    {
        null => "There is nothing here",
        { IsConfirmed: false } => "Do you want these emails?",
        _ => "What you follow",
    };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string key) => await ShowAsync(key, await followers.FindAsync(key, HttpContext.RequestAborted));

    /// <summary>Begins what was asked for.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string key)
    {
        var follower = await followers.ConfirmAsync(key, HttpContext.RequestAborted);

        // Where she followed something before, the key of her earlier emails stays the one.
        var stays = follower is not null && services.GetRequiredService<FollowerBoxes>().Open(follower) is var (_, own) ? own : key;
        return await ShowAsync(stays, follower);
    }

    /// <summary>Ends one thing.</summary>
    public async Task<IActionResult> OnPostEndAsync(string key, string? what)
    {
        if (Followed.Parse(what) is { } follow)
            await followers.EndAsync(key, follow, HttpContext.RequestAborted);
        return await ShowAsync(key, await followers.FindAsync(key, HttpContext.RequestAborted));
    }

    private async Task<IActionResult> ShowAsync(string key, FollowerEntry? follower)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        (Key, Follower) = (key, follower);
        if (follower is not null)
            Follows = await services.GetRequiredService<FollowWords>().OfAsync(follower.Follows, HttpContext.RequestAborted);
        return Page();
    }
}
