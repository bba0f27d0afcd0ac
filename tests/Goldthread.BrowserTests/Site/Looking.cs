using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Site;

/// <summary>Looks at a page on the way through a flow.</summary>
internal static class Looking
{
    /// <summary>What is wrong with it: for axe in both themes, and where it scrolls two ways at 320 pixels.</summary>
    public static async Task<IReadOnlyList<string>> AtAsync(IPage page)
    {
        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe();
        await page.SetViewportSizeAsync(320, 800);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var widest = over == 0 ? "" : await page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(one => one.outerHTML.slice(0, 120)).at(-1) ?? ''");
        await page.SetViewportSizeAsync(1280, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return
        [
            .. light.Violations.Concat(dark.Violations).Select(found => $"{page.Url}: {found.Id}: {string.Join("; ", found.Nodes.Select(node => node.Html))}"),
            .. over > 0 ? [$"{page.Url}: {over} pixels too wide at 320: {widest}"] : Array.Empty<string>(),
        ];
    }
}
