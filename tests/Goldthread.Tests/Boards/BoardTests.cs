using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Boards;

/// <summary>A board and its meetings, from setting up to the calendar, as the secretariat plans them and everybody reads them.</summary>
public sealed partial class BoardTests : IAsyncLifetime
{
    private static readonly NodeTool Tool = new("ical.js", "Boards", "calendar");

    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Board_SetUpWithSeats_ShowsOfficesToEverybodyAndNamesToStaff()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        var kept = await secretariat.SendAsync("/desk/boards/safety-board", BoardFields(("seats", "RP | Commander | co-chair | 1/4/2020– | Superintendent | Ada Sample\nLantern Advocacy | Director of services"), ("quorum", "2"), ("terms", "To see that what was promised is done."), ("setUp", "1/4/2020")));
        Assert.Equal("/desk/boards/safety-board?kept=true", kept.Headers.Location?.OriginalString);

        var page = await PublicAsync("/boards/safety-board");
        Assert.Contains("Commander, co-chair, deputy: Superintendent, since 1 April 2020", page, StringComparison.Ordinal);
        Assert.Contains("It can agree things when 2 of its members are there.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Sample", page + await PublicAsync("/boards/safety-board.json"), StringComparison.Ordinal);
        Assert.Contains("Ada Sample", await TextAsync(secretariat, "/boards/safety-board"), StringComparison.Ordinal);
        Assert.Contains("Riverside Police</th>", page, StringComparison.Ordinal); // who came, under the name that stands for all
        Assert.Contains("1 of 1", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/boards/safety-board\"", await PublicAsync("/boards"), StringComparison.Ordinal);

        var wrong = await secretariat.SendAsync("/desk/boards/safety-board", BoardFields(("seats", "RP | Commander | boss"), ("quorum", "many"), ("why", "")));
        var said = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("“boss” is no part of a board", said, StringComparison.Ordinal);
        Assert.Contains("Enter a number of members", said, StringComparison.Ordinal);
        Assert.Contains("Say in a sentence why it changes", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_NewMergedAndChangedTwiceAtOnce_KeepsItsHistoryAndLosesNothing()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        Assert.Equal("/desk/boards/delivery-group?kept=true", (await secretariat.SendAsync("/desk/boards/new", [("revision", "0"), ("name", "Delivery Group"), ("parent", "safety-board"), ("why", "Set up by the board.")])).Headers.Location?.OriginalString);
        Assert.Contains("Safety Board", await PublicAsync("/boards/delivery-group"), StringComparison.Ordinal);
        var again = await secretariat.SendAsync("/desk/boards/new", [("revision", "0"), ("name", "delivery group"), ("why", "Twice.")]);
        Assert.Contains("There is a board of this name already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        (string, string)[] merged = [("revision", "1"), ("name", "Delivery Group"), ("mergedInto", "safety-board"), ("ended", "31/3/2024"), ("why", "Its work went over.")];
        Assert.Equal(HttpStatusCode.Redirect, (await secretariat.SendAsync("/desk/boards/delivery-group", merged)).StatusCode);
        var late = await secretariat.SendAsync("/desk/boards/delivery-group", merged);

        Assert.Contains("Somebody else changed this board meanwhile", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await PublicAsync("/boards/delivery-group");
        Assert.Contains("Ended 31 March 2024", page, StringComparison.Ordinal);
        Assert.Contains("Went over to", page, StringComparison.Ordinal);
        Assert.Contains("Its work went over.", await PublicAsync("/boards/delivery-group/revisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_Planned_OffersItsAgendaAndShowsEachPaperToItsCircle()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        using var member = await AsAsync(Role.Partner, "lantern");
        using var stranger = await AsAsync(Role.Partner, "riverside-police");
        await secretariat.SendAsync("/desk/boards/safety-board", BoardFields(("seats", "Lantern Advocacy | Director of services")));
        var offered = await TextAsync(secretariat, "/desk/boards/safety-board/plan");
        Assert.Contains("Minutes of 8 December 2021", offered, StringComparison.Ordinal);

        var address = await PlanAsync(secretariat, 40, ("begins", "10:00"), ("ends", "12:00"), ("place", "City Hall"), ("link", "https://meet.example/board"), ("agenda", "Welcome | Chair | 5\nCampaign | Head of communications | 20"));
        foreach (var (circle, title, text) in new[] { ("public", "Public plan", "Words for all"), ("members", "Plan for members", "Words for members"), ("staff", "Notes of the office", "Words for staff") })
            Assert.Equal(HttpStatusCode.Redirect, (await secretariat.SendAsync("/desk" + address, [("item", "2"), ("title", title), ("text", text), ("circle", circle)], $"/desk{address}?handler=Paper")).StatusCode);

        var page = await PublicAsync(address);
        Assert.Contains("10:05", page, StringComparison.Ordinal);
        Assert.Contains("id=\"agenda-2\"", page, StringComparison.Ordinal);
        Assert.Contains("Words for all", page, StringComparison.Ordinal);
        Assert.Contains("Meets ", page, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Words for members", "Plan for members", "meet.example", "Words for staff"])
            Assert.DoesNotContain(hidden, page + await PublicAsync(address + ".json") + await TextAsync(stranger, address), StringComparison.Ordinal);
        Assert.Contains("Words for members", await TextAsync(member, address), StringComparison.Ordinal);
        Assert.Contains("meet.example", await TextAsync(member, address), StringComparison.Ordinal);
        Assert.DoesNotContain("Words for staff", await TextAsync(member, address), StringComparison.Ordinal);
        Assert.Contains("Words for staff", await TextAsync(secretariat, address), StringComparison.Ordinal);

        using (var pack = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync(address + ".docx")), false))
        {
            Assert.Contains("Words for all", pack.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
            Assert.DoesNotContain("Words for members", pack.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
        }

        await secretariat.SendAsync("/desk" + address, [("item", "2"), ("circle", "public"), ("at", "0"), ("ground", "It named a bidder.")], $"/desk{address}?handler=Withdraw");
        page = await PublicAsync(address);
        Assert.DoesNotContain("Words for all", page, StringComparison.Ordinal);
        Assert.Contains("This paper was withdrawn: It named a bidder.", page, StringComparison.Ordinal);
        Assert.Contains("Meetings to come", await PublicAsync("/boards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_OfALaterPaper_MarksItLate()
    {
        using var secretariat = await AsAsync(Role.Secretariat);
        var address = await PlanAsync(secretariat, 3, ("agenda", "Campaign"));

        await secretariat.SendAsync("/desk" + address, [("item", "1"), ("title", "The plan"), ("text", "Words"), ("circle", "public")], $"/desk{address}?handler=Paper");

        Assert.Contains("late: added", await PublicAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_ReadByAParserOfOthers_SaysWhatMovedAndWhatIsCancelled()
    {
        await Tool.InstallAsync();
        using var secretariat = await AsAsync(Role.Secretariat);
        var address = await PlanAsync(secretariat, 40, ("begins", "10:00"), ("ends", "12:00"), ("place", "City Hall; room 2, “East” – a long name that makes the line longer than seventy-five octets"), ("agenda", "Welcome\nCampaign, and its reach"));
        var first = Assert.Single(await EventsAsync("/boards/safety-board.ics"), one => one.GetProperty("allDay").GetBoolean() is false);
        Assert.Equal((0, "CONFIRMED"), (first.GetProperty("sequence").GetInt32(), first.GetProperty("status").GetString()));
        Assert.Contains("City Hall; room 2, “East” – a long name", first.GetProperty("location").GetString(), StringComparison.Ordinal);
        Assert.Equal("1. Welcome\n2. Campaign, and its reach", first.GetProperty("description").GetString());
        Assert.Equal(site.Address + address, first.GetProperty("url").GetString());

        await secretariat.SendAsync("/desk" + address, [("revision", "1"), ("meetsOn", Day(47)), ("begins", "14:00"), ("agenda", "Welcome")], $"/desk{address}?handler=Keep");
        await secretariat.SendAsync("/desk" + address, [("cancel", "The chair is ill.")], $"/desk{address}?handler=Cancel");
        var all = await EventsAsync("/meetings.ics");
        var moved = Assert.Single(all, one => one.GetProperty("uid").GetString() == first.GetProperty("uid").GetString());

        Assert.Equal((2, "CANCELLED"), (moved.GetProperty("sequence").GetInt32(), moved.GetProperty("status").GetString()));
        Assert.StartsWith(Day(47), moved.GetProperty("starts").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, all.Count); // and the meeting of 2021
        Assert.Contains("This meeting does not take place.", await PublicAsync(address), StringComparison.Ordinal);
        Assert.All((await site.Client.GetStringAsync("/meetings.ics")).Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/boards/no-board.ics")).StatusCode);
    }

    private async Task<IReadOnlyList<JsonElement>> EventsAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        var lines = await Tool.RunAsync("parse.js", await answer.Content.ReadAsByteArrayAsync());
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    // Plans a meeting so many days ahead, and gives its address.
    private async Task<string> PlanAsync(TestBrowser secretariat, int ahead, params (string, string)[] fields)
    {
        var answer = await secretariat.SendAsync("/desk/boards/safety-board/plan", [("meetsOn", Day(ahead)), .. fields], "/desk/boards/safety-board/plan?handler=Keep");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, Errors().Match(await answer.Content.ReadAsStringAsync()).Value);
        return answer.Headers.Location!.OriginalString["/desk".Length..].Replace("?kept=true", "", StringComparison.Ordinal);
    }

    private static List<(string, string)> BoardFields(params (string Name, string Value)[] fields)
    {
        List<(string, string)> all = [("revision", "1"), ("name", "Safety Board")];
        if (!fields.Any(field => field.Name == "why"))
            all.Add(("why", "The board asked for it."));
        return [.. all, .. fields];
    }

    private string Day(int ahead) => DateOnly.FromDateTime(site.Clock.GetLocalNow().DateTime).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<TestBrowser> AsAsync(Role role, string? organisation = null) =>
        new(site) { Key = await site.Services.GetRequiredService<Sessions>().BeginAsync(await site.JoinAsync(role, organisation), "code", "A test") };

    private async Task<string> PublicAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

    private static async Task<string> TextAsync(TestBrowser browser, string address) => WebUtility.HtmlDecode(await browser.Client.GetStringAsync(address));

    [GeneratedRegex("govuk-error-summary.*?</ul>", RegexOptions.Singleline, 1000)]
    private static partial Regex Errors();
}
