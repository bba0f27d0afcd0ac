using System.Text.Encodings.Web;
using Goldthread.Site;

namespace Goldthread.Tests.Site;

/// <summary>The pages that say what a diagnostic means.</summary>
public sealed class DiagnosticPagesTests
{
    [Fact]
    public void Find_PageWithMarkup_ShowsItAsText()
    {
        var folder = Directory.CreateTempSubdirectory("goldthread-docs-").FullName;
        File.WriteAllText(Path.Combine(folder, "GT1001.md"), "# GT1001: a decision without a date signed\n\nWhy it <script>alert(1)</script> matters; see [another](GT1002.md).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n");

        var page = new DiagnosticPages(folder).Find("gt1001");

        Assert.NotNull(page);
        Assert.Equal("A decision without a date signed", page.Title);
        using var text = new StringWriter();
        page.Text.WriteTo(text, HtmlEncoder.Default);
        Assert.DoesNotContain("<script>", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("href=\"/diagnostics/GT1002\"", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("<table>", text.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void All_FolderThatIsNotThere_IsEmpty() =>
        Assert.Empty(new DiagnosticPages(Path.Combine(Path.GetTempPath(), "no-such-folder-of-goldthread")).All);
}
