using Goldthread.Core.Decisions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;

namespace Goldthread.Register.Tests.Publishing;

public sealed class RegisterViewTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Find_ByThePublic_HasNoFieldForStaff(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());

        var found = await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1");

        Assert.Null(((Decision)found!.Content).Import);
        Assert.DoesNotContain("zanzibar", (await register.Public.JsonAsync(found))!.ToJsonString(), StringComparison.Ordinal);
        var forStaff = await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1");
        Assert.NotNull(((Decision)forStaff!.Content).Import);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Everything_OfAStaffRecord_IsHiddenFromThePublic(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await register.SaveAsync(TestRegister.Decision("PCD 2", "Secret marzipan", decision => decision with { RelatedDecisions = [new("PCD 1")] }) with { Visibility = Audience.Staff });

        Assert.Null(await register.Public.FindAsync(TestRegister.Body, "decision", "pcd-2"));
        Assert.Null(await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-2", 1));
        Assert.Empty((await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"))!.Links);
        var list = await register.Public.ListAsync(new ListQuery("decision"));
        Assert.Equal(1, list.Total);
        Assert.Equal(1, Assert.Single(list.Years).Count);
        Assert.Equal(25_000_000, list.TotalAmount);
        var search = await register.Public.SearchAsync(new SearchQuery("marzipan"));
        Assert.Equal(0, search.Total);
        Assert.Empty(search.Facets.SelectMany(facet => facet.Choices));
        Assert.Empty(await register.Public.ReferredToAsync("PCD 2"));
        Assert.Equal(1, (await register.Public.CountsAsync())["decision"]);
        Assert.Single((await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Links);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Find_ByAPartner_SeesWhatItsOrganisationOwns(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision() with { Visibility = Audience.Partners });

        Assert.Null(await register.FindAsync(new Reader(Audience.Partners, "mps"), RecordKinds.Decision, "PCD 1"));
        Assert.Null(await register.FindAsync(new Reader(Audience.Partners), RecordKinds.Decision, "PCD 1"));
        await using (var context = register.Database.Open())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(context.Database, "UPDATE record SET owner = 'mps'");
        Assert.NotNull(await register.FindAsync(new Reader(Audience.Partners, "mps"), RecordKinds.Decision, "PCD 1"));
        Assert.Null(await register.FindAsync(new Reader(Audience.Partners, "cps"), RecordKinds.Decision, "PCD 1"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task History_ByThePublic_ShowsOnlyStatesThatWerePublished(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision(title: "Draft") with { Visibility = Audience.Staff });
        await register.SaveAsync(TestRegister.Decision(title: "Published"));

        var found = await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1");

        Assert.Equal(2, Assert.Single(found!.History).Number);
        Assert.Null(await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 1));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_ByThePublic_FindsPublicWordsAndMarksThem(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());

        var found = await register.Public.SearchAsync(new SearchQuery("lighting residents"));
        var hidden = await register.Public.SearchAsync(new SearchQuery("zanzibar"));

        Assert.Contains(Assert.Single(found.Hits).Passage, piece => piece is { Match: true, Text: "lighting" });
        Assert.Equal(0, hidden.Total);
        Assert.Equal(new FacetCount("decision", "decision", 1), Assert.Single(found.Of(RecordFacets.Kind)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_ForAReferenceTypedInAnyWay_FindsIt(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 542"));
        await register.SaveAsync(TestRegister.Decision("PCD 7", "Other"));

        foreach (var typed in (string[])["PCD 542", "pcd542", "PCD-542", "542"])
            Assert.Equal("PCD 542", (await register.Public.SearchAsync(new SearchQuery(typed))).Hits[0].Head.Reference);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_WithOperatorsAndQuotes_TakesThemForWords(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());

        foreach (var odd in (string[])["\"", "lighting\"", "AND OR NOT", "title:*", "(", "-lighting", "' OR 1=1 --", "\0", new string('a', 5000), "^", "NEAR(a b)", "{0}"])
            await register.Public.SearchAsync(new SearchQuery(odd));

        Assert.Single((await register.Public.SearchAsync(new SearchQuery("\"money for lighting\""))).Hits);
        Assert.Empty((await register.Public.SearchAsync(new SearchQuery("\"lighting for money\""))).Hits);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task List_ByYearAndPage_HasTheRightRowsAndCounts(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        for (var i = 1; i <= 7; i++)
            await register.SaveAsync(TestRegister.Decision($"PCD {i}", with: decision => decision with { DateSigned = new DateOnly(2020 + (i % 2), 1, i) }));
        await register.SaveAsync(TestRegister.Decision("PCD 8", with: decision => decision with { DateSigned = null }));

        var all = await register.Public.ListAsync(new ListQuery("decision", PageSize: 3));
        var odd = await register.Public.ListAsync(new ListQuery("decision", Year: 2021, Page: 2, PageSize: 3));

        Assert.Equal(8, all.Total);
        Assert.Equal(["PCD 7", "PCD 5", "PCD 3"], all.Rows.Select(row => row.Reference));
        Assert.Equal([(2021, 4), (2020, 3)], all.Years);
        Assert.Equal(4, odd.Total);
        Assert.Equal(["PCD 1"], odd.Rows.Select(row => row.Reference));
        Assert.Equal("PCD 8", (await register.Public.ListAsync(new ListQuery("decision"))).Rows[^1].Reference);
    }
}
