using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Goldthread.Site;

/// <summary>A Markdown text as a page shows it: its first heading apart, the rest in the site's own classes. HTML in it is text.</summary>
public sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers().Build();

    /// <summary>Renders a text.</summary>
    public MarkdownText(string source)
    {
        Source = source;
        var document = Markdown.Parse(source, Pipeline);
        if (document.FirstOrDefault() is HeadingBlock { Level: 1, Inline: { } words } heading)
        {
            Title = string.Concat(words.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
            document.Remove(heading);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.GetAttributes().AddClass("govuk-link");
            if (link.IsImage || !Leads(link.Url))
                link.Url = "";
        }

        foreach (var link in document.Descendants<AutolinkInline>())
            link.GetAttributes().AddClass("govuk-link");
        foreach (var table in document.Descendants<Table>())
            foreach (var cell in table.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(row => row))
                cell.GetAttributes().AddProperty("scope", "col");
        Html = new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>Its first heading, or null where it begins without one.</summary>
    public string? Title { get; }

    /// <summary>What follows, rendered.</summary>
    public IHtmlContent Html { get; }

    /// <summary>A text from outside, so that Markdown takes each of its signs for itself.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (char.IsAscii(c) && char.IsPunctuation(c) | char.IsSymbol(c) && c is not '\'' and not '(' and not ')' and not ',' and not '.' and not '-')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Pages of this site and of the web, mail and telephone; nothing that runs.
    private static bool Leads(string? address) =>
        address is not null
        && (address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel"));
}
