using Goldthread.Core.Pathways.Entries;
using Goldthread.Register.Pathways;
using Goldthread.Register.Records;
using Goldthread.Register.Tests;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Pathways;

/// <summary>Several processes over one register answer of the same map: what one of them changes, all of them count with the next request.</summary>
public sealed class SeveralSitesTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Coverage_EntryChangedByAnotherProcess_IsAlikeEverywhereWithTheNextRequest(On on)
    {
        Assert.SkipWhen(on == On.Postgres && server.Missing is not null, server.Missing ?? "");
        using var files = new TestFolder();
        var connection = on == On.Postgres ? await server.NewDatabaseAsync() : null;
        var database = new RegisterDatabase(files.Path, connection);
        await database.MigrateAsync();
        var map = new MapEntries(TestMap.Frame, [.. TestMap.Entries.OfType<DoorEntry>()], [.. TestMap.Entries.OfType<ServiceEntry>()]);
        await ImportAsync(map);
        await using var one = await SiteOver.StartAsync(files.Path, connection);
        await using var other = await SiteOver.StartAsync(files.Path, connection);
        var before = await AskAsync(one);
        Assert.Equal(before, await AskAsync(other));

        await ImportAsync(map with { Services = [.. map.Services.Select(service => service with { Accepts = [] })] });

        var after = await AskAsync(other);
        Assert.NotEqual(before, after);
        Assert.Equal(after, await AskAsync(one));
        Assert.Contains("Everybody looked at reaches refuge", await one.Client.GetStringAsync("/coverage/refuge"), StringComparison.Ordinal);

        Task ImportAsync(MapEntries entries) => new MapStore(database).ImportAsync(entries, new MapImportChoices(TestSite.Body, "Records office", "A test."));
    }

    private static Task<string> AskAsync(SiteOver site) => site.Client.GetStringAsync("/coverage.json?day=2022-09-30");
}
