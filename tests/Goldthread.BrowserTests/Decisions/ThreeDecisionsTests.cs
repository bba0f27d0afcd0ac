using System.Text.RegularExpressions;
using Goldthread.BrowserTests.Site;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Decisions;

/// <summary>
/// Three published decisions, imported with the minutes and notes beside them, begun anew and taken from first draft to
/// published page by the sample's people, each at her own browser. With SHOTS set to a folder, the pictures of docs/three-decisions.md are made.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class ThreeDecisionsTests(Browser browser)
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("SHOTS");

    [Fact]
    public async Task Walk_FromAnImportedDecisionToThePublishedPage_IsTakenByTheSamplesPeople()
    {
        var documents = Documents();
        await using var office = await SampleOffice.StartAsync(browser);
        await ImportAsync(office, documents);
        foreach (var mending in Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1" ? (Mending[])[Mending.Training, Mending.Strategy, Mending.Campaigns] : [Mending.Training])
        {
            var (draft, title) = await BeginAsync(office, mending);
            await MendAsync(office, draft, mending);
            await AdviseAsync(office, draft, title, mending);
            await DecideAsync(office, title, mending);
            await PublishAsync(office, title, mending);
        }
    }

    // The officer brings the papers in, for everybody to see.
    private static async Task ImportAsync(SampleOffice office, IReadOnlyList<string> documents)
    {
        var page = await office.AsAsync("officer", "/desk/import");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(documents);
        await page.GetByLabel("Everybody, at once").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Papers brought in" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        foreach (var reference in new[] { "PCD 224", "PCD 345", "PCD 542" })
        {
            await page.GotoAsync("/search?q=" + Uri.EscapeDataString(reference));
            await Assertions.Expect(page.GetByText(reference).First).ToBeVisibleAsync();
        }
    }

    // She finds the decision by its reference and begins with its words, under the next number.
    private static async Task<(string Draft, string Title)> BeginAsync(SampleOffice office, Mending mending)
    {
        var page = await office.AsAsync("officer", "/desk/decisions/new");
        await page.GetByLabel("A reference, or words of an earlier decision").FillAsync(mending.Reference);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        await page.Locator(".gt-rows .gt-row__title a").First.ClickAsync();
        await Assertions.Expect(page.GetByText($"It begins with the words of {mending.Reference}")).ToBeVisibleAsync();
        await page.GetByLabel("Wanted by").FillAsync("31/3/2027");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with these words" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-found-count]")).ToContainTextAsync("warning");
        await ShootAsync(page, mending, "found");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the next number" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Draft of PCD 90").First).ToBeVisibleAsync();
        return (new Uri(page.Url).AbsolutePath, await page.Locator("[data-title]").InnerTextAsync());
    }

    // She mends what the checks find until they find nothing, and names the minutes and the notes as papers.
    private static async Task MendAsync(SampleOffice office, string draft, Mending mending)
    {
        var page = await office.AsAsync("officer", draft);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in await page.Locator("textarea[id]").AllAsync())
            texts[(await field.GetAttributeAsync("id"))!] = await field.InputValueAsync();
        foreach (var (field, mend) in mending.Fields)
            await page.Locator("#" + field).FillAsync(mend(name => texts[name]));
        for (var line = 1; line <= mending.Money.Count; line++)
        {
            var (year, sum, source, vat) = mending.Money[line - 1];
            await page.GetByLabel($"Financial year, line {line}", new() { Exact = true }).FillAsync(year);
            await page.GetByLabel($"Sum, line {line}", new() { Exact = true }).FillAsync(sum);
            await page.GetByLabel($"From, line {line}", new() { Exact = true }).FillAsync(source);
            await page.GetByLabel($"VAT, line {line}", new() { Exact = true }).SelectOptionAsync(vat);
        }

        await page.GetByRole(AriaRole.Group, new() { Name = "Personal data is used" }).GetByLabel("No").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Publication" }).GetByLabel("At once").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "There is a confidential part" }).GetByLabel("No").CheckAsync();
        await page.GetByLabel("Papers in this register").FillAsync(Mending.Papers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-found-count]")).ToHaveTextAsync("The checks find nothing that is missing or does not add up.");
        await ShootAsync(page, mending, "mended", at: "[data-field=papers]");
        await page.GetByRole(AriaRole.Link, new() { Name = "What can be done" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask for advice" }).ClickAsync();
        await ShootAsync(page, mending, "ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for advice" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is with the advisers").First).ToBeVisibleAsync();
    }

    // The adviser gives what waits for her on her desk, field by field; the officer sends it on.
    private static async Task AdviseAsync(SampleOffice office, string draft, string title, Mending mending)
    {
        var asked = 0;
        for (var page = await office.AsAsync("adviser"); await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.IsVisibleAsync() && await page.GetByText("waits for your").First.IsVisibleAsync(); asked++)
        {
            var field = Advised().Match(await page.Locator(".gt-row__meta").Filter(new() { HasText = "waits for your" }).First.InnerTextAsync()).Groups["field"].Value;
            await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
            if (asked == 0)
                await ShootAsync(page, mending, "advise");
            await page.GetByLabel("Your advice").FillAsync($"Illustrative {field} advice: I have read these words and agree with them.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Give this advice" }).ClickAsync();
            await page.GotoAsync("/desk");
        }

        Assert.InRange(asked, 1, 5);
        var officer = await office.AsAsync("officer");
        await officer.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        await officer.GotoAsync(draft + "/steps");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Send to the chief executive" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Send to the chief executive" }).ClickAsync();
        await Assertions.Expect(officer.GetByText("It is with the chief executive").First).ToBeVisibleAsync();
    }

    // The chief executive sends it on from her desk, and the decision maker signs it from hers.
    private static async Task DecideAsync(SampleOffice office, string title, Mending mending)
    {
        var chief = await office.AsAsync("chief-executive");
        await chief.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Send it on" }).ClickAsync();
        await Assertions.Expect(chief.GetByText("It is with the decision maker").First).ToBeVisibleAsync();

        var page = await office.AsAsync("decision-maker");
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        await ShootAsync(page, mending, "decide");
        await ShootAsync(page, mending, "decide-phone", 390);
        await Assertions.Expect(page.Locator("input[name=acknowledged]")).ToHaveCountAsync(0);
        await page.GetByLabel("I have none to declare").CheckAsync();
        await page.Locator("#approve").ScrollIntoViewIfNeededAsync();
        await ShootAsync(page, mending, "sign", 390, "#decide");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("approved, not published yet").First).ToBeVisibleAsync();
    }

    // The secretariat publishes it; then everybody reads it, with the papers that it names, without any sign-in.
    private static async Task PublishAsync(SampleOffice office, string title, Mending mending)
    {
        var page = await office.AsAsync("secretariat");
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is published").First).ToBeVisibleAsync();

        var reader = await office.AsAsync("", "/decisions");
        await reader.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
        foreach (var paper in Mending.Papers.Split('\n'))
            await Assertions.Expect(reader.Locator($"a[href='{paper}']").First).ToBeVisibleAsync();
        Assert.DoesNotContain("Illustrative", await reader.Locator("main").InnerTextAsync(), StringComparison.Ordinal); // advice stays in the office
        await ShootAsync(reader, mending, "public");
        await ShootAsync(reader, mending, "papers", at: $"a[href='{Mending.Papers.Split('\n')[0]}']");
    }

    private static async Task ShootAsync(IPage page, Mending mending, string name, int width = 1280, string? at = null)
    {
        if (Shots is null)
            return;
        await page.SetViewportSizeAsync(width, width == 1280 ? 680 : 1300);
        await page.EvaluateAsync("at => at ? window.scrollTo(0, document.querySelector(at).getBoundingClientRect().top + window.scrollY - 220) : window.scrollTo(0, 0)", at);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{mending.Reference.ToLowerInvariant().Replace(' ', '-')}-{name}.png") });
        await page.SetViewportSizeAsync(1280, 800);
    }

    private static List<string> Documents()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "documents") is var found && Directory.Exists(found))
                return [.. Directory.GetFiles(found, "*.txt").Order(StringComparer.Ordinal)];
        Assert.Skip("The five documents are not beside the repository (../shared/documents).");
        return [];
    }

    [GeneratedRegex("waits for your (?<field>[a-z ]+) advice", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Advised();
}
