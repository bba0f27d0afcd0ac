using System.Text.RegularExpressions;

namespace Goldthread.Core.Tests.Diagnostics;

/// <summary>The catalogue in <c>rules/diagnostics.csv</c> and the pages in <c>docs/diagnostics</c> say the same.</summary>
public class DiagnosticPagesTests
{
    private static readonly string[] Headings = ["## What it means", "## Example", "## Why", "## How to cure it"];

    private static string Folder => Path.Combine(RepositoryFiles.Root, "docs", "diagnostics");

    public static TheoryData<string> Codes => [.. RepositoryFiles.RuleBook.Diagnostics.Select(entry => entry.Code)];

    [Fact]
    public void Pages_OfTheFolder_AreThoseOfTheCatalogue()
    {
        var pages = Directory.EnumerateFiles(Folder, "GT*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order();
        Assert.Equal(RepositoryFiles.RuleBook.Diagnostics.Select(entry => entry.Code).Order(), pages);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_OfACode_SaysWhatTheCatalogueSays(string code)
    {
        var entry = RepositoryFiles.RuleBook.Diagnostic(code)!;
        var page = File.ReadAllText(Path.Combine(Folder, code + ".md"));
        Assert.StartsWith($"# {code}: {entry.Title}\n\n**{entry.Severity.ToString().ToLowerInvariant()}**, checked ", page, StringComparison.Ordinal);
        Assert.All(Headings, heading => Assert.Contains($"\n{heading}\n\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_OfACode_HasAnExampleAndItsMending(string code)
    {
        var page = File.ReadAllText(Path.Combine(Folder, code + ".md"));
        var (trigger, mended) = (Block(page, "trigger"), Block(page, "mended"));
        Assert.NotEqual(trigger, mended);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Table_OfTheCodes_HasALineForEach(string code)
    {
        var entry = RepositoryFiles.RuleBook.Diagnostic(code)!;
        var line = $"| [{code}]({code}.md) | {entry.Severity.ToString().ToLowerInvariant()} | {entry.Step.ToString().ToLowerInvariant()} | {entry.Title} |";
        Assert.Contains(line, File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_OfTheContract_AreNineteenAndTheOthersOnlyInform()
    {
        var catalogue = RepositoryFiles.RuleBook.Diagnostics;
        Assert.Equal(19, catalogue.Count(entry => !entry.Code.StartsWith("GT6", StringComparison.Ordinal)));
        Assert.All(catalogue.Where(entry => entry.Code.StartsWith("GT6", StringComparison.Ordinal)), entry => Assert.Equal(Core.Diagnostics.Severity.Info, entry.Severity));
    }

    private static string Block(string page, string name)
    {
        var block = Regex.Match(page, $@"^```(?:text|word|pdf) {name}\n(?<text>.+?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        Assert.True(block.Success, $"There is no block “{name}”.");
        return block.Groups["text"].Value;
    }
}
