using System.Net;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>What staff and partners open is kept; what the public opens never is, and no page waits for it or fails with it.</summary>
public sealed class OpeningsTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/decisions/pcd-9002", "page", 1)]
    [InlineData("/decisions/pcd-9001/revisions/1", "page", 1)]
    [InlineData("/decisions/pcd-9001", "page", 3)]
    [InlineData("/decisions/pcd-9002/revisions", "history", 1)]
    [InlineData("/decisions/pcd-9002/source", "source", 1)]
    [InlineData("/decisions/pcd-9002.json", "json", 1)]
    [InlineData("/decisions/pcd-9001/revisions/2.json", "json", 2)]
    [InlineData("/decisions/pcd-9002/revisions.json", "history", 1)]
    [InlineData("/decisions/pcd-9002/source.json", "source", 1)]
    [InlineData("/decisions/pcd-9002.docx", "word", 1)]
    [InlineData("/documents/document-0123456789ab", "page", 1)]
    [InlineData("/boards/safety-board/2021-12-08", "page", 1)]
    [InlineData("/workshops/safety-board/2021-10-05.json", "json", 1)]
    public async Task Get_Record_BySomebodySignedIn_IsKeptWithRevisionAndForm(string address, string what, int revision)
    {
        var person = await site.JoinAsync(Role.Officer);
        var client = await site.SignInAsync(person);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        (await site.Client.GetAsync(address)).Dispose(); // a visit of the public beside it

        var row = Assert.Single(await KeptAsync());
        Assert.Equal((person, revision, what), (row.Person, row.Revision, row.What));
        var head = await site.Database.For(Core.Publishing.Reader.Staff).HeadAsync(row.Record, TestContext.Current.CancellationToken);
        Assert.Contains(head!.Slug, address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions/pcd-9999")]
    [InlineData("/decisions/pcd-9002/revisions/7")]
    [InlineData("/decisions")]
    [InlineData("/search?q=campaign")]
    [InlineData("/decisions.csv")]
    public async Task Get_NoSingleRecord_IsNotKept(string address)
    {
        var client = await site.SignInAsync(Role.Auditor);

        (await client.GetAsync(address)).Dispose();

        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Get_EveryAddressOfASingleRecord_LeavesAnEntry()
    {
        var person = await site.JoinAsync(Role.Officer);
        var client = await site.SignInAsync(person);
        var routes = site.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/decisions/{slug}", StringComparison.Ordinal)).Distinct().ToList();

        foreach (var route in routes)
        {
            var address = route.Replace("{slug}", "pcd-9002", StringComparison.Ordinal).Replace("{revision:int:min(1)}", "1", StringComparison.Ordinal).Replace("{number:int:min(1)}", "1", StringComparison.Ordinal);
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
        }

        Assert.True(routes.Count >= 8);
        Assert.Equal(routes.Count, (await KeptAsync()).Count);
    }

    [Fact]
    public async Task Get_Head_IsNoReading()
    {
        var client = await site.SignInAsync(Role.Partner);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/decisions/pcd-9002");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Get_WhereTheLogCannotBeWritten_TheRecordIsShownAllTheSame()
    {
        var client = await site.SignInAsync(Role.Officer);
        await using (var context = site.Database.Open())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE opened RENAME TO opened_away", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/decisions/pcd-9002")).StatusCode);
        await site.Services.GetRequiredService<Openings>().WrittenAsync();
        await using (var context = site.Database.Open())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE opened_away RENAME TO opened", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/decisions/pcd-9003")).StatusCode);

        Assert.Equal("page", Assert.Single(await KeptAsync()).What);
    }

    [Fact]
    public async Task Audit_AsAuditor_NamesEverythingThatWasOpened()
    {
        var partner = await site.SignInAsync(Role.Partner);
        var officer = await site.SignInAsync(Role.Officer);
        (await partner.GetAsync("/decisions/pcd-9002")).Dispose();
        (await officer.GetAsync("/decisions/pcd-9009.json")).Dispose();
        await site.Services.GetRequiredService<Openings>().WrittenAsync();
        var auditor = await site.SignInAsync(Role.Auditor);

        var page = await auditor.GetStringAsync("/desk/audit");
        var ofRecord = await auditor.GetStringAsync("/desk/audit?record=PCD%209009");
        var ofPerson = await auditor.GetStringAsync("/desk/audit?person=sample+partner");

        Assert.Contains("Not yet to be seen", page, StringComparison.Ordinal);
        Assert.Contains("Campaigns with communities", page, StringComparison.Ordinal);
        Assert.Contains("Not yet to be seen", ofRecord, StringComparison.Ordinal);
        Assert.DoesNotContain("Campaigns with communities", ofRecord, StringComparison.Ordinal);
        Assert.Contains("Campaigns with communities", ofPerson, StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet to be seen", ofPerson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_AsAdministrator_SaysThatSomethingWasOpenedButNotWhatSheMayNotSee()
    {
        var officer = await site.SignInAsync(Role.Officer);
        (await officer.GetAsync("/decisions/pcd-9009")).Dispose();
        (await officer.GetAsync("/decisions/pcd-9002")).Dispose();
        await site.Services.GetRequiredService<Openings>().WrittenAsync();
        var administrator = await site.SignInAsync(Role.Administrator);

        var page = await administrator.GetStringAsync("/desk/audit");
        var ofHidden = await administrator.GetStringAsync("/desk/audit?record=PCD%209009");

        Assert.Contains("A record that you may not see", page, StringComparison.Ordinal);
        Assert.Contains("Campaigns with communities", page, StringComparison.Ordinal);
        foreach (var text in (string[])[page, ofHidden])
            Assert.DoesNotContain("Not yet to be seen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("9009", page, StringComparison.Ordinal);
        Assert.Contains("There is no record", ofHidden, StringComparison.Ordinal);
    }

    private async Task<List<OpenedRow>> KeptAsync()
    {
        await site.Services.GetRequiredService<Openings>().WrittenAsync();
        await using var context = site.Database.Open();
        return await context.Opened.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
