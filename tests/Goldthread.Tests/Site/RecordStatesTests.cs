using System.Net;
using System.Text.Json;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Tests.Site;

/// <summary>What stands under a record's address: its states, its history with differences, its sources, its citation.</summary>
public sealed class RecordStatesTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> Records =>
    [
        "/decisions/pcd-9002", "/bodies/west-midshire-pcc/decisions/2021-034", "/boards/safety-board", "/boards/safety-board/2021-12-08",
        "/workshops/safety-board/2021-10-05", "/documents/document-0123456789ab", "/organisations/riverside-police",
    ];

    [Theory, MemberData(nameof(Records))]
    public async Task Get_EveryKind_HasAnAddressForItsStateAndItsHistory(string address)
    {
        var record = await TextAsync(address);
        var state = await TextAsync($"{address}/revisions/1");
        var history = await TextAsync($"{address}/revisions");

        Assert.Contains($"href=\"{address}/revisions/1\"", record, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{address}\">", record, StringComparison.Ordinal);
        Assert.Contains("You are reading revision 1 of 1", state, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{address}\">", state, StringComparison.Ordinal);
        Assert.Contains("The first state that was published.", history, StringComparison.Ordinal);
        Assert.Contains(" (read on ", record, StringComparison.Ordinal);
        foreach (var json in (string[])[$"{address}/revisions/1.json", $"{address}/revisions.json"])
        {
            using var parsed = JsonDocument.Parse(await site.Client.GetStringAsync(json));
            Assert.Equal(address, parsed.RootElement.GetProperty("address").GetString());
        }
    }

    [Fact]
    public async Task Get_APastState_ShowsWhatWasPublishedAndLeadsToThePresent()
    {
        var page = await TextAsync("/decisions/pcd-9001/revisions/1");

        Assert.Contains("You are reading revision 1 of 3, as published from ", page, StringComparison.Ordinal);
        Assert.Contains(">Fund for services</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("minoritised communities", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"/decisions/pcd-9001/revisions/1\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/decisions/pcd-9001\"", page, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/decisions/pcd-9001/revisions/1.json"));
        Assert.Equal("Fund for services", json.RootElement.GetProperty("content").GetProperty("title").GetString());
        Assert.Equal("PCD 9000", json.RootElement.GetProperty("links")[0].GetProperty("reference").GetString());
    }

    [Fact]
    public async Task Get_History_MarksTheWordsThatCameAndPassesOverHiddenStates()
    {
        var page = await TextAsync("/decisions/pcd-9001/revisions");

        Assert.Contains("2 published states", page, StringComparison.Ordinal);
        Assert.Contains("What changed from revision 1", page, StringComparison.Ordinal);
        Assert.Contains("<span>Fund for services</span>", page, StringComparison.Ordinal);
        Assert.Contains("<ins><span class=\"govuk-visually-hidden\">[put in: </span>led by women from minoritised communities", page, StringComparison.Ordinal);
        Assert.Contains("Decision named 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft words", await site.Client.GetStringAsync("/decisions/pcd-9001/revisions.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions/pcd-9001/revisions/2", 404)] // for staff then
    [InlineData("/decisions/pcd-9001/revisions/2.json", 404)]
    [InlineData("/decisions/pcd-9001/revisions/4", 404)]
    [InlineData("/decisions/pcd-9001/revisions/0", 404)]
    [InlineData("/decisions/pcd-9001/revisions/first", 404)]
    [InlineData("/decisions/pcd-9001/revisions/99999999999", 404)]
    [InlineData("/decisions/pcd-9009/revisions/1", 404)] // for staff today
    [InlineData("/decisions/pcd-9009/revisions", 404)]
    [InlineData("/decisions/pcd-9009/revisions.json", 404)]
    [InlineData("/decisions/pcd-9009.docx", 404)]
    [InlineData("/decisions/pcd-9013/revisions/1", 410)] // withdrawn
    [InlineData("/decisions/pcd-9013/revisions/1.json", 410)]
    [InlineData("/decisions/pcd-9013/revisions", 410)]
    [InlineData("/decisions/pcd-9013/revisions.json", 410)]
    [InlineData("/decisions/pcd-9013/source", 410)]
    [InlineData("/decisions/pcd-9013/source.json", 410)]
    [InlineData("/decisions/pcd-9013.docx", 410)]
    [InlineData("/decisions/pcd-9001/source", 404)] // not imported
    [InlineData("/decisions/pcd-9001/source.json", 404)]
    [InlineData("/documents/document-0123456789ab/source", 404)]
    [InlineData("/documents/document-0123456789ab.docx", 404)]
    public async Task Get_WhatMayNotBeSeen_IsNotThereOrGone(string address, int status)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(status, (int)response.StatusCode);
        var words = await response.Content.ReadAsStringAsync();
        foreach (var hidden in (string[])["Draft words", "Not yet to be seen", "A decision that had to go", "Words for staff only"])
        {
            Assert.DoesNotContain(hidden, words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/decisions/PCD-9001/revisions/1", "/decisions/pcd-9001/revisions/1")]
    [InlineData("/decisions/pcd-9001/revisions/01", "/decisions/pcd-9001/revisions/1")]
    [InlineData("/Boards/safety-board/2021-12-08/revisions", "/boards/safety-board/2021-12-08/revisions")]
    [InlineData("/bodies/mayors-office/decisions/pcd-9002/source", "/decisions/pcd-9002/source")]
    public async Task Get_OtherSpelling_LeadsToTheOneAddress(string address, string leads)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(leads, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_HistoryOfManyStates_HasPages()
    {
        for (var state = 1; state <= 12; state++)
        {
            await site.SaveAsync("PCD 9050", $"Title number {state}");
        }

        var first = await TextAsync("/decisions/pcd-9050/revisions");
        var second = await TextAsync("/decisions/pcd-9050/revisions?page=2");

        Assert.Contains("12 published states", first, StringComparison.Ordinal);
        Assert.Contains("What changed from revision 2", first, StringComparison.Ordinal);
        Assert.DoesNotContain("What changed from revision 1<", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/decisions/pcd-9050/revisions?page=2\"", first, StringComparison.Ordinal);
        Assert.Contains("What changed from revision 1<", second, StringComparison.Ordinal);
        Assert.Contains("all 12 states", await TextAsync("/decisions/pcd-9050"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Sources_ShowPassagesWithTheirLinesAndNothingAround()
    {
        var page = await TextAsync("/decisions/pcd-9002/source");

        Assert.Contains("id=\"recommendations-0\"", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Recommendation 1</dt>", page, StringComparison.Ordinal);
        Assert.Contains("2</span> <q class=\"gt-sources__words\">Approve the approach to each campaign</q>", page, StringComparison.Ordinal);
        Assert.Contains("4</span> <q class=\"gt-sources__words\">   £600,000 in 2021/22</q>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"amounts-0\"", page, StringComparison.Ordinal);
        var json = await site.Client.GetStringAsync("/decisions/pcd-9002/source.json");
        Assert.Contains("\"pointer\": \"/recommendations/1/text\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("only staff may see", page + json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Record_LinksEachPartToItsPassage()
    {
        var page = await TextAsync("/decisions/pcd-9002");
        var source = await TextAsync("/decisions/pcd-9002/source");

        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"/decisions/pcd-9002/source#(?<id>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(["recommendations-0", "recommendations-1", "sections-0", "amounts-0"], links);
        Assert.All(links, id => Assert.Contains($"id=\"{id}\"", source, StringComparison.Ordinal));
        Assert.DoesNotContain("/source", await TextAsync("/decisions/pcd-9001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Record_GivesACitationOfThisState()
    {
        var page = await TextAsync("/decisions/pcd-9001");

        Assert.Contains("Mayor's office. “Fund for services led by women from minoritised communities”, decision PCD 9001, signed 2 March 2020. Revision 3 of ", page, StringComparison.Ordinal);
        Assert.Contains($"{site.Address}/decisions/pcd-9001/revisions/3 (read on ", page, StringComparison.Ordinal);
    }

    /// <summary>Every field that the public may see has a name in words, so that a difference or a passage can say what it is of.</summary>
    [Fact]
    public void Of_EveryPublicFieldOfEveryKind_HasAName() =>
        Assert.Empty(RecordKinds.All.SelectMany(kind => FieldMap.For(kind.BodyType).Fields()
            .Where(field => field.Audience == Audience.Public && FieldWords.Of(field.Path) is null).Select(field => $"{kind.Name}.{field.Path}")));

    [Theory]
    [InlineData("/recommendations/1/text", "Recommendation 2")]
    [InlineData("/sections/2/paragraphs/0/text", "Section 3, paragraph 1")]
    [InlineData("/decisionMaker/name", "Decision maker, name")]
    [InlineData("/amounts/0", "Sum 1")]
    [InlineData("/text", "Text")]
    public void Say_APointer_IsInWords(string pointer, string words) => Assert.Equal(words, FieldWords.Say(pointer));

    [Theory]
    [InlineData("/recommendations/0/text", "/recommendations/0")]
    [InlineData("/sections/0/heading", "/sections/0")]
    [InlineData("/sections/0/paragraphs/3/text", "/sections/0/paragraphs/3")]
    [InlineData("/amounts/0/financialYears/1", "/amounts/0")]
    [InlineData("/attendees/4", "/attendees/4")]
    [InlineData("/decisionMaker/role", "/decisionMaker")]
    [InlineData("/title", "/title")]
    public void EntryOf_APointer_IsThePartItBelongsTo(string pointer, string entry) => Assert.Equal(entry, SourceEntry.EntryOf(pointer));

    [Fact]
    public void Of_SourcesOfEveryField_AreAllInAGroup()
    {
        // What no document gives: ties that an import or a form makes, what is declared at a signature here, and the plan of a meeting.
        string[] own = ["board", "organisations", "decisions", "supersedes", "meetings", "workshops", "documents", "interests", "begins", "ends", "place", "cancelled", "agenda", "members", "agreedAt"];
        var fields = RecordKinds.All.Where(kind => kind.BodyType.GetProperty("Import") is not null).SelectMany(kind => FieldMap.For(kind.BodyType).Fields())
            .Where(field => field.Audience == Audience.Public && !field.Path.Contains('.', StringComparison.Ordinal) && !own.Contains(field.Path)).Select(field => field.Path).Distinct().ToList();

        var groups = SourceGroup.Of([.. fields.Select(field => new Source($"/{field}/0", "value", new Goldthread.Core.Readings.Place(1, 1, 1, 5), "value"))]);

        Assert.Equal(fields.Order(), groups.SelectMany(group => group.Entries).Select(entry => entry.Pointer.Split('/')[1]).Order());
    }

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));
}
