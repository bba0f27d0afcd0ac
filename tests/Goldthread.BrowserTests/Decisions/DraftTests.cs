using Deque.AxeCore.Playwright;
using Goldthread.BrowserTests.Site;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Decisions;

/// <summary>Writing a decision in a real browser: saved as it is typed, by two people, without a connection, from Word, and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DraftTests(Browser browser)
{
    private static readonly DraftContent Content = DraftContent.Empty
        .With("title", "Lighting in four parks").With("decision-maker", "Deputy Mayor for Policing and Crime").With("summary", "Four parks are lit.")
        .With("recommendations", "1. Approve spending of £250,000 in 2026/27.\n\n2. Approve the procurement strategy.")
        .With("background", "## 1. Introduction and background\n\n1.1 Women asked for light.\n\n1.3 The budget is £250,000.").With("money", "2026/27|250000.00|Community safety fund|excluded");

    [Theory]
    [InlineData("")]
    [InlineData("/preview")]
    [InlineData("/comments")]
    [InlineData("/papers")]
    [InlineData("/word")]
    public async Task Visit_EveryPageOfADraft_IsCleanForAxeAndScrollsOneWay(string part)
    {
        var (officer, draft) = await BeginAsync();
        var comments = browser.Site.Services.GetRequiredService<DraftComments>();
        var said = await comments.AddAsync(draft, "background", "Women asked for light.", "Who asked, and when?", officer);
        await comments.AnswerAsync(said.Draft!.Value, "At the workshop in October.", officer);
        await comments.ResolveAsync((await comments.AddAsync(draft, "summary", "", "Say how much.", officer)).Draft!.Value, officer);
        await KeepAsideAsync(draft);
        foreach (var (address, who) in new[] { ($"/desk/decisions/{draft}{part}", officer), ($"/desk/decisions/{draft}{part}", await JoinAsync(Role.Auditor)), ("/desk/decisions", officer), ("/desk/decisions/new?q=campaigns", officer) })
        {
            var page = await VisitAsync(who, address);
            var light = await page.RunAxe();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            var dark = await page.RunAxe();
            await page.SetViewportSizeAsync(320, 800);
            var narrow = await page.RunAxe();
            var over = await page.EvaluateAsync<string>("document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5).map(one => one.tagName + '.' + one.className + ' ' + Math.round(one.getBoundingClientRect().right) + ' ' + one.innerText.slice(0, 30)).slice(0, 12).join(', ')");

            Assert.Empty(light.Violations.Concat(dark.Violations).Concat(narrow.Violations).Select(found => $"{address}: {found.Id} {string.Join("; ", found.Nodes.Select(node => node.Html))}"));
            Assert.True(over.Length == 0, over);
            await page.Context.CloseAsync();
            if (part.Length > 0 && who.Holds(Role.Auditor))
                break;
        }
    }

    [Fact]
    public async Task Type_WithScript_IsSavedByItselfAndCheckedAnew()
    {
        var (officer, draft) = await BeginAsync();
        var page = await VisitAsync(officer, $"/desk/decisions/{draft}");
        await Assertions.Expect(page.Locator("[data-field=background] [data-findings]")).ToContainTextAsync("GT1003");

        await page.Locator("#background").FillAsync("## 1. Introduction and background\n\n1.1 Women asked for light.\n\n1.2 The budget is £250,000.");
        await page.GetByLabel("Sum, line 2").FillAsync("£10,000");
        await page.Locator("#title").FocusAsync();

        await Assertions.Expect(page.Locator("[data-field=background] [data-findings]")).Not.ToContainTextAsync("GT1003");
        await Assertions.Expect(page.Locator("[data-field=money] [data-findings]")).ToContainTextAsync("Line 2");
        await page.GetByLabel("Financial year, line 2").FillAsync("2027/28");
        await page.GetByLabel("From, line 2").FillAsync("The same fund");
        await page.Locator("#title").FocusAsync();
        await Assertions.Expect(page.Locator("[data-field=money] [data-findings]")).Not.ToContainTextAsync("Line 2");
        Assert.Equal("2026/27|250000.00|Community safety fund|excluded\n2027/28|10000.00|The same fund|excluded", (await FindAsync(draft, officer)).Content["money"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Type_TwoPeopleInOneField_BothTextsStandSideBySideAndOneIsTaken()
    {
        var (officer, draft) = await BeginAsync();
        var colleague = await JoinAsync(Role.Officer);
        var (hers, his) = (await VisitAsync(officer, $"/desk/decisions/{draft}"), await VisitAsync(colleague, $"/desk/decisions/{draft}"));
        await hers.Locator("#summary").FillAsync("Four parks are lit until midnight.");
        await hers.Locator("#title").FocusAsync();
        await Assertions.Expect(hers.Locator("[data-said]")).ToContainTextAsync("Saved ");

        await his.Locator("#summary").FillAsync("Five parks are lit.");
        await his.Locator("#title").FocusAsync();

        await Assertions.Expect(his.Locator("[data-said]")).ToContainTextAsync("stands beside it");
        await Assertions.Expect(his.Locator("#summary")).ToHaveValueAsync("Four parks are lit until midnight.");
        await Assertions.Expect(his.Locator("[data-field=summary] .gt-aside__text")).ToHaveTextAsync("Five parks are lit.");
        Assert.Empty((await his.RunAxe()).Violations.Select(found => found.Id));
        await his.Locator("#title").FillAsync("Typed meanwhile");
        await his.GetByRole(AriaRole.Button, new() { Name = "Take mine" }).ClickAsync();
        await Assertions.Expect(his.Locator("#summary")).ToHaveValueAsync("Five parks are lit.");
        await Assertions.Expect(his.Locator("#title")).ToHaveValueAsync("Typed meanwhile");
        await Assertions.Expect(his.Locator("[data-field=summary] .gt-aside__text")).ToHaveTextAsync("Four parks are lit until midnight.");
        await hers.Context.CloseAsync();
        await his.Context.CloseAsync();
    }

    [Fact]
    public async Task Type_WithoutConnection_IsKeptInTheBrowserAndSavedWhenItIsBack()
    {
        var (officer, draft) = await BeginAsync();
        var page = await VisitAsync(officer, $"/desk/decisions/{draft}");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#summary").FillAsync("Typed in a tunnel.");
        await page.Locator("#title").FocusAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("no connection");

        await page.Context.SetOfflineAsync(false);
        await page.Locator("#summary").FillAsync("Typed in a tunnel, and after it.");
        await page.Locator("#title").FocusAsync();

        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("Saved ");
        Assert.Equal("Typed in a tunnel, and after it.", (await FindAsync(draft, officer)).Content["summary"]);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft ')).length"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Type_AfterTheSessionEnded_IsKeptAndOfferedAtTheNextVisit()
    {
        var (officer, draft) = await BeginAsync();
        var sessions = browser.Site.Services.GetRequiredService<Sessions>();
        var key = await sessions.BeginAsync(officer.Person, "code", "A test");
        var page = await browser.VisitAsync(session: key);
        await page.GotoAsync($"/desk/decisions/{draft}");
        await sessions.EndAsync(key, TestContext.Current.CancellationToken);
        await page.Locator("#summary").FillAsync("Typed after the session ended.");
        await page.Locator("#title").FocusAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in again (opens a new window)" })).ToBeVisibleAsync();

        await page.Context.AddCookiesAsync([new() { Name = "goldthread", Value = await sessions.BeginAsync(officer.Person, "code", "A test"), Url = browser.Site.Address }]);
        await page.GotoAsync($"/desk/decisions/{draft}");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("could not be saved");
        Assert.Empty((await page.RunAxe()).Violations.Select(found => found.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("Saved ");
        Assert.Contains("Typed after the session ended.", (await FindAsync(draft, officer)).Content["summary"], StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Save_WithoutScript_WritesCommentsAndSettlesAConflict()
    {
        var (officer, draft) = await BeginAsync();
        await KeepAsideAsync(draft);
        var page = await VisitAsync(officer, $"/desk/decisions/{draft}", script: false);

        await page.Locator("#legal").FillAsync("1. The powers are there.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this one" }).ClickAsync();
        await Assertions.Expect(page.Locator("#summary")).ToHaveValueAsync("Kept aside.");
        await Assertions.Expect(page.Locator("#legal")).ToHaveValueAsync("1. The powers are there.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Preview" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "comment on paragraph 1.1" }).ClickAsync();
        await page.GetByLabel("Your comment").FillAsync("Who asked?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Who asked?")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("One open comment")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    public static TheoryData<string, string> Pasted => new()
    {
        // Word: numbered paragraphs whose numbers are written out in spans of their own, a bulleted list, bold words.
        {
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
            <h1><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Legal  comments<o:p></o:p></h1>
            <p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.1<span>&nbsp;&nbsp;&nbsp;</span></span><![endif]>The body <b>may</b> do
            this.<o:p></o:p></p>
            <p class=MsoListParagraphCxSpMiddle style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]>One</p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l1 level2 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span><![endif]>Two</p>
            <p class=MsoNormal>After it.</p><!--EndFragment--></body></html>
            """,
            "## 2. Legal comments\n\n2.1 The body **may** do this.\n\n- One\n   a) Two\n\nAfter it."
        },
        {
            "<p>We ask to:</p><ol start=3><li>Approve <i>it</i><ul><li>in part</li></ul></li><li>Note <a href='https://example.org/a'>the report</a></li></ol><ol type=a><li>x</li></ol>",
            "We ask to:\n\n3. Approve *it*\n   - in part\n4. Note [the report](https://example.org/a)\na. x"
        },
        { "<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2026/27</td><td><p>£5|£6</p></td></tr></table><p>End<script>alert(1)</script></p>", "| Year | Sum |\n| --- | --- |\n| 2026/27 | £5/£6 |\n\nEnd" },
    };

    [Theory, MemberData(nameof(Pasted))]
    public async Task Paste_FromWordOrAPage_KeepsNumbersListsAndTables(string html, string markdown)
    {
        var (officer, draft) = await BeginAsync();
        var page = await VisitAsync(officer, $"/desk/decisions/{draft}");
        await page.Locator("#other").FocusAsync();

        await page.EvaluateAsync("""
            html => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              data.setData("text/plain", "plain");
              document.getElementById("other").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """, html);

        await Assertions.Expect(page.Locator("#other")).ToHaveValueAsync(markdown);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Type_MoreThanAFieldHolds_IsSaidAtTheFieldAndKeptInTheBrowser()
    {
        var (officer, draft) = await BeginAsync();
        var page = await VisitAsync(officer, $"/desk/decisions/{draft}");

        await page.Locator("#summary").FillAsync(new string('x', DraftForm.LongestText + 1));
        await page.Locator("#title").FocusAsync();

        await Assertions.Expect(page.Locator("[data-field=summary] [data-error]")).ToContainTextAsync("at most 100,000 characters");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("Not all is saved");
        await page.Locator("#summary").FillAsync("Short.");
        await page.Locator("#title").FocusAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("Saved ");
        await Assertions.Expect(page.Locator("[data-field=summary] [data-error]")).ToHaveCountAsync(0);
        Assert.Equal("Short.", (await FindAsync(draft, officer)).Content["summary"]);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> VisitAsync(Standing who, string address, bool script = true)
    {
        var page = await browser.VisitAsync(script: script, session: await browser.Site.Services.GetRequiredService<Sessions>().BeginAsync(who.Person, "code", "A test"));
        Assert.Equal(200, (await page.GotoAsync(address))!.Status);
        return page;
    }

    private async Task<(Standing Officer, Guid Draft)> BeginAsync()
    {
        var officer = await JoinAsync(Role.Officer);
        var begun = await browser.Site.Services.GetRequiredService<DraftService>().StartAsync(Goldthread.Tests.Site.TestSite.Body, Content, officer);
        return (officer, begun.Draft!.Value);
    }

    private async Task KeepAsideAsync(Guid draft)
    {
        var drafts = browser.Site.Services.GetRequiredService<DraftService>();
        await drafts.SaveAsync(draft, new Dictionary<string, (string, int)> { ["summary"] = ("Kept aside.", 0) }, await JoinAsync(Role.Officer));
    }

    private async Task<DraftEntry> FindAsync(Guid draft, Standing who) => (await browser.Site.Services.GetRequiredService<DraftService>().FindAsync(draft, who))!;

    private async Task<Standing> JoinAsync(Role role) =>
        (await browser.Site.Services.GetRequiredService<PeopleService>().StandingAsync(await browser.Site.JoinAsync(role)))!;
}
