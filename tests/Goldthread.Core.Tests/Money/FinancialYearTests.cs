using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Money;

namespace Goldthread.Core.Tests.Money;

public class FinancialYearTests
{
    [Theory]
    [InlineData("2018/19")]
    [InlineData("2018-19")]
    [InlineData("2018–19")]
    [InlineData("2018-2019")]
    [InlineData("FY2018/19")]
    [InlineData("FY 2018/19")]
    [InlineData("18/19")]
    [InlineData("financial year 2018 / 19")]
    public void TryParse_Printed_IsRead(string text)
    {
        Assert.True(FinancialYear.TryParse(text, out var year));
        Assert.Equal("2018/19", year.ToString());
    }

    [Theory]
    [InlineData("2018-21")]
    [InlineData("2018/18")]
    [InlineData("2018")]
    [InlineData("2018/2020")]
    [InlineData("1/2")]
    [InlineData("2018/19/20")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(FinancialYear.TryParse(text, out _));

    [Fact]
    public void TryParse_TurnOfTheCentury_Follows()
    {
        Assert.True(FinancialYear.TryParse("1999/00", out var year));
        Assert.Equal(new DateOnly(2000, 3, 31), year.Ends);
    }

    [Theory]
    [InlineData("2019-03-31", 2018)]
    [InlineData("2019-04-01", 2019)]
    public void Of_EdgeOfTheYear_IsThatYear(string day, int first) => Assert.Equal(first, FinancialYear.Of(DateOnly.Parse(day)).FirstYear);

    [Fact]
    public void Of_AnyDay_LiesInItsYearAndReadsBack()
    {
        var days = Gen.Choose(new DateOnly(2000, 4, 1).DayNumber, new DateOnly(2098, 3, 31).DayNumber).ToArbitrary();
        Prop.ForAll(days, number =>
        {
            var day = DateOnly.FromDayNumber(number);
            var year = FinancialYear.Of(day);
            return year.Starts <= day && day <= year.Ends && FinancialYear.TryParse(year.ToString(), out var read) && read == year;
        }).Check(TestSeed.Config);
    }
}
