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

        var end = best.To - HeadingAfter(page, best.To, sides);
        sides = sides[..(end - best.From)];
        return [.. page.Take(best.From), .. Side(sides, room, left: true), .. Side(sides, room, left: false), .. page.Skip(end)];
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

    private static IEnumerable<Line> Side(List<(Line? Left, Line? Right, bool Gap)> sides, int room, bool left)
    {
        var gap = true;
        foreach (var side in sides)
        {
            gap |= side.Gap;
            if ((left ? side.Left : side.Right) is not { } line)
            {
                gap = true;
                continue;
            }

            yield return line with { Gap = gap, Room = room };
            gap = false;
        }
    }
}
