using Goldthread.Core.People;
using Goldthread.Register.People;

namespace Goldthread.Register.Tests.People;

/// <summary>People whom the body's provider of sign-in names, with the roles of their groups.</summary>
public sealed class ProviderPeopleTests(PostgresServer server)
{
    private const string Issuer = "https://login.example.org";
    private static readonly ProviderRole Analyst = new(Role.Analyst, null);
    private static readonly ProviderRole Legal = new(Role.Adviser, AdviceField.Legal);

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task AdmitAsync_SomebodyNew_IsLetInWithTheRolesOfHerGroupsUntilTheLongestSignInEnds(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);

        var ada = (await AdmitAsync(register, Ada(Analyst, Legal))).Person!.Value;

        var entry = (await people.FindAsync(ada))!;
        Assert.Equal(("Ada Example", "ada@example.org", null), (entry.Name, entry.Email, entry.Organisation));
        Assert.Equal(["analyst", "legal adviser"], entry.HeldOn(people.Today).Select(role => role.Words).Order());
        Assert.All(entry.Holdings, holding => Assert.Equal(people.Today, holding.Ends)); // it is nine in the morning
        Assert.Equal(2, (await people.StandingAsync(ada))!.Grounds.Count);
        register.Clock.Move(TimeSpan.FromDays(1));
        Assert.Empty((await people.StandingAsync(ada))!.Grounds);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task AdmitAsync_Again_WritesWhatTheProviderSaysNowAndNotesOnlyWhatChanged(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var first = await AdmitAsync(register, Ada(Analyst, Legal));
        var id = first.Person!.Value;
        var noted = (await people.ChangesAsync(id)).Count;

        register.Clock.Move(TimeSpan.FromMinutes(1));
        await AdmitAsync(register, Ada(Legal, Analyst));
        Assert.Equal(noted, (await people.ChangesAsync(id)).Count);
        var late = await AdmitAsync(register, Ada(Analyst) with { Email = "another@example.org", Name = "Another name" });
        Assert.Equal(id, late.Person);
        Assert.Equal("analyst", Assert.Single((await people.FindAsync(id))!.HeldOn(people.Today)).Words);
        Assert.Equal("By their groups: analyst.", (await people.ChangesAsync(id))[0].What);
        register.Clock.Move(TimeSpan.FromMinutes(1));
        await AdmitAsync(register, Ada());
        Assert.Empty((await people.FindAsync(id))!.HeldOn(people.Today));
        Assert.Equal("No group of theirs has a role any more.", (await people.ChangesAsync(id))[0].What);
        Assert.Equal("ada@example.org", (await people.FindAsync(id))!.Email);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task AdmitAsync_SomebodyLetInByHand_IsTheSameAndKeepsHerRole(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var joined = (await people.JoinAsync(new Joining("Ada@example.org", "Ada by hand", "Secretary", null, [new Holding(Role.Secretariat, null, people.Today)]), "A test")).Person;

        var admitted = await AdmitAsync(register, Ada(Analyst));
        await AdmitAsync(register, Ada());

        Assert.Equal(joined, admitted.Person);
        var entry = (await people.FindAsync(joined!.Value))!;
        Assert.Equal(("Ada by hand", "secretariat"), (entry.Name, Assert.Single(entry.HeldOn(people.Today)).Words));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task AdmitAsync_WhoMayNot_IsRefusedAndNothingIsWritten(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);

        Assert.Equal("nobody", (await AdmitAsync(register, Ada())).Fault?.Code);
        Assert.Equal("email", (await AdmitAsync(register, Ada(Analyst) with { Email = null })).Fault?.Code);
        Assert.Equal("roles", (await AdmitAsync(register, Ada(Analyst, new ProviderRole(Role.Auditor, null)))).Fault?.Code);
        Assert.Empty(await people.ListAsync());

        var ada = (await AdmitAsync(register, Ada(Analyst))).Person!.Value;
        Assert.Equal("other", (await AdmitAsync(register, Ada(Analyst) with { Subject = "somebody else" })).Fault?.Code);
        Assert.Equal(ada, Assert.Single(await people.ListAsync()).Id);
        await people.LeaveAsync(ada, "A test", "");
        Assert.Equal("left", (await AdmitAsync(register, Ada(Analyst))).Fault?.Code);
        Assert.Null(await people.StandingAsync(ada));
    }

    private static ProviderPerson Ada(params ProviderRole[] roles) => new(Issuer, "ada", "ada@example.org", "Ada Example", roles);

    private static Task<PersonOutcome> AdmitAsync(TestRegister register, ProviderPerson said) =>
        new ProviderPeople(register.Database, new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromHours(12))).AdmitAsync(said);
}
