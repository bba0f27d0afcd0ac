using Goldthread.Register.Publishing;

namespace Goldthread.Register.Tests.Publishing;

public sealed class SpellingTests
{
    [Fact]
    public void Slips_OfRandomWords_AreThoseOfThePlainDefinition()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 3_000; i++)
        {
            var (one, other) = (Word(random), Word(random));
            Assert.True(Plain(one, other) == Spelling.Slips(one, other), $"{one} and {other}");
        }
    }

    [Theory]
    [InlineData("stalking", "stalkng", 1)]
    [InlineData("stalking", "stlaking", 1)]
    [InlineData("stalking", "stalkinng", 1)]
    [InlineData("stalking", "stalkimg", 1)]
    [InlineData("stalking", "stalking", 0)]
    [InlineData("", "abc", 3)]
    public void Slips_OfATypedWord_CountsEachOnce(string one, string other, int slips) => Assert.Equal(slips, Spelling.Slips(one, other));

    [Fact]
    public void WordsOf_Texts_AreWordsOfLettersInLowerCaseEachOnce() =>
        Assert.Equal(
            ["stalking", "café"],
            Spelling.WordsOf(["Stalking stalking, PCD542 and the VAWG2 Café", new string('x', 40), "a b"]));

    // Letters of a small alphabet, so that words are near one another.
    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(7)).Select(_ => "abc"[random.Next(3)])]);

    private static int Plain(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
            return one.Length + other.Length;
        var least = Math.Min(
            Math.Min(Plain(one[..^1], other), Plain(one, other[..^1])) + 1,
            Plain(one[..^1], other[..^1]) + (one[^1] == other[^1] ? 0 : 1));
        return one.Length > 1 && other.Length > 1 && one[^1] == other[^2] && one[^2] == other[^1]
            ? Math.Min(least, Plain(one[..^2], other[..^2]) + 1)
            : least;
    }
}
