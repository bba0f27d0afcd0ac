using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;
using Goldthread.Core.Tests.Diagnostics;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class RequestTests
{
    [Fact]
    public void Of_Decision_HasItsBodyDayActsAndSums()
    {
        var request = Request.Of(TestDecision.Valid, RepositoryFiles.RuleBook);
        Assert.Equal(("mopac", new DateOnly(2019, 3, 8)), (request.Body, request.Day));
        Assert.Equal([Act.Spending, Act.Contract], request.Acts);
        Assert.Equal([new(600_000)], request.Sums);
        Assert.Null(request.HandlesPersonalData);
    }

    [Theory]
    [InlineData("Approve a contract for £200,000 excluding VAT.", VatBasis.Excluded)]
    [InlineData("Approve a contract for £200,000 (inclusive of VAT).", VatBasis.Included)]
    [InlineData("Approve a contract for £200,000 plus VAT, which is £240,000 with VAT.", VatBasis.Excluded)]
    [InlineData("Approve a contract for £200,000.", VatBasis.Unknown)]
    public void Of_WordsAfterASum_TellItsVat(string text, VatBasis vat) =>
        Assert.Equal(new(200_000, vat), Request.Of(TestDecision.Valid.WithRecommendations(text), RepositoryFiles.RuleBook).Sums[0]);

    [Fact]
    public void Of_PersonalDataUsed_SaysSo() =>
        Assert.True(Request.Of(TestDecision.Valid.WithText(3, "The provider will hold personal data of survivors. A DPIA was made."), RepositoryFiles.RuleBook).HandlesPersonalData);

    [Fact]
    public void Of_AdditionToAContract_HasTheWhole()
    {
        var decision = TestDecision.Valid.WithRecommendations("Approve a variation of the contract by £75,000.") with { Amounts = [new(75_000, "£75,000", null, []), new(1_400_000, "£1.4m", null, [])] };
        Assert.Equal(1_400_000, Request.Of(decision, RepositoryFiles.RuleBook).AtMost);
    }

    [Fact]
    public void Of_AnotherBodysDecision_KnowsNoBody() =>
        Assert.Null(Request.Of(TestDecision.Valid with { Reference = "2021-034" }, RepositoryFiles.RuleBook).Body);
}
