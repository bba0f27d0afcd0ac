using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Goldthread.Site;

/// <summary>The page of one diagnostic, as written in <c>docs/diagnostics</c>.</summary>
/// <param name="Code">The code, such as <c>GT1001</c>.</param>
/// <param name="Title">What it says, in a line.</param>
/// <param name="Text">The page, rendered; raw HTML in it is shown as text.</param>
public sealed record DiagnosticPage(string Code, string Title, IHtmlContent Text);

/// <summary>What each diagnostic means, read once from the pages that are shipped with the program.</summary>
public sealed partial class DiagnosticPages
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private readonly FrozenDictionary<string, DiagnosticPage> pages;

    /// <summary>Reads the pages; a folder that is not there holds none.</summary>
    public DiagnosticPages()
        : this(Path.Combine(AppContext.BaseDirectory, "docs", "diagnostics"))
    {
    }

    internal DiagnosticPages(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "GT*.md") : [];
        pages = files.Select(Read).ToFrozenDictionary(page => page.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, by code.</summary>
    public IReadOnlyList<DiagnosticPage> All => [.. pages.Values.OrderBy(page => page.Code, StringComparer.Ordinal)];

    /// <summary>The page of this code, or null.</summary>
    public DiagnosticPage? Find(string code) => pages.GetValueOrDefault(code);

    private static DiagnosticPage Read(string file)
    {
        var code = Path.GetFileNameWithoutExtension(file).ToUpperInvariant();
        var text = File.ReadAllText(file);
        var heading = FirstHeading().Match(text);
        var title = heading.Success ? CodeBefore().Replace(heading.Groups["title"].Value.Replace("`", ""), "") : code;
        var rest = heading.Success ? text[(heading.Index + heading.Length)..] : text;
        title = title.Trim();
        title = char.ToUpperInvariant(title[0]) + title[1..];

        // Where one page of docs/ names another, the site has an address.
        var html = OtherPage().Replace(Markdig.Markdown.ToHtml(rest, Markdown), "href=\"/diagnostics/${code}\"");
        return new DiagnosticPage(code, title, new HtmlString(html));
    }

    [GeneratedRegex(@"^#[ \t]+(?<title>[^\r\n]+)\r?\n?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"href=""(?<code>GT\d{4})\.md""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherPage();

    [GeneratedRegex(@"^GT\d{4}\s*[:–—-]?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeBefore();
}
