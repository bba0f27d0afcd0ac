using Goldthread.Core.Readings;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Texts;

public sealed class PassageTests
{
    [Fact]
    public void Fold_WhiteSpace_IsOneSpace() => Assert.Equal("a b c", Fold("a  b\n   c"));

    [Theory]
    [InlineData("the **pilot** of 2017", "the pilot of 2017")]
    [InlineData("(*to be held*)", "(to be held)")]
    [InlineData("an _early_ start", "an early start")]
    [InlineData("<i>The Plan</i>", "The Plan")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("snake_case_name", "snake_case_name")]
    public void Fold_Emphasis_IsNoPartOfText(string source, string expected) => Assert.Equal(expected, Fold(source));

    [Fact]
    public void PlaceOf_Slice_IsThatOfTheSource()
    {
        var source = new SourceText("one two\n  three  four");
        var passage = Folding.Fold(source, 0, source.Value.Length);

        var part = passage.Slice(passage.Text.IndexOf("three", StringComparison.Ordinal), 10);

        Assert.Equal("three four", part.Text);
        Assert.Equal(new Place(2, 3, 2, 13), source.PlaceOf(part.Start, part.End));
    }

    [Fact]
    public void PlaceOf_AfterASurrogatePair_CountsCodePoints()
    {
        var source = new SourceText("😀😀x");

        Assert.Equal(new Place(1, 3, 1, 3), source.PlaceOf(4, 5));
    }

    [Fact]
    public void Join_Passages_KeepTheirPlaces()
    {
        var source = new SourceText("ab\ncd");
        var joined = Passage.Join([Folding.Fold(source, 0, 2), Folding.Fold(source, 3, 5)]);

        Assert.Equal("ab cd", joined.Text);
        Assert.Equal(new Place(1, 1, 2, 2), source.PlaceOf(joined.Start, joined.End));
    }

    private static string Fold(string text) => Folding.Fold(new SourceText(text), 0, text.Length).Text;
}
