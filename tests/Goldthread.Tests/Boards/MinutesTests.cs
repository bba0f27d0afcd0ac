using System.Net;
using System.Text.Json;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Boards;

/// <summary>Minutes, from the first key in the meeting to the page of the meeting, as the secretariat, two partners and the public see them.</summary>
public sealed class MinutesTests : IAsyncLifetime
{
    private readonly TestSite site = new();
    private string meeting = "", next = "";
    private TestBrowser secretariat = null!, member = null!, stranger = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        (secretariat, member, stranger) = (await AsAsync(Role.Secretariat), await AsAsync(Role.Partner, "lantern"), await AsAsync(Role.Partner, "riverside-police"));
        await secretariat.SendAsync("/desk/boards/safety-board", [("revision", "1"), ("name", "Safety Board"), ("seats", "Mayor's office | Deputy Mayor | chair\nLantern Advocacy | Director of services"), ("why", "Seats.")]);
        await secretariat.SendAsync("/desk/actions/new", [("board", "safety-board"), ("text", "Count the calls."), ("owner", "Lantern Advocacy"), ("due", Day(2))]);
        (meeting, next) = (await PlanAsync(5, "Welcome\nCampaign | Head of communications | 20"), await PlanAsync(40, "Welcome"));
        site.Clock.Move(TimeSpan.FromDays(5));
        foreach (var earlier in (TestBrowser[])[secretariat, member, stranger])
            earlier.Dispose(); // five days later they sign in anew
        (secretariat, member, stranger) = (await AsAsync(Role.Secretariat), await AsAsync(Role.Partner, "lantern"), await AsAsync(Role.Partner, "riverside-police"));
    }

    public ValueTask DisposeAsync()
    {
        foreach (var browser in (TestBrowser[])[secretariat, member, stranger])
            browser.Dispose();
        return site.DisposeAsync();
    }

    private string Page => $"/desk{meeting}/minutes";

    [Fact]
    public async Task Minutes_WrittenReadCorrectedAndAgreed_ArePublicWithTheirActions()
    {
        var empty = await TextAsync(secretariat, Page);
        Assert.Contains("Deputy Mayor | Mayor's office", empty, StringComparison.Ordinal);
        Assert.Contains("Count the calls.", empty, StringComparison.Ordinal);
        await SaveAsync(
            ("chair", "Deputy Mayor", 0), ("people", "Deputy Mayor | Mayor's office\n- Director of services | Lantern Advocacy", 0), ("declarations", "None.", 0),
            ("item-welcome", "All were welcome.\n~ 1 Half are counted.", 0), ("item-campaign", $"The film was shown.\n= It goes on.\n! Print the poster @lantern {Day(30, "d/M")}\n! Send it round", 0));
        var written = await TextAsync(secretariat, Page);
        Assert.Contains("“Send it round” names nobody who owes it", written, StringComparison.Ordinal);
        Assert.Contains("“Send it round” names no day", written, StringComparison.Ordinal);
        Assert.DoesNotContain("“Print the poster” names", written, StringComparison.Ordinal);

        await StepAsync("ToChair");
        foreach (var reader in (TestBrowser[])[member, stranger])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(Page)).StatusCode);
        Assert.DoesNotContain("The film was shown", await PublicAsync(meeting), StringComparison.Ordinal);
        await StepAsync("ToMembers");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(Page)).StatusCode);
        Assert.Contains("Minutes to read", await TextAsync(member, "/desk"), StringComparison.Ordinal);
        Assert.Contains("The film was shown.", await TextAsync(member, Page), StringComparison.Ordinal);
        Assert.Contains("Print the poster", await TextAsync(member, "/desk/actions"), StringComparison.Ordinal);
        Assert.DoesNotContain("Print the poster", await PublicAsync("/actions"), StringComparison.Ordinal);
        var proposed = await member.SendAsync(Page, [("item", "Campaign"), ("words", "Two films were shown.")], Page + "?handler=Correct");
        Assert.Equal(Page + "?proposed=true#correct", proposed.Headers.Location?.OriginalString);

        var early = await StepAsync("Agree", ("agreedAt", next["/boards/".Length..]));
        Assert.Contains("Answer the corrections first", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await SaveAsync(("item-campaign", $"Two films were shown.\n= It goes on.\n! Print the poster @lantern {Day(30, "d/M")}\n! Send it round", 1));
        var correction = System.Text.RegularExpressions.Regex.Match(await TextAsync(secretariat, Page), "name=\"correction\" value=\"(?<id>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        await secretariat.SendAsync(Page, [("correction", correction)], Page + "?handler=Accept");
        Assert.Contains("taken over", await TextAsync(member, Page), StringComparison.Ordinal);
        Assert.Equal(Page, (await StepAsync("Agree", ("agreedAt", next["/boards/".Length..]))).Headers.Location?.OriginalString);

        var page = await PublicAsync(meeting);
        foreach (var there in (string[])["Two films were shown.", "It goes on.", "Director of services", "Interests declared", "Print the poster", "What became of it", "1 covered under an item of this meeting, 0 neither"])
            Assert.Contains(there, page, StringComparison.Ordinal);
        Assert.Contains("2 actions still owed", await PublicAsync("/actions?owner=lantern"), StringComparison.Ordinal);
        Assert.Contains("2 meetings", await PublicAsync("/boards/safety-board"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(meeting + ".json"));
        Assert.Equal("2 actions", $"{json.RootElement.GetProperty("content").GetProperty("actions").GetArrayLength()} actions");
        Assert.Equal("safety-board/" + next.Split('/')[^1], json.RootElement.GetProperty("content").GetProperty("agreedAt").GetString());
        Assert.Contains("\"previousMinutesAgreed\": true", await site.Client.GetStringAsync(next + ".json"), StringComparison.Ordinal);
        Assert.DoesNotContain("Print the poster", await TextAsync(secretariat, "/desk/actions/found"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OverATextThatChangedMeanwhile_KeepsBothAndTellsTheScript()
    {
        await SaveAsync(("item-campaign", "First line.\nSecond line.", 0));
        await SaveAsync(("item-campaign", "First line.\nSecond line.\nThird, by one.", 1));
        var token = await secretariat.TokenAsync(Page);
        using var request = new HttpRequestMessage(HttpMethod.Post, Page + "?handler=Save")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["text-item-campaign"] = "First line.\nThird, by another.", ["over-item-campaign"] = "1", ["known"] = "item-welcome=0 item-campaign=1 chair=0 people=0 declarations=0", ["__RequestVerificationToken"] = token }),
        };
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = JsonDocument.Parse(await (await secretariat.Client.SendAsync(request)).Content.ReadAsStringAsync());

        var field = Assert.Single(answer.RootElement.GetProperty("fields").EnumerateObject());
        Assert.Equal(("item-campaign", "3", true), (field.Name, field.Value.GetProperty("basis").GetString(), field.Value.GetProperty("lost").GetBoolean()));
        Assert.Equal("First line.\nSecond line.\nThird, by one.\nThird, by another.", field.Value.GetProperty("values").GetProperty("text-item-campaign").GetString());
        Assert.Contains("Third, by another.", await TextAsync(secretariat, Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agree_WithoutWhoWasThereOrALaterMeeting_SaysWhatIsMissing()
    {
        await StepAsync("ToChair");
        Assert.Contains("Say who was there", await (await StepAsync("ToMembers")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await SaveAsync(("people", "Deputy Mayor | Mayor's office", 0));
        await StepAsync("ToMembers");

        Assert.Contains("Choose the later meeting that agreed them", await (await StepAsync("Agree")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.SendAsync("/desk/account", [], Page + "?handler=Agree")).StatusCode);
    }

    private async Task SaveAsync(params (string Field, string Text, int Over)[] fields)
    {
        var answer = await secretariat.SendAsync(Page, fields.SelectMany(field => new[] { ($"text-{field.Field}", field.Text), ($"over-{field.Field}", field.Over.ToString(System.Globalization.CultureInfo.InvariantCulture)) }), Page + "?handler=Save");
        Assert.Equal(Page, answer.Headers.Location?.OriginalString);
    }

    private Task<HttpResponseMessage> StepAsync(string handler, params (string, string)[] fields) => secretariat.SendAsync(Page, fields, $"{Page}?handler={handler}");

    private async Task<string> PlanAsync(int ahead, string agenda)
    {
        var answer = await secretariat.SendAsync("/desk/boards/safety-board/plan", [("meetsOn", Day(ahead)), ("agenda", agenda)], "/desk/boards/safety-board/plan?handler=Keep");
        return answer.Headers.Location!.OriginalString["/desk".Length..].Replace("?kept=true", "", StringComparison.Ordinal);
    }

    private string Day(int ahead, string format = "yyyy-MM-dd") => DateOnly.FromDateTime(site.Clock.GetLocalNow().DateTime).AddDays(ahead).ToString(format, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<TestBrowser> AsAsync(Role role, string? organisation = null) =>
        new(site) { Key = await site.Services.GetRequiredService<Sessions>().BeginAsync(await site.JoinAsync(role, organisation), "code", "A test") };

    private async Task<string> PublicAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

    private static async Task<string> TextAsync(TestBrowser browser, string address) => WebUtility.HtmlDecode(await browser.Client.GetStringAsync(address));
}
