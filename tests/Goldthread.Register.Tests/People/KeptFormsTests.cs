using Goldthread.Core.People;
using Goldthread.Register.People;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.People;

public sealed class KeptFormsTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task KeepAsync_AForm_IsHersForAnHourOrUntilItIsForgotten(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (forms, ada, bo) = (new KeptForms(register.Database), await JoinAsync(register, "ada"), await JoinAsync(register, "bo"));

        var (first, second) = (await forms.KeepAsync(ada, [1, 2]), await forms.KeepAsync(ada, [3]));

        Assert.Equal([1, 2], await forms.FindAsync(ada, first));
        Assert.Null(await forms.FindAsync(bo, first));
        Assert.Null(await forms.FindAsync(ada, "another"));
        await forms.ForgetAsync(second);
        Assert.Null(await forms.FindAsync(ada, second));
        register.Clock.Move(KeptForms.Longest);
        Assert.Null(await forms.FindAsync(ada, first));
        await forms.KeepAsync(bo, [4]);
        await using var context = register.Database.Open();
        Assert.Equal(bo, (await context.KeptForms.SingleAsync(TestContext.Current.CancellationToken)).Person); // what was over is gone
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task KeepAsync_ManyForms_KeepsTheLastFew(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (forms, ada, bo) = (new KeptForms(register.Database), await JoinAsync(register, "ada"), await JoinAsync(register, "bo"));
        var others = await forms.KeepAsync(bo, [0]);
        var keys = new List<string>();
        for (byte i = 1; i <= 8; i++)
        {
            register.Clock.Move(TimeSpan.FromSeconds(1));
            keys.Add(await forms.KeepAsync(ada, [i]));
        }

        var kept = await Task.WhenAll(keys.Select(async key => await forms.FindAsync(ada, key) is not null));
        Assert.Equal([false, false, false, true, true, true, true, true], kept);
        Assert.NotNull(await forms.FindAsync(bo, others));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task WhoseAsync_SessionThatRanOut_IsKnownForADayAndOneThatWasEndedIsNot(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (sessions, ada) = (new Sessions(register.Database, new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromHours(12))), await JoinAsync(register, "ada"));
        var (over, ended) = (await sessions.BeginAsync(ada, "code", "A test"), await sessions.BeginAsync(ada, "code", "A test"));
        await sessions.EndAsync(ended);

        register.Clock.Move(TimeSpan.FromHours(20));
        await sessions.BeginAsync(ada, "code", "A test");
        Assert.Null(await sessions.FindAsync(over));
        Assert.Equal(ada, await sessions.WhoseAsync(over));
        Assert.Null(await sessions.WhoseAsync(ended));
        register.Clock.Move(TimeSpan.FromHours(20));
        await sessions.BeginAsync(ada, "code", "A test");
        Assert.Null(await sessions.WhoseAsync(over));
    }

    private static async Task<Guid> JoinAsync(TestRegister register, string name)
    {
        var people = new PeopleService(register.Database);
        return (await people.JoinAsync(new Joining($"{name}@example.org", name, "Officer", null, [new Holding(Role.Officer, null, people.Today)]), "A test")).Person!.Value;
    }
}
