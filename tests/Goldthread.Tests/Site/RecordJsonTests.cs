using System.Net;
using System.Text.Json;

namespace Goldthread.Tests.Site;

/// <summary>Records as JSON.</summary>
public sealed class RecordJsonTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string, string> Addresses => new()
    {
        { "/decisions/pcd-9002.json", "decision" },
        { "/bodies/west-midshire-pcc/decisions/2021-034.json", "decision" },
        { "/boards/safety-board.json", "board" },
        { "/boards/safety-board/2021-12-08.json", "meeting" },
        { "/workshops/safety-board/2021-10-05.json", "workshop" },
        { "/documents/document-0123456789ab.json", "document" },
        { "/organisations/riverside-police.json", "organisation" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EveryKind_IsJson(string address, string kind)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(kind, json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(address[..^5], json.RootElement.GetProperty("address").GetString());
        Assert.NotEqual(0, json.RootElement.GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task Get_Decision_HoldsHeadBodyLinksAndHistory()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/decisions/pcd-9002.json"));

        var root = json.RootElement;
        Assert.Equal("PCD 9002", root.GetProperty("reference").GetString());
        Assert.Equal(600_000m, root.GetProperty("amount").GetDecimal());
        var content = root.GetProperty("content");
        Assert.Equal("2021-06-14", content.GetProperty("dateSigned").GetString());
        Assert.Equal("financial", content.GetProperty("sections")[1].GetProperty("topic").GetString());
        Assert.Equal(600_000m, content.GetProperty("amounts")[0].GetProperty("pounds").GetDecimal());
        Assert.False(content.TryGetProperty("import", out _));
        Assert.Contains(root.GetProperty("links").EnumerateArray(), link =>
            link.GetProperty("reference").GetString() == "PCD 168" && !link.GetProperty("inRegister").GetBoolean());
        Assert.Contains(root.GetProperty("links").EnumerateArray(), link => link.GetProperty("address").GetString() == "/decisions/pcd-9001");
        Assert.Equal(64, root.GetProperty("history")[0].GetProperty("hash").GetString()?.Length);
    }

    [Fact]
    public async Task Get_Withdrawn_Is410InJson()
    {
        var response = await site.Client.GetAsync("/decisions/pcd-9013.json");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("withdrawn", json.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Get_NotThere_Is404InJson()
    {
        var response = await site.Client.GetAsync("/decisions/none.json");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }
}
