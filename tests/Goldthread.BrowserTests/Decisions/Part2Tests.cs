using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Tests.Decisions.Part2;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Decisions;

/// <summary>Confidential parts in a real browser: begun, opened, a reader named, without script, for everybody and on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class Part2Tests(Browser browser)
{
    [Fact]
    public async Task Visit_WithoutScript_IsWrittenOpenedAndShared()
    {
        browser.Site.Key();
        var (officer, adviser) = (await browser.Site.JoinAsync(Role.Officer), await browser.Site.JoinAsync(Role.Adviser));
        var address = $"/desk/part-2/{await browser.Site.DraftAsync(officer)}";
        var page = await VisitAsync(officer, script: false);

        await page.GotoAsync(address);
        await page.GetByLabel("Which decision it belongs to").FillAsync("Award of the helpline");
        await page.GetByLabel("What is confidential").FillAsync("## Bids\n\nThe lowest bid is from the second bidder.\n\n- First: £430,000\n- Second: £412,000");
        await page.GetByLabel("Ground").SelectOptionAsync("foia-43");
        await page.GetByLabel("Why it must be confidential").FillAsync("Bids are still being compared. Disclosing them now would spoil the competition, which outweighs the interest in knowing them today.");
        await page.GetByLabel("Last day on which it needs to be confidential").FillAsync("31/3/2199");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.GetByLabel("Whom").SelectOptionAsync(adviser.ToString());
        await page.GetByLabel("Last day on which she may read it").FillAsync("31/3/2198");
        await page.GetByRole(AriaRole.Button, new() { Name = "Name this reader" }).ClickAsync();
        var other = await VisitAsync(adviser, script: false);
        await other.GotoAsync(address);
        await Assertions.Expect(other.GetByText("The lowest bid")).ToHaveCountAsync(0);
        await other.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();

        await Assertions.Expect(other.GetByText("The lowest bid is from the second bidder.")).ToBeVisibleAsync();
        await Assertions.Expect(other.GetByText("opened by Sample adviser")).ToBeVisibleAsync();
        await other.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(other.GetByText("opened by Sample adviser")).ToBeVisibleAsync(); // a print says who made it
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "History" })).ToBeHiddenAsync();
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task Visit_EveryFace_IsCleanForAxeAndScrollsOneWayAt320Pixels()
    {
        var today = browser.Site.Services.GetRequiredService<PeopleService>().Today;
        var officer = await browser.Site.JoinAsync(Role.Officer);
        var subject = await browser.Site.BeginPart2Async(officer, "## Bids\n\nThe lowest bid is from the second bidder.\n\n| bidder | sum |\n| --- | --- |\n| first | £430,000 |", "Bids are still being compared.");
        var over = await browser.Site.BeginPart2Async(officer, "Names.", "They were given in confidence.", "Review of three services", today.AddDays(20), "foia-41");
        await using (var context = browser.Site.Database.Open())
            await context.Part2s.Where(row => row.Subject == over).ExecuteUpdateAsync(set => set.SetProperty(row => row.Ends, today.AddDays(-1)), TestContext.Current.CancellationToken);

        foreach (var (face, who, address, button) in new[]
        {
            ("list", officer, "/desk/part-2", null), ("begin", officer, $"/desk/part-2/{await browser.Site.DraftAsync(officer)}", "Keep it"), ("closed", officer, $"/desk/part-2/{subject}", null),
            ("open", officer, $"/desk/part-2/{subject}", "Open it"), ("refused", await browser.Site.JoinAsync(Role.Auditor), $"/desk/part-2/{subject}", null),
        })
        {
            var page = await VisitAsync(who);
            await page.GotoAsync(address);
            if (button is not null)
                await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            var light = await page.RunAxe();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            var dark = await page.RunAxe();
            await page.SetViewportSizeAsync(320, 800);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            Assert.Empty(light.Violations.Concat(dark.Violations).Select(violation => $"{face}: {violation.Id} {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
            Assert.True(wide == 0, face);
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> VisitAsync(Guid person, bool script = true) =>
        await browser.VisitAsync(script: script, session: await browser.Site.Services.GetRequiredService<Sessions>().BeginAsync(person, "code", "A test"));
}
