using System.Net;
using Goldthread.Register.Tests;
using Goldthread.Tests.Program;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Goldthread.Tests.Site;

/// <summary>A database that goes away: the site says to try again, says nothing of the cause, and goes on when it is back.</summary>
public sealed class OutageTests(PostgresServer server)
{
    [Fact]
    public async Task Get_FileThatCannotBeOpened_Is503AndRecovers()
    {
        using var files = new TestFolder();
        await using var site = await SiteOver.StartAsync(files.Path, null);
        var file = Path.Combine(files.Path, "goldthread.db");
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);

        await AssertOutageAsync(site.Client, files.Path);

        Directory.Delete(file);
        File.Move(file + ".away", file);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);
    }

    [Fact]
    public async Task Get_WhileAnotherProcessWrites_IsAnswered()
    {
        using var files = new TestFolder();
        await using var site = await SiteOver.StartAsync(files.Path, null);
        await using var writer = new SqliteConnection($"Data Source={Path.Combine(files.Path, "goldthread.db")};Pooling=False");
        await writer.OpenAsync();
        await using var command = writer.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE; DELETE FROM due";
        await command.ExecuteNonQueryAsync();

        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);
    }

    [Fact]
    public async Task Get_PostgresThatTakesNoConnections_Is503AndRecovers()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        using var files = new TestFolder();
        var connection = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync());
        await using var site = await SiteOver.StartAsync(files.Path, connection.ConnectionString);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);

        await AskAsync(connection, $"ALTER DATABASE {connection.Database} ALLOW_CONNECTIONS false");
        await HangUpAsync(connection);
        await AssertOutageAsync(site.Client, connection.Database!);

        await AskAsync(connection, $"ALTER DATABASE {connection.Database} ALLOW_CONNECTIONS true");
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);
    }

    [Fact]
    public async Task Get_PostgresThatHungUp_IsAnswered()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        using var files = new TestFolder();
        var connection = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync());
        await using var site = await SiteOver.StartAsync(files.Path, connection.ConnectionString);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);

        await HangUpAsync(connection);

        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);
    }

    private static async Task AssertOutageAsync(HttpClient client, string secret)
    {
        foreach (var address in (string[])["/", "/decisions/pcd-1", "/search?q=a", "/decisions/pcd-1.json"])
        {
            var answer = await client.GetAsync(address);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("Try again in a few minutes", page, StringComparison.Ordinal);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Null(answer.Headers.ETag);
            Assert.True(answer.Headers.CacheControl?.NoStore, "An error is never kept.");
            foreach (var leak in (string[])[secret, "SQLite", "Npgsql", "Postgres", "Exception", "goldthread.db", "   at "])
                Assert.DoesNotContain(leak, page + answer.Headers, StringComparison.OrdinalIgnoreCase);
        }

        // What needs no register is there: the national help, to whoever asks and whatever she answered.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/support")).StatusCode);
        using var answered = await client.PostAsync("/support", Support.HelpForm.Of(("to-page", "found"), ("need", "refuge")));
        var help = await answered.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Contains("0808 2000 247", help, StringComparison.Ordinal);
        Assert.Contains("We can&#x27;t look up help near you just now", help.Replace("can't", "can&#x27;t", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, help, StringComparison.Ordinal);
    }

    private static Task HangUpAsync(NpgsqlConnectionStringBuilder connection) =>
        AskAsync(connection, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{connection.Database}'");

    private static async Task AskAsync(NpgsqlConnectionStringBuilder connection, string sql)
    {
        await using var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await admin.OpenAsync();
        await using var command = admin.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
