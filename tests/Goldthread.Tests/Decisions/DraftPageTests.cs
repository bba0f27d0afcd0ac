using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Tests.Decisions;

public sealed class DraftPageTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task New_FromAnEarlierDecision_HoldsItsWordsAndNamesIt()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        Assert.Contains("PCD 9002", await officer.Client.GetStringAsync("/desk/decisions/new?q=campaigns"), StringComparison.Ordinal);
        Assert.Contains("/desk/decisions/new?from=decision%2Fmayors-office%2Fpcd-9002", await officer.Client.GetStringAsync("/decisions/pcd-9002"), StringComparison.Ordinal);

        var draft = await officer.BeginAsync("decision/mayors-office/pcd-9002");

        var page = await officer.OpenAsync(draft);
        Assert.Equal("Campaigns with communities and the people who know them", Value(page, "title"));
        Assert.Contains("Approve revenue spending of £600,000 in 2021/22", Value(page, "recommendations"), StringComparison.Ordinal);
        Assert.Contains("A budget of £600k was announced", Value(page, "background"), StringComparison.Ordinal);
        Assert.Contains("PCD 9002", page.QuerySelector(".gt-draft-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Campaigns with communities", await officer.Client.GetStringAsync("/desk/decisions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Client.GetAsync("/desk/decisions/new?from=decision/mayors-office/pcd-1")).StatusCode);
    }

    [Fact]
    public async Task Save_WithoutScript_KeepsEveryKindOfFieldAndShowsWhatTheChecksFind()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();

        var saved = await officer.SaveAsync(draft, ("title", "Lighting  in four parks"), ("summary", "First.\r\n\r\nSecond."), ("publish", "day"), ("deferred-until", "31/3/2027"),
            ("declarations", "Legal advice: yes"), ("money.0.year", "2026/27"), ("money.0.amount", "300,000"), ("money.0.source", "Home Office grant"), ("money.0.vat", "none"), ("wanted", "1/2/2027"));

        Assert.Equal(draft, saved.Headers.Location?.OriginalString);
        var page = await officer.OpenAsync(draft);
        Assert.Equal("Lighting in four parks", Value(page, "title"));
        Assert.Equal("First.\n\nSecond.", Value(page, "summary"));
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name='text.publish'][value=day]")!.IsChecked);
        Assert.Equal("31/3/2027", Value(page, "deferred-until"));
        Assert.Equal("£300,000", page.QuerySelector<IHtmlInputElement>("[name='money.0.amount']")!.Value);
        Assert.Equal("none", page.QuerySelector<IHtmlSelectElement>("[name='money.0.vat']")!.Value);
        Assert.Equal("1/2/2027", page.QuerySelector<IHtmlInputElement>("#wanted")!.Value);
        Assert.Contains("GT1002", page.QuerySelector("[data-field=recommendations]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stops it being sent on", page.QuerySelector("[data-summary]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_FoundByWords_AreAddedToTheDraftAndTakenOff()
    {
        await site.SaveAsync(RecordKinds.Meeting, "safety-board/2022-03-07", new Minutes { Date = new DateOnly(2022, 3, 7), Body = "Safety Board" });
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();
        await officer.SaveAsync(draft, ("papers", "/documents/nothing-there"));

        var found = await officer.OpenAsync(draft + "/papers?q=safety");
        await officer.SendAsync(found, "form[action*=Add]", null);
        var added = await officer.OpenAsync(draft + "/papers");

        Assert.Contains("Nothing goes by this address here", added.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/documents/nothing-there\n/boards/safety-board/2022-03-07", Value(await officer.OpenAsync(draft), "papers"));
        Assert.DoesNotContain(added.QuerySelectorAll<IHtmlFormElement>("form[action*=Add]"), form => form.TextContent.Contains("7 March 2022", StringComparison.Ordinal));
        await officer.SendAsync(added, "form[action*=Remove]", null);
        Assert.Equal("/boards/safety-board/2022-03-07", Value(await officer.OpenAsync(draft), "papers"));
        using var adviser = await DraftVisitor.NewAsync(site, Role.Adviser);
        Assert.Empty((await adviser.OpenAsync(draft + "/papers")).QuerySelectorAll("form[action*=Add], form[action*=Remove]"));
    }

    [Fact]
    public async Task Save_TwoPeopleInTwoFields_BothStandAndNothingIsKeptAside()
    {
        using var one = await DraftVisitor.NewAsync(site);
        using var other = await DraftVisitor.NewAsync(site);
        var draft = await one.BeginAsync("decision/mayors-office/pcd-9002");
        var (first, second) = (await one.OpenAsync(draft), await other.OpenAsync(draft));

        await one.SaveAsync(draft, first, ("summary", "Hers."));
        await other.SaveAsync(draft, second, ("legal", "His."));

        var page = await one.OpenAsync(draft);
        Assert.Equal(("Hers.", "His."), (Value(page, "summary"), Value(page, "legal")));
        Assert.Empty(page.QuerySelectorAll("[data-aside]"));
    }

    [Fact]
    public async Task Save_TwoPeopleInOneField_KeepsBothUntilOneIsTaken()
    {
        using var one = await DraftVisitor.NewAsync(site);
        using var other = await DraftVisitor.NewAsync(site);
        var draft = await one.BeginAsync();
        var (first, second) = (await one.OpenAsync(draft), await other.OpenAsync(draft));
        await one.SaveAsync(draft, first, ("summary", "Hers."));

        var answer = DraftVisitor.Parse(await (await other.SaveAsync(draft, second, ("summary", "His <b>."), ("title", "Of both"))).Content.ReadAsStringAsync());

        Assert.Equal(("Hers.", "Of both"), (Value(answer, "summary"), Value(answer, "title")));
        var aside = answer.QuerySelector("[data-field=summary] [data-aside]")!;
        Assert.Contains("What you typed", aside.TextContent, StringComparison.Ordinal);
        Assert.Equal("His <b>.", aside.QuerySelector(".gt-aside__text")!.TextContent);

        var taken = await other.SendAsync(answer, "form[data-draft]", draft + aside.QuerySelector("button")!.GetAttribute("formaction"), ("text.title", "Typed and not saved yet"));
        Assert.Equal(draft + "#summary", taken.Headers.Location?.OriginalString);
        var page = await one.OpenAsync(draft);
        Assert.Equal(("His <b>.", "Typed and not saved yet"), (Value(page, "summary"), Value(page, "title")));
        Assert.Equal("Hers.", page.QuerySelector("[data-aside] .gt-aside__text")!.TextContent);

        await one.SendAsync(page, "form[data-draft]", draft + page.QuerySelectorAll("[data-aside] button")[1].GetAttribute("formaction"));
        Assert.Empty((await one.OpenAsync(draft)).QuerySelectorAll("[data-aside]"));
    }

    [Fact]
    public async Task Save_ByScript_SaysWhatBecameOfEachFieldAndWhatTheChecksFindNow()
    {
        using var one = await DraftVisitor.NewAsync(site);
        using var other = await DraftVisitor.NewAsync(site);
        var draft = await one.BeginAsync();
        var (first, second) = (await one.OpenAsync(draft), await other.OpenAsync(draft));

        var saved = await one.SaveByScriptAsync(draft, first, "recommendations", "1. Approve the approach.");
        var late = await other.SaveByScriptAsync(draft, second, "recommendations", "1. Refuse the approach.");
        var elsewhere = await other.SaveByScriptAsync(draft, second, "title", "Elsewhere");

        var kept = saved.GetProperty("fields").GetProperty("recommendations");
        Assert.StartsWith("1-", kept.GetProperty("basis").GetString(), StringComparison.Ordinal);
        Assert.False(kept.GetProperty("lost").GetBoolean());
        Assert.DoesNotContain("GT1002", saved.GetProperty("findings").EnumerateArray().Select(found => found.GetProperty("code").GetString()));
        Assert.Matches("^[0-9]{2}:[0-9]{2}$", saved.GetProperty("at").GetString());
        var lost = late.GetProperty("fields").GetProperty("recommendations");
        Assert.True(lost.GetProperty("lost").GetBoolean());
        Assert.Equal("1. Approve the approach.", lost.GetProperty("values").GetProperty("text.recommendations").GetString());

        // What somebody else wrote meanwhile comes along with the next save.
        Assert.Equal("1. Approve the approach.", elsewhere.GetProperty("fields").GetProperty("recommendations").GetProperty("values").GetProperty("text.recommendations").GetString());
    }

    [Fact]
    public async Task Save_WhatCannotBeSaved_StaysOnThePageWithWhatIsWrong()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();
        var (longest, tooLong) = (new string('x', DraftForm.LongestText), new string('y', DraftForm.LongestText + 1));

        var answer = DraftVisitor.Parse(await (await officer.SaveAsync(draft, ("summary", longest), ("background", tooLong))).Content.ReadAsStringAsync());

        Assert.Equal(longest, Value(answer, "summary"));
        Assert.Equal(tooLong, Value(answer, "background"));
        Assert.Equal("#background", Assert.Single(answer.QuerySelectorAll(".govuk-error-summary a")).GetAttribute("href"));
        Assert.Contains("at most 100,000 characters", answer.QuerySelector("[data-field=background] [data-error]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(draft, (await officer.SaveAsync(draft, answer, ("background", "Short."))).Headers.Location?.OriginalString);
        Assert.Equal(("Short.", longest), (Value(await officer.OpenAsync(draft), "background"), Value(await officer.OpenAsync(draft), "summary")));
    }

    [Fact]
    public async Task Save_WhatIsNotFinished_IsKeptAsTypedAndStopsTheDraft()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();

        await officer.SaveAsync(draft, ("money.0.year", "2026/27"), ("money.0.amount", "much"), ("deferred-until", "soon"));

        var page = await officer.OpenAsync(draft);
        Assert.Equal("much", page.QuerySelector<IHtmlInputElement>("[name='money.0.amount']")!.Value);
        Assert.Equal("soon", Value(page, "deferred-until"));
        Assert.Contains("Line 1", page.QuerySelector("[data-field=money] .gt-margin--error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stops it being sent on", page.QuerySelector("[data-field=deferred-until] .gt-margin--error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterItWasSentOn_KeepsWhatWasTypedBesideTheFrozenWords()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();
        var page = await officer.OpenAsync(draft);
        await using (var context = site.Database.Open())
            await context.Drafts.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DraftState.ChiefExecutive), TestContext.Current.CancellationToken);

        var answer = DraftVisitor.Parse(await (await officer.SaveAsync(draft, page, ("summary", "Too late."))).Content.ReadAsStringAsync());

        Assert.Null(answer.QuerySelector("form[data-draft]"));
        Assert.Contains("cannot be changed now", answer.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Too late.", answer.QuerySelector("[data-aside] .gt-aside__text")!.TextContent);
        Assert.Contains("Its words are frozen", await officer.Client.GetStringAsync(draft), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterTheSessionEnded_GivesBackWhatWasTypedToBeSentAgain()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();
        var page = await officer.OpenAsync(draft);
        var again = await officer.SignOutAsync(site);

        var refused = await officer.SaveAsync(draft, page, ("summary", "Typed too <late>."));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var kept = DraftVisitor.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains("What you typed is here still", kept.Body!.TextContent, StringComparison.Ordinal);
        await again();
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SendAsync(kept, "form[enctype]", null)).StatusCode);
        Assert.Equal("Typed too <late>.", Value(await officer.OpenAsync(draft), "summary"));
    }

    [Fact]
    public async Task Get_MarkupInEveryField_IsTextOnEveryPage()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        using var adviser = await DraftVisitor.NewAsync(site, Role.Adviser);
        var draft = await officer.BeginAsync();
        var fields = DraftForm.Fields.Where(field => field.Kind is DraftFieldKind.Line or DraftFieldKind.Text or DraftFieldKind.Lines).ToList();
        await officer.SaveAsync(draft, [.. fields.Select(field => (field.Name, $"</textarea><script>alert('{field.Name}')</script><img src=x onerror=alert(1)>"))]);
        var comments = await officer.OpenAsync($"{draft}/comments?part=background");
        await officer.SendAsync(comments, "form[action*=Add]", draft + "/comments?handler=Add", ("words", "<script>alert('comment')</script>"));

        var editor = await officer.OpenAsync(draft);
        Assert.All(fields, field => Assert.Contains($"<script>alert('{field.Name}')</script>", Value(editor, field.Name), StringComparison.Ordinal));
        foreach (var (who, address) in new[] { (officer, draft), (adviser, draft), (adviser, draft + "/preview"), (adviser, draft + "/comments"), (officer, "/desk/decisions"), (officer, draft + "/word") })
        {
            var page = DraftVisitor.Parse(await who.Client.GetStringAsync(address));
            Assert.DoesNotContain(page.QuerySelectorAll("script, img[onerror]"), element => element.TextContent.Contains("alert", StringComparison.Ordinal) || element.HasAttribute("onerror"));
            Assert.Contains("alert('title')", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Comments_BesideAParagraph_AreAnsweredResolvedAndOpenedAgain()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        using var adviser = await DraftVisitor.NewAsync(site, Role.Adviser);
        var draft = await officer.BeginAsync("decision/mayors-office/pcd-9002");
        var link = (await adviser.OpenAsync(draft + "/preview")).QuerySelectorAll("a.gt-where--remark").First(one => one.TextContent.Contains("paragraph 1.1", StringComparison.Ordinal)).GetAttribute("href")!;

        var form = await adviser.OpenAsync(link);
        Assert.Contains("A budget of £600k was announced", form.QuerySelector("form[action*=Add] blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Say it in up to", await (await adviser.SendAsync(form, "form[action*=Add]", draft + "/comments?handler=Add", ("words", " "))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await adviser.SendAsync(form, "form[action*=Add]", draft + "/comments?handler=Add", ("words", "Who announced it?"));
        var beside = (await officer.OpenAsync(draft)).QuerySelector("[data-field=background] .gt-remark")!;
        Assert.Contains("Who announced it?", beside.TextContent, StringComparison.Ordinal);

        var thread = await officer.OpenAsync(draft + "/comments");
        var answer = thread.QuerySelector<IHtmlFormElement>("form[action*=Answer]")!;
        await officer.SendAsync(thread, "form[action*=Answer]", null, (answer.QuerySelector("textarea")!.GetAttribute("name")!, "The mayor."));
        await officer.SendAsync(thread, "form[action*=Answer]", draft + "/comments" + answer.QuerySelector("[formaction]")!.GetAttribute("formaction"));
        var after = await adviser.OpenAsync(draft + "/comments");
        Assert.Contains("No comment is open", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The mayor.", after.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await officer.OpenAsync(draft)).QuerySelectorAll(".gt-remark"));

        await adviser.SendAsync(after, "form[action*=Reopen]", null);
        Assert.Contains("One open comment", (await officer.OpenAsync(draft + "/comments")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByWhoMayReadAndNotWrite_ShowsTheTextAndNoForm()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        using var auditor = await DraftVisitor.NewAsync(site, Role.Auditor);
        using var partner = await DraftVisitor.NewAsync(site, Role.Partner);
        var draft = await officer.BeginAsync("decision/mayors-office/pcd-9002");

        var page = await auditor.OpenAsync(draft);

        Assert.Contains("A budget of £600k was announced", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[data-draft]"));
        Assert.Empty((await auditor.OpenAsync(draft + "/preview")).QuerySelectorAll("a.gt-where--remark"));
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.Client.GetAsync(draft)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetAsync(draft)).StatusCode);
        Assert.DoesNotContain(draft, await site.Client.GetStringAsync("/decisions"), StringComparison.Ordinal);
    }

    private static string Value(IHtmlDocument page, string field) => page.GetElementById(field) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        var other => throw new InvalidOperationException($"{field} is a {other?.NodeName}"),
    };
}
