using Goldthread.Core.Decisions;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Publishing;

/// <summary>
/// What is declared for partners is for those whose organisation owns a record or is tied to it, in that record: no field of
/// a kind is declared so today, so the tests put it where the fields of one would stand.
/// </summary>
public sealed class PartnerViewTests(PostgresServer server)
{
    private static readonly Reader Mps = new(Audience.Partners, "mps");
    private static readonly Reader Lantern = new(Audience.Partners, "lantern");

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_WordsForPartners_AreFoundInRecordsTiedToTheirOrganisationAlone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await PlantAsync(register);

        Assert.Equal(["PCD 1"], await FoundAsync(register, Mps, "kingfisher"));
        Assert.Equal(["PCD 4"], await FoundAsync(register, Mps, "bittern"));
        Assert.Empty(await FoundAsync(register, Mps, "avocet"));
        Assert.Empty(await FoundAsync(register, Mps, "dunlin"));
        Assert.Equal(["PCD 2"], await FoundAsync(register, Lantern, "avocet"));
        foreach (var word in (string[])["kingfisher", "avocet", "bittern", "dunlin"])
        {
            Assert.Empty(await FoundAsync(register, Reader.Public, word));
            Assert.Empty(await FoundAsync(register, new Reader(Audience.Partners), word));
            Assert.Single(await FoundAsync(register, Reader.Staff, word));
        }

        // Not half of it either: a word that everybody may see and one that is not hers.
        Assert.Equal(["PCD 1"], await FoundAsync(register, Mps, "lamps kingfisher"));
        Assert.Empty(await FoundAsync(register, Mps, "lamps avocet"));
        Assert.Empty(await FoundAsync(register, Mps, "\"shy avocet\""));
        Assert.Equal(["PCD 2"], await FoundAsync(register, Lantern, "\"shy avocet\""));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_WhatIsFoundByPublicWords_TellsNothingOfOthersFields(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await PlantAsync(register);

        var results = await register.Database.For(Mps).SearchAsync(new SearchQuery("lamps"));
        var ofTopic = await register.Database.For(Mps).SearchAsync(new SearchQuery("", [new(RecordFacets.Topic, "stalking")]));
        var theirs = await register.Database.For(Lantern).SearchAsync(new SearchQuery("lamps"));
        var help = await register.Database.For(Mps).SearchHelpAsync(new SearchQuery("avocett"));

        Assert.Equal(["PCD 1", "PCD 2", "PCD 3", "PCD 4"], results.Hits.Select(hit => hit.Head.Reference).Order());
        Assert.Equal(4, results.Total);
        Assert.Equal(2, Assert.Single(results.Of(RecordFacets.Topic)).Count);
        Assert.Equal(1, Assert.Single(theirs.Of(RecordFacets.Topic)).Count);
        Assert.Equal(["PCD 1", "PCD 4"], ofTopic.Hits.Select(hit => hit.Head.Reference).Order());
        var passages = string.Join(' ', results.Hits.SelectMany(hit => hit.Passage).Select(piece => piece.Text));
        Assert.DoesNotContain("avocet", passages, StringComparison.Ordinal);
        Assert.DoesNotContain("dunlin", passages, StringComparison.Ordinal);
        Assert.Null(help.DidYouMean);
        Assert.Equal("avocet", (await register.Database.For(Lantern).SearchHelpAsync(new SearchQuery("avocett"))).DidYouMean?.Query.Text);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Search_MoreThanAreCounted_CountsThoseAddedLastOfBothParts(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await PlantAsync(register);

        await using var context = register.Database.Open();
        var search = new RegisterSearch(register.Database, new Visible(Mps)) { Most = 3, Ranked = 2 };
        var results = await search.RunAsync(new SearchQuery("lamps"), CancellationToken.None);

        Assert.Equal((3, true), (results.Total, results.IsCut));
        Assert.Equal(["PCD 2", "PCD 3", "PCD 4"], results.Hits.Select(hit => hit.Head.Reference).Order());
        Assert.Equal(1, Assert.Single(results.Of(RecordFacets.Topic)).Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Ties_ForPartners_AreSeenFromBothEndsByThoseTiedToWhatMakesThem(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var records = await PlantAsync(register);
        await using (var context = register.Database.Open())
        {
            context.Links.Add(new LinkRow { From = records["PCD 2"], Relation = "related", To = records["PCD 1"], Audience = Audience.Partners });
            context.Links.Add(new LinkRow { From = records["PCD 2"], Relation = "related", To = records["PCD 3"], Audience = Audience.Partners });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (reader, sees) in new[] { (Mps, false), (Lantern, true), (Reader.Public, false), (Reader.Staff, true) })
        {
            var view = register.Database.For(reader);
            var (made, one, three) = (await FindAsync("PCD 2"), await FindAsync("PCD 1"), await FindAsync("PCD 3"));

            Assert.Equal(sees ? 2 : 0, made.Links.Count(link => link.Relation == "related"));
            Assert.Equal(sees ? 1 : 0, one.Links.Count(link => link.Relation == "related"));
            Assert.Equal(sees ? 1 : 0, three.Links.Count(link => link.Relation == "related"));
            Assert.Equal(sees ? ["PCD 2"] : [], (await view.ListAsync(new ListQuery("decision", LinkedTo: records["PCD 1"]))).Rows.Select(row => row.Reference));

            async Task<FoundRecord> FindAsync(string reference) => (await register.FindAsync(reader, RecordKinds.Decision, reference))!;
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Names_ForPartners_AreKnownToThoseTiedToTheOrganisationsRecord(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await PlantAsync(register);
        await using (var context = register.Database.Open())
        {
            var lantern = await context.Records.SingleAsync(row => row.Slug == "lantern", TestContext.Current.CancellationToken);
            context.Fields.Add(new FieldRow { Record = lantern.Id, Name = OrganisationColumns.Name, Position = 99, Text = "quiet-house", Audience = Audience.Partners });
            context.Links.Add(new LinkRow { From = lantern.Id, Relation = Visible.TiedTo, To = lantern.Id, Audience = Audience.Staff });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Single(await register.Database.For(Lantern).CalledAsync("Quiet House"));
        Assert.Empty(await register.Database.For(Mps).CalledAsync("Quiet House"));
        Assert.Empty(await register.Public.CalledAsync("Quiet House"));
        Assert.Single(await register.Database.For(Mps).CalledAsync("Lantern Advocacy"));
    }

    // PCD 1 and, for partners alone, PCD 4 are tied to the police; PCD 2 to the charity; PCD 3 to nobody.
    private static async Task<Dictionary<string, Guid>> PlantAsync(TestRegister register)
    {
        var mps = await register.SaveAsync(TestRegister.Organisation());
        var lantern = await register.SaveAsync(TestRegister.Organisation("lantern", "Lantern Advocacy"));
        var records = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (reference, word, tied, visibility) in new[]
        {
            ("PCD 1", "kingfisher", mps, Audience.Public), ("PCD 2", "avocet", lantern, Audience.Public), ("PCD 3", "dunlin", null, Audience.Public), ("PCD 4", "bittern", mps, Audience.Partners),
        })
        {
            var head = await register.SaveAsync(TestRegister.Decision(reference) with { Visibility = visibility });
            records[reference] = head.Id;
            await using var context = register.Database.Open();
            var row = await context.Records.SingleAsync(row => row.Id == head.Id, TestContext.Current.CancellationToken);
            row.Facets = "kind:decision partners/topic:stalking";
            if (tied is not null)
                context.Links.Add(new LinkRow { From = head.Id, Relation = Visible.TiedTo, To = tied.Id, Audience = Audience.Staff });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            var text = new Dictionary<Audience, string> { [Audience.Public] = "The lamps of the square.", [Audience.Partners] = $"Lamps beside the lamps: a shy {word}." };
            await register.Database.Dialect.IndexAsync(context, row, row.Title, text, CancellationToken.None);
            await register.Database.Dialect.AddWordsAsync(context, [word], CancellationToken.None);
        }

        return records;
    }

    private static async Task<IEnumerable<string>> FoundAsync(TestRegister register, Reader reader, string words) =>
        (await register.Database.For(reader).SearchAsync(new SearchQuery(words))).Hits.Select(hit => hit.Head.Reference);
}
