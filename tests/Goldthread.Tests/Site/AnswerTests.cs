using System.Net;

namespace Goldthread.Tests.Site;

/// <summary>The headers of every answer, and what is said when there is nothing to show.</summary>
public sealed class AnswerTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/decisions", "/decisions/pcd-9002", "/decisions/pcd-9002.json", "/decisions/none", "/decisions/pcd-9013", "/search?q=campaign",
        "/about", "/support", "/assets/body.css", "/nothing/here", "/search?q=%ff",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_AnyAddress_CarriesTheHeaders(string address)
    {
        var response = await site.Client.GetAsync(address);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal(address == "/support", policy.Contains("script-src", StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(address == "/support" ? "no-referrer" : "same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_AnyAddress_HasNoStyleOrScriptOfItsOwn(string address)
    {
        var text = await (await site.Client.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<style", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/nothing/here")]
    [InlineData("/decisions/none")]
    [InlineData("/boards/safety-board/2020-01-01")]
    [InlineData("/bodies/nobody/decisions/pcd-9002")]
    [InlineData("/diagnostics/GT0000")]
    [InlineData("/decisions?page=99")]
    [InlineData("/decisions?page=0")]
    [InlineData("/decisions?year=soon")]
    [InlineData("/search?q=a&kind=secret")]
    [InlineData("/error/500")]
    public async Task Get_WhatIsNotThere_Is404WithSearch(string address)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("There is no page at this address", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/search\"", page, StringComparison.Ordinal);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task Get_Withdrawn_Is410WithTheGround()
    {
        var response = await site.Client.GetAsync("/decisions/pcd-9013");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("PCD 9013", page, StringComparison.Ordinal);
        Assert.Contains("It named a person who must not be found.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A decision that had to go", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions/%ff")]
    [InlineData("/decisions/%c3%28")]
    [InlineData("/search?q=%ff")]
    [InlineData("/search?q=%00")]
    [InlineData("/search?q=a%c0%80b")]
    public async Task Get_BadEncoding_Is400(string address)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("This address cannot be read", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/decisions/pcd-9002")]
    [InlineData("/support/poster")]
    public async Task Post_Page_Is405(string address)
    {
        var response = await site.Client.PostAsync(address, new StringContent("a=b"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Get_LongestQuery_IsAnswered()
    {
        var response = await site.Client.GetAsync("/search?q=" + new string('a', 5000));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_Support_IsNeverKept()
    {
        var response = await site.Client.GetAsync("/support");

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<nav", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("data-exit", StringComparison.Ordinal) < page.IndexOf("<h1", StringComparison.Ordinal), "the exit comes first");
        Assert.Contains("rel=\"nofollow noreferrer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Styles_AreOursAndLoadNothing()
    {
        var page = await site.Client.GetStringAsync("/");
        var from = page.IndexOf("/assets/built/site", StringComparison.Ordinal);
        var address = page[from..page.IndexOf('"', from)];

        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        var style = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("GDS Transport", style, StringComparison.Ordinal);
        Assert.DoesNotContain("crest", style, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BodyColour_IsAStyleSheet() =>
        Assert.Equal(":root{--gt-body-colour:#7a1f5c}", await site.Client.GetStringAsync("/assets/body.css"));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Get_WithEncoding_IsCompressedAndOthersAreNot(string encoding)
    {
        foreach (var time in (string[])["first", "from the cache"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/decisions/pcd-9002");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            var packed = await site.Client.SendAsync(request);
            var plain = await site.Client.GetAsync("/decisions/pcd-9002");

            Assert.True(packed.Content.Headers.ContentEncoding.SequenceEqual([encoding]), time);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.StartsWith("<!DOCTYPE html>", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
