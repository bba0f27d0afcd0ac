using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.People;

/// <summary>The desk and what belongs to it, with things on it, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskTests(Browser browser)
{
    [Fact]
    public async Task Visit_DeskAndItsPages_AreCleanForAxeAndScrollOneWay()
    {
        var (officer, partner) = (await JoinAsync(Role.Officer), await JoinAsync(Role.Partner));
        var decision = (await browser.Site.Database.For(Core.Publishing.Reader.Staff).ReferredToAsync("decision/mayors-office/pcd-9002"))[0];
        var asks = browser.Site.Services.GetRequiredService<AskService>();
        var wanted = new NewAsk("Report on the reach of the campaigns, borough by borough", asks.Today.AddDays(3), "How many people did they reach?\nA page is enough.", Record: decision.Id);
        var ask = (await asks.AskAsync(wanted with { Person = partner.Person }, officer)).Ask!.Value;
        await asks.AskAsync(wanted with { Organisation = "lantern", Due = asks.Today, Title = "Say which actions are done" }, officer);
        await asks.AskAsync(wanted with { Role = Role.Officer, Due = asks.Today.AddDays(1), Title = "Check the amounts" }, officer);
        var other = await JoinAsync(Role.Partner);
        await asks.HandOverAsync(ask, partner, other.Person, "She knows the campaigns.");
        await asks.HandOverAsync(ask, other, partner.Person, "");
        await using (var context = browser.Site.Database.Open())
            await context.Asks.Where(row => row.Id == ask).ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, asks.Today.AddDays(-12)), TestContext.Current.CancellationToken);

        foreach (var (who, address) in new[]
        {
            (partner, "/desk"), (partner, $"/desk/asks/{ask}"), (officer, "/desk"), (officer, $"/desk/asks/{ask}"), (officer, "/desk/ask?about=PCD+9002"),
            (await JoinAsync(Role.Administrator), $"/desk/people/{partner.Person}/leave"), (await JoinAsync(Role.Auditor), "/desk"),
        })
        {
            var page = await browser.VisitAsync(session: await browser.Site.Services.GetRequiredService<Sessions>().BeginAsync(who.Person, "code", "A test"));
            var answer = await page.GotoAsync(address);
            Assert.Equal(200, answer!.Status);
            var light = await page.RunAxe();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            var dark = await page.RunAxe();
            await page.SetViewportSizeAsync(320, 800);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            Assert.Empty(light.Violations.Concat(dark.Violations).Select(violation => $"{address}: {violation.Id} {string.Join(", ", violation.Nodes.Select(node => $"{node.Html} {string.Join(", ", node.Any.Select(check => check.Message))}"))}"));
            Assert.Equal(0, over);
            await page.Context.CloseAsync();
        }
    }

    private async Task<Standing> JoinAsync(Role role) =>
        (await browser.Site.Services.GetRequiredService<PeopleService>().StandingAsync(await browser.Site.JoinAsync(role)))!;
}
