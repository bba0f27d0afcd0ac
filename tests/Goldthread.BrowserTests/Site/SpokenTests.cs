using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Site;

/// <summary>
/// What a screen reader has to work with, printed page by page so that a person can read it:
/// <c>dotnet test --filter-class Goldthread.BrowserTests.Site.SpokenTests --show-live-output on</c>.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class SpokenTests(Browser browser, ITestOutputHelper output)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/decisions")]
    [InlineData("/decisions/pcd-9002")]
    [InlineData("/boards/safety-board/2021-12-08")]
    [InlineData("/search?q=campaign")]
    public async Task Visit_ReadAloud_HasLandmarksAndHeadingsInOrderAndNamesForAll(string address)
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync(address);

        var spoken = await page.Locator("body").AriaSnapshotAsync();

        output.WriteLine($"{address}\n{spoken}");
        Assert.Single(Lines(spoken, "main"));
        Assert.Single(Lines(spoken, "banner"));
        Assert.Single(Lines(spoken, "contentinfo"));
        Assert.NotEmpty(Lines(spoken, "search"));
        Assert.Contains("link \"Skip to main content\"", spoken.Split('\n')[0], StringComparison.Ordinal);
        var levels = HeadingLevel().Matches(spoken).Select(match => int.Parse(match.Groups["level"].Value)).ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.SkipWhile(level => level != 1).Zip(levels.SkipWhile(level => level != 1).Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"A heading of level {pair.Second} follows one of level {pair.First}."));
        Assert.DoesNotMatch(Nameless(), spoken);
        await page.Context.CloseAsync();
    }

    private static IEnumerable<string> Lines(string spoken, string role) =>
        spoken.Split('\n').Where(line => line.TrimStart(' ', '-') is var words && (words == role || words.StartsWith(role + " ", StringComparison.Ordinal) || words.StartsWith(role + ":", StringComparison.Ordinal)));

    [GeneratedRegex(@"heading "".*"" \[level=(?<level>[0-9])\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeadingLevel();

    // A link, button, field or picture that is announced by its kind alone.
    [GeneratedRegex(@"^\s*- (link|button|textbox|searchbox|combobox|img|table)(:|$)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Nameless();
}
