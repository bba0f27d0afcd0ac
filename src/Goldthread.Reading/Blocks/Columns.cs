using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>Splits a line of text into the cells of a table drawn with bars, tabs or wide gaps.</summary>
internal static class Columns
{
    /// <summary>A line of more pieces is no row of a table that anyone drew.</summary>
    private const int MostCells = 500;

    /// <summary>The cells of the line, or none where it is no row.</summary>
    public static IReadOnlyList<(int Start, int End)> Split(string text, Line line, int gap)
    {
        var words = text.AsSpan(line.Start, line.End - line.Start);
        var bars = words.Count('|');
        if (bars > MostCells)
        {
            return [];
        }

        if (bars > 1 || (bars == 1 && words[0] != '|' && words.IndexOf(" | ") > 0))
        {
            return Bars(text, line);
        }

        if (!HasGap(words))
        {
            return [];
        }

        var wide = Gaps(text, line, gap);
        var narrow = gap <= 2 ? wide : Gaps(text, line, 2);
        var isNarrowTable = narrow.Count > Math.Max(2, wide.Count) && narrow.Take(narrow.Count - 1).All(cell => text[cell.End - 1] is not ('.' or ',' or ';' or '?' or '!'));
        return isNarrowTable ? narrow : wide;
    }

    /// <summary>Whether a tab or two spaces stand anywhere in the words.</summary>
    private static bool HasGap(ReadOnlySpan<char> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == '\t' || (at > 0 && char.IsWhiteSpace(words[at]) && char.IsWhiteSpace(words[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the line is only drawn, as under a heading or between rows.</summary>
    public static bool IsRule(ReadOnlySpan<char> words) =>
        words.Length >= 3 && words.IndexOfAnyExcept("-=_*|+:~ ─━═│┼┬┴├┤┌┐└┘") < 0;

    private static List<(int Start, int End)> Bars(string text, Line line)
    {
        var start = text[line.Start] == '|' ? line.Start + 1 : line.Start;
        var end = text[line.End - 1] == '|' && line.End - 1 > start ? line.End - 1 : line.End;
        var cells = new List<(int, int)>();
        for (var at = start; at <= end; at++)
        {
            if (at == end || text[at] == '|')
            {
                cells.Add(Trim(text, start, at));
                start = at + 1;
            }
        }

        return cells;
    }

    private static List<(int Start, int End)> Gaps(string text, Line line, int gap)
    {
        var cells = new List<(int, int)>();
        var start = line.Start;
        var at = line.Start;
        while (at < line.End)
        {
            var blank = BlankLength(text, at, line.End, out var tab);
            if ((blank >= gap || tab) && !(at - start == 1 && Marker.IsBullet(text[start]) && cells.Count > 0))
            {
                cells.Add((start, at));
                start = at + blank;
            }

            at += Math.Max(1, blank);
        }

        cells.Add((start, line.End));
        return cells.Count is > 1 and <= MostCells ? cells : [];
    }

    private static int BlankLength(string text, int at, int end, out bool tab)
    {
        var from = at;
        tab = false;
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            tab |= text[at] == '\t';
            at++;
        }

        return at - from;
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
