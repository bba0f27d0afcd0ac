using System.Text.RegularExpressions;

namespace Goldthread.Tests.Program;

/// <summary>What the README and the how-tos say works: every command that they show is run, in order, and every file they link to is there.</summary>
public sealed partial class ProseTests
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(Root, "docs", "how-to"), "*.md").Append(Path.Combine(Root, "README.md")).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> AllProse =>
        [.. Directory.GetFiles(Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Root, "rules", "README.md")).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Commands_ThatAPageShows_AllEndWell(string page)
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "papers"));
        File.Copy(Path.Combine(Root, "samples/london/documents/pcd-9006-extension-and-carry-forward.html"), Path.Combine(folder.Path, "papers", "pcd-9006.html"));
        folder.Write("decision.txt", TestDocuments.Decision(1));

        foreach (var command in Commands(File.ReadAllText(Path.Combine(Root, page))))
        {
            var (exit, _, error) = await TestProgram.RunInAsync(folder.Path, command);
            Assert.True(exit == 0, $"goldthread {string.Join(' ', command)} ended with {exit}: {error}");
        }
    }

    [Theory, MemberData(nameof(AllProse))]
    public void Links_OfAPage_LeadToFilesThatAreThere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var missing = Link().Matches(File.ReadAllText(Path.Combine(Root, page)))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('/'))
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Tests_ThatTheSecurityPageNames_AreThere()
    {
        var code = string.Concat(Directory.GetFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Root, "docs", "security.md"))).Select(match => match.Groups["method"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, method => Assert.Contains($" {method}(", code, StringComparison.Ordinal));
    }

    /// <summary>The commands in the page's shell blocks but <c>serve</c>, which does not end and has tests of its own.</summary>
    private static IEnumerable<string[]> Commands(string page) =>
        ShellBlock().Matches(page).SelectMany(block => block.Groups["lines"].Value.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.StartsWith("./goldthread ", StringComparison.Ordinal) && !line.Contains(" serve", StringComparison.Ordinal))
            .Select(line => Word().Matches(line).Skip(1).Select(word => word.Value.Trim('"')).ToArray());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Goldthread.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("`[A-Za-z0-9]+Tests\\.(?<method>[A-Za-z_0-9]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"```sh\r?\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
