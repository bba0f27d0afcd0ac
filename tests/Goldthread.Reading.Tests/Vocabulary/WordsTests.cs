using System.Text.RegularExpressions;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Tests.Vocabulary;

public sealed partial class WordsTests
{
    /// <summary>A word must end where a regular expression would end it, whatever the script.</summary>
    [Fact]
    public void IsPart_EveryCharacter_IsAsARegularExpressionHasIt()
    {
        var others = Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(letter => Words.IsPart(letter) == Boundary.IsMatch($"x{letter}"));

        Assert.Empty(others.Select(letter => $"{(int)letter:X4}"));
    }

    [Theory]
    [InlineData("the scheme of delegation applies", true)]
    [InlineData("scheme of delegations", false)]
    [InlineData("delegation", false)]
    [InlineData("a constitution", true)]
    [InlineData("", false)]
    public void StandIn_PhrasesByTheirFirstWord_AreFoundAsWholeWords(string key, bool found) =>
        Assert.Equal(found, new FirstWords(["scheme of consent", "scheme of delegation", "constitution"]).StandIn(key));

    [Theory]
    [InlineData("Research & Development", "research and development")]
    [InlineData("  The **Chief** Officer's  role: ", "the chief officers role")]
    [InlineData("&", "and")]
    [InlineData("–", "")]
    public void Of_Words_AreLettersAndDigitsWithSingleSpaces(string words, string key) => Assert.Equal(key, Key.Of(words));

    // A boundary between x and the character there is only where the character is no part of a word.
    [GeneratedRegex(@"^x\b", RegexOptions.None, 1000)]
    private static partial Regex Boundary { get; }
}
