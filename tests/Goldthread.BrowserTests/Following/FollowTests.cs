using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Core.Following;
using Goldthread.Following;
using Goldthread.Register.Following;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Following;

/// <summary>Following by email in a real browser, without script and without a cookie.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FollowTests(Browser browser)
{
    [Fact]
    public async Task Visit_FromTheFormToTheEnd_IsCleanForAxeAndScrollsOneWayAt320Pixels()
    {
        // A site that knows its own address, as one must that sends emails.
        await using var site = new TestSite { Settings = new Dictionary<string, string?> { ["Body:Address"] = "https://register.example.org" } };
        await site.InitializeAsync();
        var page = await browser.VisitAsync(width: 320, script: false);

        await page.GotoAsync(site.Address + "/decisions/follow?what=organisation:lantern");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for these emails" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter an email address" }).WaitForAsync();
        await LookAsync(page, "form");
        await page.GetByLabel("Your email address").FillAsync("ada@example.org");
        await page.GetByLabel("Stalking").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for these emails" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Look at your email" }).WaitForAsync();
        await LookAsync(page, "asked");

        var follower = site.Services.GetRequiredService<FollowerBoxes>().Make("bo@example.org");
        await site.Services.GetRequiredService<Followers>().AskAsync(follower, [Followed.Decisions, new Followed(FollowKind.Organisation, "lantern")], TestContext.Current.CancellationToken);
        await page.GotoAsync($"{site.Address}/decisions/follow/{follower.Key}");
        await LookAsync(page, "question");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, send me these emails" }).ClickAsync();
        await LookAsync(page, "follower");
        await page.GetByRole(AriaRole.Button, new() { Name = "End this: Every decision" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Every decision")).ToHaveCountAsync(0);
        await page.GotoAsync($"{site.Address}/decisions/follow/{follower.Key}/end");
        await page.GetByRole(AriaRole.Button, new() { Name = "End all emails" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "The emails have ended" }).WaitForAsync();
        await LookAsync(page, "ended");

        Assert.Empty(await page.Context.CookiesAsync());
        await page.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page, string face)
    {
        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        Assert.Empty(light.Violations.Concat(dark.Violations).Select(violation => $"{face}: {violation.Id} {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, face);
    }
}
