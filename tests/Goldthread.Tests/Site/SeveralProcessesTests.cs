using System.Net;
using System.Net.Http.Headers;
using Goldthread.Core.Decisions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Goldthread.Register.Tests;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Site;

/// <summary>Several processes over one register: what one of them takes away is gone from all of them with the next request.</summary>
public sealed class SeveralProcessesTests(PostgresServer server)
{
    private const string Title = "Kingfisher words that nobody else has";

    private static readonly string[] Naming = ["/", "/decisions", "/decisions?year=2021", "/search?q=kingfisher"];

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Withdraw_ByAnotherProcess_IsGoneFromEveryServerWithTheNextRequest(On on)
    {
        Assert.SkipWhen(on == On.Postgres && server.Missing is not null, server.Missing ?? "");
        using var files = new TestFolder();
        var connection = on == On.Postgres ? await server.NewDatabaseAsync() : null;
        await FillAsync(files.Path, connection);
        await using var one = await SiteOver.StartAsync(files.Path, connection);
        await using var other = await SiteOver.StartAsync(files.Path, connection);
        var tags = new List<(HttpClient Client, string Address, EntityTagHeaderValue Tag)>();
        foreach (var (client, address) in Asking([one, other], [.. Naming, "/decisions/pcd-9020", "/decisions/pcd-9020.json"]))
        {
            // Asked twice: the second answer comes from the cache.
            await client.GetAsync(address);
            var answer = await client.GetAsync(address);
            Assert.Contains("Kingfisher words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            tags.Add((client, address, answer.Headers.ETag!));
        }

        var withdrawn = await TestProgram.RunAsync(
            ["withdraw", "PCD 9020", "--ground", "A lawful ground.", "--data", files.Path, .. connection is null ? Array.Empty<string>() : ["--database", connection]]);
        Assert.True(withdrawn.Exit == 0, withdrawn.Error);

        foreach (var (client, address, tag) in tags)
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(tag);
            var answer = await client.SendAsync(again);
            Assert.Equal(address.Contains("9020", StringComparison.Ordinal) ? HttpStatusCode.Gone : HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("Kingfisher words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_ByAnotherProcess_IsShownWithTheNextRequest(On on)
    {
        Assert.SkipWhen(on == On.Postgres && server.Missing is not null, server.Missing ?? "");
        using var files = new TestFolder();
        var connection = on == On.Postgres ? await server.NewDatabaseAsync() : null;
        await FillAsync(files.Path, connection);
        await using var site = await SiteOver.StartAsync(files.Path, connection);
        var elsewhere = new RegisterWriter(new RegisterDatabase(files.Path, connection));

        for (var number = 1; number <= 5; number++)
        {
            await elsewhere.SaveAsync(Decision("PCD 9021", $"Title number {number}"));
            foreach (var (client, address) in Asking([site], ["/decisions/pcd-9021", "/decisions", "/decisions/pcd-9021.json"]))
                Assert.Contains($"Title number {number}", await client.GetStringAsync(address), StringComparison.Ordinal);
        }
    }

    private static async Task FillAsync(string folder, string? connection)
    {
        var database = new RegisterDatabase(folder, connection);
        await database.MigrateAsync();
        await new RegisterWriter(database).SaveAsync([Decision("PCD 9019", "A decision that stays"), Decision("PCD 9020", Title)]);
    }

    private static Change Decision(string reference, string title) => new()
    {
        Kind = RecordKinds.Decision,
        Body = TestSite.Body,
        Reference = reference,
        Content = new Decision { Reference = reference, Title = title, DateSigned = new DateOnly(2021, 7, 1) },
        Visibility = Audience.Public,
        Who = "Policy office",
        Process = "import",
        Reason = "A test saves it.",
    };

    private static IEnumerable<(HttpClient Client, string Address)> Asking(IReadOnlyList<SiteOver> sites, IReadOnlyList<string> addresses) =>
        from site in sites from address in addresses select (site.Client, address);
}
