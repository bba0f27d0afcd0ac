using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Publishing;

/// <summary>Lists that are taken away hold what their page shows, in every form, and nothing else.</summary>
public sealed class PublishedListTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string, string> Lists => new()
    {
        { "/decisions", "PCD 9002|PCD 9003|PCD 9001" },
        { "/decisions?year=2021", "PCD 9002|PCD 9003" },
        { "/decisions?year=1999", "" },
        { "/decisions?organisation=lantern", "PCD 9002" },
        { "/decisions?amount=100k-1m", "PCD 9002" },
        { "/decisions?sort=largest", "PCD 9002|PCD 9003|PCD 9001" },
        { "/boards", "safety-board" },
        { "/meetings", "safety-board/2021-12-08" },
        { "/boards/safety-board/meetings", "safety-board/2021-12-08" },
        { "/bodies/mayors-office/boards/safety-board/meetings", "safety-board/2021-12-08" },
        { "/workshops", "safety-board/2021-10-05" },
        { "/organisations", "lantern|riverside-police" },
        { "/organisations/riverside-police/appearances", "PCD 9002|safety-board/2021-12-08" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Get_EveryForm_HoldsTheRecordsOfTheList(string address, string references)
    {
        var expected = references.Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

        var (csv, json, atom) = (await CsvAsync(Form(address, "csv")), await JsonAsync(Form(address, "json")), await AtomAsync(Form(address, "atom")));

        Assert.Equal(expected, csv.Select(row => row["reference"]).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(csv.Select(row => row["id"]), json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()));
        Assert.Equal(csv.Select(row => $"urn:uuid:{row["id"]}").Order(StringComparer.Ordinal), atom.Elements(Atom + "entry").Select(entry => (string)entry.Element(Atom + "id")!).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count, json.GetProperty("count").GetInt32());
        Assert.True(json.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Get_Csv_ReadsBackAsWritten()
    {
        var response = await site.Client.GetAsync("/decisions.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var row = (await CsvAsync("/decisions.csv")).First(row => row["reference"] == "PCD 9002");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("decisions.csv", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("600000.00", row["amount"]);
        Assert.Equal("2021-06-14", row["starts"]);
        Assert.Equal($"{site.Address}/decisions/pcd-9002", row["address"]);
        Assert.Equal(["id", "kind", "body", "reference", "title", "starts", "ends", "amount", "revision", "changedAt", "address"], row.Keys);
    }

    [Fact]
    public async Task Get_TitleThatIsAFormula_IsTextInCsvAndItselfInJson()
    {
        await using var own = new TestSite { Empty = true };
        await own.InitializeAsync();
        await own.SaveAsync("PCD 1", "=HYPERLINK(\"https://example.org\",\"open\")");

        Assert.Contains("'=HYPERLINK", await own.Client.GetStringAsync("/decisions.csv"), StringComparison.Ordinal);
        Assert.Contains("\"=HYPERLINK", await own.Client.GetStringAsync("/decisions.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Feed_IsWhatRfc4287AsksFor()
    {
        var feed = await AtomAsync("/decisions.atom");

        var required = (XElement parent) => (string[])["id", "title", "updated"] is var names && names.All(name => parent.Elements(Atom + name).Count() == 1);
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.True(required(feed));
        Assert.Single(feed.Elements(Atom + "author").Elements(Atom + "name"));
        Assert.Equal($"{site.Address}/decisions.atom", Link(feed, "self", "application/atom+xml"));
        Assert.Equal($"{site.Address}/decisions", Link(feed, "alternate", "text/html"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, entry => Assert.True(required(entry)));
        Assert.All(entries, entry => Assert.StartsWith(site.Address, Link(entry, "alternate", "text/html"), StringComparison.Ordinal));
        var ids = entries.Append(feed).Select(element => (string)element.Element(Atom + "id")!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.True(Guid.TryParse(id.Replace("urn:uuid:", "", StringComparison.Ordinal), out _)));
        var updated = entries.Select(entry => DateTimeOffset.Parse((string)entry.Element(Atom + "updated")!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(updated.OrderDescending(), updated);
        Assert.Equal(updated[0], DateTimeOffset.Parse((string)feed.Element(Atom + "updated")!, CultureInfo.InvariantCulture));
        Assert.Equal((string)feed.Element(Atom + "id")!, (string)(await AtomAsync("/decisions.atom")).Element(Atom + "id")!);
        Assert.NotEqual((string)feed.Element(Atom + "id")!, (string)(await AtomAsync("/decisions.atom?year=2021")).Element(Atom + "id")!);
    }

    [Fact]
    public async Task Get_AfterChangeAndWithdrawal_FollowsAtOnce()
    {
        await using var own = new TestSite();
        await own.InitializeAsync();
        var first = await own.Client.GetAsync("/decisions.csv");
        await own.SaveAsync("PCD 9001", "Changed title");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/decisions.csv");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var changed = await own.Client.SendAsync(again);
        using var same = new HttpRequestMessage(HttpMethod.Get, "/decisions.csv");
        same.Headers.IfNoneMatch.Add(changed.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await own.Client.SendAsync(same)).StatusCode);
        var feed = XDocument.Parse(await own.Client.GetStringAsync("/decisions.atom")).Root!;
        Assert.Equal("Changed title", (string)feed.Element(Atom + "entry")!.Element(Atom + "title")!);

        var gone = await own.SaveAsync("PCD 9055", "Must go");
        await own.WithdrawAsync(gone, "A lawful ground.");

        foreach (var ending in (string[])["csv", "json", "atom"])
            Assert.DoesNotContain("Must go", await own.Client.GetStringAsync($"/decisions.{ending}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions.csv?year=soon")]
    [InlineData("/decisions.json?amount=lots")]
    [InlineData("/decisions.atom?organisation=nobody")]
    [InlineData("/organisations/nobody/appearances.json")]
    [InlineData("/boards/none/meetings.csv")]
    public async Task Get_ListThatIsNotThere_Is404WithAReason(string address)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such list", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MoreThanAPageOfRows_HoldsEachOnceInOrder()
    {
        await using var own = new TestSite { Empty = true };
        await own.InitializeAsync();
        await own.SaveAsync(RecordKinds.Decision, "PCD 7", new Core.Decisions.Decision { Reference = "PCD 7", Title = "For staff" }, visibility: Audience.Staff);
        for (var i = 0; i < 530; i++)
            await own.SaveAsync($"PCD {10_000 + i}", $"Decision {i}", decision => decision with { DateSigned = i % 3 == 0 ? null : new DateOnly(2020, 1, 1).AddDays(i % 7) });

        var rows = await CsvAsync("/decisions.csv", own);

        Assert.Equal(530, rows.Select(row => row["id"]).Distinct().Count());
        Assert.Equal(530, rows.Count);
        Assert.Equal(rows.OrderByDescending(row => row["starts"], StringComparer.Ordinal).ThenByDescending(row => row["reference"], StringComparer.Ordinal).Select(row => row["id"]), rows.Select(row => row["id"]));
    }

    [Theory]
    [InlineData("/decisions", "/decisions.csv")]
    [InlineData("/decisions?year=2021&sort=largest", "/decisions.atom?year=2021&sort=largest")]
    [InlineData("/boards", "/meetings.json")]
    [InlineData("/boards/safety-board", "/boards/safety-board/meetings.csv")]
    [InlineData("/workshops", "/workshops.atom")]
    [InlineData("/organisations", "/organisations.csv")]
    [InlineData("/organisations/riverside-police", "/organisations/riverside-police/appearances.json")]
    public async Task Get_ListPage_LinksToItsForms(string page, string form)
    {
        var text = WebUtility.HtmlDecode(await site.Client.GetStringAsync(page));

        Assert.Contains($"<a class=\"govuk-link\" href=\"{form}\"", text, StringComparison.Ordinal);
        Assert.Matches($"<link rel=\"alternate\"[^>]* href=\"{System.Text.RegularExpressions.Regex.Escape(form)}\">", text);
    }

    private static string Form(string address, string ending) =>
        address.Split('?') is [var path, var query] ? $"{path}.{ending}?{query}" : $"{address}.{ending}";

    private static string? Link(XElement element, string relation, string type) =>
        (string?)element.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation && (string?)link.Attribute("type") == type).Attribute("href");

    private async Task<List<Dictionary<string, string>>> CsvAsync(string address, TestSite? of = null) =>
        CsvText.Records(await (of ?? site).Client.GetStringAsync(address));

    private async Task<JsonElement> JsonAsync(string address)
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(address));
        return json.RootElement.Clone();
    }

    private async Task<XElement> AtomAsync(string address)
    {
        var response = await site.Client.GetAsync(address);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }
}
