using Goldthread.BrowserTests.Site;
using Goldthread.Core.People;
using Goldthread.Tests.Site;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Pathways;

/// <summary>A partner's week with the map of help, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PartnersWeekTests(Browser browser)
{
    private readonly List<string> faults = [];

    /// <summary>An entry went stale and she is asked; she checks it and proposes a link; an officer accepts; coverage changes, and the history says why.</summary>
    [Fact]
    public async Task Week_FromAStaleEntryToTheHistory_ChangesTheCoverage()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        var partner = await browser.AsAsync(site, Role.Partner, "riverside-police");
        var officer = await browser.AsAsync(site, Role.Officer, null);

        await partner.GotoAsync("/desk");
        await partner.GetByRole(AriaRole.Link, new() { Name = "Say what is still true" }).ClickAsync();
        await LookAsync(partner);
        await partner.GetByLabel("Still true: Lantern house").CheckAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "These are still true" }).ClickAsync();
        await Assertions.Expect(partner.GetByRole(AriaRole.Status)).ToContainTextAsync("One entry is kept as checked today");

        await partner.GetByRole(AriaRole.Link, new() { Name = "Propose a new service" }).ClickAsync();
        await LookAsync(partner);
        await partner.GetByLabel("Name", new() { Exact = true }).FillAsync("House for girls");
        await partner.GetByLabel("Who may use it").FillAsync("age: under 16");
        await partner.GetByLabel("Refuge", new() { Exact = true }).CheckAsync();
        await partner.GetByLabel("Why").FillAsync("It opens in spring.");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        await AcceptAsync(officer, "House for girls");

        await partner.GotoAsync("/desk/map");
        await partner.GetByRole(AriaRole.Link, new() { Name = "Propose a change of Triage line, Riverside" }).ClickAsync();
        await LookAsync(partner);
        await partner.GetByLabel("To which service").FillAsync("House for girls");
        await partner.GetByLabel("Why").FillAsync("Girls are led there.");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        await partner.GotoAsync("/coverage/refuge");
        await Assertions.Expect(partner.GetByText("Nobody under 16 reaches refuge.", new() { Exact = true })).ToBeVisibleAsync();

        await AcceptAsync(officer, "Triage line, Riverside");
        await partner.ReloadAsync();
        await Assertions.Expect(partner.GetByText("Everybody looked at reaches refuge.")).ToBeVisibleAsync();
        await partner.GotoAsync("/services/triage/revisions");
        await Assertions.Expect(partner.GetByText("Proposed by Sample office, Riverside Police: Girls are led there. Accepted: Agreed.")).ToBeVisibleAsync();

        await partner.Context.CloseAsync();
        await officer.Context.CloseAsync();
        Assert.Empty(faults);
    }

    private async Task AcceptAsync(IPage officer, string entry)
    {
        await officer.GotoAsync("/desk/map");
        await officer.GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }).First.ClickAsync();
        await LookAsync(officer);
        await officer.GetByLabel("What you say to it").FillAsync("Agreed");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Accept it" }).ClickAsync();
        await Assertions.Expect(officer.GetByText("Accepted", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    // Every page on the way is clean for axe in both themes, and scrolls one way at 320 pixels.
    private async Task LookAsync(IPage page) => faults.AddRange(await Looking.AtAsync(page));
}
