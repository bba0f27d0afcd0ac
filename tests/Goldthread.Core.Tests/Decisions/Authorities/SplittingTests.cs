using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class SplittingTests
{
    private static readonly Purchase Now = new("PCD 903", TestRequest.Valid.WithSum(300_000, VatBasis.Excluded), "Lantern Advocacy", "c-1", "advocacy");

    [Fact]
    public void Warnings_SameSupplierReachingTheLimit_NamesEveryPart()
    {
        var warning = Assert.Single(Warnings(Now, Earlier("PCD 901", "2018-06-01", 150_000), Earlier("PCD 902", "2018-09-01", 50_000)));
        Assert.Equal((SplittingTie.Supplier, 500_000m), (warning.Tie, warning.Together));
        Assert.Equal(["PCD 901", "PCD 902"], warning.With);
        Assert.Equal("Together they come to £500,000, which is for Deputy Mayor for Policing and Crime to decide; this one alone is for Chief Executive Officer.", warning.Message);
        Assert.All(["PCD 901 of 1 June 2018 for £150,000", "12 months", "Lantern Advocacy", "paragraph 4.8"], part => Assert.Contains(part, string.Join(' ', warning.Why), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2018-03-08", 1)]
    [InlineData("2018-03-07", 0)]
    [InlineData("2019-03-08", 1)]
    [InlineData("2019-03-09", 0)]
    public void Warnings_EdgeOfTwelveMonths_CountsBothEnds(string day, int count) => Assert.Equal(count, Warnings(Now, Earlier("PCD 901", day, 200_000)).Count);

    [Theory]
    [InlineData("lantern advocacy", "c-2", "other", 1)]
    [InlineData("Other", "c-1", "Advocacy", 1)]
    [InlineData("Lantern Advocacy", "c-1", "advocacy", 2)]
    [InlineData("Other", "c-1", "other", 0)]
    [InlineData("Other", "c-2", "advocacy", 0)]
    [InlineData(null, null, null, 0)]
    public void Warnings_Tie_IsSupplierOrCommitmentAndCategory(string? supplier, string? commitment, string? category, int count) =>
        Assert.Equal(count, Warnings(Now, Earlier("PCD 901", "2018-09-01", 200_000) with { Supplier = supplier, Commitment = commitment, Category = category }).Count);

    [Fact]
    public void Warnings_NothingNamed_TiesNothing() =>
        Assert.Empty(Warnings(Now with { Supplier = null, Commitment = null, Category = null }, Earlier("PCD 901", "2018-09-01", 200_000) with { Supplier = null, Category = null }));

    [Fact]
    public void Warnings_SumThatIsNobodys_SaysWhoIsNamed() =>
        Assert.Contains("nobody's amount", Assert.Single(Warnings(Now, Earlier("PCD 901", "2018-09-01", 199_500))).Message, StringComparison.Ordinal);

    [Fact]
    public void Warnings_ItselfOrAnotherBody_IsLeftOut() =>
        Assert.Empty(Warnings(Now, Earlier("PCD 903", "2018-09-01", 200_000), Earlier("X 1", "2018-09-01", 200_000) with { Request = TestRequest.Valid.On("2018-09-01").WithSums(200_000) with { Body = "west-midshire-pcc" } }));

    [Fact]
    public void Warnings_AlreadyForTheHigherRole_IsNone() =>
        Assert.Empty(Warnings(Now with { Request = TestRequest.Valid.WithSums(600_000) }, Earlier("PCD 901", "2018-09-01", 200_000)));

    [Theory]
    [InlineData("81302", VatBasis.Excluded, "reaches the threshold")]
    [InlineData("81301.99", VatBasis.Excluded, null)]
    [InlineData("97562.40", VatBasis.Included, "reaches the threshold")]
    [InlineData("97562.39", VatBasis.Unknown, "may reach the threshold")]
    public void Warnings_ContractsReachingTheThreshold_IsOne(string pounds, VatBasis vat, string? words)
    {
        var now = Now with { Request = TestRequest.Valid.WithActs(Act.Contract).WithSum(100_000, VatBasis.Excluded) };
        var earlier = Earlier("PCD 901", "2018-09-01", 0) with { Request = TestRequest.Valid.On("2018-09-01").WithActs(Act.Contract).WithSum(decimal.Parse(pounds), vat) };
        Assert.Equal(words is null ? 0 : 1, Warnings(now, earlier).Count(warning => warning.Message.Contains(words ?? "threshold", StringComparison.Ordinal)));
    }

    [Fact]
    public void Warnings_AnyParts_AreThereWhenTheSumReachesTheLimitAndThePartDoesNot()
    {
        var parts = Gen.Choose(1, 400).Select(thousands => thousands * 1000).ListOf().ToArbitrary();
        Prop.ForAll(Gen.Choose(1, 600).ToArbitrary(), parts, (own, others) =>
        {
            var now = Now with { Request = TestRequest.Valid.WithSums(own * 1000), Commitment = null };
            var earlier = others.Select((sum, i) => Earlier($"PCD {i}", "2018-09-01", sum)).ToArray();
            var alone = own <= 499;
            var whole = (own * 1000) + others.Sum();
            return (Warnings(now, earlier).Count == 1) == (others.Count > 0 && alone && whole > 499_000);
        }).Check(TestSeed.Config);
    }

    private static IReadOnlyList<SplitWarning> Warnings(Purchase now, params Purchase[] earlier) => Splitting.Warnings(now, earlier, RepositoryFiles.RuleBook);

    private static Purchase Earlier(string reference, string day, decimal pounds) =>
        new(reference, TestRequest.Valid.On(day).WithSum(pounds, VatBasis.Excluded), "Lantern Advocacy", "c-9", "advocacy");
}
