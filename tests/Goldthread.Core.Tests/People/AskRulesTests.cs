using Goldthread.Core.People;

namespace Goldthread.Core.Tests.People;

public sealed class AskRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Guid Ada = Guid.CreateVersion7(), Bo = Guid.CreateVersion7(), Cy = Guid.CreateVersion7();

    [Fact]
    public void IsFor_PersonAsked_WaitsForHerAndHerDeputyAlone()
    {
        var ask = OfPerson(Bo, null);

        Assert.True(ask.IsFor(Staff(Bo, new Ground(Role.Officer, null))));
        Assert.True(ask.IsFor(Staff(Cy, new Ground(Role.Officer, null), new Ground(Role.Secretariat, null, Bo, "Bo"))));
        Assert.False(ask.IsFor(Staff(Cy, new Ground(Role.Officer, null))));
    }

    [Fact]
    public void IsFor_RoleAsked_WaitsForEachHolderInItsField()
    {
        var ask = OfPerson(null, null) with { Role = Role.Adviser, Advice = AdviceField.Finance };

        Assert.True(ask.IsFor(Staff(Bo, new Ground(Role.Adviser, AdviceField.Finance))));
        Assert.False(ask.IsFor(Staff(Bo, new Ground(Role.Adviser, AdviceField.Legal))));
        Assert.False(ask.IsFor(Staff(Bo, new Ground(Role.Officer, null))));
        Assert.True((ask with { Advice = null }).IsFor(Staff(Bo, new Ground(Role.Adviser, AdviceField.Legal))));
    }

    [Theory]
    [InlineData("lantern", Role.Partner, true)]
    [InlineData("lantern", Role.Provider, true)]
    [InlineData("riverside-police", Role.Partner, false)]
    [InlineData(null, Role.Officer, false)]
    public void IsFor_OrganisationAsked_WaitsForItsPeopleAlone(string? organisation, Role role, bool waits) =>
        Assert.Equal(waits, OfPerson(null, "lantern").IsFor(Person(Bo, organisation, new Ground(role, null))));

    [Fact]
    public void IsFor_PersonWhoMovedToAnotherOrganisation_DoesNotWaitForHerAnyMore()
    {
        var ask = OfPerson(Bo, "lantern");

        Assert.False(ask.IsFor(Person(Bo, "riverside-police", new Ground(Role.Partner, null))));
        Assert.False((ask with { HandedOverBy = [Bo] }).IsSeenBy(Person(Bo, null, new Ground(Role.Officer, null))));
    }

    [Fact]
    public void IsSeenBy_ColleagueWhoHasNothingToDoWithIt_IsFalse()
    {
        var ask = OfPerson(Bo, null) with { HandedOverBy = [Cy] };

        Assert.True(ask.IsSeenBy(Staff(Ada, new Ground(Role.Officer, null))));
        Assert.True(ask.IsSeenBy(Staff(Cy, new Ground(Role.Officer, null))));
        Assert.False(ask.IsSeenBy(Staff(Guid.CreateVersion7(), new Ground(Role.Officer, null), new Ground(Role.Administrator, null))));
    }

    [Theory]
    [InlineData(AskState.Open, Role.Officer, true)]
    [InlineData(AskState.Open, Role.Administrator, true)]
    [InlineData(AskState.Open, Role.Auditor, false)]
    [InlineData(AskState.Done, Role.Officer, false)]
    [InlineData(AskState.Declined, Role.Officer, false)]
    [InlineData(AskState.Withdrawn, Role.Officer, false)]
    public void MayAnswer_StateAndRole_DecideIt(AskState state, Role role, bool may) =>
        Assert.Equal(may, (OfPerson(Bo, null) with { State = state }).MayAnswer(Staff(Bo, new Ground(role, null))));

    [Fact]
    public void MayWithdraw_OnlyWhoAsked()
    {
        Assert.True(OfPerson(Bo, null).MayWithdraw(Staff(Ada, new Ground(Role.Officer, null))));
        Assert.False(OfPerson(Bo, null).MayWithdraw(Staff(Bo, new Ground(Role.Officer, null))));
        Assert.False((OfPerson(Bo, null) with { State = AskState.Done }).MayWithdraw(Staff(Ada, new Ground(Role.Officer, null))));
    }

    [Fact]
    public void MayPassTo_OnlyAColleagueWhoHoldsARoleToday()
    {
        var ask = OfPerson(Bo, "lantern");

        Assert.True(ask.MayPassTo(Person(Cy, "lantern", new Ground(Role.Provider, null))));
        Assert.False(ask.MayPassTo(Person(Bo, "lantern", new Ground(Role.Partner, null))));
        Assert.False(ask.MayPassTo(Person(Cy, "lantern")));
        Assert.False(ask.MayPassTo(Person(Cy, "riverside-police", new Ground(Role.Partner, null))));
        Assert.False(ask.MayPassTo(Staff(Cy, new Ground(Role.Officer, null))));
        Assert.False(OfPerson(Bo, null).MayPassTo(Staff(Cy, new Ground(Role.Auditor, null))));
    }

    [Theory]
    [InlineData(-1, AskState.Open, 0)]
    [InlineData(0, AskState.Open, 0)]
    [InlineData(12, AskState.Open, 12)]
    [InlineData(12, AskState.Done, 0)]
    public void DaysLate_AfterTheDay_CountsWhileOpen(int after, AskState state, int late) =>
        Assert.Equal(late, (OfPerson(Bo, null) with { State = state }).DaysLate(Day.AddDays(after)));

    private static Ask OfPerson(Guid? person, string? organisation) =>
        new() { Id = Guid.CreateVersion7(), Person = person, Organisation = organisation, AskedBy = Ada, Title = "Report on reach", Due = Day, At = DateTime.UnixEpoch };

    private static Standing Staff(Guid id, params Ground[] grounds) => Person(id, null, grounds);

    private static Standing Person(Guid id, string? organisation, params Ground[] grounds) =>
        new() { Person = id, Name = "Sample", Office = "Sample", Organisation = organisation, Grounds = grounds };
}
