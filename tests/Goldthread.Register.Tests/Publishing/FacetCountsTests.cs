using Goldthread.Core.Decisions;
using Goldthread.Core.Money;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;

namespace Goldthread.Register.Tests.Publishing;

/// <summary>Counts and facets held against a second, naive count over the same made-up records, for every kind of reader.</summary>
public sealed class FacetCountsTests(PostgresServer server)
{
    private const int Seed = 20261122;

    private static readonly string[] Words = ["lantern", "harbour", "meadow", "orchard"];

    private static readonly string[] Topics = ["stalking", "misogyny", "upskirting"];

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_OnRandomRecords_CountsWhatANaiveCountFinds(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var random = new Random(Seed);
        for (var i = 0; i < 4; i++)
            await register.SaveAsync(TestRegister.Organisation($"org-{i}", $"Organisation {i}") with { Visibility = i == 3 ? Audience.Staff : Audience.Public });
        var made = new List<Made>();
        for (var i = 0; i < 60; i++)
            made.Add(await SaveAsync(register, i, random));

        for (var i = 0; i < 120; i++)
        {
            var reader = (i % 3) switch { 0 => Reader.Public, 1 => new Reader(Audience.Partners, "org-1"), _ => Reader.Staff };
            var query = Query(random);
            var found = await register.Database.For(reader).SearchAsync(query);

            var seen = made.Where(each => Sees(reader, each) && query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(each.Words.Contains)).ToList();
            var what = $"{query.Text} {string.Join(' ', query.Filters)} for {reader}, seed {Seed}";
            if (query.Filters.Any(filter => filter.Value == "org-3") && reader.Audience != Audience.Staff)
            {
                Assert.True(found.Total == 0 && found.Facets.Count == 0, what);
                continue;
            }

            Assert.True(seen.Count(each => query.Filters.All(filter => each.Has(filter))) == found.Total, what);
            foreach (var facet in found.Facets)
            {
                var left = seen.Where(each => query.Filters.Where(filter => filter.Facet != facet.Name).All(filter => each.Has(filter)));
                var naive = left.SelectMany(each => each.Facets[facet.Name]).Where(value => value != "org-3" || reader.Audience == Audience.Staff)
                    .CountBy(value => value).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}");
                Assert.True(naive.SequenceEqual(facet.Choices.Where(choice => choice.Count > 0).OrderBy(choice => choice.Value, StringComparer.Ordinal).Select(choice => $"{choice.Value} {choice.Count}")), $"{facet.Name} of {what}");
            }
        }
    }

    private static SearchQuery Query(Random random)
    {
        SearchFilter[] all =
        [
            new(RecordFacets.Kind, "decision"), new(RecordFacets.Year, $"{2019 + random.Next(4)}"), new(RecordFacets.Organisation, $"org-{random.Next(4)}"),
            new(RecordFacets.Topic, Topics[random.Next(3)]), new(RecordFacets.Amount, AmountBand.All[random.Next(4)].Name),
        ];
        var filters = all.Where(_ => random.Next(3) == 0).ToList();
        var words = Words.Where(_ => random.Next(3) == 0).ToList();
        return words.Count + filters.Count == 0 ? new SearchQuery(Words[0]) : new SearchQuery(string.Join(' ', words), filters, PageSize: 1);
    }

    private static bool Sees(Reader reader, Made made) => reader.Audience switch
    {
        Audience.Staff => true,
        Audience.Partners => !made.Withdrawn && (made.Visibility == Audience.Public || (made.Visibility == Audience.Partners && made.Owner == reader.Organisation)),
        _ => !made.Withdrawn && made.Visibility == Audience.Public,
    };

    private static async Task<Made> SaveAsync(TestRegister register, int i, Random random)
    {
        var words = Words.Where(_ => random.Next(2) == 0).ToList();
        var topics = Topics.Where(_ => random.Next(3) == 0).ToList();
        var organisations = Enumerable.Range(0, 4).Where(_ => random.Next(3) == 0).Select(each => $"org-{each}").ToList();
        var year = 2019 + random.Next(4);
        var pounds = (long)Math.Pow(10, 3 + (random.NextDouble() * 4));
        var visibility = (Audience)random.Next(3);
        var saved = await register.SaveAsync(TestRegister.Decision($"PCD {i}", "A title", decision => decision with
        {
            ExecutiveSummary = string.Join(' ', words) + ". " + string.Join(", ", topics),
            DateSigned = new DateOnly(year, 3, 4),
            Recommendations = [new Recommendation("1", $"Approve £{pounds}.")],
            Amounts = [new Amount(pounds, $"£{pounds}", null, [])],
            Organisations = [.. organisations.Select(each => new Ref<Organisation>(each))],
        }) with
        { Visibility = visibility });
        var withdrawn = random.Next(10) == 0;
        if (withdrawn)
            await register.Writer.WithdrawAsync(saved.Id, "Records office", "A ground.", erase: false);
        return new Made(words, visibility, withdrawn, null, new Dictionary<string, IReadOnlyList<string>>
        {
            [RecordFacets.Kind] = ["decision"],
            [RecordFacets.Year] = [$"{year}"],
            [RecordFacets.Organisation] = organisations,
            [RecordFacets.Topic] = topics.Contains("upskirting") ? [.. topics, "image-based-sexual-offending"] : topics,
            [RecordFacets.Amount] = [pounds < 100_000 ? "under-100k" : pounds < 1_000_000 ? "100k-1m" : pounds < 10_000_000 ? "1m-10m" : "10m-plus"],
        });
    }

    private sealed record Made(IReadOnlyList<string> Words, Audience Visibility, bool Withdrawn, string? Owner, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets)
    {
        public bool Has(SearchFilter filter) => Facets[filter.Facet].Contains(filter.Value);
    }
}
