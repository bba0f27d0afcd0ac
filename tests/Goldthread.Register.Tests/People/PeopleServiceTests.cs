using Goldthread.Core.People;
using Goldthread.Register.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.People;

public sealed class PeopleServiceTests(PostgresServer server)
{
    private const string Who = "Sample administrator";

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task JoinAsync_Officer_StandsFromTheFirstDayToTheLast(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var id = await JoinAsync(people, "ada@example.org", new Holding(Role.Officer, null, people.Today.AddDays(1), people.Today.AddDays(2)));

        Assert.Empty((await people.StandingAsync(id))!.Grounds);
        register.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(Role.Officer, Assert.Single((await people.StandingAsync(id))!.Grounds).Role);
        register.Clock.Move(TimeSpan.FromDays(2));
        Assert.Empty((await people.StandingAsync(id))!.Grounds);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task JoinAsync_AddressThatIsThere_IsRefusedHoweverWritten(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        await JoinAsync(people, "ada@example.org", Officer(people));

        var again = await people.JoinAsync(new Joining(" ADA@example.org ", "Another", "Officer", null, [Officer(people)]), Who);

        Assert.Equal("taken", again.Fault?.Code);
    }

    [Theory]
    [InlineData("", "Ada", "Officer", "email")]
    [InlineData("ada", "Ada", "Officer", "email")]
    [InlineData("a@b@example.org", "Ada", "Officer", "email")]
    [InlineData("ada@example.org\r\nBcc: x@example.org", "Ada", "Officer", "email")]
    [InlineData("ada@example.org", " ", "Officer", "name")]
    [InlineData("ada@example.org", "Ada", "", "office")]
    public async Task JoinAsync_WrongField_IsNamed(string email, string name, string office, string field)
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var people = new PeopleService(register.Database);

        var outcome = await people.JoinAsync(new Joining(email, name, office, null, [Officer(people)]), Who);

        Assert.Equal(field, outcome.Fault?.Field);
        Assert.Empty(await people.ListAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task MoveAsync_ToAnotherRole_EndsWhatSheHeldTheDayBefore(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var id = await JoinAsync(people, "ada@example.org", Officer(people));
        var from = people.Today.AddDays(10);

        await people.MoveAsync(id, new Joining("", "Ada Example", "Board secretary", null, [new Holding(Role.Secretariat, null, from)]), from, Who);

        Assert.Equal(Role.Officer, Assert.Single((await people.StandingAsync(id))!.Grounds).Role);
        register.Clock.Move(TimeSpan.FromDays(10));
        Assert.Equal(Role.Secretariat, Assert.Single((await people.StandingAsync(id))!.Grounds).Role);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task MoveAsync_ToAnOrganisationLater_IsRefused(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var id = await JoinAsync(people, "ada@example.org", Officer(people));
        var from = people.Today.AddDays(1);

        var outcome = await people.MoveAsync(id, new Joining("", "Ada Example", "Manager", "lantern", [new Holding(Role.Partner, null, from)]), from, Who);

        Assert.Equal("later", outcome.Fault?.Code);
        Assert.Null((await people.StandingAsync(id))!.Organisation);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task LeaveAsync_SignedInDeputy_EndsSessionsRolesAndCoverAtOnce(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var sessions = new Sessions(register.Database, Limits);
        var (ada, bo) = (await JoinAsync(people, "ada@example.org", Officer(people)), await JoinAsync(people, "bo@example.org", new Holding(Role.DecisionMaker, null, people.Today)));
        await people.CoverAsync(bo, ada, people.Today, people.Today.AddDays(5), Who, "Leave");
        var key = await sessions.BeginAsync(ada, "code", "Firefox");

        await people.LeaveAsync(ada, Who, "End of contract");

        Assert.Null(await people.StandingAsync(ada));
        Assert.Null(await sessions.FindAsync(key));
        Assert.Empty((await people.FindAsync(bo))!.Covers);
        Assert.NotNull((await people.FindAsync(ada))!.LeftAt);
        Assert.Contains(await people.ChangesAsync(ada), change => change is { What: "Left.", Who: Who, Reason: "End of contract" });
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task CoverAsync_ForATime_LendsTheRolesAndSaysWhose(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var (ada, bo) = (await JoinAsync(people, "ada@example.org", Officer(people)), await JoinAsync(people, "bo@example.org", new Holding(Role.DecisionMaker, null, people.Today)));

        await people.CoverAsync(bo, ada, people.Today, people.Today, Who, "Leave");

        var standing = (await people.StandingAsync(ada))!;
        Assert.Contains(standing.Grounds, ground => ground.Role == Role.DecisionMaker && ground.For == bo && ground.ForName == "Sample of bo@example.org");
        register.Clock.Move(TimeSpan.FromDays(1));
        Assert.DoesNotContain((await people.StandingAsync(ada))!.Grounds, ground => ground.Role == Role.DecisionMaker);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task CoverAsync_BySomebodyOfAnotherOrganisation_IsRefused(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var ada = await JoinAsync(people, "ada@example.org", Officer(people));
        var outside = await people.JoinAsync(new Joining("cy@example.org", "Cy Example", "Manager", "lantern", [new Holding(Role.Partner, null, people.Today)]), Who);

        var outcome = await people.CoverAsync(ada, outside.Person!.Value, people.Today, people.Today, Who, "");

        Assert.Equal("elsewhere", outcome.Fault?.Code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ResetAsync_WhoHadCodesAndASession_BeginsAnewWithAPassword(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var sessions = new Sessions(register.Database, Limits);
        var ada = await JoinAsync(people, "ada@example.org", Officer(people));
        var key = await sessions.BeginAsync(ada, "code", "Firefox");

        var first = await people.ResetAsync(ada, Who, "");
        var second = await people.ResetAsync(ada, Who, "");

        await using var context = register.Database.Open();
        var row = await context.People.SingleAsync(row => row.Id == ada, TestContext.Current.CancellationToken);
        var hasher = new PasswordHasher<PersonRow>();
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(row, row.PasswordHash!, second!));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(row, row.PasswordHash!, first!));
        Assert.Null(await sessions.FindAsync(key));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task FindAsync_SessionIdleOrOld_IsOver(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var sessions = new Sessions(register.Database, Limits);
        var ada = await JoinAsync(new PeopleService(register.Database), "ada@example.org", Officer(new PeopleService(register.Database)));
        var idle = await sessions.BeginAsync(ada, "code", "Firefox");
        register.Clock.Move(Limits.Idle);
        Assert.Null(await sessions.FindAsync(idle));

        var used = await sessions.BeginAsync(ada, "code", "Firefox");
        for (var hour = 0; hour < 11; hour++)
        {
            register.Clock.Move(Limits.Idle - TimeSpan.FromMinutes(1));
            Assert.Equal(ada, (await sessions.FindAsync(used))?.Person);
        }

        register.Clock.Move(Limits.Longest);
        Assert.Null(await sessions.FindAsync(used));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task BeginAsync_Key_IsKeptNowhere(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var key = await new Sessions(register.Database, Limits).BeginAsync(await JoinAsync(people, "ada@example.org", Officer(people)), "code", "Firefox");

        await using var context = register.Database.Open();
        var row = await context.Sessions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(key, string.Join(' ', row.Key, row.Proof, row.Browser), StringComparison.Ordinal);
    }

    private static SessionLimits Limits { get; } = new(TimeSpan.FromHours(1), TimeSpan.FromHours(12));

    private static Holding Officer(PeopleService people) => new(Role.Officer, null, people.Today);

    private static async Task<Guid> JoinAsync(PeopleService people, string email, Holding holding) =>
        (await people.JoinAsync(new Joining(email, $"Sample of {email}", "Sample office", null, [holding]), Who)).Person!.Value;
}
