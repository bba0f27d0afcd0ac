using System.Net;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Http;

namespace Goldthread.Tests.People;

/// <summary>The table of who may do what, held against the site's endpoints and tried cell by cell over HTTP.</summary>
public sealed class AccessTests(TestSite site, ITestOutputHelper output) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Table_EveryEndpoint_HasARow()
    {
        var without = new List<string>();
        foreach (var (endpoint, verb, handler) in await CallsAsync())
            if (Access.RowOf(endpoint, verb, handler) is null)
                without.Add($"{verb} {handler} {endpoint.DisplayName}");

        Assert.Empty(without);
    }

    [Fact]
    public async Task Table_EveryRow_LeadsToAnEndpoint()
    {
        var reached = (await CallsAsync()).Select(call => Access.RowOf(call.Endpoint, call.Verb, call.Handler)).OfType<AccessRow>().ToHashSet();

        Assert.Empty(Access.Table.Except(reached));
    }

    [Fact]
    public async Task Table_EveryCell_IsAllowedOrRefusedAsItSays()
    {
        var readers = new List<(Role? Role, HttpClient Client)> { (null, site.Client) };
        foreach (var role in Roles.All)
            readers.Add((role, await site.SignInAsync(role)));
        var calls = await CallsAsync();
        var (wrong, cells) = (new List<string>(), 0);

        foreach (var (endpoint, verb, handler) in calls.DistinctBy(call => (Access.RowOf(call.Endpoint, call.Verb, call.Handler)!, Example(call.Endpoint))))
        {
            var row = Access.RowOf(endpoint, verb, handler)!;
            var address = Example(endpoint) + (handler is null ? "" : $"?handler={handler}");
            foreach (var (role, client) in readers.Where(reader => handler != "Everywhere" || reader.Role is null))
            {
                var isAllowed = row.Who.IsEveryone || (role is { } held && (row.Who.Roles is null || row.Who.Roles.Contains(held)));
                using var request = new HttpRequestMessage(new HttpMethod(verb), address);
                if (verb == "POST")
                    request.Content = new FormUrlEncodedContent([]);
                using var answer = await client.SendAsync(request);
                var isRefused = answer.StatusCode == HttpStatusCode.Forbidden || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/sign-in?back", StringComparison.Ordinal) && !row.Who.IsEveryone);
                cells++;
                if (isRefused == isAllowed)
                    wrong.Add($"{verb} {address} as {role?.Words() ?? "nobody"}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        output.WriteLine($"{Access.Table.Count} rows, {calls.Count} calls, {cells} cells tried");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Table_GraveRow_AsksForAnotherProofAfterAWhile()
    {
        var clients = new Dictionary<Role, HttpClient>();
        foreach (var role in Access.Table.Where(row => row.Grave).Select(RoleFor).Distinct())
            clients[role] = await site.SignInAsync(role);
        site.Clock.Move(Access.Fresh + TimeSpan.FromSeconds(1));

        foreach (var row in Access.Table.Where(row => row.Grave))
        {
            var call = (await CallsAsync()).First(call => Access.RowOf(call.Endpoint, call.Verb, call.Handler) == row);
            using var request = new HttpRequestMessage(new HttpMethod(call.Verb), Example(call.Endpoint) + (call.Handler is null ? "" : $"?handler={call.Handler}"));
            if (call.Verb == "POST")
                request.Content = new FormUrlEncodedContent([]);
            using var answer = await clients[RoleFor(row)].SendAsync(request);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in/again?back=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        static Role RoleFor(AccessRow row) => row.Who.Roles?[0] ?? Role.Administrator;
    }

    [Fact]
    public async Task Request_PasswordAlone_LeadsToTheSecondProofAndNoFurther()
    {
        var client = await site.SignInAsync(Role.Officer, proof: "password");

        Assert.Equal("/desk/account/codes", (await client.GetAsync("/desk")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/account/codes")).StatusCode);
        Assert.DoesNotContain("Not yet to be seen", await client.GetStringAsync("/search?q=seen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_HolderOfNoRoleToday_IsToldSo()
    {
        var person = await site.JoinAsync(Role.Officer);
        var client = await site.SignInAsync(person);
        site.Clock.Move(TimeSpan.FromMinutes(1));
        await using (var context = site.Database.Open())
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteDeleteAsync(context.Holdings.Where(holding => holding.Person == person), TestContext.Current.CancellationToken);

        var answer = await client.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("You hold no role today", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<(Endpoint Endpoint, string Verb, string? Handler)>> CallsAsync() => SiteCalls.AllAsync(site);

    // An address that the route takes; whether anything is there makes no difference to who may ask.
    private static string Example(Endpoint endpoint) => SiteCalls.Fill(endpoint, (name, rest) => rest switch
    {
        ":guid" => "00000000-0000-7000-8000-000000000001",
        _ when rest.Contains(":int", StringComparison.Ordinal) => "1",
        _ => name switch { "date" => "2021-12-08", "kind" => "decision", _ => "example" },
    });
}
