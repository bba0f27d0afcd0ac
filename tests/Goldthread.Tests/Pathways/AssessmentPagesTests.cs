using System.Net;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;
using Goldthread.Register.People;
using Goldthread.Rules;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Pathways;

/// <summary>Organisations say how they stand to the standards, others review it, and the map follows.</summary>
public sealed class AssessmentPagesTests : IAsyncLifetime
{
    private const string Police = "riverside-police", Lantern = "lantern";

    private static readonly IReadOnlyList<StandardStatement> Asked = AssessmentRules.AskedOf(RulesFolder.Read(RulesFolder.Default).Book!.Standards, "police", new DateOnly(2026, 11, 22));

    private readonly TestSite site = new();
    private TestBrowser partner = null!;
    private TestBrowser peer = null!;
    private TestBrowser officer = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.SaveAsync(RecordKinds.Organisation, Police, new Organisation { Name = "Riverside Police", Type = "police" });
        (partner, peer, officer) = (await AsAsync(Role.Partner, Police), await AsAsync(Role.Partner, Lantern), await AsAsync(Role.Officer));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Answers_OfTheMinimum_DecideWhatTheMapSaysOfTheServices()
    {
        // The map says that the house meets the standard and the line does not.
        Assert.Equal((true, false), await MeetsAsync());

        foreach (var one in Minimum.Skip(1))
            await AnswerAsync(partner, one.Number, "Met");
        Assert.Equal((true, false), await MeetsAsync());
        await AnswerAsync(partner, "M1", "NotMet");
        Assert.Equal((false, false), await MeetsAsync());
        Assert.Contains("By its owner’s own answers", await TextAsync("/services/house"), StringComparison.Ordinal);
        await AnswerAsync(partner, "M1", "Met");
        Assert.Equal((true, true), await MeetsAsync());

        // A form sends what it was asked for: the borough, and the number however it is written.
        var form = await (await partner.OpenAsync($"/desk/standards/{Police}/m1?borough=Barnet")).Content.ReadAsStringAsync();
        Assert.Matches("action=\"[^\"]*borough=Barnet[^\"]*handler=Answer", WebUtility.HtmlDecode(form));

        // In one borough it differs; no service takes people of that borough alone, so the map stays.
        await AnswerAsync(partner, "M1", "NotMet", "?borough=Barnet");
        Assert.Equal((true, true), await MeetsAsync());
        var boroughs = await TextAsync($"/standards/compare?organisation={Police}");
        Assert.Contains("borough by borough", boroughs, StringComparison.Ordinal);
        Assert.Contains("As a whole", boroughs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gap_FromAnswerToDone_StandsInThePlanAndTheFile()
    {
        await AnswerAsync(partner, "M1", "Partly");

        var plan = await TextAsync("/standards/plan");
        Assert.Contains("A second door.", plan, StringComparison.Ordinal);
        Assert.Contains("31 March 2027", plan, StringComparison.Ordinal);
        Assert.Contains(Minimum[0].Cost, plan, StringComparison.Ordinal);
        var rows = (await site.Client.GetStringAsync($"/standards/plan.csv?organisation={Police}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.Contains("A second door.,Chief inspector,2027-03-31", rows[1], StringComparison.Ordinal);

        Kept(await PostAsync(partner, $"/desk/standards/{Police}/M1", "Done", ("done", "It was put in.")));
        Assert.Contains("It was put in.", await TextAsync("/standards/plan"), StringComparison.Ordinal);
        Assert.Contains("done, to be answered anew", await site.Client.GetStringAsync("/standards/plan.csv"), StringComparison.Ordinal);
        await AnswerAsync(partner, "M1", "Met");
        Assert.DoesNotContain("It was put in.", await TextAsync("/standards/plan"), StringComparison.Ordinal);
        Assert.Contains("It was put in.", await TextAsync($"/assessments/{Police}/revisions/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_ByOthers_StandsBesideTheAnswerUntilThereIsANewOne()
    {
        await AnswerAsync(partner, "M1", "Met");

        var own = await PostAsync(partner, $"/desk/standards/{Police}/M1", "Review", ("agrees", "yes"), ("seen", await SeenAsync()));
        Assert.Contains("is reviewed by others", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Say why you do not agree", await BodyAsync(await ReviewAsync(peer, "no", "", "")), StringComparison.Ordinal);
        Assert.Contains("cannot be held up", await BodyAsync(await ReviewAsync(peer, "no", "Seen it.", "The door.")), StringComparison.Ordinal);
        Kept(await ReviewAsync(peer, "yes", "Seen on a visit.", "A door that can be locked from inside."));

        var page = await TextAsync($"/assessments/{Police}");
        Assert.Contains("A reviewer agrees", page, StringComparison.Ordinal);
        Assert.Contains("Lantern Advocacy", page, StringComparison.Ordinal);
        Assert.Contains("locked from inside", await TextAsync("/standards/good-practice?q=inside+door"), StringComparison.Ordinal);
        Assert.DoesNotContain("locked from inside", await TextAsync("/standards/good-practice?q=ladder"), StringComparison.Ordinal);

        var seen = await SeenAsync();
        await AnswerAsync(partner, "M1", "Partly");
        Assert.DoesNotContain("A reviewer agrees", await TextAsync($"/assessments/{Police}"), StringComparison.Ordinal);
        var late = await PostAsync(officer, $"/desk/standards/{Police}/M1", "Review", ("agrees", "yes"), ("seen", seen));
        Assert.Contains("answered it anew meanwhile", await BodyAsync(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningUp_ByItsPartner_StandsInPublicWithWhatIsNotMet()
    {
        await AnswerAsync(partner, "M1", "NotMet");
        var early = await PostAsync(partner, $"/desk/standards/{Police}", "SignUp", ("sure", "true"));
        Assert.Contains("Answer every statement of the minimum standard first", await BodyAsync(early), StringComparison.Ordinal);
        foreach (var one in Minimum.Skip(1))
            await AnswerAsync(partner, one.Number, "Met");
        var unsure = await PostAsync(partner, $"/desk/standards/{Police}", "SignUp");
        Assert.Contains("Say that you are the chief officer", await BodyAsync(unsure), StringComparison.Ordinal);
        using var provider = await AsAsync(Role.Provider, Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(provider, $"/desk/standards/{Police}", "SignUp", ("sure", "true"))).StatusCode);

        Kept(await PostAsync(partner, $"/desk/standards/{Police}", "SignUp", ("sure", "true")));

        foreach (var page in new[] { await TextAsync("/standards/organisations"), await TextAsync($"/organisations/{Police}") })
        {
            Assert.Contains("since", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Not met", page, StringComparison.Ordinal);
            Assert.Contains("A second door.", page, StringComparison.Ordinal);
        }

        Kept(await PostAsync(partner, $"/desk/standards/{Police}", "TakeBack"));
        Assert.Contains("Nobody has signed up yet", await TextAsync("/standards/organisations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WhatIsMissing_IsSaidAtItsField()
    {
        var page = $"/desk/standards/{Police}/M1";

        Assert.Contains("Choose an answer", await BodyAsync(await PostAsync(partner, page, "Answer", ("evidence", "A room."))), StringComparison.Ordinal);
        Assert.Contains("Say what shows it", await BodyAsync(await PostAsync(partner, page, "Answer", ("answer", "Met"))), StringComparison.Ordinal);
        Assert.Contains("Say what will be done about it", await BodyAsync(await PostAsync(partner, page, "Answer", ("answer", "NotMet"), ("evidence", "No room."))), StringComparison.Ordinal);
        Assert.Contains("No public record of this register goes by that", await BodyAsync(await PostAsync(partner, page, "Answer", ("answer", "Met"), ("evidence", "A room."), ("shows", "PCD 1"))), StringComparison.Ordinal);
        await site.SaveAsync("PCD 9055", "A door");
        Kept(await PostAsync(partner, page, "Answer", ("answer", "Met"), ("evidence", "A room."), ("shows", "PCD 9055")));
        Assert.Contains("/decisions/pcd-9055", await TextAsync($"/assessments/{Police}"), StringComparison.Ordinal);
        var other = await PostAsync(peer, page, "Answer", ("answer", "Met"), ("evidence", "Theirs."));
        Assert.Contains("an organisation answers for itself", await BodyAsync(other), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.OpenAsync($"/desk/standards/{Police}/M4")).StatusCode); // for schools
    }

    private static IReadOnlyList<StandardStatement> Minimum => [.. Asked.Where(one => one.Level == StandardLevel.Minimum)];

    private async Task<(bool House, bool Line)> MeetsAsync()
    {
        var (house, line) = (await TextAsync("/services/house"), await TextAsync("/services/triage"));
        return (Says(house), Says(line));

        static bool Says(string page)
        {
            var at = page.IndexOf("Minimum standard", StringComparison.Ordinal);
            var fact = page[at..page.IndexOf("</dd>", at, StringComparison.Ordinal)];
            return !fact.Contains("Not met", StringComparison.Ordinal);
        }
    }

    private static async Task AnswerAsync(TestBrowser client, string number, string answer, string query = "") =>
        Kept(await PostAsync(client, $"/desk/standards/{Police}/{number}{query}", "Answer", ("answer", answer), ("evidence", "Two rooms, one with a door."), ("what", "A second door."), ("owner", "Chief inspector"), ("due", "31/3/2027")));

    private async Task<HttpResponseMessage> ReviewAsync(TestBrowser client, string agrees, string words, string good) =>
        await PostAsync(client, $"/desk/standards/{Police}/M1", "Review", ("agrees", agrees), ("words", words), ("good", good), ("seen", await SeenAsync()));

    private async Task<string> SeenAsync()
    {
        var page = await (await officer.OpenAsync($"/desk/standards/{Police}/M1")).Content.ReadAsStringAsync();
        var at = page.IndexOf("name=\"seen\" value=\"", StringComparison.Ordinal) + 19;
        return page[at..page.IndexOf('"', at)];
    }

    private static void Kept(HttpResponseMessage answer) => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

    private async Task<TestBrowser> AsAsync(Role role, string? organisation = null) =>
        new(site) { Key = await site.Services.GetRequiredService<Sessions>().BeginAsync(await site.JoinAsync(role, organisation), "code", "A test") };

    private static Task<HttpResponseMessage> PostAsync(TestBrowser browser, string page, string handler, params (string Name, string Value)[] fields) =>
        browser.SendAsync(page, fields, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}");

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().ContinueWith(body => WebUtility.HtmlDecode(body.Result), TaskScheduler.Default);

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));
}
