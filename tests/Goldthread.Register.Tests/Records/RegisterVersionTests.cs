using Goldthread.Core.Publishing;

namespace Goldthread.Register.Tests.Records;

/// <summary>Under which version the register is served while records come in: what is taken back never waits, what is added may.</summary>
public sealed class RegisterVersionTests(PostgresServer server)
{
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(30);

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task VersionAsync_NothingGathered_IsAnotherWithEachSave(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var seen = new HashSet<string> { await register.Public.VersionAsync() };

        for (var i = 1; i <= 3; i++)
        {
            await register.SaveAsync(TestRegister.Decision($"PCD {i}"));
            Assert.True(seen.Add(await register.Public.VersionAsync()));
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task VersionAsync_AddedSoonAfterAnother_WaitsAndIsThenServed(On on)
    {
        await using var register = await WithOneAsync(on);
        await register.SaveAsync(TestRegister.Decision("PCD 2"));
        var before = await register.Public.VersionAsync();

        await register.SaveAsync(TestRegister.Decision("PCD 3"));
        var soon = await register.Public.VersionAsync();
        register.Clock.Move(Gathering);
        var later = await register.Public.VersionAsync();

        Assert.Equal(before, soon);
        Assert.NotEqual(before, later);
        Assert.Equal(later, await register.Public.VersionAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task VersionAsync_AddedAfterAQuietTime_IsServedAtOnce(On on)
    {
        await using var register = await WithOneAsync(on);
        var before = await register.Public.VersionAsync();
        register.Clock.Move(Gathering);

        await register.SaveAsync(TestRegister.Decision("PCD 2"));

        Assert.NotEqual(before, await register.Public.VersionAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task VersionAsync_ChangedSoonAfterAnother_IsServedAtOnce(On on)
    {
        await using var register = await WithOneAsync(on);
        await register.SaveAsync(TestRegister.Decision("PCD 2"));
        var before = await register.Public.VersionAsync();

        await register.SaveAsync(TestRegister.Decision("PCD 2", "A title without the name that stood in it"));
        var changed = await register.Public.VersionAsync();
        await register.SaveAsync(TestRegister.Decision("PCD 2") with { Visibility = Audience.Staff });

        Assert.NotEqual(before, changed);
        Assert.NotEqual(changed, await register.Public.VersionAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task VersionAsync_WithdrawnWhileOthersWait_IsServedAtOnceThoughMoreIsAdded(On on)
    {
        await using var register = await WithOneAsync(on);
        var gone = await register.SaveAsync(TestRegister.Decision("PCD 2"));
        var before = await register.Public.VersionAsync();
        await register.SaveAsync(TestRegister.Decision("PCD 3"));
        Assert.Equal(before, await register.Public.VersionAsync());

        await register.Writer.WithdrawAsync(gone.Id, "Policy office", "A lawful ground.", erase: false);
        await register.SaveAsync(TestRegister.Decision("PCD 4"));

        Assert.NotEqual(before, await register.Public.VersionAsync());
    }

    private async Task<TestRegister> WithOneAsync(On on)
    {
        var register = await TestRegister.NewAsync(on, server);
        register.Database.Gathering = Gathering;
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await register.Public.VersionAsync();
        return register;
    }
}
