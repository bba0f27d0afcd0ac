using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Goldthread.Reading.Texts;

/// <summary>What the HTML standard says about the names of elements.</summary>
internal static class HtmlNames
{
    /// <summary>Elements that begin and end a line.</summary>
    public static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "div", "fieldset", "figcaption",
        "figure", "footer", "form", "header", "hr", "html", "label", "legend", "li", "main", "nav", "p", "section", "summary",
        "tbody", "tfoot", "thead", "title",
    ]);

    /// <summary>Elements whose content is never text of the document.</summary>
    public static readonly FrozenSet<string> Never = FrozenSet.ToFrozenSet(
    [
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "select", "button", "textarea",
        "canvas", "audio", "video", "map", "noembed", "noframes", "xmp", "del", "strike", "nav", "footer", "head", "datalist", "dialog",
    ]);

    /// <summary>Elements that have no content and so no end.</summary>
    public static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]);

    /// <summary>How the tokenizer must read what follows a start tag.</summary>
    public static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
