using System.Net;
using System.Text.RegularExpressions;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Records;
using Goldthread.Site;
using Goldthread.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>
/// Every field of every kind, in every state of records of every visibility, asked for by every audience over everything
/// that answers: each word is there exactly where it may be.
/// </summary>
public sealed partial class FieldVisibilityTests(FieldVisibilityTests.PlantedSite planting, ITestOutputHelper output) : IClassFixture<FieldVisibilityTests.PlantedSite>
{
    private readonly TestSite site = planting.Site;
    private readonly IReadOnlyList<Planted> planted = planting.Records;

    [Fact]
    public async Task EveryWord_ForEveryAudienceAndForm_IsThereExactlyWhereItMayBe()
    {
        var audiences = await AudiencesAsync();
        var (cells, wrong) = (0L, new List<string>());
        foreach (var audience in audiences)
        {
            foreach (var record in planted)
            {
                foreach (var (form, address) in FormsOf(record))
                {
                    using var answer = await audience.Client.GetAsync(address);
                    var sees = record.IsSeenBy(audience);
                    var said = WordsIn(await SiteText.OfAsync(answer));
                    foreach (var word in record.Words)
                    {
                        cells++;
                        var there = said.Contains(word.Word.Word);
                        if (there && !(sees && word.IsSeenBy(record, audience)))
                            wrong.Add($"{audience.Name} finds {word.Word.Path} of state {word.State} ({word.Visibility}) of {record.Head.Kind} ({record.Visibility}) at {address}");
                        if (!there && sees && word.IsSeenBy(record, audience) && form == $"state {word.State}" && !word.Word.Path.StartsWith("import.", StringComparison.Ordinal))
                            wrong.Add($"{audience.Name} misses {word.Word.Path} of {record.Head.Kind} at {address}");
                    }
                }
            }

            var bundle = (await audience.Client.GetAsync("/data/register.zip")).Headers.Location!.OriginalString;
            foreach (var address in SiteText.Lists.Append(bundle))
            {
                var said = WordsIn(await SiteText.OfAsync(await audience.Client.GetAsync(address)));
                foreach (var record in planted)
                {
                    foreach (var word in record.Words)
                    {
                        cells++;
                        if (said.Contains(word.Word.Word) && !(record.IsSeenBy(audience) && word.IsSeenBy(record, audience)))
                            wrong.Add($"{audience.Name} finds {word.Word.Path} of {record.Head.Kind} ({record.Visibility}) at {address}");
                    }
                }
            }
        }

        output.WriteLine($"{cells:N0} cells tried: {planted.Count} records of {PageKind.All.Count} kinds, {planted.Sum(record => record.Words.Count):N0} words, {audiences.Count} audiences");
        Assert.Empty(wrong.Take(40));
    }

    [Fact]
    public async Task EveryWord_ForEveryAudience_IsFoundBySearchExactlyWhereItMayBe()
    {
        var audiences = await AudiencesAsync();
        var (cells, wrong) = (0, new List<string>());
        foreach (var audience in audiences)
        {
            foreach (var record in planted)
            {
                var address = site.Services.GetRequiredService<RecordAddress>().Of(record.Head)!;
                // One word of each declared audience and of each state, and one mistyped: the rule is the same for all fields of one.
                foreach (var word in record.Words.DistinctBy(word => (word.Word.Field, word.State, word.IsSearched)))
                {
                    var may = record.IsSeenBy(audience) && word.IsSeenBy(record, audience);
                    var isSearched = word.State == record.States.Count && word.IsSearched;
                    var page = await audience.Client.GetStringAsync($"/search?q={word.Word.Word}");
                    cells++;
                    if (page.Contains($"\"{address}\"", StringComparison.Ordinal) != (may && isSearched))
                        wrong.Add($"{audience.Name}, {word.Word.Path} of state {word.State} of {record.Head.Kind} ({record.Visibility}): {(may && isSearched ? "not found" : "found")} by search");
                    if (may)
                        continue;
                    var mistyped = await audience.Client.GetStringAsync($"/search?q={word.Word.Word[..^1]}y");
                    cells++;
                    if (mistyped.Contains(word.Word.Word, StringComparison.Ordinal) || mistyped.Contains($"\"{address}\"", StringComparison.Ordinal))
                        wrong.Add($"{audience.Name} is offered {word.Word.Path} of {record.Head.Kind} ({record.Visibility}) for a mistyped word");
                }
            }

            // The count and each number beside a filter are of what she may see, and of nothing else.
            var visible = planted.Where(record => record.IsSeenBy(audience) && record.Words.Any(word => word.State == record.States.Count && word.IsSeenBy(record, audience) && word.IsSearched && word.Word.Path != "board")).ToList();
            var results = WebUtility.HtmlDecode(await audience.Client.GetStringAsync($"/search?q={WordForEveryField.Common}"));
            var count = SiteText.Results(results);
            cells++;
            if (count != visible.Count)
                wrong.Add($"{audience.Name} is told of {count} results where {visible.Count} are hers");
            foreach (var kind in PageKind.All)
            {
                var ofKind = WebUtility.HtmlDecode(await audience.Client.GetStringAsync($"/search?q={WordForEveryField.Common}&kind={kind.Name}"));
                var counted = SiteText.Results(ofKind);
                cells++;
                if (counted != visible.Count(record => record.Head.Kind == kind.Name))
                    wrong.Add($"{audience.Name} is told of {counted} of {kind.Many} where {visible.Count(record => record.Head.Kind == kind.Name)} are hers");
            }
        }

        output.WriteLine($"{cells:N0} cells tried");
        Assert.Empty(wrong.Take(40));
    }

    [Fact]
    public async Task Page_ReadBySomebodySignedIn_IsNeverKeptForThePublicNorThePublicsForHer()
    {
        var record = planted.First(record => record.Head.Kind == "decision" && record.Visibility == Audience.Public);
        var path = site.Services.GetRequiredService<RecordAddress>().Of(record.Head)!;
        string[] addresses = [path, path + ".json", path + ".docx", path + "/revisions", path + "/revisions/3.json", path + "/source", "/decisions", "/decisions.atom", "/decisions.csv", "/decisions.json", "/", "/organisations/lantern", "/search?q=" + WordForEveryField.Common, "/openapi.json", "/sitemap.xml"];
        var people = (await AudiencesAsync()).Where(audience => audience.Name != "nobody").ToList();

        foreach (var address in addresses)
        {
            // The first to ask after the register changed is somebody signed in: twice, because a cookie of the form is set the first time.
            await site.SaveAsync("PCD 9099", $"Another state {Guid.NewGuid():N}");
            foreach (var person in people)
            {
                foreach (var _ in (int[])[1, 2])
                {
                    using var hers = await person.Client.GetAsync(address);
                    Assert.True(hers.Headers.CacheControl?.NoStore == true, $"{address} for {person.Name} may be kept");
                    Assert.False(hers.Headers.Contains("ETag") || hers.Headers.Contains("Age"), $"{address} for {person.Name} has a mark");
                }
            }

            using var theirs = await site.Client.GetAsync(address);
            var text = await SiteText.OfAsync(theirs);
            foreach (var trace in (string[])["gt-me", "Sample office", "gt-sight", "/desk/", "__RequestVerificationToken"])
                Assert.DoesNotContain(trace, text, StringComparison.Ordinal);
            Assert.False(theirs.Headers.Contains("Set-Cookie"));

            // And after the public has asked, and the page is kept: hers is still hers, whatever way she asks.
            (await site.Client.GetAsync(address)).Dispose();
            var etag = theirs.Headers.ETag;
            foreach (var person in people)
            {
                using var again = new HttpRequestMessage(HttpMethod.Get, address);
                again.Headers.IfNoneMatch.ParseAdd(etag?.ToString() ?? "\"none\"");
                using var hers = await person.Client.SendAsync(again);
                Assert.Equal(HttpStatusCode.OK, hers.StatusCode); // never told to take what the public has
                Assert.False(hers.Headers.Contains("Age"));
                using var part = new HttpRequestMessage(HttpMethod.Get, address);
                part.Headers.Range = new(0, 10);
                using var ranged = await person.Client.SendAsync(part);
                Assert.True(ranged.Headers.CacheControl?.NoStore == true);
                using var head = new HttpRequestMessage(HttpMethod.Head, address);
                using var headed = await person.Client.SendAsync(head);
                Assert.True(headed.Headers.CacheControl?.NoStore == true);
                if (hers.Content.Headers.ContentType?.MediaType == "text/html")
                    Assert.Contains("gt-me", await hers.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            using var conditional = new HttpRequestMessage(HttpMethod.Get, address);
            if (etag is not null)
            {
                conditional.Headers.IfNoneMatch.Add(etag);
                using var known = await site.Client.SendAsync(conditional);
                Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
                Assert.Empty(await known.Content.ReadAsByteArrayAsync());
            }
        }
    }

    private async Task<IReadOnlyList<Asking>> AudiencesAsync() =>
    [
        new("nobody", site.Client, Audience.Public, null),
        new("a partner that is tied", await site.SignInAsync(Role.Partner, "lantern"), Audience.Partners, "lantern"),
        new("a partner of another organisation", await site.SignInAsync(Role.Partner, "riverside-police"), Audience.Partners, "riverside-police"),
        new("an administrator", await site.SignInAsync(Role.Administrator), Audience.Public, null),
        new("an officer", await site.SignInAsync(Role.Officer), Audience.Staff, null),
        new("an auditor", await site.SignInAsync(Role.Auditor), Audience.Staff, null),
    ];

    private IEnumerable<(string Form, string Address)> FormsOf(Planted record)
    {
        var address = site.Services.GetRequiredService<RecordAddress>().Of(record.Head)!;
        yield return ("page", address);
        yield return ($"state {record.States.Count}", address + ".json");
        yield return ("history", address + "/revisions");
        yield return ("history", address + "/revisions.json");
        for (var state = 1; state <= record.States.Count; state++)
        {
            yield return ("state", $"{address}/revisions/{state}");
            yield return ($"state {state}", $"{address}/revisions/{state}.json");
        }

        if (RecordRoutes.IsImported(record.Kind))
        {
            yield return ("source", address + "/source");
            yield return ("source", address + "/source.json");
        }

        if (Goldthread.Downloads.RecordWord.IsFor(record.Kind))
            yield return ("word", address + ".docx");
    }

    /// <summary>The planted words that stand in a text, found in one go: a text is long, and the words are many.</summary>
    private static HashSet<string> WordsIn(string text) => [.. PlantedWords().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex("wq[0-9]{4,6}x", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PlantedWords();

    private static int Said(string page) =>
        Count().Match(page) is { Success: true } match ? int.Parse(match.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"gt-count"">(?<count>[0-9]+) results?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    internal sealed record Asking(string Name, HttpClient Client, Audience Audience, string? Organisation);

    internal sealed record WordInState(PlantedWord Word, int State, Audience Visibility)
    {
        // What a document was read from, hashes, and ties for staff are looked up by nobody's words.
        public bool IsSearched => !Word.Path.StartsWith("import", StringComparison.Ordinal) && Word.Path is not ("part2Hashes" or "whatIfs");

        public bool IsSeenBy(Planted record, Asking audience)
        {
            var level = record.LevelOf(audience);
            return Visibility <= level && Word.Field <= level;
        }
    }

    internal sealed record Planted(RecordHead Head, PageKind Kind, Audience Visibility, string? TiedTo, IReadOnlyList<Audience> States, IReadOnlyList<WordInState> Words)
    {
        // What of the record this audience belongs to: a partner who is not tied to it is the public.
        public Audience LevelOf(Asking audience) => audience.Audience == Audience.Partners && audience.Organisation != TiedTo ? Audience.Public : audience.Audience;

        public bool IsSeenBy(Asking audience) => Visibility <= LevelOf(audience);
    }

    /// <summary>A site with the words planted, for all the tests: none of them takes one away.</summary>
    public sealed class PlantedSite : IAsyncLifetime
    {
        private readonly WordForEveryField words = new();
        private readonly List<Planted> planted = [];

        public TestSite Site { get; } = new();

        internal IReadOnlyList<Planted> Records => planted;

        public async ValueTask InitializeAsync()
        {
            await Site.InitializeAsync();
            var number = 0;
            foreach (var kind in PageKind.All)
            {
                await PlantAsync(kind, ++number, null, [Audience.Staff, Audience.Partners, Audience.Public]);
                await PlantAsync(kind, ++number, "lantern", [Audience.Partners, Audience.Public]);
                await PlantAsync(kind, ++number, "lantern", [Audience.Staff, Audience.Partners]);
                await PlantAsync(kind, ++number, null, [Audience.Partners]);
                await PlantAsync(kind, ++number, null, [Audience.Public, Audience.Staff]);
            }
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        private async Task PlantAsync(PageKind kind, int number, string? tiedTo, IReadOnlyList<Audience> states)
        {
            var found = new List<WordInState>();
            RecordHead? head = null;
            foreach (var (visibility, at) in states.Select((visibility, at) => (visibility, at + 1)))
            {
                var (body, filled) = words.Fill(kind.Kind);
                head = await Site.SaveAsync(kind.Kind, kind.ByDay ? $"vis-{number}/2021-03-04" : $"VIS {number}", body, body: kind.BodyOf(TestSite.Body), visibility: visibility);
                found.AddRange(filled.Select(word => new WordInState(word, at, visibility)));
            }

            if (tiedTo is not null)
            {
                await using var context = Site.Database.Open();
                var organisation = await context.Records.SingleAsync(row => row.Kind == "organisation" && row.Slug == tiedTo);
                context.Links.Add(new LinkRow { From = head!.Id, Relation = "partner", To = organisation.Id, Audience = Audience.Staff });
                await context.SaveChangesAsync();
            }

            planted.Add(new Planted(head!, kind, states[^1], tiedTo, states, found));
        }
    }
}
