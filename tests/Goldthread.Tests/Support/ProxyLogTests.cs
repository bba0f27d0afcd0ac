using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Support;

/// <summary>nginx and Apache with the lines of docs/support.md: what their logs say after a visit.</summary>
public sealed class ProxyLogTests(HelpSite help) : IClassFixture<HelpSite>
{
    private const string Nginx = "/usr/sbin/nginx";
    private const string Apache = "/usr/sbin/apache2";
    private const string Modules = "/usr/lib/apache2/modules";

    [Fact]
    public async Task Visit_ThroughNginxAsDocumented_StandsInNoLog()
    {
        Assert.SkipWhen(!File.Exists(Nginx), "nginx is not installed: apt-get install nginx-light");
        using var files = new TestFolder();
        var port = FreePort();
        var config = files.Write("nginx.conf", $$"""
            daemon on; pid {{files.Path}}/pid; error_log {{files.Path}}/error.log info;
            events { }
            http {
              access_log {{files.Path}}/access.log combined;
              client_body_temp_path {{files.Path}}/t1; proxy_temp_path {{files.Path}}/t2; fastcgi_temp_path {{files.Path}}/t3; uwsgi_temp_path {{files.Path}}/t4; scgi_temp_path {{files.Path}}/t5;
              server {
                listen 127.0.0.1:{{port}};
                {{Documented("nginx").Replace("http://127.0.0.1:5080", help.Site.Address, StringComparison.Ordinal)}}
                location / { proxy_pass {{help.Site.Address}}; }
              }
            }
            """);
        using (var start = Process.Start(new ProcessStartInfo(Nginx, ["-p", files.Path, "-c", config]) { UseShellExecute = false, RedirectStandardError = true })!)
            await start.WaitForExitAsync(CancellationToken.None); // it goes on behind, and listens already
        using var nginx = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(files.Path, "pid")), CultureInfo.InvariantCulture));
        try
        {
            await VisitAsync(port);
        }
        finally
        {
            nginx.Kill(true);
            await nginx.WaitForExitAsync(CancellationToken.None);
        }

        AssertNothingOfIt(files, "");
    }

    [Fact]
    public async Task Visit_ThroughApacheAsDocumented_StandsInNoLog()
    {
        Assert.SkipWhen(!File.Exists(Apache), "Apache is not installed: apt-get install apache2-bin");
        using var files = new TestFolder();
        var port = FreePort();
        var config = files.Write("apache.conf", $$"""
            ServerRoot {{files.Path}}
            ServerName localhost
            PidFile {{files.Path}}/pid
            Listen 127.0.0.1:{{port}}
            Define APACHE_LOG_DIR {{files.Path}}
            {{string.Join('\n', ((string[])["mpm_event", "authz_core", "setenvif", "proxy", "proxy_http"]).Select(name => $"LoadModule {name}_module {Modules}/mod_{name}.so"))}}
            ErrorLog /dev/stderr
            LogLevel info
            LogFormat "%h %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\"" combined
            {{Documented("apache").Replace("http://127.0.0.1:5080", help.Site.Address, StringComparison.Ordinal)}}
            <Location "/about">
                ProxyPass {{help.Site.Address}}/about
            </Location>
            """);
        using var apache = Process.Start(new ProcessStartInfo(Apache, ["-f", config, "-DFOREGROUND"]) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = new List<string>();
        try
        {
            while (await apache.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("resuming normal operations", StringComparison.Ordinal))
                said.Add(line);
            await VisitAsync(port);
        }
        finally
        {
            apache.Kill(true);
            said.Add(await apache.StandardError.ReadToEndAsync(CancellationToken.None));
            await apache.WaitForExitAsync(CancellationToken.None);
        }

        AssertNothingOfIt(files, string.Concat(said));
    }

    private static async Task VisitAsync(int port)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var found = await client.PostAsync("/support", HelpForm.Of(("to-page", "found"), ("is.borough", "Enfield")));
        await client.GetAsync("/support/look.css");
        await client.GetAsync("/support/nothing");
        await client.GetAsync("/about");

        Assert.Contains("Hub of the city", await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void AssertNothingOfIt(TestFolder files, string alsoSaid)
    {
        var written = string.Concat(Directory.EnumerateFiles(files.Path, "*.log").Select(File.ReadAllText).Append(alsoSaid)).Replace(files.Path, "", StringComparison.Ordinal);
        Assert.Contains("GET /about", written, StringComparison.Ordinal);
        Assert.DoesNotContain("support", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Enfield", written, StringComparison.Ordinal);
    }

    // The block of the page, as somebody would copy it.
    private static string Documented(string proxy)
    {
        var page = File.ReadAllText(RepositoryFile("docs/support.md"));
        var from = page.IndexOf($"```{proxy}", StringComparison.Ordinal) + $"```{proxy}".Length;
        return page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private static string RepositoryFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Goldthread.slnx")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, path);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
