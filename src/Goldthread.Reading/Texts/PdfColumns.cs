namespace Goldthread.Reading.Texts;

/// <summary>Puts the lines of a page that is set in two columns into the order in which they are read: the left column, then the right.</summary>
/// <remarks>
/// A table has a gap down the page as well, but its rows begin together on both sides. Two columns of text run
/// each for itself: what begins on one side falls beside the middle of something on the other.
/// </remarks>
internal static class PdfColumns
{
    private const int FewestLines = 4;
    private const int FewestApart = 2;
    private const int NarrowestText = 25;
    private const int WidestPage = 300;
    private const int LongestPage = 300;

    public static IEnumerable<Line> Order(string text, IReadOnlyList<Line> page, Predicate<string> isHeading)
    {
        var width = page.Max(line => line.Indent + line.End - line.Start);
        var best = page.Count > LongestPage || width > WidestPage ? null : Gutters(text, page, width).OrderByDescending(found => found.Both).ThenByDescending(found => found.At).FirstOrDefault();
        if (best is null)
        {
            return page;
        }

        var sides = page.Skip(best.From).Take(best.To - best.From).Select(line => Split(text, line, best.At)).ToList();
        var room = Math.Max(width - best.At, best.At - page.Min(line => line.Indent));
        if (!AreColumns(text, sides, isHeading))
        {
            return page;
        }

        var end = Math.Min(best.To - HeadingAfter(page, best.To, sides), best.From + (AfterBoth(text, sides) ?? sides.Count));
        sides = sides[..(end - best.From)];
        var (first, second) = (Side(text, sides, room, left: true), Side(text, sides, room, left: false));
        if (first.Count > 0 && second.Count > 0 && GoesOn(text, first[^1], second[0]))
        {
            second[0] = second[0] with { Gap = false };
        }

        var above = sides.FindIndex(side => side.Right is not null);
        first = [.. first.Select((line, i) => i < above ? line with { Room = width } : line)];
        return [.. page.Take(best.From).Select(Whole), .. first, .. second, .. page.Skip(end).Select(Whole)];

        Line Whole(Line line) => line with { Room = width };
    }

    /// <summary>Whether a sentence that the first line breaks off goes on with the second.</summary>
    private static bool GoesOn(string text, Line before, Line after) =>
        char.IsLower(text[after.Start]) && text[before.End - 1] is not ('.' or ':' or ';' or '?' or '!');

    /// <summary>Where what stands below both columns begins: the text on the left breaks off there, set apart from what follows, and goes on at the head of the right column.</summary>
    private static int? AfterBoth(string text, List<(Line? Left, Line? Right, bool Gap)> sides)
    {
        var head = sides.Find(side => side.Right is not null).Right;
        var room = sides.Max(side => side.Left is { } line ? line.End - line.Start : 0);
        var last = sides.FindLastIndex(side => side.Right is not null);
        for (var index = last + 1; head is not null && index < sides.Count; index++)
        {
            var above = sides[..index].FindLast(side => side.Left is not null).Left;
            if (index > 0 && sides[index] is { Gap: true, Left: { } below } && above is not null && (above.End - above.Start) * 5 > room * 3 && !char.IsLower(text[below.Start]) && GoesOn(text, above, head))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>How many lines at the end stand on the left alone, set apart from those above and right above the text that the columns end at: its heading.</summary>
    private static int HeadingAfter(IReadOnlyList<Line> page, int to, List<(Line? Left, Line? Right, bool Gap)> sides) =>
        to < page.Count && !page[to].Gap && sides[^1] is { Right: null, Gap: true } ? 1 : 0;

    /// <summary>A gap down the page: after which column it ends, over which lines, and how many of these have words on its right.</summary>
    private sealed record Gutter(int At, int From, int To, int Both);

    /// <summary>The places near the middle of the page at which many lines in a row have a gap.</summary>
    private static IEnumerable<Gutter> Gutters(string text, IReadOnlyList<Line> page, int width)
    {
        for (var at = width * 3 / 10; at <= width * 7 / 10; at++)
        {
            var from = 0;
            for (var index = 0; index <= page.Count; index++)
            {
                if (index < page.Count && !Crosses(text, page[index], at))
                {
                    continue;
                }

                var right = page.Skip(from).Take(index - from).Count(line => line.Indent + line.End - line.Start > at);
                if (right >= FewestLines)
                {
                    yield return new Gutter(at, from, index, right);
                }

                from = index + 1;
            }
        }
    }

    /// <summary>Whether the line has words across the two columns before the place.</summary>
    private static bool Crosses(string text, Line line, int at)
    {
        var offset = line.Start + at - line.Indent;
        return offset > line.Start && offset - 2 < line.End && !(IsBlank(text, line, offset - 1) && IsBlank(text, line, offset - 2));
    }

    private static bool IsBlank(string text, Line line, int offset) => offset < line.Start || offset >= line.End || text[offset] == ' ';

    /// <summary>What of the line stands on the left and on the right; each null where there is nothing.</summary>
    private static (Line? Left, Line? Right, bool Gap) Split(string text, Line line, int at)
    {
        var cut = Math.Clamp(line.Start + at - line.Indent, line.Start, line.End);
        var (end, start) = (cut, cut);
        while (end > line.Start && text[end - 1] == ' ')
        {
            end--;
        }

        while (start < line.End && text[start] == ' ')
        {
            start++;
        }

        return (end > line.Start ? line with { End = end } : null, start < line.End ? line with { Start = start, Indent = line.Indent + start - line.Start - at } : null, line.Gap);
    }

    private static bool AreColumns(string text, List<(Line? Left, Line? Right, bool Gap)> sides, Predicate<string> isHeading)
    {
        var left = Begins(sides, side => side.Left);
        var right = Begins(sides, side => side.Right);
        var isHeaded = right.Any(index => sides[index].Right is { } line && isHeading(text[line.Start..line.End])) && left.Any(index => sides[index].Left is { } line && isHeading(text[line.Start..line.End]));
        var isText = sides.Count(side => side is { Left: { } l, Right: { } r } && l.End - l.Start > NarrowestText && r.End - r.Start > NarrowestText) > FewestLines;
        var isListed = Marked(text, sides.Select(side => side.Left)) > 1 && Marked(text, sides.Select(side => side.Right)) > 1;
        return (isHeaded || isText || isListed) && left.Except(right).Count() >= FewestApart && right.Except(left).Count() >= FewestApart;
    }

    /// <summary>How many lines begin with the number of an item.</summary>
    private static int Marked(string text, IEnumerable<Line?> side) =>
        side.OfType<Line>().Count(line => IsNumbered(text.AsSpan(line.Start, line.End - line.Start)));

    private static bool IsNumbered(ReadOnlySpan<char> words)
    {
        var at = words.IndexOfAnyExceptInRange('0', '9');
        return at is 1 or 2 && at + 1 < words.Length && (words[at] is '.' or ')') && words[at + 1] == ' ';
    }

    /// <summary>The lines in which something begins on one side: nothing stands on that side directly above.</summary>
    private static HashSet<int> Begins(List<(Line? Left, Line? Right, bool Gap)> sides, Func<(Line? Left, Line? Right, bool Gap), Line?> of) =>
        [.. Enumerable.Range(0, sides.Count).Where(i => of(sides[i]) is not null && (i == 0 || sides[i].Gap || of(sides[i - 1]) is null))];

    /// <summary>The lines of one side. Where several are about as wide as the widest, it has no more room than that takes up.</summary>
    private static List<Line> Side(string text, List<(Line? Left, Line? Right, bool Gap)> sides, int room, bool left)
    {
        var lines = Lines(sides, left).ToList();
        var widths = lines.ConvertAll(line => line.Line.Indent + line.Line.End - line.Line.Start);
        var widest = widths.DefaultIfEmpty(0).Max();
        room = widths.Count(width => width * 10 >= widest * 9) >= FewestLines && widest > NarrowestText ? widest : room;
        return [.. lines.Select((each, i) => each.Line with { Room = room, Gap = each.Line.Gap && !(i > 0 && IsOpen(text, lines[i - 1].Line, each.Line, widest, each.Skipped)) })];
    }

    /// <summary>Whether a sentence goes on over what looks like a gap, because rows of the two columns do not stand level.</summary>
    private static bool IsOpen(string text, Line before, Line after, int widest, bool skipped)
    {
        var width = before.Indent + before.End - before.Start;
        return (width * 5 > widest * 3 && GoesOn(text, before, after)) || (skipped && width * 10 > widest * 7 && char.IsLetter(text[before.End - 1]) && char.IsUpper(text[after.Start]));
    }

    /// <summary>The lines of one side, each with whether nothing but a line of the other side makes its gap.</summary>
    private static IEnumerable<(Line Line, bool Skipped)> Lines(List<(Line? Left, Line? Right, bool Gap)> sides, bool left)
    {
        var (gap, skipped) = (true, 0);
        foreach (var side in sides)
        {
            gap |= side.Gap;
            if ((left ? side.Left : side.Right) is not { } line)
            {
                skipped++;
                continue;
            }

            yield return (line with { Gap = gap || skipped > 0 }, !gap && skipped == 1);
            (gap, skipped) = (false, 0);
        }
    }
}
