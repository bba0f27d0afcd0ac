using System.Net;
using System.Text.RegularExpressions;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Pathways;

/// <summary>Keeping the map: an owner is asked, looks and proposes; an officer answers; what everybody reads follows.</summary>
public sealed partial class KeepingTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Week_OfAPartner_EndsInAMapThatReachesMore()
    {
        using var partner = await AsAsync(Role.Partner, "riverside-police");
        using var officer = await AsAsync(Role.Officer);
        Assert.Contains("2 entries of your organisation were not looked at in the last six months", await TextAsync(partner, "/desk"), StringComparison.Ordinal);
        Assert.Contains("checked 1 March 2021", await TextAsync(partner, "/desk/map"), StringComparison.Ordinal);

        await partner.SendAsync("/desk/map/services/house", [], "/desk/map/services/house?handler=Check");
        Assert.Contains("One entry of your organisation was not looked at", await TextAsync(partner, "/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("more than six months ago", await TextAsync(partner, "/services/house"), StringComparison.Ordinal);

        var asked = await partner.SendAsync("/desk/map/new/services", [("name", "House for girls"), ("stage", "support"), ("accepts", "age: under 16"), ("provides", "refuge"), ("why", "It opens in spring.")]);
        await AcceptAsync(officer, asked.Headers.Location!.OriginalString, "Agreed by the board");
        Assert.Contains("Nobody under 16 reaches refuge.", await TextAsync(partner, "/coverage/refuge"), StringComparison.Ordinal);

        var form = await FieldsAsync(partner, "/desk/map/services/triage");
        var link = await partner.SendAsync("/desk/map/services/triage", [.. form, ("to", "house for girls"), ("toWait", "3"), ("why", "Girls are led there.")], "/desk/map/services/triage?handler=Propose");
        var proposal = link.Headers.Location!.OriginalString;
        Assert.Contains("Answer what is proposed", await TextAsync(officer, "/desk"), StringComparison.Ordinal);
        var asks = await TextAsync(officer, proposal);
        Assert.Contains("Refuge: 2 situations would newly reach it", asks, StringComparison.Ordinal);
        Assert.Contains("House for girls, after 3 days", asks, StringComparison.Ordinal);
        Assert.DoesNotContain("triage--house-for-girls", asks, StringComparison.Ordinal);
        await AcceptAsync(officer, proposal, "");

        Assert.Contains("Everybody looked at reaches refuge", await TextAsync(partner, "/coverage/refuge"), StringComparison.Ordinal);
        var history = await TextAsync(partner, "/services/triage/revisions");
        Assert.Contains("Proposed by Sample office, Riverside Police: Girls are led there. Accepted.", history, StringComparison.Ordinal);
        Assert.Contains("house-for-girls", await site.Client.GetStringAsync("/services/triage.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_EntryOfAnotherOrganisation_IsRefusedAndSeenByNobodyElse()
    {
        using var other = await AsAsync(Role.Partner, "lantern");
        using var owner = await AsAsync(Role.Provider, "riverside-police");
        Assert.Contains("belongs to another organisation", await TextAsync(other, "/desk/map/services/house"), StringComparison.Ordinal);
        var token = await other.TokenAsync("/desk/map/new/doors");
        var refused = await other.SendWithAsync(token, "/desk/map/services/house?handler=Propose", [("name", "Taken over"), ("why", "Ours now.")]);
        await other.SendWithAsync(token, "/desk/map/services/house?handler=Check", []);
        Assert.Contains("belongs to another organisation", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 3, 1), (await HouseAsync()).Checked!.On);

        var proposal = (await owner.SendAsync("/desk/map/services/house", [.. await FieldsAsync(owner, "/desk/map/services/house"), ("funding", "PCD 9001"), ("why", "Another decision pays.")], "/desk/map/services/house?handler=Propose")).Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(proposal)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetAsync(proposal)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.SendAsync(proposal, [], proposal + "?handler=Accept")).StatusCode);
        Assert.DoesNotContain("PCD 9001", await site.Client.GetStringAsync("/services/house.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_EntryThatChangedMeanwhile_IsRefusedButACheckIsNoChange()
    {
        using var owner = await AsAsync(Role.Provider, "riverside-police");
        using var officer = await AsAsync(Role.Officer);
        var (first, second) = (await ProposeAsync("PCD 9001"), await ProposeAsync("PCD 9003"));
        await owner.SendAsync("/desk/map/services/house", [], "/desk/map/services/house?handler=Check");

        await AcceptAsync(officer, first, "");
        var late = await officer.SendAsync(second, [], second + "?handler=Accept");

        Assert.Equal("PCD 9001", (await HouseAsync()).Funding);
        Assert.NotEqual(new DateOnly(2021, 3, 1), (await HouseAsync()).Checked!.On);
        Assert.Contains("The entry was changed after this was proposed", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Say why not", await (await officer.SendAsync(second, [], second + "?handler=Refuse")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SendAsync(second, [("answer", "PCD 9001 pays.")], second + "?handler=Refuse")).StatusCode);
        Assert.Contains("PCD 9001 pays.", await TextAsync(owner, second), StringComparison.Ordinal);

        async Task<string> ProposeAsync(string funding) =>
            (await owner.SendAsync("/desk/map/services/house", [.. await FieldsAsync(owner, "/desk/map/services/house"), ("funding", funding), ("why", "Another decision pays.")], "/desk/map/services/house?handler=Propose")).Headers.Location!.OriginalString;
    }

    [Theory]
    [InlineData("accepts", "colour: blue", "names no characteristic")]
    [InlineData("accepts", "age: elderly", "“elderly” is no value of age. Write one or more of under 16, adult")]
    [InlineData("to", "no such house", "No service of the map goes by that")]
    [InlineData("last", "soon", "Enter a day, such as 31/3/2027")]
    [InlineData("why", "", "Say in a sentence why")]
    [InlineData("name", "", "Enter its name")]
    public async Task Propose_WhatCannotBe_SaysSoAtTheFieldAndKeepsWhatWasTyped(string field, string typed, string said)
    {
        using var owner = await AsAsync(Role.Partner, "riverside-police");
        var fields = (await FieldsAsync(owner, "/desk/map/services/house")).Where(one => one.Name != field).Append((field, typed));

        var answer = WebUtility.HtmlDecode(await (await owner.SendAsync("/desk/map/services/house", [.. fields, .. field == "why" ? Array.Empty<(string, string)>() : [("why", "It is so, as typed.")]], "/desk/map/services/house?handler=Propose")).Content.ReadAsStringAsync());

        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.Contains("There is a problem", answer, StringComparison.Ordinal);
        Assert.Contains(typed, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_SecretPlaceWhoseNameSaysWhere_IsRefused()
    {
        using var owner = await AsAsync(Role.Partner, "riverside-police");

        var answer = System.Net.WebUtility.HtmlDecode(await (await owner.SendAsync("/desk/map/new/services", [("name", "Refuge in Bexley"), ("secretIn", "East"), ("provides", "refuge"), ("why", "New.")])).Content.ReadAsStringAsync());

        Assert.Contains("is to be secret, but “Bexley” stands", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_ChangedAtTheDesk_ChangesTheSentencesOfTheGaps()
    {
        using var officer = await AsAsync(Role.Officer);
        Assert.Contains("Nobody under 16 reaches refuge.", await site.Client.GetStringAsync("/coverage/refuge"), StringComparison.Ordinal);
        const string page = "/desk/rules/profile-words/change", words = "dimension,value,words,source\nage,under 16,who is still a child,plain English\n";
        var tried = await (await officer.SendAsync(page, [("text", words), ("revision", "0")], page + "?handler=Try")).Content.ReadAsStringAsync();

        var saved = await officer.SendAsync(page, [("text", words), ("revision", "0"), ("tried", Tried().Match(tried).Groups["mark"].Value), ("why", "A word that people use.")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Nobody who is still a child reaches refuge.", await site.Client.GetStringAsync("/coverage/refuge"), StringComparison.Ordinal);
    }

    private static async Task AcceptAsync(TestBrowser officer, string proposal, string answer) =>
        Assert.Equal(proposal, (await officer.SendAsync(proposal, [("answer", answer)], proposal + "?handler=Accept")).Headers.Location?.OriginalString);

    private async Task<TestBrowser> AsAsync(Role role, string? organisation = null) =>
        new(site) { Key = await site.Services.GetRequiredService<Sessions>().BeginAsync(await site.JoinAsync(role, organisation), "code", "A test") };

    private async Task<ServiceEntry> HouseAsync() => (ServiceEntry)(await site.Database.For(Reader.Staff).FindAsync(TestSite.Body, "service", "house"))!.Record!.Content;

    private static async Task<string> TextAsync(TestBrowser browser, string address) => WebUtility.HtmlDecode(await browser.Client.GetStringAsync(address));

    [Fact]
    public async Task Form_OfAnEntry_EndsHandOffsChangesWhoMayFollowAndSaysHowItIsReached()
    {
        using var partner = await AsAsync(Role.Partner, "riverside-police");
        using var officer = await AsAsync(Role.Officer);
        const string page = "/desk/map/services/triage";
        var form = await FieldsAsync(partner, page);

        var narrowed = await partner.SendAsync(page, [.. With(form, ("follows[0]", "age: adult"), ("reach.telephone", "020 7946 0000"), ("reach.languages", "English, Urdu")), ("why", "Only adults are led on.")], page + "?handler=Propose");
        var proposal = await TextAsync(officer, narrowed.Headers.Location!.OriginalString);
        Assert.Contains("Lantern house, after 2 days, only age: adult; it was after 2 days", proposal, StringComparison.Ordinal);
        await AcceptAsync(officer, narrowed.Headers.Location!.OriginalString, "");
        var open = await TextAsync(partner, "/services/triage");
        Assert.Contains("020 7946 0000", open, StringComparison.Ordinal);
        Assert.Contains("English and Urdu", open, StringComparison.Ordinal);
        Assert.Contains("Only age: adult", open, StringComparison.Ordinal);

        var gone = await partner.SendAsync(page, [.. await FieldsAsync(partner, page), ("gone", "l2"), ("why", "It has ended.")], page + "?handler=Propose");
        Assert.Contains("taken out", await TextAsync(officer, gone.Headers.Location!.OriginalString), StringComparison.Ordinal);
        await AcceptAsync(officer, gone.Headers.Location!.OriginalString, "");
        Assert.Contains("hands nobody on", await TextAsync(partner, "/services/triage"), StringComparison.Ordinal);
        var wrong = await partner.SendAsync(page, [.. With(await FieldsAsync(partner, page), ("reach.telephone", "ring us"), ("reach.web", "example.org")), ("why", "A number.")], page + "?handler=Propose");
        var said = await wrong.Content.ReadAsStringAsync();
        Assert.Contains("Enter a number of digits and spaces", said, StringComparison.Ordinal);
        Assert.Contains("begins with https://", said, StringComparison.Ordinal);

        static IEnumerable<(string Name, string Value)> With(List<(string Name, string Value)> form, params (string Name, string Value)[] with) =>
            [.. form.Where(field => with.All(other => other.Name != field.Name)), .. with];
    }

    [Fact]
    public async Task WhatIf_TriedKeptAndTriedAgain_GivesTheSameAndSaysWhatItIsToday()
    {
        using var officer = await AsAsync(Role.Officer);
        var begun = await officer.SendAsync("/desk/what-ifs", [("name", "A refuge for everybody"), ("why", "Whom would it bring?")]);
        var address = begun.Headers.Location!.OriginalString;
        const string page = "/desk/map/services/house";
        var form = (await FieldsAsync(officer, page)).Where(field => field.Name is not ("accepts" or "whatIf")).ToList();
        var tried = await officer.SendAsync(page, [.. form, ("accepts", ""), ("whatIf", "a-refuge-for-everybody")], page + "?handler=WhatIf");
        Assert.Equal(address, tried.Headers.Location?.OriginalString);
        Assert.Contains("2 newly reach it", await TextAsync(officer, address), StringComparison.Ordinal);

        // The map itself has not changed, and then changes so that nothing is left to bring.
        var otherwise = await TextAsync(officer, address);
        Assert.Contains("<del>age: adult</del>", otherwise, StringComparison.Ordinal);
        Assert.Contains("<ins>everybody</ins>", otherwise, StringComparison.Ordinal);
        var house = await HouseAsync();
        Assert.NotEmpty(house.Accepts);
        await site.SaveAsync(Core.Records.RecordKinds.Service, "house", house with { Accepts = [] });
        var again = await TextAsync(officer, address + "?again=true");
        Assert.Contains("Tried again on the same map, it gives the same.", again, StringComparison.Ordinal);
        Assert.Contains("Nothing changes", again, StringComparison.Ordinal);

        // It is evidence of a draft, and of the decision for staff alone.
        await site.SaveAsync("PCD 9056", "A refuge", decision => decision with { WhatIfs = [new Core.Records.Ref<Core.Pathways.WhatIfs.WhatIf>("a-refuge-for-everybody")] });
        Assert.Contains("A refuge for everybody", await TextAsync(officer, "/decisions/pcd-9056"), StringComparison.Ordinal);
        Assert.DoesNotContain("refuge for everybody", await site.Client.GetStringAsync("/decisions/pcd-9056"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a-refuge-for-everybody", await site.Client.GetStringAsync("/decisions/pcd-9056.json"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/what-ifs/a-refuge-for-everybody")).StatusCode);
        var beside = await TextAsync(officer, "/desk/what-ifs?one=a-refuge-for-everybody&other=girls");
        Assert.Contains("Against the map of", beside, StringComparison.Ordinal);
        Assert.Contains("The map changed between the two", beside, StringComparison.Ordinal);
        using var partner = await AsAsync(Role.Partner, "riverside-police");
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.OpenAsync(address)).StatusCode);
    }

    // What the form of an entry holds, as a browser would send it back.
    private static async Task<List<(string Name, string Value)>> FieldsAsync(TestBrowser browser, string page)
    {
        var html = await browser.Client.GetStringAsync(page);
        var form = html[html.IndexOf("handler=Propose", StringComparison.Ordinal)..];
        List<(string, string)> fields = [.. Input().Matches(form).Where(match => !match.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) || match.Value.Contains("checked", StringComparison.Ordinal))
            .Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(Value().Match(match.Value).Groups["value"].Value)))];
        fields.AddRange(Area().Matches(form).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value).Trim('\r', '\n'))));
        return [.. fields.Where(field => field.Item1 is not ("__RequestVerificationToken" or "why" or "to" or "toWait" or "funding"))];
    }

    [GeneratedRegex("<input [^>]*name=\"(?<name>[^\"]+)\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    [GeneratedRegex(" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    [GeneratedRegex("<textarea [^>]*name=\"(?<name>[^\"]+)\"[^>]*>(?<value>[^<]*)</textarea>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [GeneratedRegex("name=\"tried\" value=\"(?<mark>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tried();
}
