using FsCheck;
using FsCheck.Fluent;
using MoneyType = Goldthread.Core.Money.Money;

namespace Goldthread.Core.Tests.Money;

public class MoneyTests
{
    [Theory]
    [InlineData("£600,000", 60_000_000)]
    [InlineData("£600k", 60_000_000)]
    [InlineData("£4m", 400_000_000)]
    [InlineData("£1.2 million", 120_000_000)]
    [InlineData("£1,476,140.33", 147_614_033)]
    [InlineData("£2bn", 200_000_000_000)]
    [InlineData("75", 7_500)]
    [InlineData(" £0.5M ", 50_000_000)]
    public void TryParse_Printed_IsRead(string text, long pence)
    {
        Assert.True(MoneyType.TryParse(text, out var money));
        Assert.Equal(pence, money.Pence);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("£")]
    [InlineData("£1,00")]
    [InlineData("£12,34,567")]
    [InlineData("about £5")]
    [InlineData("-£5")]
    [InlineData("£99999999999999999999999999999999")]
    [InlineData("£9999999999999bn")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(MoneyType.TryParse(text, out _));

    [Fact]
    public void ToString_AnySum_ReadsBackAsItself()
    {
        var property = Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), pence =>
            MoneyType.TryParse(new MoneyType(pence).ToString(), out var read) && read.Pence == pence);
        property.Check(TestSeed.Config);
    }
}
