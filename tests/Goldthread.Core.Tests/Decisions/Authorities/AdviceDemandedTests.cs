using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.People;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class AdviceDemandedTests
{
    private static Request Valid => TestRequest.Valid;

    [Theory]
    [InlineData(Act.Spending, false, "equality finance")]
    [InlineData(Act.Grant, false, "equality finance")]
    [InlineData(Act.Contract, false, "commercial equality finance legal")]
    [InlineData(Act.Contract, true, "commercial data protection equality finance legal")]
    public void For_MoneyContractOrPersonalData_IsWhatTheRulesDemand(Act act, bool personalData, string fields) =>
        Assert.Equal(fields, Fields(Valid.WithActs(act) with { HandlesPersonalData = personalData }));

    [Fact]
    public void For_PolicyWithoutMoney_IsEqualityAlone() => Assert.Equal("equality", Fields(Valid.WithActs(Act.Policy).WithSums()));

    [Fact]
    public void For_PersonalData_NeedsTheAssessmentsReference()
    {
        var demand = AdviceDemanded.For(Valid with { HandlesPersonalData = true }, RepositoryFiles.RuleBook).Demands.Single(demand => demand.Field == AdviceField.DataProtection);
        Assert.Equal("the reference of the data protection impact assessment", demand.Needs);
        Assert.Contains("UK GDPR article 35", Assert.Single(demand.Why), StringComparison.Ordinal);
    }

    [Fact]
    public void For_PersonalDataNotKnown_SaysSo() =>
        Assert.Single(AdviceDemanded.For(Valid with { HandlesPersonalData = null }, RepositoryFiles.RuleBook).NotKnown);

    [Fact]
    public void For_AnyRequest_IsAsReadRuleByRule()
    {
        var requests = (from acts in Gen.SubListOf(Enum.GetValues<Act>()) from sum in Gen.Choose(-1, 1) from personal in Gen.Elements<bool?>(true, false, null) select Valid.WithActs([.. acts]) with { Sums = sum < 0 ? [] : [new(sum)], HandlesPersonalData = personal }).ToArbitrary();
        Prop.ForAll(requests, request =>
        {
            List<string> fields = ["equality"];
            if (request.Sums.Count > 0 || request.Acts.Any(act => act is not (Act.Policy or Act.Delegation)))
                fields.Add("finance");
            if (request.Acts.Contains(Act.Contract))
                fields.AddRange(["commercial", "legal"]);
            if (request.HandlesPersonalData ?? false)
                fields.Add("data protection");
            return Fields(request) == string.Join(' ', fields.Order(StringComparer.Ordinal));
        }).Check(TestSeed.Config);
    }

    private static string Fields(Request request) =>
        string.Join(' ', AdviceDemanded.For(request, RepositoryFiles.RuleBook).Demands.Select(demand => demand.Field.Words()).Order(StringComparer.Ordinal));
}
