using System.Net;
using System.Text.Json;
using Goldthread.Core.Boards;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Boards;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Boards;

/// <summary>Actions from the minutes they are found in to what was done, as the secretariat, an owner and the public see them.</summary>
public sealed class ActionTests : IAsyncLifetime
{
    private const string First = "/actions/safety-board-2021-12-08-1", Second = "/actions/safety-board-2021-12-08-2";

    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Action_FoundInMinutes_IsConfirmedAnsweredAndClosed()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        using var partner = await AsAsync(Role.Partner, "lantern");
        await ConfirmAsync(secretariat);

        Assert.Contains("2 actions still owed, 1 of them late", await PublicAsync("/actions"), StringComparison.Ordinal);
        Assert.Contains("One promised to a board is late, due within two weeks or long unheard of", await TextAsync(partner, "/desk"), StringComparison.Ordinal);
        Assert.Contains("Report on reach.", await TextAsync(partner, "/desk/actions"), StringComparison.Ordinal);
        Assert.DoesNotContain("Circulate the plan", await TextAsync(partner, "/desk/actions"), StringComparison.Ordinal);

        await AnswerAsync(partner, Second, [("step", "said"), ("words", "Half of the boroughs have answered.")]);
        Assert.Contains("Half of the boroughs have answered.", await PublicAsync(Second), StringComparison.Ordinal);
        Assert.DoesNotContain("promised to a board is late", await TextAsync(partner, "/desk"), StringComparison.Ordinal);
        var unsaid = await partner.SendAsync("/desk" + Second, [("step", "done"), ("words", " ")]);
        Assert.Contains("Say what was done: an action closes with that alone", WebUtility.HtmlDecode(await unsaid.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await AnswerAsync(partner, Second, [("step", "done"), ("words", "The report went to the board.")]);

        Assert.Contains("1 action done", await PublicAsync("/actions?state=done"), StringComparison.Ordinal);
        Assert.Contains("What became of it", await PublicAsync("/boards/safety-board/2021-12-08"), StringComparison.Ordinal);
        Assert.Contains("1 done, 0 moved to another day", await PublicAsync("/boards/safety-board"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(Second + ".json"));
        Assert.Equal("done", json.RootElement.GetProperty("content").GetProperty("state").GetString());
        Assert.False(json.RootElement.GetProperty("content").TryGetProperty("person", out _));
    }

    [Fact]
    public async Task Answer_MovedTwiceRefusedAndHandedOn_StandsOnEveryPage()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        using var police = await AsAsync(Role.Partner, "riverside-police");
        await ConfirmAsync(secretariat);
        foreach (var day in (int[])[10, 40])
            await AnswerAsync(secretariat, First, [("step", "moved"), ("words", "It waits for figures."), ("due", Day(day))]);
        Assert.Contains("moved twice", await PublicAsync("/actions"), StringComparison.Ordinal);

        await AnswerAsync(secretariat, First, [("step", "handed-on"), ("words", "The police print it."), ("to", "the Riverside force")]);
        Assert.Contains("Handed on to Riverside Police", await PublicAsync(First), StringComparison.Ordinal);
        await AnswerAsync(police, First, [("step", "refused"), ("words", "There is no such plan.")]);

        Assert.Contains("1 action refused", await PublicAsync("/actions?state=refused"), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"step\"", await TextAsync(police, "/desk" + First), StringComparison.Ordinal);
        await AnswerAsync(secretariat, First, [("step", "reopened"), ("words", "There is one now.")]);
        Assert.Contains("Owed again", await PublicAsync(First), StringComparison.Ordinal);
        Assert.Contains("1 action still owed", await PublicAsync("/actions?owner=riverside-police"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_WhoseActionsWereNotAllCoveredOrCompleted_SaysSo()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        await ConfirmAsync(secretariat);
        await site.SaveAsync(RecordKinds.Meeting, "safety-board/2022-03-09", new Minutes
        {
            Body = "Safety Board",
            Date = new DateOnly(2022, 3, 9),
            PreviousMeeting = new DateOnly(2021, 12, 8),
            Items = [new Item("1", "Minutes and actions", ["All actions are completed or covered."]), new Item("2", "The campaign's plan", ["It was handed round."])],
            Board = new Ref<Board>("safety-board"),
        });
        const string meeting = "/boards/safety-board/2022-03-09";
        Assert.Contains("2 actions were owed when the board met: 0 completed by then, 0 covered under an item of this meeting, 2 neither.", await PublicAsync(meeting), StringComparison.Ordinal);
        Assert.Contains("Not all of them were completed or covered.", await PublicAsync(meeting), StringComparison.Ordinal);

        await AnswerAsync(secretariat, First, [("step", "covered"), ("at", "safety-board/2022-03-09|2")]);
        Assert.Contains("1 covered under an item of this meeting, 1 neither", await PublicAsync(meeting), StringComparison.Ordinal);
        await AnswerAsync(secretariat, Second, [("step", "covered"), ("at", "safety-board/2022-03-09|1")]);

        var page = await PublicAsync(meeting);
        Assert.Contains("2 covered under an item of this meeting, 0 neither", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not all of them", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#item-2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_OnTheDeskOfSomebodyWhoLeft_IsShownToStaffAlone()
    {
        var person = await site.JoinAsync(Role.Adviser);
        using var adviser = await AsAsync(person);
        using var officer = await AsAsync(Role.Officer);
        var added = await officer.SendAsync("/desk/actions/new", [("board", "safety-board"), ("text", "Ask for counsel's view."), ("owner", "Legal office"), ("colleague", person.ToString()), ("due", Day(3))]);
        Assert.Equal("/desk/actions", added.Headers.Location?.OriginalString);
        Assert.Contains("One promised to a board is late, due within two weeks", await TextAsync(adviser, "/desk"), StringComparison.Ordinal);
        Assert.Contains("on the desk of Sample adviser", await TextAsync(officer, "/desk/actions/safety-board-added-1"), StringComparison.Ordinal);

        await new PeopleService(site.Database).LeaveAsync(person, "A test", "She left.");

        Assert.Contains("whoever had it has left", await TextAsync(officer, "/desk/actions"), StringComparison.Ordinal);
        Assert.DoesNotContain("has left", await PublicAsync("/actions"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sample adviser", await PublicAsync("/actions/safety-board-added-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAnotherOrganisation_IsNotFoundAndChangesNothing()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        using var other = await AsAsync(Role.Partner, "riverside-police");
        await ConfirmAsync(secretariat);
        var token = await other.TokenAsync("/desk/account");

        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync("/desk" + Second)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendWithAsync(token, "/desk" + Second, [("step", "done"), ("words", "Done by others.")])).StatusCode);
        Assert.DoesNotContain("Done by others", await PublicAsync(Second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Found_LeftOutOrConfirmedTwice_ComesNeverAgain()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        const string page = "/desk/actions/found";
        Assert.Contains("Report on reach.", await TextAsync(secretariat, page), StringComparison.Ordinal);
        (string, string)[] paper = [("kind", "meeting"), ("slug", "safety-board/2021-12-08")];
        Assert.Equal(page + "?left=1", (await secretariat.SendAsync(page, [.. paper, ("take", "2")], page + "?handler=Leave")).Headers.Location?.OriginalString);
        var nobody = await secretariat.SendAsync(page, [.. paper, ("take", "1"), ("owner-1", "")], page + "?handler=Confirm");
        Assert.Contains("Say who owes it", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (var made in (int[])[1, 0])
        {
            var answer = await secretariat.SendAsync(page, [.. paper, ("take", "1"), ("owner-1", "Head of communications"), ("due-1", "14/1/2022")], page + "?handler=Confirm");
            Assert.True(made == 0 || answer.Headers.Location?.OriginalString == page + "?made=1");
        }

        Assert.DoesNotContain("Report on reach.", await TextAsync(secretariat, page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(Second)).StatusCode);
        Assert.Contains("Write the brief.", await TextAsync(secretariat, page), StringComparison.Ordinal); // the workshop's
    }

    [Fact]
    public async Task Waiting_ActionsOfAnOwner_CountInTheDigest()
    {
        var person = await site.JoinAsync(Role.Partner, "lantern");
        using var secretariat = await AsAsync(Role.Secretariat);
        await ConfirmAsync(secretariat);
        var standing = (await new PeopleService(site.Database).StandingAsync(person))!;

        Assert.Equal(1, await new ActionService(site.Database).WaitingAsync(standing));
        Assert.Equal(0, await new ActionService(site.Database).WaitingAsync(standing with { Grounds = [new Ground(Role.Auditor, null)] }));
    }

    // The first is the office's own, the second is owed by Lantern Advocacy and has no day.
    private static async Task ConfirmAsync(TestBrowser secretariat)
    {
        const string page = "/desk/actions/found";
        var answer = await secretariat.SendAsync(
            page,
            [("kind", "meeting"), ("slug", "safety-board/2021-12-08"), ("take", "1"), ("take", "2"), ("owner-1", "Head of communications"), ("due-1", "14/1/2022"), ("owner-2", "Lantern Advocacy"), ("due-2", "")],
            page + "?handler=Confirm");
        Assert.Equal(page + "?made=2", answer.Headers.Location?.OriginalString);
    }

    private static async Task AnswerAsync(TestBrowser browser, string action, (string, string)[] fields)
    {
        var answer = await browser.SendAsync("/desk" + action, fields);
        Assert.True(answer.Headers.Location?.OriginalString == "/desk/actions?kept=true", await answer.Content.ReadAsStringAsync());
    }

    private string Day(int ahead) => DateOnly.FromDateTime(site.Clock.GetLocalNow().DateTime).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<TestBrowser> AsAsync(Role role, string? organisation = null) => await AsAsync(await site.JoinAsync(role, organisation));

    private async Task<TestBrowser> AsAsync(Guid person) => new(site) { Key = await site.Services.GetRequiredService<Sessions>().BeginAsync(person, "code", "A test") };

    private async Task<string> PublicAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

    private static async Task<string> TextAsync(TestBrowser browser, string address) => WebUtility.HtmlDecode(await browser.Client.GetStringAsync(address));
}
