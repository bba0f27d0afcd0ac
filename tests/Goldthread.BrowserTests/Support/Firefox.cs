using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldthread.BrowserTests.Support;

/// <summary>Firefox as Debian has it, driven over WebDriver BiDi (w3.org/TR/webdriver-bidi), with a profile of its own to look into afterwards.</summary>
internal sealed class Firefox : IAsyncDisposable
{
    /// <summary>Where Debian puts it.</summary>
    public const string Program = "/usr/bin/firefox-esr";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private int asked;

    private Firefox(Process process) => this.process = process;

    /// <summary>Its one tab.</summary>
    public string Tab { get; private set; } = "";

    /// <summary>Starts it with a profile that asks nothing of anybody on its own.</summary>
    public static async Task<Firefox> StartAsync(string profile)
    {
        await File.WriteAllLinesAsync(Path.Combine(profile, "user.js"),
        [
            .. ((string[])["app.normandy.enabled", "app.update.enabled", "browser.safebrowsing.malware.enabled", "browser.safebrowsing.phishing.enabled", "browser.shell.checkDefaultBrowser",
                "browser.newtabpage.activity-stream.feeds.topsites", "datareporting.policy.dataSubmissionEnabled", "extensions.update.enabled", "network.captive-portal-service.enabled", "network.connectivity-service.enabled"])
                .Select(name => $"user_pref(\"{name}\", false);"),
            "user_pref(\"browser.startup.page\", 0);",
            "user_pref(\"services.settings.server\", \"data:,\");",
        ], TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["HOME"] = profile; // it writes nothing outside
        var firefox = new Firefox(Process.Start(start)!);
        firefox.stop.CancelAfter(Longest);
        firefox.process.BeginOutputReadLine();
        const string sign = "WebDriver BiDi listening on ";
        while (await firefox.process.StandardError.ReadLineAsync(firefox.stop.Token) is { } line)
        {
            if (!line.StartsWith(sign, StringComparison.Ordinal))
                continue;
            _ = firefox.process.StandardError.ReadToEndAsync(CancellationToken.None); // so that what else it says never fills the pipe
            await firefox.socket.ConnectAsync(new Uri(line[sign.Length..] + "/session"), firefox.stop.Token);
            await firefox.DoAsync("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
            var tree = await firefox.DoAsync("browsingContext.getTree", []);
            firefox.Tab = tree["contexts"]![0]!["context"]!.GetValue<string>();
            return firefox;
        }

        throw new InvalidOperationException("Firefox ended before it listened.");
    }

    /// <summary>Opens an address and waits until it is there.</summary>
    public Task GoAsync(string address) => DoAsync("browsingContext.navigate", new JsonObject { ["context"] = Tab, ["url"] = address, ["wait"] = "complete" });

    /// <summary>What an expression is worth in the page, as text.</summary>
    public async Task<string> AskAsync(string expression)
    {
        var answer = await DoAsync("script.evaluate", new JsonObject { ["expression"] = $"String({expression})", ["awaitPromise"] = true, ["target"] = new JsonObject { ["context"] = Tab } });
        return answer["result"]?["value"]?.GetValue<string>() ?? answer.ToJsonString();
    }

    /// <summary>Waits until an expression holds in the page: the browser looks at each frame it draws, nothing sleeps.</summary>
    public async Task UntilAsync(string expression)
    {
        while (true)
        {
            try
            {
                await AskAsync($"new Promise(done => {{ const look = () => ({expression}) ? done(1) : requestAnimationFrame(look); look(); }})");
                return;
            }
            catch (BiDiException)
            {
                // The page was left while it was asked: asked again in the one that came.
            }
        }
    }

    /// <summary>Presses a key, as fingers do.</summary>
    public Task PressAsync(string key) => DoAsync("input.performActions", new JsonObject
    {
        ["context"] = Tab,
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "key",
            ["id"] = "keys",
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "keyDown", ["value"] = key }, new JsonObject { ["type"] = "keyUp", ["value"] = key }),
        }),
    });

    /// <summary>Sends a command and gives its result.</summary>
    /// <exception cref="BiDiException">The browser refused it.</exception>
    public async Task<JsonNode> DoAsync(string method, JsonObject parameters)
    {
        var id = ++asked;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }), WebSocketMessageType.Text, true, stop.Token);
        while (true)
        {
            var message = JsonNode.Parse(await ReceiveAsync())!;
            if (message["id"]?.GetValue<int>() != id)
                continue; // an event
            return message["type"]!.GetValue<string>() == "success" ? message["result"]! : throw new BiDiException(message.ToJsonString());
        }
    }

    /// <summary>Ends it as a person does who closes the window, so that it writes to disk what it would.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await DoAsync("browser.close", []);
            await process.WaitForExitAsync(stop.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.Dispose();
            socket.Dispose();
            stop.Dispose();
        }
    }

    private async Task<string> ReceiveAsync()
    {
        var text = new MemoryStream();
        var part = new byte[16 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(part.AsMemory(), stop.Token);
            text.Write(part, 0, read.Count);
            if (read.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}

/// <summary>The browser refused a command.</summary>
internal sealed class BiDiException(string message) : Exception(message);
