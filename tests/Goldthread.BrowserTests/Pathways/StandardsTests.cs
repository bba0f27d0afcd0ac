using Goldthread.BrowserTests.Site;
using Goldthread.Core.People;
using Goldthread.Tests.Site;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Pathways;

/// <summary>The standards and what is tried on the map, in a real browser: every page of both on one way.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StandardsTests(Browser browser)
{
    private readonly List<string> faults = [];

    /// <summary>A partner answers a statement, an officer reviews it and tries something on the map, and everybody reads it.</summary>
    [Fact]
    public async Task Statement_FromTheAnswerToThePlan_IsReadByEverybody()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        var partner = await browser.AsAsync(site, Role.Partner, "riverside-police");
        var officer = await browser.AsAsync(site, Role.Officer, null);

        await partner.GotoAsync("/desk/standards");
        await LookAsync(partner);
        await partner.GetByRole(AriaRole.Link, new() { Name = "Riverside Police" }).ClickAsync();
        await LookAsync(partner);
        await partner.GetByRole(AriaRole.Link, new() { Name = "M1 Whoever shows signs" }).ClickAsync();
        await partner.GetByLabel("Partly met").CheckAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Assertions.Expect(partner.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what shows it");
        await LookAsync(partner);
        await partner.GetByLabel("What shows it", new() { Exact = true }).FillAsync("One room of two has a door.");
        await partner.GetByLabel("What will be done").FillAsync("A second door.");
        await partner.GetByLabel("Who does it").FillAsync("Head of buildings");
        await partner.GetByLabel("By when").FillAsync("31/3/2099");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Assertions.Expect(partner.GetByRole(AriaRole.Heading, new() { Name = "Statement M2" })).ToBeVisibleAsync();

        await officer.GotoAsync("/desk/standards/riverside-police/M1");
        await officer.GetByLabel("I agree").CheckAsync();
        await officer.GetByLabel("What others can learn from it").FillAsync("Each room says on its door whether it is free.");
        await LookAsync(officer);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Keep the review" }).ClickAsync();
        await Assertions.Expect(officer.GetByText("A reviewer agrees")).ToBeVisibleAsync();

        var visitor = await browser.VisitAsync(address: site.Address);
        foreach (var (address, words) in new[]
        {
            ("/standards/organisations", "A second door."), ("/standards/compare", "Partly met"), ("/standards/good-practice?q=door", "Each room says"),
            ("/standards/plan", "A second door."), ("/assessments/riverside-police", "One room of two"), ("/organisations/riverside-police", "A second door."),
        })
        {
            await visitor.GotoAsync(address);
            await Assertions.Expect(visitor.GetByText(words).First).ToBeVisibleAsync();
            await LookAsync(visitor);
        }

        await officer.GotoAsync("/desk/what-ifs");
        await officer.GetByLabel("Name", new() { Exact = true }).FillAsync("A refuge for everybody");
        await officer.GetByLabel("What is it to find out?").FillAsync("Whom would it bring?");
        await LookAsync(officer);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await officer.GotoAsync("/desk/map/services/house");
        await officer.GetByLabel("Who may use it").FillAsync("");
        await officer.GetByText("Only try it").ClickAsync();
        await officer.GetByLabel("In which what-if").SelectOptionAsync("A refuge for everybody");
        await LookAsync(officer);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Try it in a what-if" }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Try it again" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("it gives the same");
        await LookAsync(officer);
        await officer.GotoAsync("/what-ifs/a-refuge-for-everybody");
        await LookAsync(officer);

        foreach (var page in new[] { partner, officer, visitor })
            await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private async Task LookAsync(IPage page) => faults.AddRange(await Looking.AtAsync(page));
}
