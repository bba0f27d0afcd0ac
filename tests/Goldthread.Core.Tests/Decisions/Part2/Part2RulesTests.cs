using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.People;

namespace Goldthread.Core.Tests.Decisions.Part2;

/// <summary>Who reads and writes a confidential part, for every role, named and not.</summary>
public class Part2RulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<Role, bool> RolesNamedOrNot => [.. from role in Roles.All from named in (bool[])[true, false] select new TheoryDataRow<Role, bool>(role, named)];

    [Theory, MemberData(nameof(RolesNamedOrNot))]
    public void May_EveryRoleNamedAndNot_IsAsTheRulesSay(Role role, bool named)
    {
        var who = Somebody(new Ground(role, null));
        Part2Naming[] readers = named ? [new Part2Naming(who.Person, Today, null)] : [new Part2Naming(Guid.NewGuid(), Today, null)];
        var isStaff = role is Role.Officer or Role.Adviser or Role.Secretariat or Role.ChiefExecutive or Role.DecisionMaker or Role.Analyst;

        Assert.Equal(named && isStaff, Part2Rules.MayRead(readers, who, Today));
        Assert.Equal(named && role == Role.Officer, Part2Rules.MayWrite(readers, who, Today));
        Assert.Equal(role == Role.Officer, Part2Rules.MayBegin(who));
        Assert.Equal(isStaff, Part2Rules.MayBeNamed(who));
    }

    [Fact]
    public void MayRead_OfficerWhoKeepsPeopleToo_IsRefused()
    {
        var who = Somebody(new Ground(Role.Officer, null), new Ground(Role.Administrator, null));

        Assert.False(Part2Rules.MayRead([new Part2Naming(who.Person, Today, null)], who, Today));
        Assert.False(Part2Rules.MayBegin(who));
    }

    [Fact]
    public void MayRead_DeputyOfAReader_IsRefused()
    {
        var reader = Guid.NewGuid();
        var deputy = Somebody(new Ground(Role.Officer, null), new Ground(Role.DecisionMaker, null, reader, "Deputy mayor"));

        Assert.False(Part2Rules.MayRead([new Part2Naming(reader, Today, null)], deputy, Today));
    }

    [Fact]
    public void MayBegin_OfficerByCoverAlone_IsRefused() =>
        Assert.False(Part2Rules.MayBegin(Somebody(new Ground(Role.Analyst, null), new Ground(Role.Officer, null, Guid.NewGuid(), "An officer"))));

    [Theory]
    [InlineData(-1, 0, false, true)]
    [InlineData(0, 0, false, true)]
    [InlineData(1, 9, false, false)]
    [InlineData(-9, -1, false, false)]
    [InlineData(-1, 9, true, false)]
    [InlineData(-1, null, false, true)]
    public void LastsOn_DaysAroundIt_CountsBothEnds(int starts, int? ends, bool isEnded, bool lasts) =>
        Assert.Equal(lasts, new Part2Naming(Guid.NewGuid(), Today.AddDays(starts), ends is { } last ? Today.AddDays(last) : null, isEnded).LastsOn(Today));

    [Theory]
    [InlineData(-1, ReviewState.Due)]
    [InlineData(0, ReviewState.Soon)]
    [InlineData(27, ReviewState.Soon)]
    [InlineData(28, ReviewState.Kept)]
    public void Review_DaysBeforeTheLastDay_ComesUpForRelease(int left, ReviewState state) => Assert.Equal(state, Part2Review.Of(Today.AddDays(left), Today));

    private static Standing Somebody(params Ground[] grounds) => new() { Person = Guid.NewGuid(), Name = "Somebody", Office = "An office", Grounds = grounds };
}
