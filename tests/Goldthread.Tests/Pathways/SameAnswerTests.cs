using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Reading;
using Goldthread.Core.Publishing;
using Goldthread.Pathways;
using Goldthread.Register.Pathways;
using Goldthread.Site;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Pathways;

/// <summary>What the site answers of the register's map is, byte for byte, what <c>pathways check</c> answers of the exported folder.</summary>
public sealed class SameAnswerTests : IAsyncLifetime
{
    private readonly TestSite site = new() { Empty = true };
    private readonly string folder = Directory.CreateTempSubdirectory("goldthread-same-").FullName;

    private static int Seeds => Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1" ? 20 : 3;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Coverage_Sample_IsWhatTheCommandSays()
    {
        await Sample.LoadMapAsync(site.Database, new BodySettings { Id = TestSite.Body }, TestContext.Current.CancellationToken);

        await SameAsync("sample", ["--day", "2022-09-30", "--until", "2022-10-31"]);

        // Another start finds the map there and leaves it as it is.
        Assert.Equal(0, await Sample.LoadMapAsync(site.Database, new BodySettings { Id = TestSite.Body }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Coverage_GeneratedMaps_IsWhatTheCommandSays()
    {
        for (var seed = 7001; seed < 7001 + Seeds; seed++)
        {
            var made = Path.Combine(folder, $"made-{seed}");
            var flags = GeneratedMaps.Make("tiny", seed, made);
            var map = MapFolder.Read(new DirectoryInfo(made))!;
            await new MapStore(site.Database).ImportAsync(MapEntries.Of(map, _ => null), new MapImportChoices(TestSite.Body, "Records office", "A generated map.", IsWhole: true), stop: TestContext.Current.CancellationToken);

            await SameAsync($"tiny map of seed {seed}", flags);
        }
    }

    private async Task SameAsync(string name, IReadOnlyList<string> flags)
    {
        var exported = Path.Combine(folder, $"exported-{name}");
        var export = await TestProgram.RunAsync(["pathways", "export", exported, "--data", site.DataFolder]);
        Assert.True(export.Exit == 0, export.Error);
        var said = await TestProgram.RunAsync(["pathways", "check", exported, "--json", .. flags]);
        var query = flags.Index().Where(flag => flag.Item.StartsWith("--", StringComparison.Ordinal))
            .Select(flag => $"{flag.Item[2..]}={(flag.Index + 1 < flags.Count && !flags[flag.Index + 1].StartsWith("--", StringComparison.Ordinal) ? flags[flag.Index + 1] : "true")}");

        var answer = await site.Client.GetAsync($"/coverage.json?{string.Join('&', query)}");

        Assert.True(said.Exit == 0, $"{name}: {said.Error}");
        Assert.True(answer.IsSuccessStatusCode, $"{name}: {await answer.Content.ReadAsStringAsync()}");
        Assert.True(said.Output.Trim() == (await answer.Content.ReadAsStringAsync()).Trim(), $"{name}: the site answers otherwise than the command.");
    }
}
