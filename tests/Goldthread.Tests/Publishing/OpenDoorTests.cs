using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Goldthread.Site;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Publishing;

/// <summary>What tells people and programs what there is: the site map, <c>robots.txt</c>, <c>/data</c> and <c>/about</c>.</summary>
public sealed class OpenDoorTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Get_SiteMap_LeadsToEveryPublicPageAndNoOther()
    {
        var index = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml"));
        var addresses = new List<string>();
        foreach (var part in index.Descendants(Map + "loc").Select(Path))
            addresses.AddRange(XDocument.Parse(await site.Client.GetStringAsync(part)).Descendants(Map + "loc").Select(Path));

        Assert.Contains("/decisions/pcd-9002", addresses);
        Assert.Contains("/bodies/west-midshire-pcc/decisions/2021-034", addresses);
        Assert.Contains("/about/privacy", addresses);
        Assert.DoesNotContain("/decisions/pcd-9009", addresses);
        Assert.DoesNotContain("/decisions/pcd-9013", addresses);
        Assert.DoesNotContain(addresses, address => address.StartsWith("/support", StringComparison.Ordinal));
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        foreach (var address in addresses)
            Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Get_SiteMapPart_SaysWhenEachPageWasChanged()
    {
        var part = XDocument.Parse(await site.Client.GetStringAsync("/sitemap-1.xml"));

        Assert.All(part.Descendants(Map + "url"), url => Assert.True(DateTimeOffset.TryParse((string?)url.Element(Map + "lastmod"), System.Globalization.CultureInfo.InvariantCulture, out _)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/sitemap-2.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/sitemap-0.xml")).StatusCode);
    }

    [Fact]
    public async Task Get_Robots_AllowsAllButSearchResultsAndNamesTheSiteMap()
    {
        var robots = await site.Client.GetStringAsync("/robots.txt");

        Assert.Equal($"User-agent: *\nDisallow: /search?\n\nSitemap: {site.Address}/sitemap.xml\n", robots);
        Assert.DoesNotContain("support", robots, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/about", "About this register")]
    [InlineData("/about/accessibility", "has not been audited")]
    [InlineData("/about/privacy", "No cookie is set")]
    [InlineData("/about/contact", "has not written its contact details here yet")]
    [InlineData("/about/formats", "large print")]
    public async Task Get_About_ShowsTheTextThatIsShipped(string address, string words) =>
        Assert.Contains(words, WebUtility.HtmlDecode(await site.Client.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/about/licence")]
    [InlineData("/about/README")]
    [InlineData("/about/..%2Fsettings")]
    public async Task Get_AboutOfAnyOtherName_IsNotThere(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Get_About_ShowsTheBodysOwnTextWithTheNextRequestAndItsHtmlAsText()
    {
        await using var own = new TestSite { Empty = true };
        await own.InitializeAsync();
        Assert.Contains("has not written", await own.Client.GetStringAsync("/about/contact"), StringComparison.Ordinal);
        Directory.CreateDirectory(System.IO.Path.Combine(own.DataFolder, "texts"));
        await File.WriteAllTextAsync(
            System.IO.Path.Combine(own.DataFolder, "texts", "contact.md"),
            "# Write to us\n\n<script>alert(1)</script> to {body}: [mail](mailto:register@example.org) [bad](javascript:alert(2)) [worse](//example.org)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n");

        var page = await own.Client.GetStringAsync("/about/contact");

        Assert.Contains("<h1 class=\"gt-title\">Write to us</h1>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Mayor's office: <a", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("class=\"govuk-link\"", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">a</th>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"//", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NameWithMarks_IsTheName() =>
        Assert.Contains("St *Anne's* [x] &lt;b&gt; &amp; Co_op", new MarkdownText(MarkdownText.Escape("St *Anne's* [x] <b> & Co_op")).Html.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Run_EveryCommandOnTheDataPage_Works()
    {
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/data"));
        var commands = Regex.Matches(page, "<pre class=\"gt-commands\">(?<c>.*?)</pre>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["c"].Value).ToList();
        Assert.SkipUnless(File.Exists("/usr/bin/curl") && File.Exists("/usr/bin/unzip") && File.Exists("/bin/sh"), "curl or unzip is not installed: apt-get install curl unzip");
        var folder = Directory.CreateTempSubdirectory("goldthread-curl-").FullName;

        Assert.Equal(4, commands.Count);
        foreach (var command in commands)
        {
            using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-e", "-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var said = await shell.StandardOutput.ReadToEndAsync();
            await shell.WaitForExitAsync();
            Assert.True(shell.ExitCode == 0, command);
            Assert.True(said.Length > 0 || command.Contains(" -o ", StringComparison.Ordinal), command);
            Assert.DoesNotContain("\"error\"", said, StringComparison.Ordinal);
        }

        Assert.Contains("PCD 9002", await File.ReadAllTextAsync(System.IO.Path.Combine(folder, "decisions.csv")), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private string Path(XElement location) => ((string)location)[site.Address.Length..];
}
