namespace Goldthread.Reading.Texts;

/// <summary>By what the heads of columns are told.</summary>
/// <param name="IsHeading">Whether the words are a heading that is known.</param>
/// <param name="OfText">Whether they head a column of what was said at a meeting.</param>
/// <param name="OfActions">Whether they head a column of what is to be done.</param>
internal sealed record ColumnHeads(Predicate<string> IsHeading, Predicate<string> OfText, Predicate<string> OfActions);

/// <summary>Sets what a PDF's minutes have in a column for actions, right of what was said, behind the item it stands beside.</summary>
/// <remarks>The column begins at its head and goes on over the pages as far as no line has words across its edge.</remarks>
internal sealed class PdfActions(string text, ColumnHeads heads)
{
    private const int Gap = 3;
    private const int WidestNumber = 10;
    private int edge;

    /// <summary>The lines of a page, those of the column marked as standing aside.</summary>
    public List<Line> Order(List<Line> page)
    {
        var ordered = new List<Line>(page.Count);
        var (said, aside) = (new List<Line>(), new List<Line>());
        foreach (var line in page)
        {
            if (Head(line) is { } found)
            {
                Close();
                edge = found;
                continue;
            }

            if (edge > 0 && Crosses(line))
            {
                Close();
                edge = 0;
            }

            if (edge == 0)
            {
                ordered.Add(line);
                continue;
            }

            Take(line);
        }

        Close();
        return ordered;

        void Take(Line line)
        {
            var (left, right) = Split(line);
            if (left is not null && (line.Gap || char.IsDigit(text[left.Start])))
            {
                Close();
            }

            said.AddRange(left is null ? [] : [left]);
            aside.AddRange(right is null ? [] : [right]);
        }

        void Close()
        {
            ordered.AddRange(said);
            ordered.AddRange(aside);
            said.Clear();
            aside.Clear();
        }
    }

    /// <summary>Where the column of actions begins whose head stands in the line beside that of what was said; null where there is none.</summary>
    private int? Head(Line line)
    {
        var words = text[line.Start..line.End];
        var at = words.LastIndexOf(new string(' ', Gap), StringComparison.Ordinal) + Gap;
        if (at < Gap || !heads.OfActions(words[at..]))
        {
            return null;
        }

        var before = words[..at].Trim().Split(new string(' ', Gap), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isText = before.Length > 0 && heads.OfText(before[^1]) && (before.Length == 1 || (before.Length == 2 && words.IndexOf(before[1], before[0].Length, StringComparison.Ordinal) <= WidestNumber));
        return isText ? line.Indent + at : null;
    }

    private bool Crosses(Line line) => line.Indent + line.End - line.Start > edge && line.Indent < edge - 1 && !(IsBlank(line, edge - 1) && IsBlank(line, edge - 2));

    private bool IsBlank(Line line, int column) => line.Start + column - line.Indent is var at && (at < line.Start || at >= line.End || text[at] == ' ');

    private (Line? Left, Line? Right) Split(Line line)
    {
        var cut = Math.Clamp(line.Start + edge - 1 - line.Indent, line.Start, line.End);
        var (end, start) = (cut, cut);
        while (end > line.Start && text[end - 1] == ' ')
        {
            end--;
        }

        while (start < line.End && text[start] == ' ')
        {
            start++;
        }

        return (end > line.Start ? line with { End = end, Room = edge - 2 } : null, start < line.End ? line with { Start = start, Indent = 0, Gap = false, IsAside = true } : null);
    }
}
