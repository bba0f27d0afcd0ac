using Goldthread.Site;

namespace Goldthread.Tests.Site;

/// <summary>Figures, days and lists as people read them.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "£0")]
    [InlineData(60_000_000, "£600,000")]
    [InlineData(18_130_250, "£181,302.50")]
    [InlineData(-5_000, "−£50")]
    public void Money_Pence_IsPounds(long pence, string words) => Assert.Equal(words, Wording.Money(pence));

    [Theory]
    [InlineData(60_000_000, "£600,000")]
    [InlineData(3_820_000_000, "£38.2m")]
    [InlineData(120_000_000_000, "£1.2bn")]
    public void MoneyShort_Pence_IsShort(long pence, string words) => Assert.Equal(words, Wording.MoneyShort(pence));

    [Fact]
    public void Date_Day_IsWrittenOut() => Assert.Equal("7 March 2022", Wording.Date(new DateOnly(2022, 3, 7)));

    [Fact]
    public void Instant_InSummer_IsLondonTime() =>
        Assert.Equal("1 July 2022 at 13:05", Wording.Instant(new DateTime(2022, 7, 1, 12, 5, 0, DateTimeKind.Utc)));

    [Fact]
    public void Join_Three_IsAsInSpeech() => Assert.Equal("a, b and c", Wording.Join(["a", "b", "c"]));

    [Fact]
    public void Shorten_LongText_EndsAtAWord() => Assert.Equal("One two…", Wording.Shorten("One two three", 9));
}
