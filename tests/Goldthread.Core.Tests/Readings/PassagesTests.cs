using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Core.Tests.Readings;

public sealed class PassagesTests
{
    private static readonly RecordKind<Paper> Papers = new(
        "paper",
        (JsonTypeInfo<Paper>)new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(Paper)),
        paper => new Columns(paper.Open ?? ""));

    [Fact]
    public void Of_AField_IsExactlyItsPlaceAndNothingAround()
    {
        var sources = Read("Secret Open words secret\nsecret go on here, secret", Audience.Public, ("/open", new Place(1, 8, 1, 17)), ("/parts/0", new Place(1, 13, 2, 17)));

        Assert.Equal(["Open words", "words secret\nsecret go on here"], sources.Passages.Select(source => source.Passage));
        Assert.All(sources.Passages, source => Assert.Equal(("", ""), (source.Before, source.After)));
    }

    [Fact]
    public void Of_CharactersOutsideTheFirstPlane_CountAsOneColumn() =>
        Assert.Equal("🐦b", Read("a🐦b🐦c", Audience.Public, ("/open", new Place(1, 2, 1, 3))).Passages[0].Passage);

    [Fact]
    public void Of_AHiddenFieldInsideAVisibleOne_IsLeftOut()
    {
        var (text, places) = ("The chair, Mx Hidden of 1 Secret Street, spoke.", new (string, Place)[] { ("/open", new Place(1, 1, 1, 47)), ("/closed", new Place(1, 12, 1, 20)), ("/forPartners", new Place(1, 25, 1, 39)), ("/nobodyKnows", new Place(1, 42, 1, 46)) });

        Assert.Equal($"The chair, {Passages.LeftOut} of {Passages.LeftOut}, {Passages.LeftOut}.", Read(text, Audience.Public, places).Passages[0].Passage);
        Assert.Equal($"The chair, {Passages.LeftOut} of 1 Secret Street, {Passages.LeftOut}.", Read(text, Audience.Partners, places).Passages[0].Passage);
        Assert.Equal(text, Read(text, Audience.Staff, places).Passages.First(source => source.Pointer == "/open").Passage);
    }

    [Fact]
    public void Of_ForStaff_HasTheWholeLinesAndTheDiagnostics()
    {
        var sources = Read("before Open after", Audience.Staff, ("/open", new Place(1, 8, 1, 11)));

        Assert.Equal(("before ", " after"), (sources.Passages[0].Before, sources.Passages[0].After));
        Assert.Equal("GT1001", Assert.Single(sources.Diagnostics).Code);
        Assert.Empty(Read("before Open after", Audience.Partners, ("/open", new Place(1, 8, 1, 11))).Diagnostics);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 1, 9, 1)]
    [InlineData(2, 1, 1, 1)]
    [InlineData(1, 5, 1, 4)]
    [InlineData(1, 900, 1, 1000)]
    public void Of_APlaceOutsideTheText_GivesNoWordOfIt(int line, int column, int endLine, int endColumn) =>
        Assert.All(Read("words\nmore", Audience.Public, ("/open", new Place(line, column, endLine, endColumn))).Passages, source => Assert.Empty(source.Passage));

    [Fact]
    public void Of_AnyPlaces_NeverHoldsACharacterOfAHiddenOne()
    {
        // Every character of the text is another, so that one that comes out can be told.
        var text = string.Join('\n', Enumerable.Range(0, 6).Select(line => new string([.. Enumerable.Range(0, 20).Select(column => (char)(0x4E00 + (line * 20) + column))])));
        var place = from line in Gen.Choose(1, 6) from more in Gen.Choose(0, 2) from column in Gen.Choose(1, 20) from end in Gen.Choose(1, 20) select new Place(line, column, Math.Min(6, line + more), end);
        Prop.ForAll(place.ListOf(3).ToArbitrary(), places =>
        {
            var seen = string.Concat(Read(text, Audience.Public, ("/open", places[0]), ("/closed", places[1]), ("/forPartners", places[2])).Passages.Select(source => source.Passage));
            return !Covered(text, places[1]).Concat(Covered(text, places[2])).Any(seen.Contains);
        }).Check(TestSeed.Config.WithMaxTest(1000));
    }

    private static IEnumerable<char> Covered(string text, Place place) =>
        text.Split('\n').SelectMany((line, i) => line.Select((c, j) => (c, Line: i + 1, Column: j + 1)))
            .Where(each => (each.Line, each.Column).CompareTo((place.Line, place.Column)) >= 0 && (each.Line, each.Column).CompareTo((place.EndLine, place.EndColumn)) <= 0)
            .Select(each => each.c);

    private static RecordSources Read(string text, Audience audience, params (string Pointer, Place Place)[] places)
    {
        var paper = new Paper
        {
            Open = "open",
            Parts = ["part"],
            ForPartners = "for partners",
            Closed = "closed",
            Import = new Import
            {
                File = "paper.txt",
                Sha256 = new string('a', 64),
                Text = text,
                Provenance = places.ToDictionary(pair => pair.Pointer, pair => pair.Place),
                Diagnostics = [new("GT1001", Goldthread.Core.Diagnostics.Severity.Error, "Something is missing.", 1, 1)],
            },
        };
        return Passages.Of(Papers, Papers.Write(paper), 1, audience);
    }

    private sealed record Paper
    {
        [SeenBy(Audience.Public)] public string? Open { get; init; }

        [SeenBy(Audience.Public)] public IReadOnlyList<string> Parts { get; init; } = [];

        [SeenBy(Audience.Partners)] public string? ForPartners { get; init; }

        public string? Closed { get; init; }

        public Import? Import { get; init; }
    }
}
