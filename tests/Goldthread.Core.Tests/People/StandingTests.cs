using Goldthread.Core.People;
using Goldthread.Core.Publishing;

namespace Goldthread.Core.Tests.People;

public sealed class StandingTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Theory]
    [InlineData(-1, null, true)]
    [InlineData(0, 0, true)]
    [InlineData(1, null, false)]
    [InlineData(-9, -1, false)]
    [InlineData(-9, 0, true)]
    public void GroundsOn_ARoleForATime_CountsOnItsDaysOnly(int starts, int? ends, bool held)
    {
        var holding = new Holding(Role.Officer, null, Day.AddDays(starts), ends is { } days ? Day.AddDays(days) : null);

        Assert.Equal(held, Standing.GroundsOn(Day, [holding], []).Count == 1);
    }

    [Fact]
    public void GroundsOn_Cover_LendsWhatTheCoveredHoldsAndNamesHer()
    {
        var cover = new Cover(Guid.CreateVersion7(), "Sample decision maker", [new Holding(Role.DecisionMaker, null, Day.AddYears(-1)), new Holding(Role.Officer, null, Day.AddYears(-2), Day.AddDays(-1))], Day, Day.AddDays(3));

        var grounds = Standing.GroundsOn(Day, [new Holding(Role.Officer, null, Day)], [cover]);

        Assert.Equal([new Ground(Role.Officer, null), new Ground(Role.DecisionMaker, null, cover.For, "Sample decision maker")], grounds);
    }

    [Fact]
    public void GroundsOn_CoverThatIsOver_LendsNothing()
    {
        var cover = new Cover(Guid.CreateVersion7(), "Sample", [new Holding(Role.DecisionMaker, null, Day.AddYears(-1))], Day.AddDays(-5), Day.AddDays(-1));

        Assert.Empty(Standing.GroundsOn(Day, [], [cover]));
    }

    [Fact]
    public void GroundsOn_CoverForAnAdministrator_DoesNotLendHerRole()
    {
        var cover = new Cover(Guid.CreateVersion7(), "Sample", [new Holding(Role.Administrator, null, Day), new Holding(Role.Officer, null, Day)], Day, Day);

        Assert.Equal(Role.Officer, Assert.Single(Standing.GroundsOn(Day, [], [cover])).Role);
    }

    [Theory]
    [InlineData(Role.Officer, null, Audience.Staff)]
    [InlineData(Role.Auditor, null, Audience.Staff)]
    [InlineData(Role.Administrator, null, Audience.Public)]
    [InlineData(Role.Partner, "lantern", Audience.Partners)]
    [InlineData(Role.Provider, "lantern", Audience.Partners)]
    [InlineData(Role.Officer, "lantern", Audience.Public)]
    [InlineData(Role.Partner, null, Audience.Public)]
    public void Reader_Role_ReadsForItsAudience(Role role, string? organisation, Audience audience)
    {
        var standing = new Standing { Person = Guid.CreateVersion7(), Name = "Sample", Office = "Sample", Organisation = organisation, Grounds = [new Ground(role, null)] };

        Assert.Equal(audience, standing.Reader.Audience);
        Assert.Equal(audience == Audience.Partners ? organisation : null, standing.Reader.Organisation);
    }

    [Fact]
    public void Reader_NoRoleToday_ReadsWhatThePublicReads() =>
        Assert.Equal(Reader.Public, new Standing { Person = Guid.CreateVersion7(), Name = "Sample", Office = "Sample", Grounds = [] }.Reader);

    public static TheoryData<string?, Holding[], string?> Sets => new()
    {
        { null, [new Holding(Role.Officer, null, Day), new Holding(Role.Administrator, null, Day)], null },
        { null, [new Holding(Role.Adviser, AdviceField.Legal, Day)], null },
        { null, [new Holding(Role.Adviser, null, Day)], "field" },
        { null, [new Holding(Role.Officer, AdviceField.Legal, Day)], "Only an adviser" },
        { null, [new Holding(Role.Partner, null, Day)], "belongs to an organisation" },
        { "lantern", [new Holding(Role.Officer, null, Day)], "partner or a provider" },
        { "lantern", [new Holding(Role.Provider, null, Day), new Holding(Role.Partner, null, Day)], null },
        { null, [new Holding(Role.Auditor, null, Day), new Holding(Role.Officer, null, Day)], "auditor changes nothing" },
        { null, [new Holding(Role.Auditor, null, Day), new Holding(Role.Officer, null, Day.AddYears(-1), Day.AddDays(-1))], null },
        { null, [new Holding(Role.Officer, null, Day, Day.AddDays(-1))], "before its first" },
    };

    [Theory, MemberData(nameof(Sets))]
    public void Refuse_SetOfRoles_SaysWhatIsWrong(string? organisation, Holding[] holdings, string? wrong)
    {
        var refused = Standing.Refuse(holdings, organisation);

        if (wrong is null)
            Assert.Null(refused);
        else
            Assert.Contains(wrong, refused!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chief Executive", Role.ChiefExecutive)]
    [InlineData("chief-executive", Role.ChiefExecutive)]
    [InlineData("DECISIONMAKER", Role.DecisionMaker)]
    [InlineData("mayor", null)]
    [InlineData("", null)]
    public void Parse_Words_GivesTheRole(string text, Role? role) => Assert.Equal(role, Roles.Parse(text));

    [Fact]
    public void Words_EveryRole_IsReadBack() => Assert.All(Roles.All, role => Assert.Equal(role, Roles.Parse(role.Words())));
}
