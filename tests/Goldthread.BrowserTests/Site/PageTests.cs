using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Site;

/// <summary>Every template in a real browser: for everybody, on every screen, in both themes, with and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageTests(Browser browser)
{
    public static TheoryData<string> Templates =>
    [
        "/", "/decisions", "/decisions?year=2021", "/decisions?year=1999", "/decisions/pcd-9002", "/decisions/pcd-9003", "/decisions/pcd-9013",
        "/bodies/west-midshire-pcc/decisions/2021-034", "/boards", "/boards/safety-board", "/boards/safety-board/2021-12-08", "/workshops", "/coverage", "/coverage/refuge?helps=true", "/standards", "/services/house", "/doors/gp", "/maps/map",
        "/workshops/safety-board/2021-10-05", "/documents/document-0123456789ab", "/organisations", "/organisations/riverside-police", "/rules", "/rules/splitting",
        "/search", "/search?q=campaign", "/search?q=xylophone&kind=meeting", "/search?q=board", "/search?q=campaigns&kind=decision&organisation=lantern", "/search?q=campaings", "/search?q=RP", "/diagnostics", "/diagnostics/GT3001", "/about", "/about/accessibility", "/about/privacy", "/about/contact", "/about/formats", "/data", "/decisions?organisation=lantern&amount=under-100k",
        "/support", "/nothing/here",
        "/decisions/pcd-9001/revisions", "/decisions/pcd-9001/revisions/1", "/decisions/pcd-9001/revisions/3", "/boards/safety-board/2021-12-08/revisions",
        "/boards/safety-board/revisions/1", "/decisions/pcd-9002/source",
    ];

    // In dark only the colours are other ones, so only they are looked at again.
    private static readonly AxeRunOptions ColoursOnly = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Visit_EveryTemplate_IsCleanForAxe(string address)
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync(address);

        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(ColoursOnly);

        Assert.Empty(light.Violations.Select(Say));
        Assert.Empty(dark.Violations.Select(Say));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Visit_At320Pixels_ScrollsOneWay(string address)
    {
        var page = await browser.VisitAsync(width: 320);
        await page.GotoAsync(address);

        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, over);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Visit_EveryTemplate_BreaksNoRuleOfItsPolicyAndAsksNobodyElse(string address)
    {
        var page = await browser.VisitAsync();
        var said = new List<string>();
        var asked = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync(address);

        Assert.DoesNotContain(said, text => text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || text.Contains("Content-Security-Policy", StringComparison.OrdinalIgnoreCase));
        Assert.All(asked, url => Assert.StartsWith(browser.Site.Address, url, StringComparison.Ordinal));
        Assert.Empty(await page.Context.CookiesAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tab_First_SkipsToTheContent()
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync("/decisions/pcd-9002");

        await page.Keyboard.PressAsync("Tab");
        var words = await page.EvaluateAsync<string>("document.activeElement.textContent");
        var seen = await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().height > 10");
        await page.Keyboard.PressAsync("Enter");
        var focus = await page.EvaluateAsync<string>("document.activeElement.id");

        Assert.Equal("Skip to main content", words);
        Assert.True(seen);
        Assert.Equal("main", focus);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tab_ThroughThePage_ShowsWhereTheFocusIs()
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync("/decisions/pcd-9002");

        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var hidden = await page.EvaluateAsync<string?>(
                """
                () => {
                  const element = document.activeElement;
                  if (element === document.body) return null;
                  const style = getComputedStyle(element);
                  const box = element.getBoundingClientRect();
                  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                  return box.width > 0 && box.height > 0 && marked ? null : element.outerHTML;
                }
                """);
            Assert.Null(hidden);
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Search_WithoutScript_LeadsToTheDecision(int width)
    {
        var page = await browser.VisitAsync(width, script: false);
        await page.GotoAsync("/decisions");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search the register" }).FillAsync("campaigns with communities");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Campaigns with communities and the people who know them" }).ClickAsync();

        Assert.Equal("/decisions/pcd-9002", new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filters_OnAPhoneWithoutScript_OpenAndNarrowTheSearch()
    {
        var page = await browser.VisitAsync(width: 320, script: false);
        await page.GotoAsync("/search?q=board");

        await page.GetByText("Narrow the search").ClickAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Locator(".gt-filters--fold").GetByRole(AriaRole.Link, new() { Name = "Workshops" }).ClickAsync();
        Assert.Equal("/search?q=board&kind=workshop", new Uri(page.Url).PathAndQuery);
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove this filter: Kind: Workshops" }).ClickAsync();

        Assert.Equal("/search?q=board", new Uri(page.Url).PathAndQuery);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Contents_OnAPhoneWithoutScript_OpensAndLeadsToTheThread()
    {
        var page = await browser.VisitAsync(width: 320, script: false);
        await page.GotoAsync("/decisions/pcd-9002");

        await page.GetByText("On this page").Last.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The thread" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The thread" })).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leave_Support_GoesElsewhereAndBackDoesNotReturn(bool script)
    {
        var page = await browser.VisitAsync(script: script);
        await page.Context.RouteAsync(url => url.StartsWith("https://", StringComparison.Ordinal), route => route.FulfillAsync(new() { Body = "<title>Weather</title>", ContentType = "text/html" }));
        await page.GotoAsync("/about");
        await page.GotoAsync("/support");

        await page.Locator("[data-exit]").ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith("https://", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.GoBackAsync();

        // Without script it is a plain link, which leaves as well but stays in the list.
        Assert.Equal(script ? "/about" : "/support", new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    private static string Say(AxeResultItem found) => $"{found.Id}: {found.Help} at {string.Join("; ", found.Nodes.Select(node => node.Html))}";

    [Fact]
    public async Task Support_WithTheKeyboard_OffersTheExitFirst()
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync("/support");

        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.hasAttribute('data-exit')"));
        await page.Context.CloseAsync();
    }
}
