using System.Net;
using Goldthread.Core.People;
using Goldthread.Decisions.Part2;
using Goldthread.People;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions.Part2;

public sealed class Part2PageTests : IAsyncLifetime
{
    private const string Secret = "The lowest bid is from the second bidder.";

    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Write_NewByAnOfficer_IsOpenedByHerAndKept()
    {
        site.Key();
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var subject = await site.DraftAsync(officer);

        var written = await browser.SendAsync($"/desk/part-2/{subject}", Form(0), $"/desk/part-2/{subject}?handler=Write");
        var page = await browser.Client.GetStringAsync($"/desk/part-2/{subject}");
        var opened = await browser.SendAsync($"/desk/part-2/{subject}", [], $"/desk/part-2/{subject}?handler=Open");
        var text = await opened.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.Contains("Commercial interests (section 43, Freedom of Information Act 2000)", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Nobody has opened it yet", page, StringComparison.Ordinal);
        Assert.Contains(Secret, text, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"bids\">Bids</h2>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.True(opened.Headers.CacheControl!.NoStore);
        Assert.Equal(officer, Assert.Single((await new Part2List(site.Database).FindAsync(subject))!.Opened).Person.Id);
        Assert.Contains("<title>Confidential part", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ProofOfLongAgo_AsksForAnotherAndKeepsNothing()
    {
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var subject = await site.BeginPart2Async(officer, Secret, "Bids are compared.");
        var token = await browser.TokenAsync($"/desk/part-2/{subject}");
        site.Clock.Move(Access.Fresh + TimeSpan.FromSeconds(1));

        var answer = await browser.SendWithAsync(token, $"/desk/part-2/{subject}?handler=Open", []);

        Assert.Equal($"/sign-in/again?back=%2Fdesk%2Fpart-2%2F{subject}", answer.Headers.Location?.OriginalString);
        Assert.Empty((await new Part2List(site.Database).FindAsync(subject))!.Opened);
    }

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.DecisionMaker)]
    [InlineData(Role.Auditor)]
    public async Task Page_ForStaffWhoAreNotNamed_SaysThatThereIsOneItsGroundAndWhoMayBeAsked(Role role)
    {
        var subject = await site.BeginPart2Async(await site.JoinAsync(Role.Officer), Secret, "Bids are compared.");
        var (browser, person) = await BrowserAsync(role);

        var page = WebUtility.HtmlDecode(await browser.Client.GetStringAsync($"/desk/part-2/{subject}"));
        var listed = await browser.Client.GetStringAsync("/desk/part-2");
        var opened = await browser.SendWithAsync(await browser.TokenAsync("/desk"), $"/desk/part-2/{subject}?handler=Open", []);
        var text = await opened.Content.ReadAsStringAsync();

        Assert.Contains("Commercial interests (section 43", page, StringComparison.Ordinal);
        Assert.Contains("Sample officer, Sample office", page, StringComparison.Ordinal);
        Assert.Contains("You are not one of its readers.", page, StringComparison.Ordinal);
        Assert.Equal(role == Role.Auditor, page.Contains("Who opened it", StringComparison.Ordinal));
        Assert.Contains("Award of the helpline", listed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, opened.StatusCode);
        Assert.DoesNotContain(Secret, page + listed + text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Bids are", page + listed + text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain((await new Part2List(site.Database).FindAsync(subject))!.Opened, read => read.Person.Id == person);
    }

    [Fact]
    public async Task Name_AdviserForATime_LetsHerReadAndEndingTakesItBack()
    {
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var subject = await site.BeginPart2Async(officer, Secret, "Bids are compared.");
        var (adviser, id) = await BrowserAsync(Role.Adviser);
        var address = $"/desk/part-2/{subject}";

        var named = await browser.SendAsync(address, [("person", id.ToString()), ("until", "31/3/2199")], address + "?handler=Name");
        var opened = await (await adviser.SendAsync(address, [], address + "?handler=Open")).Content.ReadAsStringAsync();
        var naming = (await new Part2List(site.Database).FindAsync(subject))!.Readers.Single(reader => reader.Person.Id == id).Id;
        var ended = await browser.SendAsync(address, [("naming", naming.ToString())], address + "?handler=End");
        var refused = await adviser.SendWithAsync(await adviser.TokenAsync("/desk"), address + "?handler=Open", []);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (named.StatusCode, ended.StatusCode, refused.StatusCode));
        Assert.Contains(Secret, opened, StringComparison.Ordinal);
        Assert.DoesNotContain("Write it anew", opened, StringComparison.Ordinal); // an adviser reads
        Assert.Contains("ended by Sample officer", await browser.Client.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_SomebodyWhoMayNotBe_SaysWhyAtTheField()
    {
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var subject = await site.BeginPart2Async(officer, Secret, "Bids are compared.");
        var auditor = await site.JoinAsync(Role.Auditor);
        var address = $"/desk/part-2/{subject}";

        var answer = await browser.SendAsync(address, [("person", auditor.ToString()), ("until", "")], address + "?handler=Name");
        var again = await browser.SendAsync(address, [("person", auditor.ToString()), ("until", "31/3/2199")], address + "?handler=Name");

        Assert.Contains("Enter the last day on which she may read it", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("neither administrator nor auditor", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(auditor.ToString(), await browser.Client.GetStringAsync(address), StringComparison.Ordinal); // and is not offered
    }

    [Fact]
    public async Task Write_SomethingMissing_KeepsWhatWasTyped()
    {
        site.Key();
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var address = $"/desk/part-2/{await site.DraftAsync(officer)}";

        var answer = await browser.SendAsync(address, Form(0, why: "").Where(field => field.Item1 != "ground"), address + "?handler=Write");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Choose the exemption", text, StringComparison.Ordinal); // all that is wrong, at once
        Assert.Contains("no rationale for it", text, StringComparison.Ordinal);
        Assert.Contains(Secret, text, StringComparison.Ordinal);
        Assert.Contains("31/3/2199", text, StringComparison.Ordinal);
        Assert.Empty(await new Part2List(site.Database).AllAsync());
    }

    [Fact]
    public async Task Write_NoKey_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var address = $"/desk/part-2/{await site.DraftAsync(officer)}";

        var answer = await browser.SendAsync(address, Form(0), address + "?handler=Write");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains("goldthread part2 key", text, StringComparison.Ordinal);
        Assert.Contains(Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_OverWhatSomebodyElseWrote_IsNotKeptAndNotLost()
    {
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var subject = await site.BeginPart2Async(officer, Secret, "Bids are compared.");
        var address = $"/desk/part-2/{subject}";

        var first = await browser.SendAsync(address, Form(1), address + "?handler=Write");
        var second = await browser.SendAsync(address, Form(1, text: "Words of the second."), address + "?handler=Write");
        var text = await second.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("Somebody else has written it", text, StringComparison.Ordinal);
        Assert.Contains("Words of the second.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_LastDayOver_IsUpForRelease()
    {
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var today = site.Services.GetRequiredService<PeopleService>().Today;
        var over = await site.BeginPart2Async(officer, Secret, "Bids are compared.", "Over", today);
        await site.BeginPart2Async(officer, Secret, "Bids are compared.", "Soon", today.AddDays(20));
        await site.BeginPart2Async(officer, Secret, "Bids are compared.", "Kept", today.AddDays(200));
        await using (var context = site.Database.Open())
            await context.Part2s.Where(row => row.Subject == over).ExecuteUpdateAsync(set => set.SetProperty(row => row.Ends, today.AddDays(-1)), TestContext.Current.CancellationToken);

        var page = await browser.Client.GetStringAsync("/desk/part-2");

        Assert.Contains("3 decisions have a confidential part; one is up for release.", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Up for release", StringComparison.Ordinal) < page.IndexOf("Comes up soon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_NotThere_IsNotFoundForWhoeverCannotBeginOne()
    {
        foreach (var role in (Role[])[Role.Adviser, Role.Auditor, Role.DecisionMaker])
            Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(role)).GetAsync($"/desk/part-2/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Begin_NoDraftOfThatId_IsNotFoundAndKeepsNothing()
    {
        site.Key();
        var (browser, officer) = await BrowserAsync(Role.Officer);
        var address = $"/desk/part-2/{Guid.CreateVersion7()}";
        var token = await browser.TokenAsync($"/desk/part-2/{await site.DraftAsync(officer)}");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendWithAsync(token, address + "?handler=Write", Form(0))).StatusCode);

        var vault = new Part2Vault(site.Database, site.Key(), await site.StandingAsync(officer));
        var writing = new Part2Writing(0, "Award", Secret, (await Exemptions.NowAsync(site.Services, default)).Find("foia-43"), "Bids are compared.", new DateOnly(2199, 3, 31));
        Assert.Equal(Part2Fault.None, (await vault.WriteAsync(Guid.CreateVersion7(), writing)).Fault);
        Assert.Empty(await new Part2List(site.Database).AllAsync());
    }

    private static IEnumerable<(string, string)> Form(int number, string text = Secret, string why = "Bids are compared.") =>
        [("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("about", "Award of the helpline"), ("text", "## Bids\n\n" + text + "\n\n<script>alert(1)</script>"), ("ground", "foia-43"), ("why", why), ("ends", "31/3/2199")];

    private async Task<(TestBrowser Browser, Guid Person)> BrowserAsync(Role role)
    {
        var person = await site.JoinAsync(role);
        return (new TestBrowser(site) { Key = await site.Services.GetRequiredService<Goldthread.Register.People.Sessions>().BeginAsync(person, "code", "A test") }, person);
    }
}
