using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Counts what a web page holds that its reader does not see: hidden words, comments that are prose, its author.</summary>
internal sealed partial class HtmlHidden
{
    /// <summary>A comment of fewer words is a note of whoever built the page, such as "end of menu".</summary>
    private const int FewestWords = 5;

    private const int LongestComment = 100_000;

    private readonly List<Metadata> about = [];
    private int words;
    private int comments;

    /// <summary>Counts words inside an element that is hidden.</summary>
    public void Words(string hidden) => words += Counted.Words(hidden);

    /// <summary>Counts a comment if it is prose, not a condition for old browsers or code.</summary>
    public void Comment(string comment)
    {
        var text = comment.Length > LongestComment ? comment[..LongestComment] : comment;
        if (!text.TrimStart().StartsWith("[if", StringComparison.OrdinalIgnoreCase) && !text.Contains('{')
            && Counted.Words(Tag().Replace(text, " ")) >= FewestWords)
        {
            comments++;
        }
    }

    /// <summary>Notes what the page says of its author.</summary>
    public void Meta(HtmlTagToken tag)
    {
        if (tag is { Type: HtmlTokenType.StartTag, Name: "meta" } && tag.GetAttribute("name").ToLowerInvariant() is "author" or "dc.creator" or "dcterms.creator")
        {
            about.Add(new Metadata("author", tag.GetAttribute("content"), IsOfText: true));
        }
    }

    /// <summary>What was counted, as findings.</summary>
    public IReadOnlyList<Finding> Findings(string text)
    {
        var found = new List<Finding>();
        if (words > 0)
        {
            found.Add(HiddenFindings.HiddenText(Counted.Of(words, "word", "words")));
        }

        if (comments > 0)
        {
            found.Add(HiddenFindings.Comments(Counted.Of(comments, "comment", "comments")));
        }

        if (Metadata.Names(about, text) is { } names)
        {
            found.Add(HiddenFindings.Metadata(names));
        }

        return found;
    }

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
