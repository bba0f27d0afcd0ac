using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Rules;
using Goldthread.Core.Tests.Diagnostics;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class DecisionOutcomeTests
{
    [Fact]
    public void Changes_SameRules_AreNone() =>
        Assert.Empty(DecisionOutcome.Changes(TestDecision.Valid, RepositoryFiles.RuleBook, RuleBook.Parse(RepositoryFiles.Rules()).Book!));

    [Fact]
    public void Changes_LimitRaised_AreTheRoleAndWhatTheChecksFind()
    {
        var decision = TestDecision.Valid.WithSum("£600,000");
        var changes = DecisionOutcome.Changes(decision, RepositoryFiles.RuleBook, With("schemes/mopac.yaml", ("least: 500000", "least: 700000"), ("most: 499000", "most: 699000")));
        Assert.Equal("Deputy Mayor for Policing and Crime (paragraph 4.8)", changes[0].Before);
        Assert.Equal("Chief Executive Officer (section 5)", changes[0].After);
        Assert.Contains(changes, change => change.What == "Newly found" && change.After.StartsWith("GT3001", StringComparison.Ordinal));
    }

    [Fact]
    public void Changes_ThresholdRaised_AreTheRouteOfThatDayAlone()
    {
        var after = With("thresholds.csv", (",181302,", ",981302,"), (",615278,", ",981303,"));
        var decision = TestDecision.Valid.WithRecommendations("Approve a contract of £700,000 excluding VAT.");
        Assert.Equal(["Procurement route"], DecisionOutcome.Changes(decision, RepositoryFiles.RuleBook, after).Select(change => change.What));
        Assert.Empty(DecisionOutcome.Changes(decision with { DateSigned = new(2020, 1, 1) }, RepositoryFiles.RuleBook, after));
    }

    private static RuleBook With(string file, params (string Was, string IsNow)[] changes)
    {
        var files = RepositoryFiles.Rules();
        foreach (var (was, isNow) in changes)
        {
            Assert.Contains(was, files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(was, isNow, StringComparison.Ordinal);
        }

        return RuleBook.Parse(files).Book!;
    }
}
