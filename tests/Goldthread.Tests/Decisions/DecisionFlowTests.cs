using System.Net;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Due;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions;

/// <summary>Decisions on their way, over HTTP: who may take which step, what stops it, and that nothing typed is lost.</summary>
public sealed class DecisionFlowTests
{
    [Fact]
    public async Task Flow_FromDraftToWithdrawn_IsTakenByEachAndSeenByEverybodyOnlyWhilePublished()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();

        await flow.ToMayorAsync(draft);
        var page = (await flow.OpenAsync("mayor", $"/desk/decisions/{draft}/decide")).Body!.TextContent;
        foreach (var shown in new[] { "Approve a grant of £250,000", "2026/27", "Community safety fund", "£250,000", "Deputy Mayor for Policing and Crime", "4.8", "Canary advice of finance." })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        await flow.MustAsync(draft, "mayor", "decide", "Return", DraftState.Draft, ("questions", "Which parks?"));
        Assert.Contains("came back with questions", (await flow.OpenAsync("officer", "/desk")).Body!.TextContent, StringComparison.Ordinal);
        await flow.MustAsync(draft, "officer", "take/ask-advice", "AskAdvice", DraftState.Advice);
        await flow.MustAsync(draft, "officer", "take/send-on", "SendOn", DraftState.ChiefExecutive);
        await flow.MustAsync(draft, "chief", "decide", "Recommend", DraftState.DecisionMaker);
        Assert.Contains("Which parks?", (await flow.OpenAsync("mayor", $"/desk/decisions/{draft}/decide")).Body!.TextContent, StringComparison.Ordinal);
        await flow.MustAsync(draft, "mayor", "decide", "Approve", DraftState.Approved, [("has", "some"), ("interests", "My sister lives there."), .. await flow.WarningsAsync(draft)]);
        Assert.Equal(HttpStatusCode.NotFound, (await flow.Site.Client.GetAsync("/decisions/pcd-9501")).StatusCode);

        await flow.MustAsync(draft, "secretary", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));
        Assert.Contains("Canary lighting", await flow.Site.Client.GetStringAsync("/decisions/pcd-9501"), StringComparison.Ordinal);
        await flow.MustAsync(draft, "officer", "take/correct", "Correct", DraftState.Published, ("text.summary", "Lamps for five parks."), ("reason", "There are five."));
        Assert.Contains("Lamps for five parks.", await flow.Site.Client.GetStringAsync("/decisions/pcd-9501"), StringComparison.Ordinal);

        var withdrawn = await flow.SendAsync("chief", $"/desk/decisions/{draft}/take/withdraw", "Withdraw", ("reason", "It names a place."));
        Assert.Contains("It is withdrawn", withdrawn.Body, StringComparison.Ordinal);
        Assert.Contains("Who is to be told", withdrawn.Body, StringComparison.Ordinal);
        foreach (var address in new[] { "/decisions", "/decisions.atom", "/decisions.csv", "/decisions.json", "/search?q=parks", "/decisions/pcd-9501", "/decisions/pcd-9501.json", "/decisions/pcd-9501.docx", "/sitemap.xml", "/" })
            Assert.DoesNotContain("anary lighting", await (await flow.Site.Client.GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var history = (await flow.OpenAsync("officer", $"/desk/decisions/{draft}/history")).Body!.TextContent;
        foreach (var told in new[] { "Which parks?", "My sister lives there.", "There are five.", "It names a place.", "Sample mayor" })
            Assert.Contains(told, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_EveryActByEveryRole_IsDoneOnlyByWhomTheTableNames()
    {
        await using var flow = await FlowSite.NewAsync();
        foreach (var role in new[] { Role.Analyst, Role.Auditor, Role.Administrator, Role.Partner, Role.Provider })
            await flow.JoinAsync(role.ToString(), role);
        var draft = await flow.StartAsync();
        var holders = new (string Name, Role Role)[]
        {
            ("officer", Role.Officer), ("legal", Role.Adviser), ("secretary", Role.Secretariat), ("chief", Role.ChiefExecutive), ("mayor", Role.DecisionMaker), ("Analyst", Role.Analyst),
            ("Auditor", Role.Auditor), ("Administrator", Role.Administrator), ("Partner", Role.Partner), ("Provider", Role.Provider),
        };

        foreach (var act in Enum.GetValues<DraftAct>().Where(act => act != DraftAct.Supersede))
        {
            foreach (var (name, role) in holders)
            {
                var address = $"/desk/decisions/{draft}/{(DraftSteps.IsDeciding(act) ? "decide" : $"take/{DraftSteps.SlugOf(act)}")}";
                var sent = await flow.ForceAsync(name, address, act.ToString(), ("version", "-1"), ("reason", "A test"));
                var isNamed = DraftFlow.Steps.Any(step => step.Act == act && step.Roles.Contains(role));
                Assert.True(isNamed == (sent.Status != HttpStatusCode.Forbidden), $"{act} by {name}: {(int)sent.Status}");
            }
        }

        Assert.Equal((DraftState.Draft, 1), ((await flow.FindAsync(draft)).Head.State, (await flow.FindAsync(draft)).Head.Version));
    }

    [Fact]
    public async Task Steps_WhatSheMayNotTakeYet_NamesWhatStopsIt()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync(with: content => content.With("recommendations", ""));

        var steps = (await flow.OpenAsync("officer", $"/desk/decisions/{draft}/steps")).Body!.TextContent;
        Assert.Contains("GT1002", steps, StringComparison.Ordinal);
        Assert.Contains("Give up", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("Give up", (await flow.OpenAsync("chief", $"/desk/decisions/{draft}/steps")).Body!.TextContent, StringComparison.Ordinal);

        var other = await flow.StartAsync("PCD 9502");
        await flow.MustAsync(other, "officer", "take/ask-advice", "AskAdvice", DraftState.Advice);
        var waits = (await flow.OpenAsync("officer", $"/desk/decisions/{other}/steps")).Body!.TextContent;
        Assert.Contains("Advice is missing, or was given on something else: finance and equality.", waits, StringComparison.Ordinal);
        Assert.Contains("waits for your finance advice", (await flow.OpenAsync("finance", "/desk")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", (await flow.OpenAsync("legal", "/desk")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WithoutItsWarningsOrInterestsOrOnAnotherVersion_KeepsWhatWasTypedAndSaysWhy()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();
        await flow.ToMayorAsync(draft);
        var address = $"/desk/decisions/{draft}/decide";
        var warnings = await flow.WarningsAsync(draft);

        var unsaid = await flow.SendAsync("mayor", address, "Approve", ("questions", "Typed for later"));
        Assert.Contains("Say whether you have an interest to declare", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains("Typed for later", unsaid.Body, StringComparison.Ordinal);
        if (warnings.Length > 0)
            Assert.Contains("Acknowledge", FlowSite.Errors((await flow.SendAsync("mayor", address, "Approve", ("has", "none"))).Body), StringComparison.Ordinal);

        var late = await flow.SendAsync("mayor", address, "Approve", [("has", "none"), ("version", "1"), ("seen", "2 title:1"), .. warnings]);
        Assert.Contains("It was changed since you saw it.", late.Body, StringComparison.Ordinal);
        Assert.Contains("sent it to the decision maker", late.Body, StringComparison.Ordinal);
        Assert.Equal(DraftState.DecisionMaker, await flow.StateAsync(draft));
    }

    [Fact]
    public async Task GraveStep_ProofTooOld_IsNotTakenAndItsWordsWait()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();
        await flow.ToMayorAsync(draft);
        var warnings = await flow.WarningsAsync(draft);
        flow.Site.Clock.Move(Access.Fresh + TimeSpan.FromSeconds(1));

        var refused = await flow.SendAsync("mayor", $"/desk/decisions/{draft}/decide", "Approve", [("has", "some"), ("interests", "My sister lives there."), .. warnings]);
        Assert.Equal($"/sign-in/again?back={Uri.EscapeDataString($"/desk/decisions/{draft}/decide")}&kept=true", refused.Location);
        Assert.StartsWith("/sign-in/again?back=", (await flow.SendAsync("mayor", $"/desk/decisions/{draft}/decide", "Refuse", ("reasons", "No."))).Location, StringComparison.Ordinal);
        Assert.Equal(DraftState.DecisionMaker, await flow.StateAsync(draft));

        await flow.ProveAsync("mayor");
        await flow.MustAsync(draft, "mayor", "decide", "Approve", DraftState.Approved, [("has", "none"), .. warnings]);
        flow.Site.Clock.Move(Access.Fresh + TimeSpan.FromSeconds(1));
        Assert.StartsWith("/sign-in/again?back=", (await flow.SendAsync("officer", $"/desk/decisions/{draft}/take/withdraw", "Withdraw")).Location, StringComparison.Ordinal);
        foreach (var step in DraftFlow.Steps.Where(step => step.Grave))
            Assert.Contains(Access.Table, row => row.Grave && row.Verb == $"POST {step.Act}");
    }

    [Fact]
    public async Task Correct_ProofRanOutWhileTyping_PutsEveryFieldBackAfterwards()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();
        await flow.SignAsync(draft);
        await flow.MustAsync(draft, "secretary", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));
        var sessions = flow.Site.Services.GetRequiredService<Register.People.Sessions>();
        using var browser = new TestBrowser(flow.Site) { Key = await sessions.BeginAsync(flow.Person("officer"), "code", "A test") };
        var address = $"/desk/decisions/{draft}/take/correct";
        var token = await browser.TokenAsync(address);
        flow.Site.Clock.Move(Access.Fresh + TimeSpan.FromSeconds(1));

        using var sent = await browser.SendWithAsync(token, $"{address}?handler=Correct",
            [("text.summary", "Lamps for five parks."), ("money.0.year", "2026/27"), ("money.0.amount", "260,000"), ("money.0.source", "Community safety fund"), ("money.0.vat", "none"), ("reason", "There are five."), ("version", "9")]);
        Assert.EndsWith("&kept=true", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        browser.Key = await sessions.BeginAsync(flow.Person("officer"), "code", "A test");
        var page = await browser.Client.GetStringAsync(address);

        foreach (var typed in new[] { "Lamps for five parks.", "There are five.", "260000", "What you typed is still here" })
            Assert.Contains(typed, page.Replace("260,000", "260000", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("Lamps for four parks.", (await flow.FindAsync(draft)).Content["summary"]);
    }

    [Fact]
    public async Task Organisations_ThatADraftNames_AreTiedToItsRecordAndAmongThoseToTell()
    {
        await using var flow = await FlowSite.NewAsync();
        await flow.Site.SaveAsync(RecordKinds.Organisation, "mps", new Organisation { Name = "Metropolitan Police Service" });
        var draft = await flow.StartAsync(with: content => content.With("background", "It was planned with the Metropolitan Police Service."));
        await flow.SignAsync(draft);
        await flow.MustAsync(draft, "secretary", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));

        Assert.Contains("Canary lighting", await flow.Site.Client.GetStringAsync("/organisations/mps"), StringComparison.Ordinal);
        Assert.Contains("Metropolitan Police Service, which it names", (await flow.OpenAsync("officer", $"/desk/decisions/{draft}/take/withdraw")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advise_OnWordsThatChangedMeanwhile_KeepsTheAdviceAndShowsThemAnew()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();
        await flow.MustAsync(draft, "officer", "take/ask-advice", "AskAdvice", DraftState.Advice);
        var address = $"/desk/decisions/{draft}/advise/equality";

        var late = await flow.SendAsync("equality", address, "Give", ("text", "Canary advice"), ("seal", new string('0', 32)));
        Assert.Contains("were changed while you wrote", late.Body, StringComparison.Ordinal);
        Assert.Contains("Canary advice", late.Body, StringComparison.Ordinal);
        Assert.Contains("Write the advice.", (await flow.SendAsync("equality", address, "Give", ("text", " "))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await flow.SendAsync("equality", address, "Give", ("text", "Fair."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await flow.Client("legal").GetAsync(address)).StatusCode);

        await flow.Site.Services.GetRequiredService<Register.Decisions.DraftService>().SaveAsync(draft, new Dictionary<string, (string, int)> { ["equality"] = ("Women and girls walk there after dark.", 1) }, await flow.StandingAsync("officer"));
        Assert.Contains("and girls", (await flow.OpenAsync("equality", address)).QuerySelector(".gt-told ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("waits for your equality advice", (await flow.OpenAsync("equality", "/desk")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await flow.SendAsync("equality", address, "Decline", ("text", "Nothing changes for anybody."))).Status);
        Assert.Contains("none needed", (await flow.OpenAsync("officer", $"/desk/decisions/{draft}/advice")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defer_ToADay_TellsThePublicNoMoreAndIsPublishedOnThatDay()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();
        await flow.SignAsync(draft);
        var day = flow.Site.Services.GetRequiredService<Register.Decisions.DraftFlowService>().Today.AddDays(30);

        Assert.Contains("Give a day after today", (await flow.SendAsync("officer", $"/desk/decisions/{draft}/take/defer", "Defer", ("until", "day"), ("day", "1/1/2020"), ("reason", "Bids."))).Body, StringComparison.Ordinal);
        var sent = await flow.SendAsync("officer", $"/desk/decisions/{draft}/take/defer", "Defer", ("until", "day"), ("day", day.ToString("yyyy-MM-dd")), ("reason", "Canary: bids are compared."), ("election", "ordinary"));
        Assert.True(await flow.StateAsync(draft) == DraftState.Deferred, FlowSite.Errors(sent.Body));

        var list = await flow.Site.Client.GetStringAsync("/decisions");
        Assert.Contains($"One decision is signed and not published yet: until {Goldthread.Site.Wording.Date(day)}.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", list, StringComparison.Ordinal);
        Assert.DoesNotContain("9501", list, StringComparison.Ordinal);
        Assert.Contains("bids are compared", (await flow.OpenAsync("officer", "/desk/decisions/deferred")).Body!.TextContent, StringComparison.Ordinal);

        var outbox = Path.Combine(flow.Site.DataFolder, "outbox");
        flow.Site.Clock.Move(TimeSpan.FromDays(24));
        await DueAsync(flow);
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(outbox).Single(file => File.ReadAllText(file).Contains("published in a week", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.Contains($"/desk/decisions/{draft}/steps", mail.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", mail, StringComparison.Ordinal);
        Assert.Equal(DraftState.Deferred, await flow.StateAsync(draft));

        flow.Site.Clock.Move(TimeSpan.FromDays(7));
        await DueAsync(flow);
        Assert.Contains("Canary lighting", await flow.Site.Client.GetStringAsync("/decisions/pcd-9501"), StringComparison.Ordinal);
        Assert.DoesNotContain("not published yet", await flow.Site.Client.GetStringAsync("/decisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_BeforeAnElection_AsksForAChoiceAndKeepsIt()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync();
        await flow.SignAsync(draft);
        var authorities = flow.Site.Services.GetRequiredService<DraftAuthorities>();
        var today = flow.Site.Services.GetRequiredService<Register.Decisions.DraftFlowService>().Today;
        var poll = (await authorities.RulesAsync(default)).PollingDays.Where(poll => poll.Poll > today).MinBy(poll => poll.Poll)!;

        // A day in the period is asked about whichever day it is today.
        var unsaid = await flow.SendAsync("officer", $"/desk/decisions/{draft}/take/defer", "Defer", ("until", "day"), ("day", poll.Begins.AddDays(3).ToString("yyyy-MM-dd")), ("reason", "Bids."));
        Assert.Contains("Choose why it is published before the election", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains("never held back", unsaid.Body, StringComparison.Ordinal);
        Assert.Equal(DraftState.Approved, await flow.StateAsync(draft));

        await flow.MustAsync(draft, "officer", "take/defer", "Defer", DraftState.Deferred, ("until", "day"), ("day", poll.Begins.AddDays(3).ToString("yyyy-MM-dd")), ("reason", "Bids."), ("election", "required"));
        Assert.Contains("the law requires it to be published. Bids.", (await flow.OpenAsync("officer", $"/desk/decisions/{draft}/history")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_InPlaceOfAnEarlierOne_IsShownOnBothPages()
    {
        await using var flow = await FlowSite.NewAsync();
        var earlier = await flow.StartAsync();
        await flow.SignAsync(earlier);
        await flow.MustAsync(earlier, "officer", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));
        var later = await flow.StartAsync("PCD 9502", content => content.With("supersedes", "PCD 9501").With("title", "Later lighting"));
        await flow.SignAsync(later);
        Assert.DoesNotContain("9502", await flow.Site.Client.GetStringAsync("/decisions/pcd-9501"), StringComparison.Ordinal);

        await flow.MustAsync(later, "officer", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));

        Assert.Equal(DraftState.Superseded, await flow.StateAsync(earlier));
        Assert.Contains("A later decision stands in its place", await flow.Site.Client.GetStringAsync("/decisions/pcd-9501"), StringComparison.Ordinal);
        Assert.Contains("It takes the place of", await flow.Site.Client.GetStringAsync("/decisions/pcd-9502"), StringComparison.Ordinal);
        Assert.Contains("PCD 9502", (await flow.OpenAsync("officer", $"/desk/decisions/{earlier}/steps")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("PCD 9501", (await flow.OpenAsync("officer", $"/desk/decisions/{later}/steps")).Body!.TextContent, StringComparison.Ordinal);

        await flow.SendAsync("officer", $"/desk/decisions/{later}/take/withdraw", "Withdraw", ("reason", "A mistake."));
        Assert.DoesNotContain("Later lighting", await flow.Site.Client.GetStringAsync("/decisions/pcd-9501"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registers_AsPagesAndFiles_AreForStaffAndSayTheDays()
    {
        await using var flow = await FlowSite.NewAsync();
        var draft = await flow.StartAsync(with: content => content.With("title", "=1+1 lighting"));
        var planned = await flow.StartAsync("PCD 9502");
        flow.Site.Clock.Move(TimeSpan.FromMinutes(1));
        await flow.SignAsync(draft);
        var year = flow.Site.Services.GetRequiredService<Register.Decisions.DraftFlowService>().Today.Year;

        Assert.Contains("Canary lighting", (await flow.OpenAsync("officer", "/desk/decisions/plan")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"One decision was signed in {year}", (await flow.OpenAsync("mayor", "/desk/decisions/register")).Body!.TextContent, StringComparison.Ordinal);
        var csv = await flow.Client("officer").GetStringAsync($"/desk/decisions/register.csv?year={year}");
        Assert.Contains("PCD 9501,'=1+1 lighting,", csv, StringComparison.Ordinal);
        Assert.Contains("PCD 9502", await flow.Client("officer").GetStringAsync("/desk/decisions/plan.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await flow.Client("officer").GetAsync("/desk/decisions/register?year=soon")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await flow.Site.Client.GetAsync("/desk/decisions/plan.csv")).StatusCode);
        Assert.NotEqual(Guid.Empty, planned);
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 4 }, 4)]
    [InlineData(new[] { 9, 1, 4 }, 4)]
    [InlineData(new[] { 1, 2, 9, 4 }, 3)]
    public void Median_Days_IsTheMiddleOne(int[] days, int? expected) => Assert.Equal(expected, DecisionRegisters.Median(days));

    private static Task<int> DueAsync(FlowSite flow) =>
        new DueService(flow.Site.Database, flow.Site.Services.GetServices<IDueWork>()).RunAsync(TestContext.Current.CancellationToken);
}
