using System.Text;
using Goldthread.Core.Publishing;
using Goldthread.Register.Imports;

namespace Goldthread.Register.Tests.Imports;

public sealed class GivenFilesTests(PostgresServer server)
{
    private static readonly Giving By = new(Guid.NewGuid(), "Ann Example · Officer", TestRegister.Body, Audience.Staff);

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task ClaimAsync_FilesOfTwo_AreTakenOnceEachInOrder(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var given = new GivenFiles(register.Database);
        var first = await given.StoreAsync(By, Files("a", "b"));
        await given.StoreAsync(By with { Visibility = Audience.Public }, Files("c"));

        var taken = new[] { await given.ClaimAsync(), await given.ClaimAsync(), await given.ClaimAsync(), await given.ClaimAsync() };

        Assert.Equal(["a", "b", "c", null], taken.Select(file => file?.File));
        Assert.Equal("a's words", Encoding.UTF8.GetString(taken[0]!.Bytes));
        Assert.Equal((first, 1, 1, By), (taken[0]!.Given, taken[0]!.Number, taken[0]!.Tries, taken[0]!.Giving));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ClaimAsync_ByManyAtOnce_GivesNoFileTwice(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var given = new GivenFiles(register.Database);
        await given.StoreAsync(By, Files([.. Enumerable.Range(0, 20).Select(number => $"file {number}")]));

        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => given.ClaimAsync())));

        Assert.Equal(20, taken.OfType<ClaimedFile>().Select(file => file.Number).Distinct().Count());
        Assert.Equal(10, taken.Count(file => file is null));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ClaimAsync_AfterAProcessStopped_GivesTheFileAgain(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var given = new GivenFiles(register.Database);
        await given.StoreAsync(By, Files("a"));
        await given.ClaimAsync();

        Assert.Null(await given.ClaimAsync());
        register.Clock.Move(GivenFiles.Lease);
        var again = await given.ClaimAsync();
        await given.ReleaseAsync(again!);
        var afterRelease = await given.ClaimAsync();

        Assert.Equal((2, 2), (again!.Tries, afterRelease!.Tries));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SettleAsync_File_IsCountedAndItsBytesAreGone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var given = new GivenFiles(register.Database);
        var id = await given.StoreAsync(By, Files("a", "b"));
        var record = Guid.NewGuid();

        await given.SettleAsync((await given.ClaimAsync())!, "read", null, record);
        var state = await given.FindAsync(id);

        Assert.Equal([("a", "read", (Guid?)record), ("b", null, null)], state!.Files.Select(file => (file.File, file.Result, file.Record)));
        Assert.Equal(1, Assert.Single(await given.LatestAsync(5)).Counts["read"]);
        await using var context = register.Database.Open();
        Assert.Equal([true, false], context.GivenFiles.OrderBy(row => row.Number).Select(row => row.Bytes == null).ToList());
        Assert.Null(await given.FindAsync(Guid.NewGuid()));
    }

    private static async IAsyncEnumerable<(string, byte[])> Files(params string[] names)
    {
        await Task.CompletedTask;
        foreach (var name in names)
            yield return (name, Encoding.UTF8.GetBytes($"{name}'s words"));
    }
}
