using System.Text;
using System.Text.RegularExpressions;

namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>Changes a page as tags: nested deeply, closed wrongly, moved, with odd attributes and entities.</summary>
internal static partial class HtmlMutation
{
    private static readonly string[] Names =
    [
        "p", "div", "ol", "ul", "li", "table", "tr", "td", "th", "dl", "dt", "dd", "b", "pre", "h1", "h3", "main", "header", "nav", "del", "br", "script", "style",
        "title", "textarea", "xmp", "plaintext", "template", "svg", "math", "select", "noscript", "iframe", "input", "span", "blockquote", "form", "head", "body", "html", "tbody", "frameset",
    ];

    private static readonly string[] Attributes =
    [
        "start", "value", "type", "colspan", "rowspan", "class", "id", "style", "hidden", "role", "aria-hidden", "href", "src", "checked", "lang",
    ];

    /// <summary>Some changes to the tags, and now and then to the bytes or the encoding.</summary>
    public static byte[] Mutate(byte[] bytes, byte[] other, Random random)
    {
        if (random.Next(5) == 0)
        {
            return ByteMutation.Mutate(bytes, other, random);
        }

        var page = Change(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(other), random);
        var encoded = TextMutation.Encode(page, random);
        return random.Next(8) == 0 ? ByteMutation.Mutate(encoded, bytes, random) : encoded;
    }

    /// <summary>Some changes to the tags of a page or of any text with tags.</summary>
    public static string Change(string page, string other, Random random)
    {
        var pieces = Split(page);
        var others = Split(other);
        for (var times = random.Next(1, 10); times > 0 && pieces.Count > 0; times--)
        {
            Change(pieces, others, random);
        }

        return string.Concat(pieces);
    }

    private static void Change(List<string> pieces, List<string> others, Random random)
    {
        var at = random.Next(pieces.Count);
        var count = Math.Min(random.Next(1, 30), pieces.Count - at);
        var name = Names[random.Next(Names.Length)];
        switch (random.Next(12))
        {
            case 0:
                pieces[at] = pieces[random.Next(pieces.Count)];
                break;
            case 1:
                pieces.RemoveRange(at, count);
                break;
            case 2:
                pieces.InsertRange(random.Next(pieces.Count), pieces.GetRange(at, count));
                break;
            case 3:
                var depth = Math.Min(Odd.Length(random), 100_000);
                pieces.Insert(at + count, Repeat($"</{name}>", random.Next(3) == 0 ? 0 : depth));
                pieces.Insert(at, Repeat($"<{name}>", depth));
                break;
            case 4:
                pieces.Insert(at, $"<{name} {Attributes[random.Next(Attributes.Length)]}=\"{Odd.Number(random)}\">");
                break;
            case 5:
                pieces.Insert(at, random.Next(2) == 0 ? $"</{name}>" : $"<{name}>");
                break;
            case 6:
                var from = random.Next(others.Count);
                pieces.InsertRange(at, others.Take(from + count).Skip(from));
                break;
            case 7:
                pieces.Insert(at, Odd.Word(random));
                break;
            case 8:
                pieces[at] = pieces[at].Replace(">", "", StringComparison.Ordinal);
                break;
            case 9:
                pieces.Insert(at, "<!" + (random.Next(2) == 0 ? "--" : "[CDATA["));
                break;
            case 10:
                pieces.Insert(random.Next(2) == 0 ? 0 : at, $"<!DOCTYPE d [<!ENTITY canary SYSTEM \"file://{FuzzJudge.CanaryFile}\"><!ENTITY a \"&b;&b;&b;\"><!ENTITY b \"{Odd.Word(random)}\">]>");
                pieces.Insert(at, "&canary;&a;");
                break;
            default:
                pieces[at] = Repeat(pieces[at], Math.Min(Odd.Length(random), Math.Max(1, 300_000 / Math.Max(1, pieces[at].Length))));
                break;
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>Tags and what stands between them, in order.</summary>
    private static List<string> Split(string page)
    {
        var pieces = Tag.Split(page).Where(piece => piece.Length > 0).ToList();
        return pieces.Count > 0 ? pieces : [page];
    }

    [GeneratedRegex("(?<tag><[^>]*>)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag { get; }
}
