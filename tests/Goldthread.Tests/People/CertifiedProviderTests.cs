using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Goldthread.Register.People;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.People;

/// <summary>
/// Signing in against a provider that others wrote and had certified: the npm package oidc-provider, which the test installs
/// beside itself.
/// </summary>
public sealed partial class CertifiedProviderTests
{
    private static readonly NodeTool Tool = new("oidc-provider", "People", "provider");

    [Fact]
    public async Task SignIn_AtACertifiedProvider_OpensTheDeskAndConfirms()
    {
        await Tool.InstallAsync();
        var port = FreePort();
        await using var site = new TestSite { Settings = ProviderTests.Settings($"http://127.0.0.1:{port}") };
        Directory.CreateDirectory(Path.Combine(site.DataFolder, "secrets"));
        await File.WriteAllTextAsync(Path.Combine(site.DataFolder, "secrets", "provider.secret"), "only for tests");
        await site.InitializeAsync();
        using var browser = new TestBrowser(site);

        // It is not there yet: the register is open all the same, and the same process finds it afterwards.
        Assert.Contains("provider=absent", (await browser.OpenAsync("/sign-in/provider")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var process = Process.Start(Tool.Start("node", "server.js", $"{port}", $"{site.Address}/sign-in/provider/return", "only for tests"))!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "open")
            {
                // It says what it thinks of its settings first.
            }

            using var there = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
            var end = await browser.OpenAsync(await ThroughAsync(there, (await browser.OpenAsync("/sign-in/provider?back=%2Fdesk")).Headers.Location!, "ada"));
            Assert.Equal("/desk", end.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/desk")).StatusCode);
            Assert.Contains(await new PeopleService(site.Database).ListAsync(TestContext.Current.CancellationToken), person => person.Email == "ada@provider.example" && person.Holdings.Count == 2);

            // The provider knows her still and would not ask: to confirm, it asks.
            var before = browser.Key;
            var again = (await browser.OpenAsync("/sign-in/provider?again=true&back=%2Fdesk%2Faccount%2Fcodes")).Headers.Location!;
            var confirmed = await browser.OpenAsync(await ThroughAsync(there, again, "ada"));
            Assert.Equal("/desk/account/codes", confirmed.Headers.Location!.OriginalString);
            Assert.NotEqual(before, browser.Key);

            // It has an address to sign out at, and takes ours.
            await browser.SendAsync("/desk", [], "/sign-out");
            var leave = WebUtility.HtmlDecode(Leave().Match(await browser.Client.GetStringAsync("/sign-out")).Groups["address"].Value);
            Assert.Contains("client_id=goldthread", leave, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(leave, TestContext.Current.CancellationToken)).StatusCode);

            using var nobody = new TestBrowser(site);
            using var elsewhere = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
            var refused = await nobody.OpenAsync(await ThroughAsync(elsewhere, (await nobody.OpenAsync("/sign-in/provider")).Headers.Location!, "bo"));
            Assert.StartsWith("/sign-in?provider=nobody", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(true);
        }
    }

    // What a person does at the provider: she says who she is, agrees, and is sent back.
    private static async Task<string> ThroughAsync(HttpClient there, Uri address, string login)
    {
        var (provider, asked) = (address.Authority, 0);
        for (var steps = 0; steps < 12 && address.Authority == provider; steps++)
        {
            var answer = await there.GetAsync(address);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                var prompt = Prompt().Match(await answer.Content.ReadAsStringAsync()).Groups["prompt"].Value;
                asked += prompt == "login" ? 1 : 0;
                answer = await there.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["prompt"] = prompt, ["login"] = login, ["password"] = "x" }));
            }

            address = new Uri(address, answer.Headers.Location ?? throw new InvalidOperationException($"The provider answered {answer.StatusCode}."));
        }

        Assert.Equal(1, asked);
        return address.PathAndQuery;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"prompt\" value=\"(?<prompt>[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prompt();

    [GeneratedRegex("href=\"(?<address>http://127[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leave();
}
