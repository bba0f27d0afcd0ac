using System.Text.RegularExpressions;

namespace Goldthread.Reading.Texts;

/// <summary>Takes the lines that repeat at the top and foot of a PDF's pages out of its lines.</summary>
internal static partial class PdfPages
{
    private const int Edge = 3;
    private const int Head = 8;
    private const int LongLine = 60;
    private const int Hanging = 12;

    public static ExtractedText Extract(string text, ColumnHeads heads, PdfLineEnds? ends = null)
    {
        text = Apart(PdfLabels.Lift(text));
        var breaks = BreakLines(text);
        var plain = PlainText.Extract(text.Replace('\f', ' '));
        var running = Running(plain, breaks);
        var kept = new List<Line>(plain.Lines.Count);
        var removed = false;
        foreach (var line in plain.Lines)
        {
            if (running.Contains(line.Start))
            {
                removed = true;
                continue;
            }

            var isOpen = kept.Count > 0 && GoesOn(text, kept[^1], line) && (removed || (line.Gap && IsLong(kept[^1]) && line.Indent >= kept[^1].Indent - Hanging));
            kept.Add(isOpen ? line with { Gap = false } : removed && kept.Count > 0 && text[kept[^1].End - 1] is '.' or '?' or ':' ? line with { Gap = true } : line);
            removed = false;
        }

        for (var i = 1; ends is not null && i < kept.Count; i++)
        {
            var above = Folded(text, kept[i - 1]);
            kept[i] = ends.IsBroken(above) && !kept[i].Gap ? kept[i] with { GoesOn = true } : ends.IsEnd(above) ? kept[i] with { Gap = true } : kept[i];
        }

        var actions = new PdfActions(plain.Source.Value, heads);
        return plain with { Lines = [.. Pages(plain with { Lines = kept }, breaks).SelectMany(page => actions.Order(page) is { } lines && lines.Exists(line => line.IsAside) ? lines : PdfColumns.Order(plain.Source.Value, page, heads.IsHeading))] };
    }

    private static string Folded(string text, Line line) => string.Join(' ', text[line.Start..line.End].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with a space between the number of a paragraph and its first word, where the tab between them was lost.</summary>
    private static string Apart(string text) => Stuck.Count(text) > 1 ? Stuck.Replace(text, " ") : text;

    private static bool IsLong(Line line) => line.Indent + line.End - line.Start >= LongLine;

    /// <summary>Whether a sentence runs on over the end of a page, or over a space that is only that between wide lines.</summary>
    private static bool GoesOn(string text, Line before, Line after) =>
        char.IsLower(text[after.Start]) && text[before.End - 1] is not ('.' or ':' or ';' or '?' or '!');

    /// <summary>Starts of the lines near the edge of a page that come again, but for a number, on another page.</summary>
    private static HashSet<int> Running(ExtractedText plain, List<int> breaks)
    {
        var edges = Pages(plain, breaks).SelectMany(page => Edges(page).Select(line => (Page: page, Line: line))).ToList();
        var first = plain.Lines.Count == 0 ? -1 : plain.Lines[0].Start;
        var seen = edges.GroupBy(edge => Shape(plain, edge.Line), StringComparer.Ordinal)
            .Where(group => group.Select(edge => edge.Page).Distinct().Count() > 1 && group.Key.Length > 0);
        return [.. Repeated(plain, breaks), .. Counted(plain, breaks), .. seen.SelectMany(group => group.Where(edge => edge.Page[0].Start != first || !edge.Page.Take(Edge).Contains(edge.Line)).Select(edge => edge.Line.Start))];
    }

    /// <summary>Starts of the last lines of pages that say again what stands at the head of the document, such as its number.</summary>
    private static IEnumerable<int> Repeated(ExtractedText plain, List<int> breaks)
    {
        var head = plain.Lines.Take(Head).Select(line => Key(plain, line)).ToHashSet(StringComparer.Ordinal);
        return Pages(plain, breaks).Where(page => page.Count > Head && page[^1].Gap && Key(plain, page[^1]) is { Length: > 3 } key && head.Contains(key)).Select(page => page[^1].Start);
    }

    /// <summary>Starts of the last lines of pages that say which page it is, whatever else they say: <c>Workshop notes Page 1 of 1</c>.</summary>
    private static IEnumerable<int> Counted(ExtractedText plain, List<int> breaks) =>
        Pages(plain, breaks).Where(page => page.Count > Head && page[^1].Gap && page[^1].End - page[^1].Start < 120 && PageOf.IsMatch(plain.Source.Value.AsSpan(page[^1].Start, page[^1].End - page[^1].Start)))
            .Select(page => page[^1].Start);

    private static IEnumerable<Line> Edges(List<Line> page) => page.Take(Edge).Concat(page.TakeLast(Edge)).Distinct();

    private static IEnumerable<List<Line>> Pages(ExtractedText plain, List<int> breaks)
    {
        var page = 0;
        return plain.Lines.GroupBy(line =>
        {
            while (page < breaks.Count && breaks[page] <= line.Start)
            {
                page++;
            }

            return page;
        }).Select(group => group.ToList());
    }

    private static string Shape(ExtractedText plain, Line line) =>
        NumberedParagraph.IsMatch(plain.Source.Value.AsSpan(line.Start, line.End - line.Start)) ? "" : Digits.Replace(Key(plain, line), "0");

    private static string Key(ExtractedText plain, Line line) =>
        line.End - line.Start > 200 ? "" : Vocabulary.Key.Of(plain.Source.Value.AsSpan(line.Start, line.End - line.Start));

    private static List<int> BreakLines(string text)
    {
        var found = new List<int>();
        for (var at = text.IndexOf('\f'); at >= 0; at = text.IndexOf('\f', at + 1))
        {
            found.Add(at);
        }

        return found;
    }

    /// <summary>A paragraph with its number, such as <c>5.1 No change.</c>, which may well come again under another.</summary>
    [GeneratedRegex(@"^[0-9]{1,2}\.[0-9]{1,2}\.?\s+\p{Lu}", RegexOptions.None, 1000)]
    private static partial Regex NumberedParagraph { get; }

    [GeneratedRegex(@"^(.{1,80}\s)?page [0-9]{1,4} (of|/) [0-9]{1,4}$|^page [0-9]{1,4}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageOf { get; }

    [GeneratedRegex(@"(?<=^[ \f]*(?:[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?|[0-9]{1,2}[.)]|\([a-z]\)))(?=\p{Lu}\p{Ll}|A\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stuck { get; }

    [GeneratedRegex(@"[0-9]{1,6}", RegexOptions.None, 1000)]
    private static partial Regex Digits { get; }
}
