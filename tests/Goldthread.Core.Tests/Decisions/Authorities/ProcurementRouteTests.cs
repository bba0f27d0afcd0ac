using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class ProcurementRouteTests
{
    private static Request Valid => TestRequest.Valid.WithActs(Act.Contract);

    [Theory]
    [InlineData("2019-12-31", "181301.99", VatBasis.Excluded, Route.BelowThreshold)]
    [InlineData("2019-12-31", "181302", VatBasis.Excluded, Route.Full)]
    [InlineData("2020-01-01", "181302", VatBasis.Excluded, Route.BelowThreshold)]
    [InlineData("2019-12-31", "217562.40", VatBasis.Included, Route.Full)]
    [InlineData("2019-12-31", "217562.39", VatBasis.Included, Route.BelowThreshold)]
    [InlineData("2022-01-01", "213477", VatBasis.Included, Route.Full)]
    [InlineData("2022-01-01", "213476.99", VatBasis.Included, Route.BelowThreshold)]
    [InlineData("2022-01-01", "177897.50", VatBasis.Excluded, Route.Full)]
    [InlineData("2022-01-01", "177897.49", VatBasis.Excluded, Route.BelowThreshold)]
    [InlineData("2022-01-01", "177897.49", VatBasis.Unknown, Route.BelowThreshold)]
    [InlineData("2022-01-01", "177897.50", VatBasis.Unknown, Route.NotKnown)]
    [InlineData("2022-01-01", "213477", VatBasis.Unknown, Route.Full)]
    [InlineData("2019-12-31", "181302", VatBasis.Unknown, Route.NotKnown)]
    public void Of_EdgeOfTheThreshold_ComparesLikeWithLike(string day, string pounds, VatBasis vat, Route route)
    {
        var found = Valid.On(day).WithSum(decimal.Parse(pounds), vat).Route();
        Assert.Equal(route, found.Route);
        Assert.Equal(route == Route.NotKnown ? 1 : 0, found.NotKnown.Count);
    }

    [Theory]
    [InlineData("2015-02-25", "Public Contracts Regulations 2006")]
    [InlineData("2015-02-26", "Public Contracts Regulations 2015")]
    [InlineData("2025-02-23", "Public Contracts Regulations 2015")]
    [InlineData("2025-02-24", "Procurement Act 2023")]
    public void Of_EdgeOfARegime_IsTheLawOfTheDay(string day, string regime) =>
        Assert.StartsWith(regime, Valid.On(day).WithSum(300_000, VatBasis.Included).Route().Threshold!.Regime, StringComparison.Ordinal);

    [Theory]
    [InlineData(PurchaseKind.Services, "300000", Route.Full)]
    [InlineData(PurchaseKind.LightTouch, "300000", Route.BelowThreshold)]
    [InlineData(PurchaseKind.LightTouch, "663540", Route.Full)]
    [InlineData(PurchaseKind.Other, "300000", Route.NotKnown)]
    [InlineData(null, "300000", Route.NotKnown)]
    [InlineData(null, "100000", Route.BelowThreshold)]
    [InlineData(null, "700000", Route.Full)]
    public void Of_KindOfServices_HasItsOwnThreshold(PurchaseKind? buys, string pounds, Route route) =>
        Assert.Equal(route, (Valid.On("2022-03-07").WithSum(decimal.Parse(pounds), VatBasis.Included) with { Buys = buys }).Route().Route);

    [Fact]
    public void Of_LightTouchBeforeThereWasAFigure_IsNotKnown() =>
        Assert.Contains("no figure for light-touch", Assert.Single((Valid.On("2014-06-01").WithSum(1, VatBasis.Excluded) with { Buys = PurchaseKind.LightTouch }).Route().NotKnown), StringComparison.Ordinal);

    [Theory]
    [InlineData("2013-12-31")]
    [InlineData("2028-01-01")]
    public void Of_DayWithoutThresholds_IsNotKnown(string day) => Assert.Equal(Route.NotKnown, Valid.On(day).Route().Route);

    [Fact]
    public void Of_NoContract_AsksForNoRoute() => Assert.Equal(Route.NoContract, TestRequest.Valid.WithActs(Act.Grant).Route().Route);

    [Fact]
    public void Of_Why_NamesDayFiguresBasisRateAndSources()
    {
        var why = string.Join(' ', Valid.On("2022-03-07").WithSum(200_000, VatBasis.Excluded).Route().Why);
        Assert.All(["7 March 2022", "£213,477", "£200,000 without VAT", "£240,000", "20 %", "Finance (No. 2) Act 2010", "PCD 1496", "prices with VAT"], part => Assert.Contains(part, why, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnyPriceAndDay_IsAsCountedInPence()
    {
        var pence = Gen.OneOf(Gen.Choose(0, 100_000_000), Gen.Choose(15_000_000, 26_000_000), Gen.Elements(18_130_200, 21_756_240, 21_347_700, 17_789_750, 66_354_000)).ToArbitrary();
        var days = Gen.Choose(0, 6_500).Select(days => new DateOnly(2012, 1, 1).AddDays(days)).ToArbitrary();
        var kinds = (from vat in Gen.Elements(Enum.GetValues<VatBasis>()) from buys in Gen.Elements<PurchaseKind?>(PurchaseKind.Services, PurchaseKind.LightTouch, null) select (vat, buys)).ToArbitrary();
        Prop.ForAll(pence, days, kinds, (sum, day, kind) =>
        {
            var request = Valid with { Day = day, Buys = kind.buys, Sums = [new(sum / 100m, kind.vat)] };
            return request.Route().Route == InPence(sum, day, kind.vat, kind.buys);
        }).Check(TestSeed.Config);
    }

    /// <summary>The same in whole pence and fifths, every reading of what is not known tried one by one.</summary>
    private static Route InPence(long pence, DateOnly day, VatBasis vat, PurchaseKind? buys)
    {
        var threshold = RepositoryFiles.RuleBook.Thresholds.SingleOrDefault(one => one.Effect.From <= day && day <= one.Effect.To);
        if (threshold is null)
            return Route.NotKnown;
        bool[] readings = vat switch { VatBasis.Unknown => [true, false], VatBasis.None => [threshold.IncludesVat], _ => [vat == VatBasis.Included] };
        decimal?[] figures = buys switch { PurchaseKind.Services => [threshold.Services], PurchaseKind.LightTouch => [threshold.LightTouch], _ => threshold.LightTouch is null ? [threshold.Services] : [threshold.Services, threshold.LightTouch] };
        if (figures.Any(figure => figure is null))
            return Route.NotKnown;
        var outcomes = from included in readings
                       from figure in figures
                       let price = included == threshold.IncludesVat ? pence * 30 : threshold.IncludesVat ? pence * 36 : pence * 25
                       select price >= (long)(figure!.Value * 3000);
        return outcomes.Distinct().Count() == 1 ? (outcomes.First() ? Route.Full : Route.BelowThreshold) : Route.NotKnown;
    }
}
