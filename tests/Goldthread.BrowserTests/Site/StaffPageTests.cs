using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Goldthread.Core.People;
using Goldthread.Tests.Site;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Site;

/// <summary>What staff see, in a real browser: for everybody, on a phone, in both themes, and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StaffPageTests(Browser browser)
{
    public static TheoryData<Role, string> Pages => new()
    {
        { Role.Officer, "/decisions/pcd-9002" },
        { Role.Officer, "/decisions/pcd-9009" },
        { Role.Officer, "/decisions/pcd-9001/revisions" },
        { Role.Officer, "/documents/document-0123456789ab" },
        { Role.Officer, "/desk/import" },
        { Role.Officer, "/desk/papers" },
        { Role.Officer, "/desk/papers?held=true" },
        { Role.Officer, "/desk/rules?on=2019-03-01" },
        { Role.Officer, "/desk/rules/schemes-mopac" },
        { Role.Officer, "/desk/rules/thresholds/change" },
        { Role.Officer, "/desk/rules/thresholds/entry?line=8" },
        { Role.Auditor, "/desk/rules/organisations" },
        { Role.Auditor, "/desk/audit" },
        { Role.Auditor, "/desk/audit?record=nothing" },
        { Role.Partner, "/decisions/pcd-9002" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Visit_EveryPageForStaff_IsCleanForAxeAndScrollsOneWayAt320Pixels(Role role, string address)
    {
        var page = await SignedInAsync(role);
        await page.GotoAsync(address);

        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        await page.SetViewportSizeAsync(320, 800);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Empty(light.Violations.Select(found => $"{found.Id}: {string.Join("; ", found.Nodes.Select(node => node.Html))}"));
        Assert.Empty(dark.Violations.Select(found => $"{found.Id}: {string.Join("; ", found.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, over);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rules_TriedAndSaved_AreAPublicRecord(bool script)
    {
        var page = await SignedInAsync(Role.Officer, script);
        await page.GotoAsync("/desk/rules/splitting/change");

        var field = page.GetByLabel("The file");
        await field.FillAsync(await field.InputValueAsync() + $"# looked at, {(script ? "with" : "without")} script\n");
        await page.GetByLabel("Why").FillAsync("Looked at again.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it on past decisions" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What it would do" })).ToBeVisibleAsync();
        if (script)
            Assert.Empty((await page.RunAxe()).Violations.Select(found => found.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Its record" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Looked at again.").First).ToBeVisibleAsync();
        if (script)
            Assert.Empty((await page.RunAxe()).Violations.Select(found => found.Id));
        await page.SetViewportSizeAsync(320, 800);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_FilesChosen_AreReadAndShownWithTheirResults(bool script)
    {
        var page = await SignedInAsync(Role.Officer, script);
        await page.GotoAsync("/desk/import");

        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = $"letter-{script}.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes($"A letter that nobody recognises, {script}.") });
        await page.GetByLabel("Staff only").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them in" }).ClickAsync();
        if (script)
        {
            await page.Locator("[data-progress=done]").WaitForAsync();
        }
        else
        {
            for (var look = 0; look < 100 && await page.Locator("[data-progress=done]").CountAsync() == 0; look++)
                await page.ReloadAsync();
        }

        await Assertions.Expect(page.GetByText("All done: 1 read, 0 there already, 0 not read.").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText($"letter-{script}.txt").First).ToBeVisibleAsync();
        if (script)
            Assert.Empty((await page.RunAxe()).Violations.Select(found => found.Id)); // which is a script itself
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_FolderDragged_IsTakenWithoutWhatCannotBeRead()
    {
        var page = await SignedInAsync(Role.Secretariat);
        await page.GotoAsync("/desk/import");

        // A drop made by script: two files, of which one is of a kind that is read.
        await page.EvaluateAsync("""
            async () => {
              const taken = new DataTransfer();
              taken.items.add(new File(["one"], "one.txt"));
              taken.items.add(new File(["two"], "two.exe"));
              document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: taken, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(page.Locator("[data-drop-chosen]")).ToHaveTextAsync("1 file, 1 MB; 1 of other kinds left out");
        Assert.Equal(["one.txt"], await page.EvaluateAsync<string[]>("Array.from(document.querySelector('#files').files).map(file => file.name)"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> SignedInAsync(Role role, bool script = true)
    {
        var page = await browser.VisitAsync(script: script);
        using var client = await browser.Site.SignInAsync(role);
        var cookie = client.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=', 2);
        await page.Context.AddCookiesAsync([new Cookie { Name = cookie[0], Value = cookie[1], Url = browser.Site.Address }]);
        return page;
    }
}
