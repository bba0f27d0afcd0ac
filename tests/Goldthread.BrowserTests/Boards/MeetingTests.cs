using Goldthread.BrowserTests.Site;
using Goldthread.Core.People;
using Goldthread.Tests.Site;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Boards;

/// <summary>A meeting from its plan to its minutes and actions, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MeetingTests(Browser browser)
{
    private readonly List<string> faults = [];

    /// <summary>Planned, held, minuted by keyboard through a lost connection, corrected by a partner, agreed by the next; the partner answers her action.</summary>
    [Fact]
    public async Task Meeting_FromPlanToActionsDone_IsDoneOnFewPages()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        var secretariat = await browser.AsAsync(site, Role.Secretariat, null);
        var partner = await browser.AsAsync(site, Role.Partner, "lantern");

        await secretariat.GotoAsync("/desk/boards");
        await LookAsync(secretariat);
        await secretariat.GetByRole(AriaRole.Link, new() { Name = "Safety Board", Exact = true }).ClickAsync();
        await LookAsync(secretariat);
        await secretariat.GetByLabel("Seats").FillAsync("Mayor's office | Deputy Mayor | chair\nLantern Advocacy | Director of services");
        await secretariat.GetByLabel("Why it changes").FillAsync("Seats were agreed.");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await PlanAsync(secretariat, site, 0, "Welcome\nCampaign | Head of communications | 20");
        await LookAsync(secretariat);
        var page = new Uri(secretariat.Url).AbsolutePath;
        await PlanAsync(secretariat, site, 30, "Welcome");

        // By keyboard alone: each field follows the one before it.
        await secretariat.GotoAsync(page);
        await secretariat.GetByRole(AriaRole.Link, new() { Name = "Write the minutes" }).ClickAsync();
        await LookAsync(secretariat);
        await secretariat.GetByLabel("Interests declared").FocusAsync();
        await secretariat.Keyboard.TypeAsync("None.");
        await secretariat.Keyboard.PressAsync("Tab");
        await secretariat.Keyboard.TypeAsync("All were welcome.");
        await secretariat.Keyboard.PressAsync("Tab");
        await secretariat.Keyboard.TypeAsync("The film was shown.\n= It goes on.\n! Print the poster @lantern 5/4");
        await Assertions.Expect(secretariat.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved ");
        await secretariat.Context.SetOfflineAsync(true);
        await secretariat.Keyboard.TypeAsync("\nThe line went dead.");
        await Assertions.Expect(secretariat.GetByRole(AriaRole.Status)).ToContainTextAsync("It is kept in this browser");
        await secretariat.Context.SetOfflineAsync(false);
        await Assertions.Expect(secretariat.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved ");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "They go to the chair" }).ClickAsync();
        await Assertions.Expect(secretariat.GetByText("With the chair")).ToBeVisibleAsync();
        await Assertions.Expect(secretariat.GetByLabel("2. Campaign")).ToHaveValueAsync("The film was shown.\n= It goes on.\n! Print the poster @lantern 5/4\nThe line went dead.");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "The chair has read them" }).ClickAsync();
        await Assertions.Expect(secretariat.GetByText("With the members")).ToBeVisibleAsync();

        await partner.GotoAsync("/desk");
        await partner.Locator("section[aria-labelledby=minutes] a").ClickAsync();
        await LookAsync(partner);
        await partner.GetByLabel("What ought to stand there").FillAsync("Two films were shown.");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        await Assertions.Expect(partner.GetByRole(AriaRole.Status)).ToContainTextAsync("with the secretariat");

        await secretariat.ReloadAsync();
        await LookAsync(secretariat);
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "It is taken over" }).ClickAsync();
        await secretariat.GetByLabel("Which meeting agreed them?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "They are agreed: publish them" }).ClickAsync();

        await partner.GotoAsync("/desk/actions");
        await LookAsync(partner);
        await partner.GetByRole(AriaRole.Link, new() { Name = "Print the poster" }).ClickAsync();
        await LookAsync(partner);
        await partner.GetByLabel("It is done").CheckAsync();
        await partner.GetByLabel("In words").FillAsync("It hangs in every library.");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Keep this answer" }).ClickAsync();
        await Assertions.Expect(partner.GetByRole(AriaRole.Status)).ToContainTextAsync("Your answer is kept");

        foreach (var address in (string[])["/actions?state=done", page["/desk".Length..], "/boards/safety-board", "/boards"])
        {
            await partner.GotoAsync(address);
            await LookAsync(partner);
        }

        await partner.GotoAsync("/actions?state=done");
        await partner.GetByRole(AriaRole.Link, new() { Name = "Print the poster" }).ClickAsync();
        await LookAsync(partner);
        await Assertions.Expect(partner.GetByText("It hangs in every library.")).ToBeVisibleAsync();
        await secretariat.GotoAsync("/desk/actions/found");
        await LookAsync(secretariat);
        await secretariat.Context.CloseAsync();
        await partner.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static async Task PlanAsync(IPage secretariat, TestSite site, int ahead, string agenda)
    {
        await secretariat.GotoAsync("/desk/boards/safety-board/plan");
        await secretariat.GetByLabel("Day", new() { Exact = true }).FillAsync(DateOnly.FromDateTime(site.Clock.GetLocalNow().DateTime).AddDays(ahead).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await secretariat.GetByLabel("Agenda").FillAsync(agenda);
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        await Assertions.Expect(secretariat.GetByRole(AriaRole.Status)).ToContainTextAsync("Kept, and public.");
    }

    // Every page on the way is clean for axe in both themes, and scrolls one way at 320 pixels.
    private async Task LookAsync(IPage page) => faults.AddRange(await Looking.AtAsync(page));
}
