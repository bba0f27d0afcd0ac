using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Decisions.Authorities;

public class PowersTests
{
    [Theory]
    [InlineData("2019-03-08", "section 3(6)|Schedule 3 paragraph 7|section 143(3)", Act.Grant)]
    [InlineData("2019-03-08", "Schedule 3 paragraph 7", Act.Delegation)]
    [InlineData("2013-03-08", "section 3(6)|Schedule 3 paragraph 7|Schedule 3 paragraph 7(2)(a)", Act.Contract)]
    [InlineData("2012-01-15", "", Act.Contract, Act.Grant)]
    [InlineData("2019-03-08", "")]
    public void For_ActsAndDay_IsWhatServesOneOfThemThen(string day, string provisions, params Act[] acts) =>
        Assert.Equal(provisions, string.Join('|', Powers.For(acts, DateOnly.Parse(day), RepositoryFiles.RuleBook).Select(power => power.Provision)));

    [Fact]
    public void For_EveryPower_HasASource() =>
        Assert.All(Powers.For(Enum.GetValues<Act>(), day: null, RepositoryFiles.RuleBook), power => Assert.NotEmpty(power.Source));
}
