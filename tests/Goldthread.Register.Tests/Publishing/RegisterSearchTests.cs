using Goldthread.Core.Decisions;
using Goldthread.Core.Documents;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;

namespace Goldthread.Register.Tests.Publishing;

public sealed class RegisterSearchTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    private static readonly Change Met = TestRegister.Organisation() with { Content = new Organisation { Name = "Metropolitan Police Service", Aliases = ["MPS", "the Met"] } };

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_WithFilters_FindsWhatHasAllOfThem(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(Met);
        await register.SaveAsync(TestRegister.Decision("PCD 1", with: decision => decision with { ExecutiveSummary = "Lamps against stalking.", Organisations = [new("mps")] }));
        await register.SaveAsync(TestRegister.Decision("PCD 2", with: decision => decision with { ExecutiveSummary = "Lamps.", DateSigned = new DateOnly(2019, 1, 1), Organisations = [new("mps")] }));
        await register.SaveAsync(TestRegister.Meeting());

        Assert.Equal(["PCD 2", "PCD 1"], await FoundAsync(register, "", new(RecordFacets.Organisation, "mps"), newestFirst: false));
        Assert.Equal(["PCD 1"], await FoundAsync(register, "lamps", new(RecordFacets.Topic, "stalking")));
        Assert.Equal(["PCD 2"], await FoundAsync(register, "lamp", new(RecordFacets.Year, "2019")));
        Assert.Equal(["PCD 1", "PCD 2"], (await FoundAsync(register, "lamps", new(RecordFacets.Amount, "100k-1m"))).Order());
        Assert.Empty(await FoundAsync(register, "lamps", new(RecordFacets.Kind, "meeting")));
        Assert.Empty(await FoundAsync(register, "lamps", new(RecordFacets.Topic, "x' OR 1=1 --")));
        Assert.Empty(await FoundAsync(register, "lamps", new("visibility", "staff")));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_MoreThanAreCounted_CountsThoseAddedLastThatTheReaderMaySee(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        for (var i = 1; i <= 9; i++)
            await register.SaveAsync(TestRegister.Decision($"PCD {i}") with { Visibility = i is 5 or 8 or 9 ? Audience.Staff : Audience.Public });

        var atMost4 = await SmallAsync(register, 4);
        var atMost6 = await SmallAsync(register, 6);

        Assert.Equal((4, true), (atMost4.Total, atMost4.IsCut));
        Assert.Equal(["PCD 3", "PCD 4", "PCD 6", "PCD 7"], atMost4.Hits.Select(hit => hit.Head.Reference).Order());
        Assert.Equal(4, Assert.Single(atMost4.Of(RecordFacets.Kind)).Count);
        Assert.Equal((6, false), (atMost6.Total, atMost6.IsCut));
        Assert.Equal(2, atMost6.Ranked);
        Assert.Equal(["PCD 6", "PCD 7"], atMost6.Hits.Take(2).Select(hit => hit.Head.Reference).Order());
        Assert.Equal(["PCD 4", "PCD 3", "PCD 2", "PCD 1"], atMost6.Hits.Skip(2).Select(hit => hit.Head.Reference));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_NewestFirst_GoesByDay(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        foreach (var (reference, day) in new (string, DateOnly?)[] { ("PCD 1", new(2021, 1, 1)), ("PCD 2", null), ("PCD 3", new(2019, 1, 1)), ("PCD 4", new(2022, 1, 1)) })
            await register.SaveAsync(TestRegister.Decision(reference, with: decision => decision with { DateSigned = day }));

        var found = await register.Public.SearchAsync(new SearchQuery("lighting", Order: SearchOrder.Newest, PageSize: 3));
        var rest = await register.Public.SearchAsync(new SearchQuery("lighting", Order: SearchOrder.Newest, Page: 2, PageSize: 3));

        Assert.Equal(["PCD 4", "PCD 1", "PCD 3"], found.Hits.Select(hit => hit.Head.Reference));
        Assert.Equal(["PCD 2"], rest.Hits.Select(hit => hit.Head.Reference));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_ForAHiddenRecord_ShowsNothingOfItInAnyFacetCountOrSuggestion(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(Met);
        await register.SaveAsync(TestRegister.Organisation("hush", "Hush Foundation") with { Visibility = Audience.Staff });
        await register.SaveAsync(TestRegister.Decision("PCD 1", with: decision => decision with { Organisations = [new("mps"), new("hush")] }));
        await register.SaveAsync(TestRegister.Decision("PCD 2", with: decision => Canary(decision, "marzipan")) with { Visibility = Audience.Staff });
        var gone = await register.SaveAsync(TestRegister.Decision("PCD 3", with: decision => Canary(decision, "nougatine")));
        await register.Writer.WithdrawAsync(gone.Id, "Records office", "A ground.", erase: false);
        await register.SaveAsync(TestRegister.Decision("PCD 4", with: decision => Canary(decision, "pralines")) with { Visibility = Audience.Partners });

        var found = await register.Public.SearchAsync(new SearchQuery("lighting"));
        Assert.Equal(1, found.Total);
        Assert.All(found.Facets.SelectMany(facet => facet.Choices), choice => Assert.Equal(1, choice.Count));
        Assert.Equal(["2022"], found.Of(RecordFacets.Year).Select(choice => choice.Value));
        Assert.Equal(["100k-1m"], found.Of(RecordFacets.Amount).Select(choice => choice.Value));
        Assert.Equal(["mps"], found.Of(RecordFacets.Organisation).Select(choice => choice.Value));
        Assert.Empty(found.Of(RecordFacets.Topic));
        Assert.Empty(await register.Public.CalledAsync("Hush Foundation"));
        foreach (var reader in (Reader[])[Reader.Public, new(Audience.Partners, "cps"), new(Audience.Partners)])
        {
            var view = register.Database.For(reader);
            foreach (var filter in (SearchFilter[])[new(RecordFacets.Year, "1999"), new(RecordFacets.Amount, "1m-10m"), new(RecordFacets.Topic, "upskirting"), new(RecordFacets.Organisation, "hush")])
            {
                Assert.Equal(0, (await view.SearchAsync(new SearchQuery("", [filter]))).Total);
                Assert.DoesNotContain((await view.SearchHelpAsync(new SearchQuery("lighting", [filter]))).Looser, looser => looser.Query.Filters.Count > 0 || looser.Count != 1);
            }

            foreach (var mistyped in (string[])["marzipn", "nougatin", "praline", "marzipan", "hush"])
            {
                var help = await view.SearchHelpAsync(new SearchQuery(mistyped));
                Assert.Null(help.DidYouMean);
                Assert.Empty(help.Looser);
            }
        }

        Assert.Equal("marzipan", (await register.Staff.SearchHelpAsync(new SearchQuery("marzipn"))).DidYouMean!.Query.Text);
        Assert.Equal(3, (await register.Staff.SearchAsync(new SearchQuery("", [new(RecordFacets.Topic, "upskirting")]))).Total);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_TopicThatOnlyStaffMayRead_IsNoFacetOfThePublic(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Meeting() with { Kind = RecordKinds.Document, Reference = "document-1", Content = new Document { Text = "About stalking." } });

        var forPublic = await register.Public.SearchAsync(new SearchQuery("", [new(RecordFacets.Kind, "document")]));
        var forStaff = await register.Staff.SearchAsync(new SearchQuery("", [new(RecordFacets.Kind, "document")]));

        Assert.Equal(1, forPublic.Total);
        Assert.Empty(forPublic.Of(RecordFacets.Topic));
        Assert.Equal(0, (await register.Public.SearchAsync(new SearchQuery("", [new(RecordFacets.Topic, "stalking")]))).Total);
        Assert.Equal("stalking", Assert.Single(forStaff.Of(RecordFacets.Topic)).Value);
        Assert.Equal(1, (await register.Staff.SearchAsync(new SearchQuery("", [new(RecordFacets.Topic, "stalking")]))).Total);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SearchHelp_MistypedWord_SuggestsTheNearestThatIsFound(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 1", "Survivors of stalking"));
        await register.SaveAsync(TestRegister.Decision("PCD 2", "Survivors and stables"));

        Assert.Equal("stalking", await MeantAsync("stalkng"));
        Assert.Equal("stalking", await MeantAsync("STLAKING"));
        Assert.Equal("survivors stalking", await MeantAsync("survvors of stalkin"));
        Assert.Equal("\"survivors of stalking\"", await MeantAsync("\"survivers of stalking\""));
        Assert.Null(await MeantAsync("xylophone"));
        Assert.Null(await MeantAsync("survivors xylophone"));
        Assert.Equal("stables", await MeantAsync("stabels"));
        Assert.Null(await MeantAsync("PCD543"));

        async Task<string?> MeantAsync(string typed) => (await register.Public.SearchHelpAsync(new SearchQuery(typed))).DidYouMean?.Query.Text;
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SearchHelp_NothingFound_NamesWhatToLeaveOut(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await register.SaveAsync(TestRegister.Decision("PCD 2", with: decision => decision with { DateSigned = new DateOnly(2019, 1, 1) }));
        var kind = new SearchFilter(RecordFacets.Kind, "meeting");
        var year = new SearchFilter(RecordFacets.Year, "2019");

        var help = await register.Public.SearchHelpAsync(new SearchQuery("lighting residents xylophone", [kind]));
        var filtered = await register.Public.SearchHelpAsync(new SearchQuery("lighting", [kind, year]));
        var phrase = await register.Public.SearchHelpAsync(new SearchQuery("\"residents lighting\""));

        Assert.Empty(help.Looser);
        var without = Assert.Single(filtered.Looser);
        Assert.Equal((kind, 1), (without.Without, without.Count));
        Assert.Equal([year], without.Query.Filters);
        Assert.Equal(2, Assert.Single(phrase.Looser).Count);
        var word = Assert.Single((await register.Public.SearchHelpAsync(new SearchQuery("lighting residents xylophone"))).Looser);
        Assert.Equal(("xylophone", 2), (word.WithoutWord, word.Count));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Called_OrganisationByAnyOfItsNames_FindsIt(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(Met);

        foreach (var typed in (string[])["MPS", "mps", "the Met", "met", "The Metropolitan Police Service", "Metropolitan Police Service!"])
            Assert.Equal("mps", Assert.Single(await register.Public.CalledAsync(typed)).Reference);
        foreach (var typed in (string[])["police", "", "!", "\0", "\ud800"])
            Assert.Empty(await register.Public.CalledAsync(typed));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_WithOddTexts_AnswersAllOfThem(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());

        foreach (var odd in (string[])["the", "\"the\"", "\"to be or\"", "*", "-", "a* OR b", "lighting*", "🚓", "🚓 lighting", "שלום עולם", "مرحبا", "\ud83d", "x\udc00y", "\0lighting\0", "NOT", "{public}: x", "facets : kind", string.Concat(Enumerable.Repeat("stalkng ", 40)), new string('z', 300), "é̀", "ﬁne", "١٢٣"])
        {
            await register.Public.SearchAsync(new SearchQuery(odd, Page: int.MaxValue));
            await register.Public.SearchHelpAsync(new SearchQuery(odd, [new(RecordFacets.Year, "2022")]));
        }

        Assert.Equal(1, (await register.Public.SearchAsync(new SearchQuery("the lighting 🚓"))).Total);
        Assert.Equal(0, (await register.Public.SearchAsync(new SearchQuery("the of"))).Total);
    }

    private static Decision Canary(Decision decision, string word) => decision with
    {
        ExecutiveSummary = $"Lighting and {word} against upskirting.",
        DateSigned = new DateOnly(1999, 1, 1),
        Recommendations = [new Recommendation("1", "Approve £9,000,000.")],
        Amounts = [new Amount(9_000_000, "£9,000,000", null, [])],
        Organisations = [new("hush"), new("mps")],
    };

    private static async Task<IReadOnlyList<string>> FoundAsync(TestRegister register, string text, SearchFilter filter, bool newestFirst = true)
    {
        var found = await register.Public.SearchAsync(new SearchQuery(text, [filter]));
        var references = found.Hits.Select(hit => hit.Head.Reference);
        return [.. newestFirst ? references : references.Reverse()];
    }

    private static Task<SearchResults> SmallAsync(TestRegister register, int most) =>
        new RegisterSearch(register.Database, new Visible(Reader.Public)) { Most = most, Ranked = 2 }.RunAsync(new SearchQuery("lighting"), TestContext.Current.CancellationToken);
}
