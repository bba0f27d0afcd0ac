using System.Diagnostics;
using Goldthread.Core.Publishing;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Goldthread.Register.Tests;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Tests.Program;

/// <summary>
/// Processes are killed in the midst of concurrent imports and saves: whatever was acknowledged is there afterwards, and
/// the chain is whole. Ten kills of each database, a hundred with <c>./test --all</c>.
/// </summary>
public sealed class KillTests(PostgresServer server, ITestOutputHelper output)
{
    private const int FilesEach = 40;

    private static int Kills => Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1" ? 100 : 10;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_KilledInTheMidst_KeepsWhatWasAcknowledged(bool postgres)
    {
        Assert.SkipWhen(postgres && server.Missing is not null, server.Missing ?? "");
        var random = new Random(Seed());
        using var files = new TestFolder();
        var connection = postgres ? await server.NewDatabaseAsync() : null;
        var data = Path.Combine(files.Path, "data");
        var register = new RegisterDatabase(data, connection);
        await register.MigrateAsync();
        var acknowledged = new List<string>();

        for (var kill = 0; kill < Kills; kill++)
        {
            var folders = Enumerable.Range(0, 2).Select(side => Write(files, kill, side)).ToList();
            acknowledged.AddRange(await ImportAndKillAsync(folders, data, connection, random, register, kill));

            var report = await new Audit(register).RunAsync();
            Assert.Empty(report.Findings);
            var there = await ReferencesAsync(register);
            Assert.Empty(acknowledged.Except(there, StringComparer.Ordinal));
        }

        output.WriteLine($"{Kills} kills, {acknowledged.Count} acknowledged saves, none lost");
        Assert.True(acknowledged.Count > Kills, "The kills came before anything was acknowledged, so that nothing was tried.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_FourAtOnceAndTwoKilled_LeavesARegisterThatWorks(bool postgres)
    {
        Assert.SkipWhen(postgres && server.Missing is not null, server.Missing ?? "");
        var random = new Random(Seed());
        for (var round = 0; round < Kills / 10; round++)
        {
            using var files = new TestFolder();
            string[] where = ["--data", files.Path, .. postgres ? ["--database", await server.NewDatabaseAsync()] : Array.Empty<string>()];
            var starts = Enumerable.Range(0, 4).Select(_ => TestProgram.Start(["audit", .. where])).ToList();
            foreach (var killed in starts.Take(2))
            {
                Thread.SpinWait(random.Next(0, 30_000_000));
                killed.Kill();
            }

            foreach (var start in starts)
                await start.WaitForExitAsync();

            Assert.All(starts.Skip(2), start => Assert.Equal(0, start.ExitCode));
            Assert.Equal(0, (await TestProgram.RunAsync(["import", files.Write("pcd-1.txt", TestDocuments.Decision(1)), .. where])).Exit);
            Assert.Equal(0, (await TestProgram.RunAsync(["audit", .. where])).Exit);
        }
    }

    private int Seed()
    {
        var seed = Environment.GetEnvironmentVariable("GOLDTHREAD_SEED") is { } given ? int.Parse(given) : 20261121;
        output.WriteLine($"Seed {seed} (set GOLDTHREAD_SEED to repeat another)");
        return seed;
    }

    private static string Write(TestFolder files, int kill, int side)
    {
        var folder = $"papers-{kill}-{side}";
        for (var i = 0; i < FilesEach; i++)
        {
            // Half of the papers are in both folders, so that two imports save the same record.
            var number = 10_000 + (kill * 1000) + (i % 2 == 0 ? i : (side * 500) + i);
            files.Write($"{folder}/pcd-{number}.txt", TestDocuments.Decision(number, cites: $"It follows PCD {number - 3}."));
        }

        return Path.Combine(files.Path, folder);
    }

    /// <summary>Two imports and one saver at work; each import is killed after a number of acknowledgements drawn from the seed.</summary>
    private static async Task<List<string>> ImportAndKillAsync(List<string> folders, string data, string? connection, Random random, RegisterDatabase register, int kill)
    {
        var imports = folders.Select(folder => (After: random.Next(1, FilesEach * 3 / 4), Spin: random.Next(0, 2_000_000), Process: TestProgram.Start(
            ["import", folder, "--each", "--data", data, .. connection is null ? Array.Empty<string>() : ["--database", connection]]))).ToList();
        using var stop = new CancellationTokenSource();
        var saves = Task.Run(() => SaveAsync(register, kill, stop.Token), CancellationToken.None);
        var acknowledged = (await Task.WhenAll(imports.Select(import => KillAfterAsync(import.Process, import.After, import.Spin)))).SelectMany(lines => lines).ToList();
        await stop.CancelAsync();
        acknowledged.AddRange(await saves);
        return acknowledged;
    }

    private static async Task<List<string>> KillAfterAsync(Process process, int after, int spin)
    {
        using var _ = process;
        var acknowledged = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("read ", StringComparison.Ordinal) || line.StartsWith("unchanged ", StringComparison.Ordinal))
                acknowledged.Add(Path.GetFileNameWithoutExtension(line).ToUpperInvariant().Replace('-', ' '));
            if (acknowledged.Count == after)
            {
                Thread.SpinWait(spin);
                process.Kill();
                break;
            }
        }

        // What it had said before it was killed counts as well.
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("read ", StringComparison.Ordinal))
                acknowledged.Add(Path.GetFileNameWithoutExtension(line).ToUpperInvariant().Replace('-', ' '));
        await process.WaitForExitAsync();
        return acknowledged;
    }

    private static async Task<List<string>> SaveAsync(RegisterDatabase register, int kill, CancellationToken stop)
    {
        var saved = new List<string>();
        for (var i = 0; i < 200 && !stop.IsCancellationRequested; i++)
        {
            var change = TestRegister.Decision($"SAVE {kill} {i}") with { Body = "mayors-office" };
            saved.Add((await new RegisterWriter(register).SaveAsync(change, CancellationToken.None)).Record.Reference);
        }

        return saved;
    }

    private static async Task<HashSet<string>> ReferencesAsync(RegisterDatabase register)
    {
        await using var context = register.Open();
        return (await context.Records.Select(row => row.Reference).ToListAsync()).ToHashSet(StringComparer.Ordinal);
    }
}
