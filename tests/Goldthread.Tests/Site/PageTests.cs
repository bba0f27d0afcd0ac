using System.Net;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Tests.Site;

/// <summary>What each address answers, and what stands on its page.</summary>
public sealed class PageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Search_ThatFindsAnOrganisation_NamesNoBodyForIt()
    {
        var page = await site.Client.GetStringAsync("/search?q=riverside&kind=organisation");

        Assert.Contains("Riverside Police", page, StringComparison.Ordinal);
        Assert.DoesNotContain($" · {RecordKind.CommonBody}", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Pages => new()
    {
        { "/", "Latest decisions" },
        { "/decisions", "3 decisions, £600,000, 2020 to 2021" },
        { "/decisions?year=2020", "1 decision, 2020" },
        { "/decisions?year=1999", "Show all decisions" },
        { "/decisions?organisation=lantern&amount=100k-1m&sort=largest", "1 decision, £600,000, 2021" },
        { "/decisions?organisation=lantern&amount=under-100k", "naming Lantern Advocacy and under £100,000" },
        { "/decisions/pcd-9002", "What was asked for" },
        { "/bodies/west-midshire-pcc/decisions/2021-034", "A decision of another body" },
        { "/boards", "Latest meetings" },
        { "/boards/safety-board", "Last met 8 December 2021" },
        { "/boards/safety-board/2021-12-08", "What was to be done" },
        { "/workshops", "1 workshop with partners" },
        { "/workshops/safety-board/2021-10-05", "No picture of a bruised face." },
        { "/documents/document-0123456789ab", "nobody has said yet what it is" },
        { "/organisations", "Lantern Advocacy" },
        { "/organisations/riverside-police", "RP, the Riverside force" },
        { "/rules", "what is added up against splitting" },
        { "/rules/splitting", "commitment and category" },
        { "/search", "Search the words" },
        { "/search?q=campaigns", "<mark>" },
        { "/search?q=xylophone", "Nothing was found" },
        { "/diagnostics", "What the checks mean" },
        { "/diagnostics/GT3001", "What it means" },
        { "/about", "About this register" },
        { "/about/accessibility", "WCAG" },
        { "/data", "Everything in one file" },
        { "/support", "0808 2000 247" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_EveryTemplate_ShowsItsPage(string address, string words)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains(words, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "Mayor's office: public register")]
    [InlineData("/decisions/pcd-9002", "Campaigns with communities and the people who know them (PCD 9002) – Mayor's office")]
    [InlineData("/boards/safety-board/2021-12-08", "Safety Board, 8 December 2021 – Mayor's office")]
    [InlineData("/organisations/lantern", "Lantern Advocacy – Mayor's office")]
    public async Task Get_EveryPage_HasATitleOfItsOwn(string address, string title) =>
        Assert.Contains($"<title>{title}</title>", await TextAsync(address), StringComparison.Ordinal);

    [Fact]
    public void All_KindsOfTheRegister_HavePages() =>
        Assert.Equal(RecordKinds.All.Select(kind => kind.Name).Order(), PageKind.All.Select(kind => kind.Name).Order());

    [Fact]
    public async Task Get_Decision_ShowsFactsThreadAndBreaks()
    {
        var page = await TextAsync("/decisions/pcd-9002");

        Assert.Contains("Deputy Mayor for Policing and Crime", page, StringComparison.Ordinal);
        Assert.Contains("14 June 2021", page, StringComparison.Ordinal);
        Assert.Contains("2021/22 and 2022/23", page, StringComparison.Ordinal);
        Assert.Contains("printed as £600k", page, StringComparison.Ordinal);
        Assert.Contains("Scheme of Consent and Delegation, paragraph 4.8", page, StringComparison.Ordinal);
        Assert.Contains("Scheme of Consent and Delegation, section 5", page, StringComparison.Ordinal);
        Assert.Contains("Police Reform and Social Responsibility Act 2011, section 3(6)", page, StringComparison.Ordinal);
        Assert.Contains("Bids are still being compared.", page, StringComparison.Ordinal);
        Assert.Contains("decision PCD 9001", page, StringComparison.Ordinal);
        Assert.Contains("PCD 168 is named here; it is not in this register yet.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/boards/safety-board/2021-12-08\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/organisations/lantern\"", page, StringComparison.Ordinal);
        Assert.Contains("Read from pcd-9002.txt.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_DecisionWithoutTies_SaysThatTheLineBreaks()
    {
        var page = await TextAsync("/decisions/pcd-9003");

        Assert.Contains("nothing in this register says what led to this decision", page, StringComparison.Ordinal);
        Assert.Contains("nothing in this register says what came of this decision yet", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions/pcd-9003")]
    [InlineData("/decisions")]
    [InlineData("/")]
    [InlineData("/search?q=markup")]
    public async Task Get_TextWithMarkup_IsShownAsText(string address)
    {
        var page = await site.Client.GetStringAsync(address);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1>Heading", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/%3Cscript%3Ealert(1)%3C")]
    public async Task Get_AddressWithMarkup_IsShownAsText(string address)
    {
        var response = await site.Client.GetAsync(address);

        Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions/pcd-9009")]
    [InlineData("/decisions/pcd-9009.json")]
    public async Task Get_RecordForStaff_IsNotThere(string address)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("Not yet to be seen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions/pcd-9002", "the text that only staff may see")]
    [InlineData("/decisions/pcd-9002.json", "the text that only staff may see")]
    [InlineData("/documents/document-0123456789ab", "Words for staff only.")]
    [InlineData("/documents/document-0123456789ab.json", "Words for staff only.")]
    public async Task Get_FieldForStaff_IsLeftOut(string address, string words) =>
        Assert.DoesNotContain(words, await site.Client.GetStringAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/decisions/PCD-9002", "/decisions/pcd-9002")]
    [InlineData("/decisions/pcd-9002/", "/decisions/pcd-9002")]
    [InlineData("/bodies/mayors-office/decisions/pcd-9002", "/decisions/pcd-9002")]
    [InlineData("/boards/Safety-Board/2021-12-08", "/boards/safety-board/2021-12-08")]
    public async Task Get_OtherSpelling_LeadsToTheOneAddress(string address, string leads)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(leads, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_EmptyRegister_SaysWhatToRun()
    {
        await using var fresh = new TestSite { Empty = true };
        await fresh.InitializeAsync();

        var page = await fresh.Client.GetStringAsync("/");

        Assert.Contains("This register is empty", page, StringComparison.Ordinal);
        Assert.Contains("./goldthread import", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await fresh.Client.GetAsync("/decisions")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await fresh.Client.GetAsync("/boards")).StatusCode);
    }

    [Fact]
    public async Task Get_Search_NarrowsByKindAndKeepsTheWords()
    {
        var page = await TextAsync("/search?q=campaign&kind=meeting");

        Assert.Contains("href=\"/boards/safety-board/2021-12-08\"", page, StringComparison.Ordinal);
        Assert.Contains("Kind: Meetings", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=campaign\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pcd9002")]
    [InlineData("PCD+9002")]
    [InlineData("pcd-9002")]
    public async Task Get_SearchForAReferenceTypedAnyWay_FindsItsRecordFirst(string typed)
    {
        var page = await TextAsync($"/search?q={typed}");

        var first = page.IndexOf("gt-stop--here", StringComparison.Ordinal);
        Assert.NotEqual(-1, first);
        Assert.Contains("href=\"/decisions/pcd-9002\"", page[first..(first + 400)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Decision_SaysOfEachSumWhereItStands()
    {
        var page = await TextAsync("/decisions/pcd-9002");

        var money = page[page.IndexOf("id=\"money\"", StringComparison.Ordinal)..page.IndexOf("id=\"authority\"", StringComparison.Ordinal)];
        Assert.Contains("<a class=\"govuk-link\" href=\"#p-1-1\">1.1</a>", money, StringComparison.Ordinal);
        Assert.Contains("id=\"p-1-1\"", page, StringComparison.Ordinal);
        Assert.Equal(2, money.Split("<tr>").Length - 1);
    }

    [Fact]
    public async Task Get_EveryLinkOfEveryPage_LeadsSomewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var address))
        {
            var response = await site.Client.GetAsync(address);
            Assert.True(response.IsSuccessStatusCode, $"{address} answered {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var link in Links().Matches(await response.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)))
            {
                if (seen.Add(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.Contains("/decisions/pcd-9002", seen);
        Assert.Contains("/decisions/pcd-9002.json", seen);
        Assert.Contains("/support", seen);
    }

    private static System.Text.RegularExpressions.Regex Links() => new("(?:href|src)=\"(?<to>/[^\"#]*)[\"#]", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));
}
