using Goldthread.Register.Due;
using Goldthread.Register.History;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Due;

public sealed class DueServiceTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Run_AfterSaves_WritesOneCheckpoint(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await register.SaveAsync(TestRegister.Decision("PCD 2"));

        Assert.Equal(1, await new DueService(register.Database).RunAsync());
        Assert.Equal(0, await new DueService(register.Database).RunAsync());

        Assert.Equal(2, Assert.Single(new Checkpoints(register.Database).Read()).Sequence);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Claim_ByFourAtOnce_GivesEachRowToOne(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await using (var context = register.Database.Open())
        {
            for (var i = 0; i < 40; i++)
                context.Due.Add(new() { Id = Guid.CreateVersion7(), What = "test", At = register.Database.Now });
            await context.SaveChangesAsync();
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var context = register.Database.Open();
            return await register.Database.Dialect.ClaimAsync(context, ["test"], register.Database.Now, register.Database.Now.AddMinutes(2), 40, default);
        })));

        Assert.Equal(40, claimed.SelectMany(rows => rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(40, claimed.Sum(rows => rows.Count));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Claim_ThatWasNotKept_IsAnybodysAgain(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());
        await using (var context = register.Database.Open())
            Assert.Single(await register.Database.Dialect.ClaimAsync(context, [DueService.Checkpoint], register.Database.Now, register.Database.Now.AddMinutes(2), 10, default));

        Assert.Equal(0, await new DueService(register.Database).RunAsync());
        register.Clock.Move(TimeSpan.FromMinutes(3));

        Assert.Equal(1, await new DueService(register.Database).RunAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Run_BeforeItsTime_DoesNothing(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await using (var context = register.Database.Open())
        {
            context.Due.Add(new() { Id = Guid.CreateVersion7(), What = DueService.Checkpoint, At = register.Database.Now.AddDays(1) });
            await context.SaveChangesAsync();
        }

        Assert.Equal(0, await new DueService(register.Database).RunAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Run_WhatFails_IsTriedAgainAfterGrowingPausesAndNeverLost(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await PlanAsync(register, "test");
        var work = new Failing(4);
        var tried = new List<TimeSpan>();
        var start = register.Database.Now;

        for (var minute = 0; minute < 30; minute++)
        {
            var before = work.Tries;
            await new DueService(register.Database, [work]).RunAsync();
            if (work.Tries > before)
                tried.Add(register.Database.Now - start);
            register.Clock.Move(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 1, 3, 7, 15], tried.Select(at => (int)at.TotalMinutes));
        await using var context = register.Database.Open();
        Assert.False(await context.Due.AnyAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Run_OneKindFails_DoesTheOthersAndAsksThatKindOnceARun(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        for (var i = 0; i < 3; i++)
            await PlanAsync(register, "test");
        await register.SaveAsync(TestRegister.Decision());
        var work = new Failing(100);
        var said = new List<string>();

        Assert.Equal(1, await new DueService(register.Database, [work], said.Add).RunAsync());

        Assert.Equal(1, work.Tries);
        Assert.Equal("It is down.", Assert.Single(said));
        Assert.Single(new Checkpoints(register.Database).Read());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Run_WhatThisProcessCannotDo_IsLeftForOneThatCan(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await PlanAsync(register, "test");

        Assert.Equal(0, await new DueService(register.Database).RunAsync());
        Assert.Equal(1, await new DueService(register.Database, [new Failing(0)]).RunAsync());
    }

    private static async Task PlanAsync(TestRegister register, string what)
    {
        await using var context = register.Database.Open();
        context.Due.Add(new() { Id = Guid.CreateVersion7(), What = what, At = register.Database.Now });
        await context.SaveChangesAsync();
    }

    private sealed class Failing(int times) : IDueWork
    {
        public int Tries { get; private set; }

        public string What => "test";

        public Task<string?> DoAsync(Register.Records.DueRow due, CancellationToken stop) => Task.FromResult(Tries++ < times ? "It is down." : null);
    }
}
