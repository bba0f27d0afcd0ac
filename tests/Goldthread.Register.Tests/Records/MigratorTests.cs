using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Tests.Records;

public sealed class MigratorTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_FromEmpty_GivesTheTablesOfTheModel(On on)
    {
        await using var migrated = await TestRegister.NewAsync(on, server);
        await using var created = await TestRegister.NewAsync(on, server, migrate: false);
        await using (var context = created.Database.Open())
            await context.Database.EnsureCreatedAsync();

        Assert.Equal(await SchemaAsync(on, created), await SchemaAsync(on, migrated));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_FromEveryEarlierVersion_GivesTheTablesOfTheModel(On on)
    {
        await using var created = await TestRegister.NewAsync(on, server, migrate: false);
        await using (var context = created.Database.Open())
            await context.Database.EnsureCreatedAsync();
        var model = await SchemaAsync(on, created);
        List<string> versions;
        await using (var context = created.Database.Open())
            versions = [.. context.Database.GetMigrations()];

        foreach (var version in versions)
        {
            await using var register = await TestRegister.NewAsync(on, server, migrate: false);
            await using (var context = register.Database.Open())
                await context.Database.GetService<IMigrator>().MigrateAsync(version);
            await register.Database.MigrateAsync();
            Assert.Equal(model, await SchemaAsync(on, register));
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_RegisterOfTheFirstVersion_DerivesEverythingAgain(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Organisation());
        await register.SaveAsync(TestRegister.Decision(with: decision => decision with { ExecutiveSummary = "On stalking.", Organisations = [new("mps")] }));
        await register.GoBackToFoundationsAsync();

        await register.Database.MigrateAsync();

        Assert.Empty(await register.AuditAsync());
        var found = await register.Public.SearchAsync(new SearchQuery("", [new SearchFilter(RecordFacets.Topic, "stalking"), new SearchFilter(RecordFacets.Organisation, "mps")]));
        Assert.Equal("PCD 1", Assert.Single(found.Hits).Head.Reference);
        Assert.Equal("mps", Assert.Single(await register.Public.CalledAsync("metropolitan police service")).Reference);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_AfterAnotherDerivation_DerivesEverythingAgainAndThenNoMore(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());
        await using var context = register.Database.Open();
        await context.Database.ExecuteSqlRawAsync("UPDATE derivation SET version = 'another'");
        await context.Database.ExecuteSqlRawAsync("UPDATE record SET facets = 'kind:other'");

        await register.Database.MigrateAsync();
        var first = await context.Records.Select(row => row.Facets).SingleAsync();
        await context.Database.ExecuteSqlRawAsync("UPDATE record SET facets = 'kind:other'");
        await register.Database.MigrateAsync();
        var second = await context.Records.Select(row => row.Facets).SingleAsync();

        Assert.StartsWith("kind:decision ", first, StringComparison.Ordinal);
        Assert.Equal("kind:other", second);
        Assert.Contains(await register.AuditAsync(), finding => finding.Code == "columns" && finding.What.Contains("facets", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_FourAtOnce_AllCanUseIt(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server, migrate: false);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => register.Database.MigrateAsync())));

        await register.SaveAsync(TestRegister.Decision());
        Assert.Empty(await register.AuditAsync());
    }

    [Fact]
    public async Task Migrate_AfterAStartThatWasKilled_DoesNotWaitForItsLock()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        await using (var context = register.Database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await context.Database.ExecuteSqlRawAsync("""INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2020-01-01')""");
            await context.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" WHERE 0""");
        }

        await register.Database.MigrateAsync();

        await register.SaveAsync(TestRegister.Decision());
        Assert.Empty(await register.AuditAsync());
    }

    /// <summary>Columns, types, nullability and indexes of all tables but the search index, as sorted lines.</summary>
    private static async Task<List<string>> SchemaAsync(On on, TestRegister register)
    {
        const string Sqlite = """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || (c.pk > 0) AS "Value"
            FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\' AND m.name NOT LIKE 'search%' AND m.name NOT LIKE 'sqlite%'
            UNION ALL
            SELECT i.name || ': ' || group_concat(c.name) FROM sqlite_master i JOIN pragma_index_info(i.name) c WHERE i.type = 'index' AND i.sql IS NOT NULL GROUP BY i.name
            UNION ALL
            SELECT m.name || ' ' || f."from" || ' -> ' || f."table" || ' ' || f.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
            """;
        const string Postgres = """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value" FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%' AND table_name <> 'search'
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%' AND tablename <> 'search'
            UNION ALL
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') AND conrelid::regclass::text <> 'search'
            """;
        await using var context = register.Database.Open();
        var lines = await context.Database.SqlQueryRaw<string>(on == On.Sqlite ? Sqlite : Postgres).ToListAsync();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
