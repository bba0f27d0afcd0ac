using System.Net;
using System.Text.RegularExpressions;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Pathways;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Pathways;

/// <summary>The map on the site: who reaches which help, and the pages of doors and services.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Coverage_SmallMap_SaysWhoReachesWhat()
    {
        var page = await TextAsync("/coverage");
        var need = await TextAsync("/coverage/refuge");

        Assert.Contains("4 situations are looked at one by one: every combination of borough and age", page, StringComparison.Ordinal);
        Assert.Contains("50 %", page, StringComparison.Ordinal);
        Assert.Contains("Nobody under 16 reaches refuge.", need, StringComparison.Ordinal);
        Assert.Contains("Lantern house", need, StringComparison.Ordinal);
        Assert.Contains("School, Riverside", need, StringComparison.Ordinal);
        Assert.Contains("<title id=\"tiles-title\">", need, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_OfOneAge_LooksAtThoseAlone()
    {
        Assert.Contains("Everybody looked at reaches refuge", await TextAsync("/coverage/refuge?age=adult"), StringComparison.Ordinal);
        Assert.Contains("of 2 situations", await TextAsync("/coverage/refuge?age=under+16"), StringComparison.Ordinal);
        Assert.Contains("of 4 situations", await TextAsync("/coverage/refuge?age=nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_FromAGap_LeadsToTheDoorsThatFailAndToWhatWouldHelp()
    {
        var gap = Regex.Match(await TextAsync("/coverage/refuge"), "href=\"(?<gap>/coverage/refuge\\?age=under[^\"]*)#helps\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["gap"].Value;
        var page = await TextAsync(gap);

        Assert.Contains("under 16, on", page, StringComparison.Ordinal);
        Assert.Contains("2 of the 2 situations that may come in find no way", page, StringComparison.Ordinal);
        Assert.Contains("No single change would bring anybody more", page, StringComparison.Ordinal);
        Assert.Matches("If <a [^>]*>Lantern house</a> also accepted people under 16, +2 more situations would reach refuge", await TextAsync("/coverage/refuge?helps=true"));
        Assert.Contains("of 4 situations", await TextAsync("/coverage/refuge?borough=Barnet&borough=Bexley"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30/9/2099", "50 %", "1 October 2099")]
    [InlineData("1/10/2099", "0 %", "no way")]
    public async Task Coverage_OfADay_IsThatDays(string day, string share, string words)
    {
        var page = await TextAsync($"/coverage?day={Uri.EscapeDataString(day)}");

        Assert.Contains(share, page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_DayThatIsNone_SaysSoAtTheField() =>
        Assert.Contains("Enter a day, such as 30/9/2022", await TextAsync("/coverage?day=someday"), StringComparison.Ordinal);

    [Fact]
    public async Task Coverage_EntryThatChanges_CountsWithTheNextRequest()
    {
        await TextAsync("/coverage/refuge");
        var house = (ServiceEntry)TestMap.Entries[1];
        await site.SaveAsync(RecordKinds.Service, house.Id, house with { Accepts = [] });

        Assert.Contains("Everybody looked at reaches refuge", await TextAsync("/coverage/refuge"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_ServiceThatIsWithdrawn_LeadsNobodyAnywhere()
    {
        var found = await site.Database.For(Reader.Staff).FindAsync(TestSite.Body, "service", "house");
        await site.WithdrawAsync(found!.Record!.Head, "It has closed.");

        Assert.Contains("no way", await TextAsync("/coverage"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await site.Client.GetAsync("/services/house")).StatusCode);
    }

    [Fact]
    public async Task Service_Page_SaysWhoMayUseItAndWhoseLastWayItIs()
    {
        var page = await TextAsync("/services/house");

        Assert.Contains("age: adult", page, StringComparison.Ordinal);
        Assert.Contains("Without it, 2 situations would no longer reach", page, StringComparison.Ordinal);
        Assert.Contains("Open until 30 September 2099", page, StringComparison.Ordinal);
        Assert.Contains("more than six months ago", page, StringComparison.Ordinal);
        Assert.Contains("Triage line, Riverside", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_Page_SaysWhereItLeads()
    {
        var page = await TextAsync("/doors/gp");

        Assert.Contains("Triage line, Riverside", page, StringComparison.Ordinal);
        Assert.Contains("50 % of those who may come in", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/coverage/nothing", HttpStatusCode.NotFound)]
    [InlineData("/services/nothing", HttpStatusCode.NotFound)]
    [InlineData("/coverage.json?day=2022-13-01", HttpStatusCode.BadRequest)]
    [InlineData("/coverage.json?max-hand-offs=17", HttpStatusCode.BadRequest)]
    [InlineData("/coverage.json?until=2090-01-01&day=2022-01-01", HttpStatusCode.BadRequest)]
    public async Task Get_WhatIsNotThere_SaysSo(string address, HttpStatusCode status) => Assert.Equal(status, (await site.Client.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Load_MapOfAnEarlierMoment_IsAsItWasThen()
    {
        var store = new MapStore(site.Database);
        var before = site.Database.Now;
        var house = (ServiceEntry)TestMap.Entries[1];
        site.Clock.Move(TimeSpan.FromMinutes(1));
        await site.SaveAsync(RecordKinds.Service, house.Id, house with { Accepts = [] });

        Assert.Single((await store.LoadAsync(Reader.Public, TestSite.Body, before))!.Entries.Services.Single(one => one.Id == "house").Accepts);
        Assert.Empty((await store.LoadAsync(Reader.Public, TestSite.Body))!.Entries.Services.Single(one => one.Id == "house").Accepts);
        Assert.Null(await store.LoadAsync(Reader.Public, TestSite.Body, before.AddYears(-1)));
    }

    private async Task<string> TextAsync(string address)
    {
        var response = await site.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
