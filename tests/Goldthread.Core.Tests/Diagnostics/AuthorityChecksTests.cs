using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Diagnostics;

public class AuthorityChecksTests
{
    private static Decision Valid => TestDecision.Valid;

    [Theory]
    [InlineData("£300,000", "Approve expenditure of", "4.8")]
    [InlineData("£499,999", "Approve expenditure of", "4.8")]
    [InlineData("£300,000", "Approve the award of a contract for", "4.13")]
    [InlineData("£700,000", "Approve the award of a contract for", "section 5")]
    [InlineData("£499,000.01", "Approve expenditure of", "section 5")]
    [InlineData("£300,000", "Approve the award of a grant of", "4.13")]
    [InlineData("£600,000", "Approve expenditure of", "4.3")]
    public void Paragraph_NotCoveringTheDecision_IsGT3001(string sum, string act, string paragraph) =>
        Assert.Equal(["/authorities/0/paragraph"], Valid.WithSum(sum, act).WithAuthority(paragraph).Places("GT3001"));

    [Theory]
    [InlineData("£500,000", "Approve expenditure of", "4.8")]
    [InlineData("£20,000", "Approve the award of a grant of", "4.8")]
    [InlineData("£500,000", "Approve the procurement strategy for a contract of", "4.13")]
    [InlineData("£499,000", "Approve expenditure of", "section 5")]
    [InlineData("£300,000", "Approve a contract variation of", "4.99")]
    public void Paragraph_CoveringTheDecisionOrUnknown_IsNone(string sum, string act, string paragraph) =>
        Assert.Empty(Valid.WithSum(sum, act).WithAuthority(paragraph).Places("GT3001"));

    [Fact]
    public void Paragraph_SeveralSumsReachingTheLimitTogether_IsNone()
    {
        var decision = Valid.WithRecommendations("Approve expenditure of £300,000 for one.", "Approve expenditure of £250,000 for two.");
        Assert.Empty(decision.Places("GT3001"));
    }

    [Theory]
    [InlineData(320_000, 1, "Approve the procurement strategy.", "Approve expenditure of £320,000, of which £250,000 is for boats and £70,000 for oars.")]
    [InlineData(320_000, 1, "Approve the procurement strategy for a contract of £320,000.", "Approve expenditure of £320,000.")]
    [InlineData(640_000, 0, "Approve a contract of £320,000 for boats.", "Approve a contract of £320,000 for oars.")]
    [InlineData(320_000, 0, "Approve a contract of £320,000 for boats.", "Approve a contract of £250,000 for oars.")]
    public void Paragraph_SumDividedOrNamedTwice_CountsOnce(int stated, int count, params string[] asks) =>
        Assert.Equal(count, (Valid with { Amounts = [new(stated, "", null, ["2019/20"])] }).WithRecommendations(asks).WithAuthority("4.13").Places("GT3001").Count);

    [Fact]
    public void Paragraph_LimitCitedForWhatIsDelegated_IsNone() =>
        Assert.Empty(Valid.WithAuthority("4.8", "section 5").Places("GT3001"));

    [Theory]
    [InlineData("OPCC/2019/017")]
    [InlineData(null)]
    public void Paragraph_OfABodyWhoseSchemeIsNotKnown_IsNone(string? reference)
    {
        var decision = Valid.WithSum("£300,000") with { Reference = reference, DecisionMaker = new(null, "Head of Policy") };
        Assert.Empty(decision.Places("GT3001"));
        Assert.Empty(decision.Places("GT3002"));
    }

    [Theory]
    [InlineData("£600,000", "Approve expenditure of", "Chief Executive")]
    [InlineData("£500,000", "Approve expenditure of", "Chief Executive Officer, MOPAC")]
    [InlineData("£499,500", "Approve expenditure of", "Chief Executive")]
    [InlineData("£20,000", "Approve the award of a grant of", "Chief Executive")]
    [InlineData("£100,000", "Approve the award of a contract for", "Director of Commissioning")]
    public void Signatory_BelowTheLevel_IsGT3002(string sum, string act, string role) =>
        Assert.Equal(["/decisionMaker/role"], (Valid.WithSum(sum, act) with { DecisionMaker = new("A. Example", role) }).Places("GT3002"));

    [Theory]
    [InlineData("£499,000", "Approve expenditure of", "Chief Executive")]
    [InlineData("£600,000", "Approve expenditure of", "Deputy Mayor, Policing and Crime")]
    [InlineData("£600,000", "Approve expenditure of", "DMPC")]
    [InlineData("£600,000", "Approve expenditure of", "Mayor of London")]
    [InlineData("£600,000", "Approve expenditure of", "Trustee")]
    public void Signatory_AtTheLevelOrUnknown_IsNone(string sum, string act, string role) =>
        Assert.Empty((Valid.WithSum(sum, act) with { DecisionMaker = new("A. Example", role) }).Places("GT3002"));

    [Fact]
    public void Signatory_OfAStrategyBelowTheDeputyMayor_IsGT3002()
    {
        var decision = Valid.WithRecommendations("Approve and publish the Serious Violence Strategy.") with { DecisionMaker = new(null, "Chief Executive"), Amounts = [] };
        Assert.Single(decision.Places("GT3002"));
    }

    [Theory]
    [InlineData("2019-12-31", "Contracts valued at £189,330 or above must be procured under the Public Contracts Regulations 2015.")]
    [InlineData("2020-01-01", "Contracts valued at £181,302 or above must be procured under the Public Contracts Regulations 2015.")]
    [InlineData("2022-02-01", "The threshold of £189,330 in the Public Contracts Regulations is passed.")]
    [InlineData("2019-03-08", "The light-touch threshold of £663,540 is not passed.")]
    [InlineData("2023-03-08", "The procurement threshold is £213,477 excluding VAT.")]
    [InlineData("2019-03-08", "The threshold in the Public Contracts Regulations 2015 is £175,000.")]
    public void Threshold_NotInForce_IsGT3003(string signed, string text) =>
        Assert.Single((Valid with { DateSigned = DateOnly.Parse(signed) }).WithText(2, text).Places("GT3003"));

    [Theory]
    [InlineData("2018-01-01", "Contracts valued at £181,302 or above must be procured under the Public Contracts Regulations 2015.")]
    [InlineData("2019-12-31", "Contracts valued at £181,302 or above must be procured under the Public Contracts Regulations 2015.")]
    [InlineData("2022-02-01", "The threshold of £213,477 including VAT in the Public Contracts Regulations is passed.")]
    [InlineData("2022-02-01", "The light-touch threshold of £663,540 is not passed.")]
    [InlineData("2019-03-08", "The contract of £600,000 will be procured under the Public Contracts Regulations 2015.")]
    [InlineData("2019-03-08", "MOPAC's own contract regulations set a threshold of £150,000 for tenders.")]
    public void Threshold_InForceOrAnother_IsNone(string signed, string text) =>
        Assert.Empty((Valid with { DateSigned = DateOnly.Parse(signed) }).WithText(2, text).Places("GT3003"));

    [Fact]
    public void Threshold_UndatedDecision_IsNone() =>
        Assert.Empty((Valid with { DateSigned = null }).WithText(2, "The threshold is £189,330 under the Public Contracts Regulations.").Places("GT3003"));

    [Theory]
    [InlineData("Approve expenditure of £600,000.")]
    [InlineData("Award a contract to the preferred bidder.")]
    [InlineData("Approve the award of grants to five charities.")]
    public void Authority_NoneCitedForMoney_IsGT3004(string recommendation) =>
        Assert.Equal(["/authorities"], (Valid with { Authorities = [] }).WithRecommendations(recommendation).Places("GT3004"));

    [Theory]
    [InlineData("Approve the publication of the annual report.")]
    [InlineData("Note the contract award of £600,000.")]
    [InlineData("Accept grant funding of £600,000 from the Home Office.")]
    [InlineData("Grant delegated authority to the Chief Executive to sign the protocol.")]
    public void Authority_NoneCitedWithoutSpending_IsNone(string recommendation) =>
        Assert.Empty((Valid with { Authorities = [] }).WithRecommendations(recommendation).Places("GT3004"));
}
