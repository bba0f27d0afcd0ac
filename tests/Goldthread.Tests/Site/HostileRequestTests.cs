using System.Net.Sockets;
using System.Text;

namespace Goldthread.Tests.Site;

/// <summary>Requests that no browser makes, byte by byte: each has a proper answer that leaks nothing, and the site goes on.</summary>
public sealed class HostileRequestTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string Long = new('a', 9000);

    /// <summary>The request up to its headers, the status, and words of the page; no words where the server hangs up before there is a page.</summary>
    private static readonly Dictionary<string, (string Request, int Status, string? Words)> Requests = new()
    {
        ["PUT"] = ("PUT /decisions HTTP/1.1", 405, "This page can only be read"),
        ["DELETE"] = ("DELETE / HTTP/1.1", 405, "This page can only be read"),
        ["TRACE"] = ("TRACE / HTTP/1.1", 405, "This page can only be read"),
        ["OPTIONS"] = ("OPTIONS / HTTP/1.1", 405, "This page can only be read"),
        ["a method of its own"] = ("PROPFIND /decisions/pcd-9002 HTTP/1.1", 405, "This page can only be read"),
        ["PUT of a style"] = ("PUT /assets/body.css HTTP/1.1", 405, "This page can only be read"),
        ["PUT of JSON"] = ("PUT /decisions/pcd-9002.json HTTP/1.1", 405, "This page can only be read"),
        ["POST of a large body"] = ("POST / HTTP/1.1\r\nContent-Length: 99999999", 405, "This page can only be read"),
        ["POST of a broken body"] = ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked", 405, "This page can only be read"),
        ["GET with a large body"] = ("GET /about HTTP/1.1\r\nContent-Length: 99999999", 200, "register"),
        ["CONNECT"] = ("CONNECT a:80 HTTP/1.1", 400, null),
        ["HTTP/1.0"] = ("GET / HTTP/1.0", 200, "register"),
        ["HTTP/9.9"] = ("GET / HTTP/9.9", 505, null),
        ["HTTP/0.9"] = ("GET /", 400, null),
        ["two hosts"] = ("GET / HTTP/1.1\r\nHost: b", 400, null),
        ["another's address"] = ("GET http://elsewhere/ HTTP/1.1", 400, null),
        ["a broken header"] = ("GET / HTTP/1.1\r\nBroken header", 400, null),
        ["two lengths"] = ("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6", 400, null),
        ["a long path"] = ($"GET /decisions/{Long} HTTP/1.1", 414, "This request is too large"),
        ["a long query"] = ($"GET /search?q={Long} HTTP/1.1", 414, "This request is too large"),
        ["an endless address"] = ($"GET /{string.Concat(Enumerable.Repeat(Long, 8))} HTTP/1.1", 414, null),
        ["large headers"] = ($"GET / HTTP/1.1\r\nCookie: {string.Concat(Enumerable.Repeat(Long, 4))}", 431, "This request is too large"),
        ["endless headers"] = ($"GET / HTTP/1.1\r\nCookie: {string.Concat(Enumerable.Repeat(Long, 16))}", 431, null),
        ["many headers"] = ("GET / HTTP/1.1" + string.Concat(Enumerable.Range(0, 600).Select(i => $"\r\nX-{i}: a")), 431, null),
        ["NUL in the path"] = ("GET /decisions/%00 HTTP/1.1", 400, null),
        ["NUL in the query"] = ("GET /search?q=%00 HTTP/1.1", 400, "This address cannot be read"),
        ["Latin-1 in the path"] = ("GET /decisions/%ff HTTP/1.1", 400, "This address cannot be read"),
        ["bare bytes in the path"] = ("GET /decisions/\u00ff HTTP/1.1", 400, null),
        ["overlong UTF-8 in the path"] = ("GET /decisions/%c0%af HTTP/1.1", 400, "This address cannot be read"),
        ["overlong UTF-8 in the query"] = ("GET /search?q=%c0%af HTTP/1.1", 400, "This address cannot be read"),
        ["half a character"] = ("GET /search?q=%ed%a0%80 HTTP/1.1", 400, "This address cannot be read"),
        ["no escape"] = ("GET /decisions/%zz HTTP/1.1", 404, "There is no page at this address"),
        ["up"] = ("GET /assets/../../../../etc/passwd HTTP/1.1", 404, "There is no page at this address"),
        ["up, escaped"] = ("GET /assets/%2e%2e/%2e%2e/etc/passwd HTTP/1.1", 404, "There is no page at this address"),
        ["up, slashes escaped"] = ("GET /assets/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1", 404, "There is no page at this address"),
        ["up, backwards"] = ("GET /assets/..\\..\\goldthread.dll HTTP/1.1", 404, "There is no page at this address"),
        ["up, backwards and escaped"] = ("GET /assets/..%5c..%5cgoldthread.dll HTTP/1.1", 404, "There is no page at this address"),
        ["another root"] = ("GET //etc/passwd HTTP/1.1", 404, "There is no page at this address"),
        ["the program"] = ("GET /goldthread.dll HTTP/1.1", 404, "There is no page at this address"),
        ["a page past counting"] = ("GET /decisions?page=99999999999999999999 HTTP/1.1", 404, "There is no page at this address"),
        ["two years"] = ("GET /decisions?year=2020&year=2021 HTTP/1.1", 200, "</html>"),
        ["a part of a page"] = ("GET / HTTP/1.1\r\nRange: bytes=0-9", 200, "</html>"),
        ["a part past the end"] = ("GET / HTTP/1.1\r\nRange: bytes=99999999-", 200, "</html>"),
        ["encodings without end"] = ($"GET / HTTP/1.1\r\nAccept-Encoding: zebra{string.Concat(Enumerable.Repeat(", x;q=2", 2000))}", 200, "</html>"),
        ["TLS"] = ("\u0016\u0003\u0001\u0002\u0000", 400, null),
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Send_Anything_IsAnsweredProperly(string name)
    {
        var (request, status, words) = Requests[name];

        var answer = await SendAsync($"{request}\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains(words ?? "", answer, StringComparison.Ordinal);
        foreach (var leak in (string[])["Kestrel", "Exception", "   at ", "Microsoft", "\r\nServer:", AppContext.BaseDirectory, Path.GetTempPath(), "root:x:"])
            Assert.DoesNotContain(leak, answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);
    }

    [Fact]
    public async Task Send_NoHost_Is400() =>
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync("GET / HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Head_AnyPage_HasTheHeadersOfGetAndNoBody()
    {
        foreach (var address in (string[])["/decisions/pcd-9002", "/decisions", "/nothing", "/decisions/pcd-9013"])
        {
            var get = await SendAsync($"GET {address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            var head = await SendAsync($"HEAD {address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
            Assert.Equal(get.Split("\r\n")[0], head.Split("\r\n")[0]);
        }
    }

    [Fact]
    public async Task Get_WhileManyClientsAreSlow_IsAnswered()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 300; i++)
            {
                var client = new TcpClient { ReceiveBufferSize = 1024 };
                slow.Add(client);
                await client.ConnectAsync("127.0.0.1", new Uri(site.Address).Port);
                // A third says nothing, a third stops in the midst of its headers, a third does not read what it asked for.
                var said = (i % 3) switch
                {
                    0 => "",
                    1 => "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
                    _ => string.Concat(Enumerable.Repeat("GET /decisions/pcd-9002 HTTP/1.1\r\nHost: a\r\n\r\n", 20)),
                };
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said));
            }

            Assert.Equal(System.Net.HttpStatusCode.OK, (await site.Client.GetAsync("/decisions")).StatusCode);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Send_HeadersThatNeverEnd_IsHungUpOn()
    {
        var answer = await SendAsync("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("GZIP", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("br;q=0.1, gzip;q=0.9", "br")]
    [InlineData("gzip;q=0", null)]
    [InlineData("zebra", null)]
    [InlineData("identity", null)]
    [InlineData("*;q=0", null)]
    [InlineData(";;;,,=", null)]
    public async Task Get_AcceptEncoding_IsObeyedWhateverIsInTheCache(string accepted, string? sent)
    {
        foreach (var before in (string[])["br", "gzip", "identity", accepted])
            await EncodingAsync(before);

        var (encoding, vary) = await EncodingAsync(accepted);

        Assert.Equal(sent, encoding);
        Assert.Equal("Accept-Encoding", vary);
    }

    private async Task<(string? Encoding, string? Vary)> EncodingAsync(string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/decisions/pcd-9001");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var answer = await site.Client.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentEncoding.SingleOrDefault(), answer.Headers.Vary.SingleOrDefault());
    }

    /// <summary>Sends bytes as they are and reads until the server hangs up.</summary>
    private async Task<string> SendAsync(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(site.Address).Port);
        var stream = client.GetStream();
        var read = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
            await stream.CopyToAsync(read);
        }
        catch (IOException)
        {
            // It hung up before all was said; what it said before that counts.
        }

        return Encoding.UTF8.GetString(read.ToArray());
    }
}
