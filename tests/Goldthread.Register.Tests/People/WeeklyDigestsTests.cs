using Goldthread.Core.People;
using Goldthread.Register.Due;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.People;

public sealed class WeeklyDigestsTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task DoAsync_OnMondayMorning_PlansOneForEachWhoHasSomethingWaitingAndWantsIt(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo, cy) = (await JoinAsync(register), await JoinAsync(register), await JoinAsync(register));
        await AskAsync(register, ada, bo);
        await AskAsync(register, ada, bo);
        await AskAsync(register, ada, cy);
        await using (var context = register.Database.Open())
            await context.People.Where(person => person.Id == cy.Person).ExecuteUpdateAsync(set => set.SetProperty(person => person.Digest, false));
        var digests = new WeeklyDigests(register.Database, DigestWeek.Usual);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => digests.PlanAsync())));
        await digests.PlanAsync();
        var week = Assert.Single(await DueAsync(register));
        Assert.Equal(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), week.At); // the clock begins on Saturday 21 November

        Assert.Equal(0, await new DueService(register.Database, [digests]).RunAsync());
        register.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(1, await new DueService(register.Database, [digests]).RunAsync());
        await digests.DoAsync(week, default); // another process that had claimed the same week

        var due = await DueAsync(register);
        Assert.Equal([(WeeklyDigests.Digest, (Guid?)bo.Person), ("digests", null)], due.OrderBy(row => row.At).Select(row => (row.What, row.Record)));
        Assert.Equal(new DateTime(2026, 11, 30, 8, 0, 0, DateTimeKind.Utc), due.Max(row => row.At));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task DoAsync_DigestOfTheWeekBeforeNotYetSent_PlansNoSecondOne(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo) = (await JoinAsync(register), await JoinAsync(register));
        await AskAsync(register, ada, bo);
        var digests = new WeeklyDigests(register.Database, DigestWeek.Usual);
        await digests.PlanAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            register.Clock.Move(TimeSpan.FromDays(7));
            await new DueService(register.Database, [digests]).RunAsync();
        }

        Assert.Single(await DueAsync(register), row => row.What == WeeklyDigests.Digest);
    }

    private static async Task<List<DueRow>> DueAsync(TestRegister register)
    {
        await using var context = register.Database.Open();
        return await context.Due.AsNoTracking().ToListAsync();
    }

    private static async Task AskAsync(TestRegister register, Standing by, Standing of) =>
        Assert.Null((await new AskService(register.Database).AskAsync(new NewAsk("Report on reach", new DateOnly(2027, 1, 4), Person: of.Person), by)).Fault);

    private static async Task<Standing> JoinAsync(TestRegister register)
    {
        var people = new PeopleService(register.Database);
        var joined = await people.JoinAsync(new Joining($"{Guid.NewGuid():N}@example.org", "Sample officer", "Sample office", null, [new Holding(Role.Officer, null, people.Today)]), "A test");
        return (await people.StandingAsync(joined.Person!.Value))!;
    }
}
