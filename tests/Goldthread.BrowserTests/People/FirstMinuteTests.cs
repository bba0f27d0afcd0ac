using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Site;
using Goldthread.Tests.Site;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.People;

/// <summary>
/// The first minute of each role with the sample, in a real browser: she signs in, sees what waits for her, and does one
/// thing. Every page on the way is clean for axe and scrolls one way at 320 pixels; pictures of the desks stand in
/// <c>pictures</c> beside the tests.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class FirstMinuteTests(Browser browser, FirstMinuteTests.SampleSite sample) : IClassFixture<FirstMinuteTests.SampleSite>
{
    // Milliseconds: nothing here is measured, and a busy machine is slow.
    private const float Patience = 120_000;

    public static TheoryData<Role> EachRole => [.. Roles.All];

    [Theory, MemberData(nameof(EachRole))]
    public async Task FirstMinute_EachRole_FindsWhatWaitsAndDoesOneThing(Role role)
    {
        var page = await browser.VisitAsync();
        page.SetDefaultTimeout(Patience);
        var problems = new List<string>();
        await page.GotoAsync(sample.Address + "/sign-in");
        await page.GetByLabel("Email address").FillAsync(SampleAccounts.AddressOf(role));
        await page.GetByLabel("Password").FillAsync(sample.PasswordOf(role));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await SeesAsync($"Sample {role.Words()}");
        await LookAsync("desk");

        switch (role)
        {
            case Role.Officer:
                await OpenAsync("Shorten the summary before it goes to the deputy mayor");
                await AnswerAsync("Half a page now, the money first.", "It is done");
                await GoneAsync("Shorten the summary before it goes to the deputy mayor");
                break;
            case Role.Adviser:
                await OpenAsync("Advise on the award without a tender");
                await page.Locator(".gt-said").GetByRole(AriaRole.Link).ClickAsync();
                await SeesAsync("You see this as staff.");
                await LookAsync("record");
                await page.GetByRole(AriaRole.Link, new() { Name = "Ask somebody about this" }).ClickAsync();
                await SeesAsync("That is");
                break;
            case Role.Secretariat:
                await SeesAsync("Put the training programme on the agenda");
                await page.GetByRole(AriaRole.Link, new() { Name = "Ask somebody" }).ClickAsync();
                await page.GetByLabel("Of whom").FillAsync("chief");
                await page.GetByLabel("What you ask").FillAsync("Say who chairs the next meeting");
                await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
                await page.GetByLabel("Any chief executive").CheckAsync();
                await LookAsync("ask");
                await page.GetByLabel("By when").FillAsync("31/3/2199");
                await page.GetByRole(AriaRole.Button, new() { Name = "Ask it" }).ClickAsync();
                await SeesAsync("Any chief executive");
                break;
            case Role.ChiefExecutive:
                await OpenAsync("Confirm the dates of next year's meetings");
                await AnswerAsync("Confirmed.", "It is done");
                await GoneAsync("Confirm the dates of next year's meetings");
                break;
            case Role.DecisionMaker:
                await OpenAsync("Agree the minutes as chair");
                await page.Locator(".gt-said").GetByRole(AriaRole.Link).ClickAsync();
                await SeesAsync("You see this as staff.");
                break;
            case Role.Partner:
                await SeesAsync("Say which actions of the last meeting are done");
                await OpenAsync("Report on the reach of the campaigns");
                await AnswerAsync("Seen by 12,000 people in three boroughs.", "It is done");
                await GoneAsync("Report on the reach of the campaigns");
                break;
            case Role.Provider:
                await OpenAsync("Send the figures of the last quarter");
                await page.GetByLabel("To whom").SelectOptionAsync(new SelectOptionValue { Label = "Sample partner, Partner" });
                await page.GetByLabel("Why", new() { Exact = true }).FillAsync("She has them.");
                await page.GetByRole(AriaRole.Button, new() { Name = "Hand it over" }).ClickAsync();
                await page.WaitForURLAsync("**/desk");
                await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "What you gave away" })).ToContainTextAsync("Send the figures of the last quarter", new() { Timeout = Patience });
                break;
            case Role.Analyst:
                await OpenAsync("Check the amounts against last year's");
                await AnswerAsync("Last year's are not in the register yet.", "Decline it");
                await GoneAsync("Check the amounts against last year's");
                break;
            case Role.Administrator:
                await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
                await SeesAsync("Sample decision maker");
                await LookAsync("people");
                await page.GetByRole(AriaRole.Link, new() { Name = "Sample provider" }).ClickAsync();
                await SeesAsync("To try the sample.");
                break;
            case Role.Auditor:
                await page.GetByRole(AriaRole.Link, new() { Name = "Name a deputy while you are away" }).ClickAsync();
                await SeesAsync("Cover while you are away");
                await LookAsync("cover");
                await page.GoBackAsync();
                await SeesAsync("Nothing waits for you.");
                await page.GetByRole(AriaRole.Link, new() { Name = "Who opened what" }).ClickAsync();
                await SeesAsync("What the public opens is never kept.");
                break;
        }

        await LookAsync("done");
        Assert.Empty(problems);
        await page.Context.CloseAsync();

        Task SeesAsync(string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = Patience });

        async Task OpenAsync(string ask)
        {
            await page.GetByRole(AriaRole.Region, new() { Name = "Asked of you" }).GetByRole(AriaRole.Link, new() { Name = ask }).ClickAsync();
            await SeesAsync("Asked by");
            await LookAsync("asked");
        }

        async Task AnswerAsync(string words, string button)
        {
            await page.GetByLabel("What was done, or why not").FillAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await page.WaitForURLAsync("**/desk");
        }

        Task GoneAsync(string ask) => Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Asked of you" }).GetByText(ask)).ToHaveCountAsync(0, new() { Timeout = Patience });

        // Looks at the page in both widths, and keeps the pictures.
        async Task LookAsync(string what)
        {
            var found = await page.RunAxe();
            problems.AddRange(found.Violations.Select(violation => $"{role.Words()}, {what}: {violation.Id} {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
            var name = Path.Combine(AppContext.BaseDirectory, "pictures", $"{role.Words().Replace(' ', '-')}-{what}");
            await page.ScreenshotAsync(new() { Path = name + ".png", FullPage = true });
            await page.SetViewportSizeAsync(320, 800);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                problems.Add($"{role.Words()}, {what}: {over} pixels too wide at 320");
            await page.ScreenshotAsync(new() { Path = name + "-320.png", FullPage = true });
            await page.SetViewportSizeAsync(1280, 800);
        }
    }

    /// <summary>The site as <c>serve --sample</c> has it: the sample, an account for each role, and what they ask of each other.</summary>
    public sealed class SampleSite : IAsyncLifetime
    {
        private readonly TestSite site = new() { Empty = true, Settings = new Dictionary<string, string?> { ["SignIn:Sample"] = "true", ["Body:Name"] = "Mayor's office (illustrative)" } };
        private IReadOnlyList<(string Email, string Password)> accounts = [];

        /// <summary>Where it listens.</summary>
        public string Address => site.Address;

        /// <summary>The password of a role's account.</summary>
        public string PasswordOf(Role role) => accounts.Single(account => account.Email == SampleAccounts.AddressOf(role)).Password;

        public async ValueTask InitializeAsync()
        {
            await site.InitializeAsync();
            await Sample.LoadAsync(site.Database, new BodySettings { Id = TestSite.Body }, CancellationToken.None);
            accounts = await SampleAccounts.MakeAsync(site.Database, CancellationToken.None);
            await SampleAsks.AskAsync(site.Database, TestSite.Body, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => site.DisposeAsync();
    }
}
