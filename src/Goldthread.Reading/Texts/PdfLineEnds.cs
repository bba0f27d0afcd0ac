using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Texts;

/// <summary>Tells by the boxes of words where a line of a PDF was broken for want of room, and where the writer ended it.</summary>
internal sealed class PdfLineEnds
{
    private const int FewestLines = 4;
    private const double Large = 1.15;
    private const double Full = 0.97;
    private const double Level = 3;
    private const double FarIn = 12;
    private const double Half = 0.5;
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);

    /// <summary>Whether the line is of a title whose next line goes on with it: as large, and without room for its first word.</summary>
    public bool IsBroken(string line) => broken.Contains(line);

    /// <summary>Whether a sentence ends with the line and the first word of the next would have had room.</summary>
    public bool IsEnd(string line) => ended.Contains(line);

    /// <summary>Looks at every two lines of the text that stand one below the other.</summary>
    public static PdfLineEnds Of(IReadOnlyList<IReadOnlyList<PdfWord>> pages)
    {
        var ends = new PdfLineEnds();
        foreach (var rows in pages.Select(PdfTables.InRows))
        {
            if (rows.Count < FewestLines)
            {
                continue;
            }

            var heights = rows.SelectMany(row => row).Select(Height).Order().ToList();
            var (usual, left, right) = (heights[heights.Count / 2], rows.Min(row => row[0].Left), rows.Max(row => row[^1].Right));
            for (var i = 0; i + 1 < rows.Count; i++)
            {
                ends.Look(rows, i, usual, (left, right));
            }
        }

        return ends;
    }

    private void Look(List<List<PdfWord>> rows, int index, double usual, (double Left, double Right) page)
    {
        var (left, right) = page;
        var (row, next) = (rows[index], rows[index + 1]);
        var needed = row[^1].Right + (Height(row[^1]) / 4) + next[0].Right - next[0].Left;
        var isLarge = Height(row[0]) > usual * Large && Math.Abs(Height(row[0]) - Height(next[0])) < 1;
        var isLevel = Math.Abs(next[0].Left - row[0].Left) < Level || Math.Abs(row[0].Left + row[^1].Right - next[0].Left - next[^1].Right) < 2 * Level;
        if (isLarge && isLevel && needed > right && next[0].Top - row[0].Top < Height(row[0]) * 1.6)
        {
            broken.Add(Words(row));
        }

        var isFull = rows.Count(other => other[^1].Right > right * Full) >= FewestLines;
        var isAbove = isFull && Math.Abs(next[0].Left - row[0].Left) < Level && char.IsUpper(next[0].Text[0]) && needed < right * Full;
        var isListed = row[0].Left > left + FarIn && char.IsUpper(row[0].Text[0]) && char.IsLetterOrDigit(row[^1].Text[^1]) && row[^1].Right - row[0].Left > (right - left) * Half;
        if (isAbove && (row[^1].Text[^1] == '.' || isListed))
        {
            ended.Add(Words(row));
        }
    }

    private static double Height(PdfWord word) => word.Bottom - word.Top;

    private static string Words(List<PdfWord> row) => string.Join(' ', row.Select(word => word.Text));
}
