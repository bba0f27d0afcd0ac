using System.Net;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

public sealed partial class DeskTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Ask_FromTheFormToTheAnswer_IsSeenByBothAndNobodyElse()
    {
        var (officer, partnerId) = (await site.SignInAsync(Role.Officer), await site.JoinAsync(Role.Partner));
        var (partner, other) = (await site.SignInAsync(partnerId), await site.SignInAsync(Role.Partner, "riverside-police"));
        var form = await officer.GetStringAsync("/desk/ask?about=decision/mayors-office/pcd-9002");
        Assert.Contains("value=\"decision/mayors-office/pcd-9002\"", form, StringComparison.Ordinal);
        Assert.Contains("Campaigns with communities and the people who know them</a>", form, StringComparison.Ordinal);
        var found = await (await PostAsync(officer, "/desk/ask", "/desk/ask?handler=Find", ("who", "lantern"), ("asking", "Report"))).Content.ReadAsStringAsync();
        Assert.Contains("Anybody at Lantern Advocacy", found, StringComparison.Ordinal);
        Assert.Contains($"value=\"person:{partnerId}\"", found, StringComparison.Ordinal);
        Assert.Contains("value=\"Report\"", found, StringComparison.Ordinal);

        var asked = await PostAsync(officer, "/desk/ask", "/desk/ask", ("of", $"person:{partnerId}"), ("asking", "Report on <b>reach</b>"), ("words", "How many people?"), ("about", "pcd 9002"), ("due", "31/3/2199"));
        var page = asked.Headers.Location!.OriginalString;

        Assert.StartsWith("/desk/asks/", page, StringComparison.Ordinal);
        var desk = await partner.GetStringAsync("/desk");
        Assert.Contains("One thing waits for you.", desk, StringComparison.Ordinal);
        Assert.Contains("Report on &lt;b&gt;reach&lt;/b&gt;", desk, StringComparison.Ordinal);
        Assert.Contains("PCD 9002", desk, StringComparison.Ordinal);
        Assert.Contains("How many people?", await partner.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(other, "/desk/account", page + "?handler=Done", ("answer", "Not hers"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetAsync(page)).StatusCode);

        Assert.Contains("Say in a few words what was done", await (await PostAsync(partner, page, page + "?handler=Done", ("answer", " "))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/desk", (await PostAsync(partner, page, page + "?handler=Done", ("answer", "Reached 12,000."))).Headers.Location?.OriginalString);
        Assert.Contains("Nothing waits for you.", await partner.GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Reached 12,000.", await officer.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_ToAColleague_ShowsOnBothDesks()
    {
        var (officer, first, second) = (await site.JoinAsync(Role.Officer), await site.JoinAsync(Role.Partner), await site.JoinAsync(Role.Provider));
        var page = await AskAsync(officer, first);
        var client = await site.SignInAsync(first);

        var handed = await PostAsync(client, page, page + "?handler=HandOver", ("to", second.ToString()), ("reason", "She knows it."));

        Assert.Equal("/desk", handed.Headers.Location?.OriginalString);
        Assert.Contains("Report on reach", await (await site.SignInAsync(second)).GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("What you gave away", await client.GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("She knows it.", await client.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Partner)]
    [InlineData(Role.Auditor)]
    public async Task Ask_WhoMayNot_IsOfferedNothingAndRefused(Role role)
    {
        var client = await site.SignInAsync(role);

        Assert.DoesNotContain("/desk/ask\"", await client.GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/ask")).StatusCode);
    }

    [Fact]
    public async Task Ask_WhatIsWrong_StandsAtItsFieldAndWhatWasTypedStays()
    {
        var client = await site.SignInAsync(Role.Officer);

        var answer = await (await PostAsync(client, "/desk/ask", "/desk/ask", ("asking", "Report"), ("about", "PCD 1"), ("due", "soon"))).Content.ReadAsStringAsync();

        Assert.Contains("There is no such record", answer, StringComparison.Ordinal);
        Assert.Contains("Enter a day, such as", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"Report\"", answer, StringComparison.Ordinal);
        Assert.Contains("Enter a name, a role or an organisation", await (await PostAsync(client, "/desk/ask", "/desk/ask", ("asking", "Report"), ("due", "31/3/2199"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legal", "Look whether this is who you mean", "value=\"role:legal adviser\" checked")]
    [InlineData("ADV legal", "Look whether this is who you mean", "value=\"role:legal adviser\" checked")]
    [InlineData("adviser", "Choose one of these", "value=\"role:finance adviser\"")]
    [InlineData("ficer", "Nobody here goes by that", "")]
    [InlineData("-", "Nobody here goes by that", "")]
    public async Task Ask_NameInsteadOfAChoice_IsLookedForAndNothingIsSent(string who, string said, string offered)
    {
        var client = await site.SignInAsync(Role.ChiefExecutive);

        var answer = await PostAsync(client, "/desk/ask", "/desk/ask", ("who", who), ("asking", "Report on it"), ("due", "31/3/2199"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(offered, page, StringComparison.Ordinal);
        Assert.Contains("value=\"Report on it\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ManyOfAName_OffersTwentyAndSaysHowManyMore()
    {
        for (var i = 0; i < 24; i++)
            await site.JoinAsync(Role.Analyst);
        var client = await site.SignInAsync(Role.Officer);

        var page = await (await PostAsync(client, "/desk/ask", "/desk/ask?handler=Find", ("who", "sample analyst"))).Content.ReadAsStringAsync();

        Assert.Equal(20, page.Split("name=\"of\"").Length - 1);
        Assert.Contains("4 more fit.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample analyst", await client.GetStringAsync("/desk/ask"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.DecisionMaker, true)]
    [InlineData(Role.Partner, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Record_WhoeverMayAsk_IsOfferedToAskAboutIt(Role role, bool offered)
    {
        var client = await site.SignInAsync(role);

        foreach (var (page, about) in ((string, string)[])[("/decisions/pcd-9002", "decision%2Fmayors-office%2Fpcd-9002"), ("/boards/safety-board/2021-12-08", "meeting%2Fmayors-office%2Fsafety-board%2F2021-12-08"), ("/organisations/lantern", "organisation%2Fall%2Flantern")])
        {
            var link = $"href=\"/desk/ask?about={about}\"";
            var text = await client.GetStringAsync(page);
            Assert.Equal(offered, text.Contains(link, StringComparison.Ordinal));
            Assert.DoesNotContain("/desk/ask", await site.Client.GetStringAsync(page), StringComparison.Ordinal);
            if (offered)
                Assert.Contains("That is <a", await client.GetStringAsync($"/desk/ask?about={about}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Desk_ChangedSinceSheLooked_IsNewUntilSheSaysSo()
    {
        var partner = await site.SignInAsync(Role.Partner);
        await site.SaveAsync("PCD 9101", "A new decision");
        await site.SaveAsync(RecordKinds.Decision, "PCD 9102", new Core.Decisions.Decision { Reference = "PCD 9102", Title = "A decision for staff" }, visibility: Audience.Staff);

        var desk = await partner.GetStringAsync("/desk");
        var again = await partner.GetStringAsync("/desk");
        await PostAsync(partner, "/desk", "/desk?handler=Looked", ("upTo", UpTo().Match(desk).Groups["ticks"].Value));

        Assert.Contains("A new decision", desk, StringComparison.Ordinal);
        Assert.Contains("A new decision", again, StringComparison.Ordinal);
        Assert.DoesNotContain("A decision for staff", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("A new decision", await partner.GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("A decision for staff", await (await site.SignInAsync(Role.Officer)).GetStringAsync("/search?q=decision+for+staff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_WithThingsOpen_HandsThemToASuccessorWithoutShowingThem()
    {
        var (officer, leaver, successor) = (await site.JoinAsync(Role.Officer), await site.JoinAsync(Role.Partner), await site.JoinAsync(Role.Partner));
        await AskAsync(officer, leaver);
        var client = await site.SignInAsync(Role.Administrator);

        var page = await client.GetStringAsync($"/desk/people/{leaver}/leave");
        await PostAsync(client, $"/desk/people/{leaver}/leave", $"/desk/people/{leaver}/leave", ("reason", "Left."), ("to", successor.ToString()));

        Assert.Contains("One thing is open", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Report on reach", page, StringComparison.Ordinal);
        Assert.Contains("Report on reach", await (await site.SignInAsync(successor)).GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Nothing is left open", await client.GetStringAsync($"/desk/people/{leaver}/leave"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_WithDraftsOpen_HandsThemToAnOfficerAloneWithoutShowingThem()
    {
        var (leaver, adviser, successor) = (await site.JoinAsync(Role.Officer), await site.JoinAsync(Role.Adviser), await site.JoinAsync(Role.Officer));
        var standing = (await site.Services.GetRequiredService<PeopleService>().StandingAsync(leaver))!;
        var drafts = site.Services.GetRequiredService<DraftService>();
        var draft = (await drafts.StartAsync(TestSite.Body, DraftContent.Empty.With("title", "Canary lighting"), standing)).Draft!.Value;
        var client = await site.SignInAsync(Role.Administrator);
        var address = $"/desk/people/{leaver}/leave";

        var page = await client.GetStringAsync(address);
        await PostAsync(client, address, address, ("reason", "Left."), ("to", adviser.ToString()));
        Assert.Contains("One thing is open", page, StringComparison.Ordinal);
        Assert.Contains("A draft of hers: being drafted", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", page, StringComparison.Ordinal);
        Assert.Contains("One thing is open", await client.GetStringAsync(address), StringComparison.Ordinal);

        await PostAsync(client, address, address, ("to", successor.ToString()));
        var taker = (await site.Services.GetRequiredService<PeopleService>().StandingAsync(successor))!;
        Assert.Equal(successor, (await drafts.FindAsync(draft, taker))!.Head.Owner);
        Assert.Contains("Nothing is left open", await client.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_FromAnotherSiteOrWithoutItsToken_IsRefused()
    {
        var (officer, partner) = (await site.JoinAsync(Role.Officer), await site.JoinAsync(Role.Partner));
        var page = await AskAsync(officer, partner);
        var client = await site.SignInAsync(partner);

        var without = await client.PostAsync(page + "?handler=Done", new FormUrlEncodedContent([new("answer", "Forged")]));

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.DoesNotContain("Forged", await client.GetStringAsync(page), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(Guid by, Guid of)
    {
        var standing = await site.Services.GetRequiredService<PeopleService>().StandingAsync(by);
        var asks = site.Services.GetRequiredService<AskService>();
        var outcome = await asks.AskAsync(new NewAsk("Report on reach", asks.Today.AddDays(3), "How many people?", of), standing!);
        return $"/desk/asks/{outcome.Ask!.Value}";
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string from, string to, params (string Name, string Value)[] fields)
    {
        using var page = await client.GetAsync(from);
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        var cookie = page.Headers.TryGetValues("Set-Cookie", out var set) ? set.First(one => one.StartsWith("goldthread-form=", StringComparison.Ordinal)).Split(';')[0] : "";
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", $"{client.DefaultRequestHeaders.GetValues("Cookie").Single()}; {cookie}");
        return await client.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"upTo\" value=\"(?<ticks>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UpTo();
}
