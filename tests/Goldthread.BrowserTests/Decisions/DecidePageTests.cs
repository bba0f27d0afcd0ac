using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Decisions;

/// <summary>The pages on which a decision is advised on, decided and taken through its steps, in a real browser: on a phone, in both themes, without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecidePageTests(Browser browser)
{
    [Fact]
    public async Task Visit_EveryPageOfADecisionOnItsWay_IsCleanForAxeAndScrollsOneWay()
    {
        await using var flow = await FlowSite.NewAsync(browser.Site);
        var draft = await flow.StartAsync("PCD 9601", content => content.With("commercial", "Advice of the last procurement stands.").With("money", "2026/27|250000.00|Community safety fund|none\n2027/28|1250000.50|Home Office grant for safer streets|excluded"));
        await flow.ToMayorAsync(draft);
        await flow.MustAsync(draft, "mayor", "decide", "Return", DraftState.Draft, ("questions", "Which parks are meant?\nAnd who asked for light?"));
        await Comment(draft, flow);
        await browser.Site.Services.GetRequiredService<DraftService>().SaveAsync(draft, new Dictionary<string, (string, int)> { ["summary"] = ("Lamps for four parks in the east.", 1) }, await flow.StandingAsync("officer"));
        await flow.MustAsync(draft, "officer", "take/ask-advice", "AskAdvice", DraftState.Advice);
        var pages = new List<(string Name, string Address)> { ("officer", "take/send-on"), ("officer", "steps"), ("equality", "advise/equality"), ("officer", "advice") };
        foreach (var (name, address) in pages)
            await LookAsync(flow, name, $"/desk/decisions/{draft}/{address}");
        await flow.MustAsync(draft, "officer", "take/send-on", "SendOn", DraftState.ChiefExecutive);
        await LookAsync(flow, "chief", $"/desk/decisions/{draft}/decide");
        await flow.MustAsync(draft, "chief", "decide", "Recommend", DraftState.DecisionMaker);
        await LookAsync(flow, "mayor", "/desk");
        await LookAsync(flow, "mayor", $"/desk/decisions/{draft}/decide");
        await flow.MustAsync(draft, "mayor", "decide", "Approve", DraftState.Approved, [("has", "none"), .. await flow.WarningsAsync(draft)]);
        foreach (var address in new[] { "take/publish", "take/defer", "take/withdraw", "steps", "history" })
            await LookAsync(flow, "officer", $"/desk/decisions/{draft}/{address}");
        await flow.MustAsync(draft, "officer", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));
        await LookAsync(flow, "officer", $"/desk/decisions/{draft}/take/correct");
        await flow.StartAsync("PCD 9602");
        foreach (var address in new[] { "/desk/decisions/plan", "/desk/decisions/register", "/desk/decisions/deferred" })
            await LookAsync(flow, "officer", address);
    }

    [Fact]
    public async Task Decide_OnAPhoneWithoutScript_IsSignedWithItsWarningsTicked()
    {
        await using var flow = await FlowSite.NewAsync(browser.Site);
        var draft = await flow.StartAsync("PCD 9603");
        await flow.ToMayorAsync(draft);
        var page = await browser.VisitAsync(width: 320, script: false, session: await SessionAsync(flow, "mayor"));
        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Canary lighting in four parks" }).First.ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Say whether you have an interest to declare").First).ToBeVisibleAsync();
        foreach (var warning in await page.Locator("input[name=acknowledged]").AllAsync())
            await warning.CheckAsync();
        await page.GetByLabel("I have none to declare").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("approved, not published yet").First).ToBeVisibleAsync();
        Assert.Equal(DraftState.Approved, await flow.StateAsync(draft));
        await page.Context.CloseAsync();
    }

    private static async Task Comment(Guid draft, FlowSite flow) =>
        Assert.Null((await flow.Site.Services.GetRequiredService<DraftComments>().AddAsync(draft, "legal", "The powers are there.", "Which of them?", await flow.StandingAsync("legal"))).Fault);

    private static Task<string> SessionAsync(FlowSite flow, string name) => flow.Site.Services.GetRequiredService<Sessions>().BeginAsync(flow.Person(name), "code", "A test");

    private async Task LookAsync(FlowSite flow, string name, string address)
    {
        var page = await browser.VisitAsync(session: await SessionAsync(flow, name));
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        await page.SetViewportSizeAsync(320, 800);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (Environment.GetEnvironmentVariable("SHOTS") is { } shots)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.ReloadAsync();
            foreach (var width in new[] { 320, 768, 1280 })
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.ScreenshotAsync(new() { Path = $"{shots}/{name}-{address.Split('/')[^1]}-{width}.png", FullPage = true });
            }
        }

        Assert.Empty(light.Violations.Concat(dark.Violations).Select(violation => $"{address}: {violation.Id} {string.Join(", ", violation.Nodes.Select(node => $"{node.Html} {string.Join(", ", node.Any.Select(check => check.Message))}"))}"));
        Assert.Equal(0, over);
        await page.Context.CloseAsync();
    }
}
