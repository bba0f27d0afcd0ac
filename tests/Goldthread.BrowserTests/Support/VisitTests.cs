using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Support;
using Goldthread.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Support;

/// <summary>A visit to the pages for survivors in a real browser: what it leaves on the device, and whether everybody can use them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VisitTests(Browser browser, HelpSite help) : IClassFixture<HelpSite>
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private static readonly AxeRunOptions ColoursOnly = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Visit_OfTheWholeWay_LeavesOneLineInTheHistoryAndNothingElse(bool script)
    {
        Assert.SkipWhen(!File.Exists(Chromium), "Chromium is not installed: apt-get install chromium");
        var profile = Directory.CreateTempSubdirectory("goldthread-visit-").FullName;
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using (var context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new() { ExecutablePath = Chromium, Args = Flags, BaseURL = help.Site.Address, JavaScriptEnabled = script }))
            {
                await context.RouteAsync(url => url.StartsWith("https://", StringComparison.Ordinal), route => route.FulfillAsync(new() { Body = "<title>Weather</title>", ContentType = "text/html" }));
                var page = await context.NewPageAsync();
                await page.GotoAsync("/about");
                await page.GotoAsync("/support");
                await page.GetByLabel("Where do you live or stay?").SelectOptionAsync("Enfield");
                await page.GetByLabel("A safe place to stay").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Show me who can help" }).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hub of the city" })).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Polski" }).ClickAsync();
                await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "pl");
                await Assertions.Expect(page.Locator(".hp-said")).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Mam mniej niż 18 lat" }).ClickAsync();
                await Assertions.Expect(page.Locator(".hp-topic h1")).ToContainTextAsync("18");

                Assert.Equal("/support", new Uri(page.Url).PathAndQuery);
                Assert.Empty(await context.CookiesAsync());
                if (script)
                {
                    Assert.Equal(0, await page.EvaluateAsync<int>("async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length + (window.caches ? (await caches.keys()).length : 0)"));
                    foreach (var _ in (int[])[1, 2, 3])
                        await page.Keyboard.PressAsync("Shift");
                }
                else
                {
                    await page.Locator("[data-exit]").ClickAsync();
                }

                await page.WaitForURLAsync(url => url.StartsWith("https://", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
                if (script)
                {
                    await page.GoBackAsync();
                    Assert.Equal("/about", new Uri(page.Url).AbsolutePath);
                }
            }

            Assert.Equal([help.Site.Address + "/support"], await HistoryAsync(profile));
            foreach (var file in Directory.EnumerateFiles(profile, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
                AssertNothingOfIt(file, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    [Fact]
    public async Task Pages_InEveryLanguage_AreCleanForAxeAndFitAPhone()
    {
        var page = await browser.VisitAsync(address: help.Site.Address);
        await page.GotoAsync("/support");
        foreach (var language in (string[])["", "cy", "ar", "bn", "pl"])
        {
            if (language.Length > 0)
                await PressAsync(page, "to-language", language);
            await LookAsync(page, $"questions, {language}");
            if (language is "" or "ar" || Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1")
            {
                await PressAsync(page, "to-page", "found");
                await Assertions.Expect(page.Locator(".hp-door").First).ToBeVisibleAsync();
                await LookAsync(page, $"found, {language}");
                await PressAsync(page, "to-page", "rights");
                await LookAsync(page, $"rights, {language}");
                await PressAsync(page, "to-page", "home");
            }
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("hp-fold", await page.EvaluateAsync<string>("[...document.querySelectorAll('body *')].filter(e => e.offsetParent && e.matches('main > *, .hp-exit, .hp-languages')).map(e => e.className).join()"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_InAQuestion_ShowsWhoCanHelpAndChangesNoLanguage()
    {
        var page = await browser.VisitAsync(script: false, address: help.Site.Address);
        await page.GotoAsync("/support");

        await page.GetByLabel("25 to 54").CheckAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People who can help you" })).ToBeVisibleAsync();
        Assert.Equal("en-GB", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keyboard_FromTheFirstKeyToWhoCanHelp_GoesThroughWhatAScreenReaderSays()
    {
        var page = await browser.VisitAsync(address: help.Site.Address);
        await page.GotoAsync("/support");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Leave this page", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        var tree = await page.Locator("body").AriaSnapshotAsync();
        AssertInOrder(tree, "link \"Leave this page\"", "region \"Language\"", "heading \"You are not alone, and it is not your fault\" [level=1]", "heading \"In danger now\" [level=2]", "link \"999\"",
            "link \"National Domestic Abuse Helpline 0808 2000 247\"", "link \"Shout Text 85258\"", "button \"Show me now, and ask me nothing\"", "group \"What would help you most?\"", "radio \"Skip this\" [checked]", "combobox \"Where do you live or stay?\"", "button \"Show me who can help\"");

        await page.Locator("button[name=to-page]:visible").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".hp-door").First).ToBeVisibleAsync();
        Assert.Equal("found", await page.EvaluateAsync<string>("document.activeElement.id"));
        AssertInOrder(await page.Locator("body").AriaSnapshotAsync(), "heading \"People who can help you\" [level=1]", "heading \"In danger now\" [level=2]", "link \"999\"", "button \"Change my answers\"", "heading \"Hub of the city\" [level=2]", "link \"Phone 020 7946 0123\"", "term: What they pass on");
        await page.Context.CloseAsync();
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var place = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(place >= 0, $"“{part}” does not stand where it should in\n{text}");
            from = place + part.Length;
        }
    }

    private static async Task PressAsync(IPage page, string name, string value)
    {
        var code = name == "to-page" && value != "home" ? SupportVisit.CodeOf(value) : value;
        await page.Locator($"button[name={name}][value='{code}']:visible").First.ClickAsync();
        await Assertions.Expect(page.Locator(value == "home" ? "#ask" : name == "to-page" ? $"#here [name=page][value='{code}']" : $"html[lang={value}]")).ToBeAttachedAsync();
    }

    private static async Task LookAsync(IPage page, string what)
    {
        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(ColoursOnly);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(320, 256); // 1280 by 1024 pixels at 400 per cent
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var exit = await page.EvaluateAsync<double>("document.querySelector('.hp-exit').getBoundingClientRect().height");
        await page.SetViewportSizeAsync(1280, 800);
        Assert.Empty(light.Violations.Concat(dark.Violations).Select(found => $"{what}: {found.Id}: {found.Help} at {string.Join("; ", found.Nodes.Select(node => node.Html))}"));
        Assert.True(over == 0, $"{what} is {over} pixels too wide for a phone");
        Assert.True(exit <= 256 / 3.0, $"{what}: the way out, always in sight, leaves too little room for the rest: {exit} of 256 pixels");
    }

    private static async Task<List<string>> HistoryAsync(string profile)
    {
        await using var history = new SqliteConnection($"Data Source={Path.Combine(profile, "Default", "History")};Mode=ReadOnly;Pooling=False");
        await history.OpenAsync(TestContext.Current.CancellationToken);
        await using var ask = history.CreateCommand();
        ask.CommandText = "SELECT url FROM urls WHERE url LIKE '%support%'";
        var found = new List<string>();
        await using var reader = await ask.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }

    // Neither what she said nor the pages' own files, in whatever the browser wrote.
    private static void AssertNothingOfIt(string file, byte[] bytes)
    {
        foreach (var word in (string[])["Enfield", "borough", "Hub of the city", "look.css", "leave.js", "turn.js"])
        {
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(word)) < 0, $"{file} holds “{word}”");
        }
    }
}
