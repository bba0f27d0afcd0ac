using System.Net;
using Goldthread.Core.Decisions;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Tests.Site;

/// <summary>The search page: filters in the address, names, spelling, and what it says when nothing is found.</summary>
public sealed class SearchPageTests(SearchPageTests.Filled filled) : IClassFixture<SearchPageTests.Filled>
{
    private readonly TestSite site = filled.Site;

    [Fact]
    public async Task Get_WithFilters_ShowsEachWithALinkThatTakesItAway()
    {
        var page = await TextAsync("/search?q=lamps&year=2019&organisation=riverside-police&topic=stalking&amount=100k-1m&kind=decision");

        Assert.Contains("1 result", page, StringComparison.Ordinal);
        Assert.Contains("Organisation: Riverside Police", page, StringComparison.Ordinal);
        Assert.Contains("Topic: Stalking", page, StringComparison.Ordinal);
        Assert.Contains("Amount: £100,000 to £1m", page, StringComparison.Ordinal);
        Assert.Contains("Kind: Decisions", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=lamps&kind=decision&organisation=riverside-police&topic=stalking&amount=100k-1m\"><span class=\"govuk-visually-hidden\">Remove this filter: </span>Year: 2019", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithAFilter_CountsEachOtherChoiceGivenTheRest()
    {
        var page = await TextAsync("/search?q=lamps&year=2021");

        Assert.Equal(1, CountOf(page, "/search?q=lamps&year=2021&amount=100k-1m"));
        Assert.Equal(1, CountOf(page, "/search?q=lamps&year=2019"));
        Assert.Equal(2, CountOf(page, "/search?q=lamps"));
        Assert.DoesNotContain("topic=stalking", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SortedByDay_KeepsTheOrderOnTheNextPageAndInTheFilters()
    {
        var page = await TextAsync("/search?q=lamps&sort=newest");

        Assert.True(page.IndexOf("Lamps of 2021", StringComparison.Ordinal) < page.IndexOf("Lamps of 2019", StringComparison.Ordinal));
        Assert.Contains("href=\"/search?q=lamps&year=2019&sort=newest\"", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"sort\" value=\"newest\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RP")]
    [InlineData("the Riverside force")]
    [InlineData("riverside police")]
    public async Task Get_OrganisationByAnyName_OffersItsPageFirst(string name)
    {
        var page = await TextAsync($"/search?q={Uri.EscapeDataString(name)}");

        var first = page.IndexOf("gt-stop--here", StringComparison.Ordinal);
        Assert.NotEqual(-1, first);
        Assert.Contains("href=\"/organisations/riverside-police\"", page[first..(first + 500)], StringComparison.Ordinal);
        Assert.Contains("href=\"/search?organisation=riverside-police\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OnlyAnOrganisation_ListsAllThatNamesIt()
    {
        var page = await TextAsync("/search?organisation=riverside-police");

        Assert.Contains("Lamps of 2019", page, StringComparison.Ordinal);
        Assert.Contains("Safety Board, 8 December 2021", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MistypedWord_OffersTheRightOne()
    {
        var page = await TextAsync("/search?q=stalkng");

        Assert.Contains("Nothing was found", page, StringComparison.Ordinal);
        Assert.Contains("Did you mean <a class=\"govuk-link\" href=\"/search?q=stalking\"><strong>stalking</strong></a>? 1 result.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingForAFilter_NamesTheFilterToLeaveOut()
    {
        var page = await TextAsync("/search?q=lamps&kind=meeting");

        Assert.Contains("<a class=\"govuk-link\" href=\"/search?q=lamps\">Search without the filter “Meetings”</a>: 3 results", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingForAWord_NamesTheWordToLeaveOut()
    {
        var page = await TextAsync("/search?q=lamps+xylophone");

        Assert.Contains("<a class=\"govuk-link\" href=\"/search?q=lamps\">Search without “xylophone”</a>: 3 results", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kelpie")]
    [InlineData("kelpi")]
    [InlineData("hush+trust")]
    [InlineData("&organisation=hush")]
    [InlineData("&topic=upskirting")]
    [InlineData("&year=1999")]
    [InlineData("&amount=1m-10m")]
    public async Task Get_WhatOnlyAHiddenRecordHas_ShowsNothingOfIt(string query)
    {
        var page = await TextAsync($"/search?q={query}");

        Assert.Contains("Nothing was found", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hush Trust", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the")]
    [InlineData("%22")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("%F0%9F%9A%93")]
    public async Task Get_NoWord_SaysWhatToType(string typed) =>
        Assert.Contains("holds no word to search for", await TextAsync($"/search?q={typed}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("%D7%A9%D7%9C%D7%95%D7%9D", 200)]
    [InlineData("a%22b%22c%22", 200)]
    [InlineData("NEAR(a,b)", 200)]
    [InlineData("lamps%00", 400)]
    [InlineData("%ED%A0%80", 400)]
    [InlineData("x&year=20x9", 404)]
    [InlineData("x&amount=7", 404)]
    [InlineData("x&topic=nothing", 404)]
    [InlineData("x&kind=nothing", 404)]
    [InlineData("x&sort=up", 404)]
    [InlineData("x&organisation=%27%3B--", 200)]
    [InlineData("x&page=2", 404)]
    [InlineData("lamps&kind=&year=&sort=&page=", 200)]
    public async Task Get_OddAddress_AnswersProperly(string query, int status) =>
        Assert.Equal(status, (int)(await site.Client.GetAsync($"/search?q={query}")).StatusCode);

    [Fact]
    public async Task Get_TwoHundredSigns_AnswersProperly() =>
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/search?q=" + string.Concat(Enumerable.Repeat("lampz ", 40)))).StatusCode);

    [Fact]
    public async Task Get_SameWordsWithAnotherFilter_IsAnotherPage()
    {
        var pages = new List<string>();
        foreach (var filter in (string[])["", "&year=2019", "&organisation=riverside-police", "&topic=stalking", "&amount=100k-1m", "&sort=newest"])
            pages.Add(await site.Client.GetStringAsync($"/search?q=lamps{filter}"));

        Assert.Equal(pages.Count, pages.Distinct(StringComparer.Ordinal).Count());
    }

    private static int CountOf(string page, string address)
    {
        var at = page.IndexOf($"gt-facet__link\" href=\"{address}\"", StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no choice {address}.");
        const string Before = "gt-facet__count\">";
        var from = page.IndexOf(Before, at, StringComparison.Ordinal) + Before.Length;
        return int.Parse(page[from..page.IndexOf('<', from)], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

    /// <summary>The site with records that differ in every facet, and one of each for staff alone.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public TestSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Site.InitializeAsync();
            await Site.SaveAsync("PCD 9101", "Lamps of 2019", decision => Asking(decision, 260_000) with { DateSigned = new DateOnly(2019, 4, 1), ExecutiveSummary = "Against stalking.", Organisations = [new Ref<Organisation>("riverside-police")] });
            await Site.SaveAsync("PCD 9102", "Lamps of 2021", decision => Asking(decision, 170_000));
            await Site.SaveAsync("PCD 9103", "Lamps, again", decision => Asking(decision, 2_000) with { DateSigned = new DateOnly(2021, 1, 1) });
            await Site.SaveAsync(RecordKinds.Organisation, "hush", new Organisation { Name = "Hush Trust" }, visibility: Audience.Staff);
            await Site.SaveAsync(RecordKinds.Decision, "PCD 9104", Asking(new Decision { Reference = "PCD 9104", Title = "Hidden lamps and kelpies" }, 9_000_000) with
            {
                DateSigned = new DateOnly(1999, 1, 1),
                ExecutiveSummary = "Against upskirting.",
                Organisations = [new Ref<Organisation>("hush"), new Ref<Organisation>("riverside-police")],
            }, visibility: Audience.Staff);
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        private static Decision Asking(Decision decision, int pounds) => decision with
        {
            Recommendations = [new Recommendation("1", $"Approve £{pounds}.")],
            Amounts = [new Amount(pounds, $"£{pounds}", null, [])],
        };
    }
}
