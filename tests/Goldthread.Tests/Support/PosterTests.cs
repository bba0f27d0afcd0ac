using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Support;

/// <summary>The poster: what a telephone reads from its code. The reader is the npm package jsqr, which the test installs beside itself.</summary>
public sealed partial class PosterTests(HelpSite help) : IClassFixture<HelpSite>
{
    [Fact]
    public async Task Code_ReadByAnIndependentReader_IsTheAddressThatStandsBeneath()
    {
        var reader = new NodeTool("jsqr", "Support", "poster");
        await reader.InstallAsync();

        var page = await help.Site.Client.GetStringAsync("/support/poster");
        var address = Address().Match(page).Groups["address"].Value;

        Assert.EndsWith("/support", address, StringComparison.Ordinal);
        Assert.Equal(address, (await reader.RunAsync("read.js", Encoding.ASCII.GetBytes(string.Join('\n', Rows(page))))).Trim());
    }

    // The squares come from the page's own SVG, so that what is read is what is seen.
    private static IEnumerable<string> Rows(string page)
    {
        var side = int.Parse(Box().Match(page).Groups["side"].Value, CultureInfo.InvariantCulture);
        var dark = Square().Matches(page).Select(square => (int.Parse(square.Groups["x"].Value, CultureInfo.InvariantCulture), int.Parse(square.Groups["y"].Value, CultureInfo.InvariantCulture))).ToHashSet();
        return Enumerable.Range(0, side).Select(y => string.Concat(Enumerable.Range(0, side).Select(x => dark.Contains((x, y)) ? '1' : '0')));
    }

    [GeneratedRegex("hp-poster__address\">(?<address>[^<]*)<", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("viewBox=\"0 0 (?<side>[0-9]+) ", RegexOptions.None, 1000)]
    private static partial Regex Box();

    [GeneratedRegex("M(?<x>[0-9]+) (?<y>[0-9]+)h1v1h-1z", RegexOptions.None, 1000)]
    private static partial Regex Square();
}
