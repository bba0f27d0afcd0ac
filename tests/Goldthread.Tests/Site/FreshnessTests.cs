using System.Net;
using Goldthread.Core.Decisions;
using Goldthread.Core.Records;

namespace Goldthread.Tests.Site;

/// <summary>A page is kept until the register changes, and not a request longer.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Get_RecordOfTheSample_SaysThatItIsIllustrative()
    {
        await site.SaveAsync(RecordKinds.Decision, "PCD 9030", new Decision { Reference = "PCD 9030", Title = "Made up" }, who: "Sample");

        Assert.Contains("Illustrative", await site.Client.GetStringAsync("/decisions/pcd-9030"), StringComparison.Ordinal);
        Assert.DoesNotContain("Illustrative", await site.Client.GetStringAsync("/decisions/pcd-9001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SameAgain_IsNotSentAgain()
    {
        var first = await site.Client.GetAsync("/decisions/pcd-9002");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/decisions/pcd-9002");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await site.Client.SendAsync(again);

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Get_AfterARevision_ShowsIt()
    {
        var before = await site.Client.GetAsync("/decisions/pcd-9001");
        await site.SaveAsync("PCD 9001", "Another title than before");

        var after = await site.Client.GetAsync("/decisions/pcd-9001");

        Assert.DoesNotContain("Another title", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Another title than before", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task Get_AfterWithdrawal_IsGoneFromPageListSearchAndJson()
    {
        var head = await site.SaveAsync("PCD 9020", "Kingfisher words that nobody else has");
        foreach (var address in (string[])["/decisions/pcd-9020", "/decisions", "/search?q=kingfisher+words", "/decisions/pcd-9020.json", "/"])
        {
            Assert.Contains("Kingfisher words", await site.Client.GetStringAsync(address), StringComparison.Ordinal);
        }

        await site.WithdrawAsync(head, "A lawful ground.");

        Assert.Equal(HttpStatusCode.Gone, (await site.Client.GetAsync("/decisions/pcd-9020")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await site.Client.GetAsync("/decisions/pcd-9020.json")).StatusCode);
        foreach (var address in (string[])["/decisions", "/search?q=kingfisher+words", "/"])
        {
            Assert.DoesNotContain("Kingfisher words", await site.Client.GetStringAsync(address), StringComparison.Ordinal);
        }
    }
}
