using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Rules;
using Goldthread.Core.Tests.Diagnostics;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class WhoDecidesTests
{
    private static Request Valid => TestRequest.Valid;

    [Theory]
    [InlineData(Act.Spending, "499000", "chief-executive", "section 5")]
    [InlineData(Act.Spending, "500000", "deputy-mayor", "4.8")]
    [InlineData(Act.Contract, "499000", "chief-executive", "section 5")]
    [InlineData(Act.Contract, "500000", "deputy-mayor", "4.13")]
    [InlineData(Act.Grant, "0.01", "deputy-mayor", "4.8")]
    public void Of_EdgeOfALimit_IsTheRoleOfTheParagraph(Act act, string pounds, string role, string paragraph)
    {
        var who = Valid.WithActs(act).WithSums(decimal.Parse(pounds)).WhoDecides();
        Assert.True(who.IsSettled, string.Join(' ', who.NotKnown));
        Assert.Equal((role, paragraph), (who.Role!.Role, Assert.Single(who.Provisions).Paragraph));
    }

    [Theory]
    [InlineData("499000.01")]
    [InlineData("499999.99")]
    public void Of_BetweenTheLimits_IsNobodysAndNamesBoth(string pounds)
    {
        var who = Valid.WithSums(decimal.Parse(pounds)).WhoDecides();
        Assert.Null(who.Role);
        var open = Assert.Single(who.NotKnown);
        Assert.Contains("nobody's amount", open, StringComparison.Ordinal);
        Assert.Contains("Chief Executive Officer decides up to £499,000 (section 5, PCD 224", open, StringComparison.Ordinal);
        Assert.Contains("Deputy Mayor for Policing and Crime from £500,000 (paragraph 4.8, PCD 542", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_BetweenTheLimitsBesideAGrant_IsForTheHigherRoleAllTheSame() =>
        Assert.Equal((true, "deputy-mayor"), Settled(Valid.WithActs(Act.Spending, Act.Grant).WithSums(499_500).WhoDecides()));

    [Fact]
    public void Of_SeveralActs_HighestDecidesTheWhole()
    {
        var who = Valid.WithActs(Act.Contract, Act.Grant).WithSums(20_000).WhoDecides();
        Assert.Equal((true, "deputy-mayor"), Settled(who));
        Assert.Contains(who.Why, why => why == "The highest of these decides the whole: Deputy Mayor for Policing and Crime.");
    }

    [Fact]
    public void Of_SumsReachingTheLimitTogether_IsNotSettled()
    {
        var who = Valid.WithSums(300_000, 250_000).WhoDecides();
        Assert.Equal("chief-executive", who.Role!.Role);
        Assert.Contains("taken together it comes to £550,000, which is for Deputy Mayor", Assert.Single(who.NotKnown), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AdditionToAContract_NamesTheWhole()
    {
        var who = (Valid.WithActs(Act.Contract).WithSums(75_000) with { Whole = 1_476_140.33m }).WhoDecides();
        Assert.Contains("the whole that it adds to comes to £1,476,140.33", Assert.Single(who.NotKnown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-09-30", "Nothing is known of what the Scheme of Consent and Delegation said on 30 September 2016.")]
    [InlineData("2015-09-10", "Nothing is known of what the Scheme of Consent and Delegation said on 10 September 2015.")]
    public void Of_DayOfWhichNothingIsKnown_SaysSo(string day, string notKnown) =>
        Assert.Equal(notKnown, Assert.Single(Valid.On(day).WhoDecides().NotKnown));

    [Fact]
    public void Of_BodyWithoutAScheme_SaysSo() => Assert.Single((Valid with { Body = "west-midshire-pcc" }).WhoDecides().NotKnown);

    [Fact]
    public void Of_NoAmount_DependsOnIt() =>
        Assert.Contains("depends on the amount", Assert.Single(Valid.WithSums().WhoDecides().NotKnown), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "deputy-mayor", 0)]
    [InlineData(false, null, 1)]
    public void Of_Policy_IsTheDeputyMayorsWhereItIsSurelySignificant(bool significant, string? role, int open)
    {
        var who = (Valid.WithActs(Act.Policy).WithSums() with { IsSignificantPolicy = significant }).WhoDecides();
        Assert.Equal((role, open), (who.Role?.Role, who.NotKnown.Count));
    }

    [Fact]
    public void Of_Why_NamesDayVersionFigureParagraphAndSource()
    {
        var why = string.Join(' ', Valid.WithSums(600_000).WhoDecides().Why);
        Assert.All(["8 March 2019", "October 2016", "£600,000", "£500,000", "paragraph 4.8", "PCD 542 paragraph 4.1 (2019)", "PCD 740", "VAT"], part => Assert.Contains(part, why, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnyActsAndAmounts_IsAsAskedRoleByRole()
    {
        var acts = Gen.SubListOf(Enum.GetValues<Act>().Where(act => act != Act.Policy)).ToArbitrary();
        var sums = Gen.OneOf(Gen.Choose(0, 1_000_000), Gen.Choose(498_998, 500_002), Gen.Elements(0, 1, 499_000, 500_000)).ListOf().ToArbitrary();
        Prop.ForAll(acts, sums, (kinds, pounds) =>
        {
            var request = Valid.WithActs([.. kinds]).WithSums([.. pounds.Select(sum => (decimal)sum)]);
            return request.WhoDecides().Role?.Role == RoleByRole(request);
        }).Check(TestSeed.Config);
    }

    [Fact]
    public void Of_MoreMoney_IsNeverForALowerRole()
    {
        Prop.ForAll(Gen.Choose(0, 600_000).ToArbitrary(), Gen.Choose(0, 600_000).ToArbitrary(), (one, more) =>
        {
            var (less, whole) = (Valid.WithSums(one).WhoDecides().Role, Valid.WithSums(one + more).WhoDecides().Role);
            return less is null || whole is null || whole.Rank <= less.Rank;
        }).Check(TestSeed.Config);
    }

    [Theory]
    [InlineData("£600,000", "Approve expenditure of")]
    [InlineData("£20,000", "Approve the award of a grant of")]
    [InlineData("£100,000", "Approve the award of a contract for")]
    public void Of_Decision_IsTheRoleThatTheCheckOfSignaturesAsksFor(string sum, string act)
    {
        var decision = TestDecision.Valid.WithSum(sum, act);
        var who = WhoDecides.Of(Request.Of(decision, RepositoryFiles.RuleBook), RepositoryFiles.RuleBook);
        var roles = who.Scheme!.Roles.Where(role => (decision with { DecisionMaker = new(null, role.Name) }).Places("GT3002").Count == 0).ToList();
        Assert.Equal(who.Role, roles.MaxBy(role => role.Rank));
    }

    private static (bool, string?) Settled(WhoDecides who) => (who.IsSettled, who.Role?.Role);

    /// <summary>The lowest role that may sign each act that anybody may sign, asked one by one of the version's text.</summary>
    private static string? RoleByRole(Request request)
    {
        var scheme = RepositoryFiles.RuleBook.Schemes.Single(scheme => scheme.Body == request.Body);
        var provisions = scheme.Versions[^1].Provisions;
        bool Covers(Provision provision, Act act)
        {
            if (!provision.Acts.Contains(act))
                return false;
            var others = provisions.Where(other => other.Acts.Contains(act)).ToList();
            if (others.TrueForAll(other => other.Least == null && other.Most == null))
                return true;
            if (request.Sums.Count == 0)
                return false;
            var pounds = request.Sums.Max(sum => sum.Pounds);
            return pounds >= (provision.Least ?? 0) && pounds <= (provision.Most ?? decimal.MaxValue);
        }

        var held = request.Acts.Where(act => provisions.Any(provision => Covers(provision, act))).ToList();
        return held.Count == 0
            ? null
            : scheme.Roles.Reverse().First(role => held.TrueForAll(act => provisions.Any(provision => Covers(provision, act) && scheme.Roles.ToList().IndexOf(role) <= provision.Role.Rank))).Role;
    }
}
