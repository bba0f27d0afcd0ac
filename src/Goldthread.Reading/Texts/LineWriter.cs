using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>Writes the text of a structured format line by line and notes what each line is.</summary>
internal sealed class LineWriter
{
    /// <summary>What a row has beyond so many cells is all in the last.</summary>
    private const int MostCells = 500;

    private readonly StringBuilder text = new();
    private readonly List<Line> lines = [];
    private readonly StringBuilder buffer = new();
    private readonly List<List<CellPart>> cells = [];
    private string marker = "";
    private bool gap = true;
    private int bold;
    private int visible;
    private int cellStart;
    private int partMarked;
    private int partVisible;
    private int partBold;
    private bool inRow;
    private bool inCell;

    /// <summary>How deep in lists the next line stands.</summary>
    public int Depth { get; set; }

    /// <summary>The rank of the heading that is being written, or 0.</summary>
    public int Rank { get; set; }

    /// <summary>The number of the table that is being written.</summary>
    public int Table { get; set; }

    /// <summary>Whether the row that is being written is a heading row.</summary>
    public bool Head { get; set; }

    /// <summary>Whether there is more already than is read of any document.</summary>
    public bool IsFull => lines.Count > Formats.MostLines || text.Length + buffer.Length > Formats.MostCharacters;

    /// <summary>Whether a row of a table is being written.</summary>
    public bool InRow => inRow;

    /// <summary>Whether the second cell of a row is being written.</summary>
    public bool IsSecondCell => inCell && cells.Count == 2;

    public void Write(ReadOnlySpan<char> words, bool isBold)
    {
        if (inRow && !inCell)
        {
            return;
        }

        foreach (var letter in words)
        {
            Write(letter, isBold);
        }
    }

    /// <summary>A wide gap, as a tab leaves between a label and what is filled in.</summary>
    public void WriteGap()
    {
        if (buffer.Length > cellStart && visible > 0)
        {
            buffer.Append("   ");
        }
    }

    /// <summary>The bullet or number that the next line, or paragraph of a cell, begins with.</summary>
    public void Mark(string bulletOrNumber)
    {
        EndLine(paragraph: false);
        if (inCell)
        {
            buffer.Length = cellStart;
            buffer.Append(bulletOrNumber);
            partMarked = bulletOrNumber.Length;
        }
        else if (!inRow)
        {
            marker = bulletOrNumber;
        }
    }

    /// <summary>Ends the line, or the paragraph inside a cell.</summary>
    public void EndLine(bool paragraph)
    {
        if (inRow)
        {
            EndCellParagraph();
            return;
        }

        if (visible > 0)
        {
            Emit();
            gap = paragraph;
        }

        gap |= paragraph;
    }

    public void StartRow()
    {
        EndRow();
        EndLine(paragraph: true);
        inRow = true;
    }

    public void StartCell()
    {
        EndCell();
        if (cells.Count == MostCells)
        {
            inCell = true;
            return;
        }

        if (cells.Count > 0)
        {
            buffer.Append(" | ");
        }

        cells.Add([]);
        cellStart = buffer.Length;
        inCell = true;
    }

    public void EndCell()
    {
        EndCellParagraph();
        if (inCell && partMarked > 0)
        {
            EndMarkAlone();
        }

        inCell = false;
    }

    public void EndRow()
    {
        if (!inRow)
        {
            return;
        }

        EndCell();
        inRow = false;
        if (cells.Count == 1)
        {
            EmitParts();
        }
        else if (visible > 0)
        {
            Emit();
        }

        Reset();
    }

    /// <summary>Takes back the row that was begun: what it held turns out to be the page itself.</summary>
    public void BreakRow()
    {
        if (!inRow)
        {
            return;
        }

        EndCell();
        inRow = false;
        EmitParts();
        Reset();
        gap = true;
    }

    public ExtractedText Finish()
    {
        EndRow();
        EndLine(paragraph: true);
        return new ExtractedText(new SourceText(text.ToString()), lines, Structured: true);
    }

    private void Write(char letter, bool isBold)
    {
        if (char.IsWhiteSpace(letter) || char.IsControl(letter))
        {
            if (buffer.Length > cellStart && buffer[^1] != ' ')
            {
                buffer.Append(' ');
            }

            return;
        }

        buffer.Append(letter);
        visible++;
        partVisible++;
        bold += isBold ? 1 : 0;
        partBold += isBold ? 1 : 0;
    }

    private void EndCellParagraph()
    {
        if (!inCell)
        {
            return;
        }

        if (partVisible > 0)
        {
            EndPart(partMarked, RankOf(partBold == partVisible));
        }
        else if (partMarked == 0)
        {
            buffer.Length = Math.Min(buffer.Length, cellStart);
        }

        // A bullet or number without words waits: they may come in a paragraph of their own.
    }

    /// <summary>Keeps a number that is all its cell holds, as where a column numbers the rows; any other mark without words is dropped.</summary>
    private void EndMarkAlone()
    {
        if (cells[^1].Count == 0 && buffer.ToString(cellStart, partMarked).Any(char.IsLetterOrDigit))
        {
            EndPart(marked: 0, rank: 0);
            return;
        }

        buffer.Length = cellStart;
        partMarked = 0;
    }

    private void EndPart(int marked, int rank)
    {
        while (buffer[^1] == ' ')
        {
            buffer.Length--;
        }

        cells[^1].Add(new CellPart(cellStart, buffer.Length, marked, rank));
        buffer.Append(' ');
        cellStart = buffer.Length;
        (partMarked, partVisible, partBold) = (0, 0, 0);
    }

    private void Emit()
    {
        var (start, indent) = Append(marker, buffer.ToString(), Depth - (marker.Length > 0 ? 1 : 0));
        lines.Add(new Line(start, text.Length)
        {
            Indent = indent,
            Gap = gap,
            Rank = cells.Count > 0 ? 0 : RankOf(bold == visible),
            Marked = marker.Length,
            Cells = [.. cells.Select(cell => cell.Select(part => part with { Start = start + part.Start, End = start + part.End }).ToList())],
            Table = cells.Count > 1 ? Table : 0,
            Head = cells.Count > 1 && Head,
        });
        text.Append('\n');
        Reset();
    }

    /// <summary>Writes each paragraph of the row's cells as a line of its own: the row holds nothing beside anything.</summary>
    private void EmitParts()
    {
        var words = buffer.ToString();
        foreach (var part in cells.SelectMany(cell => cell))
        {
            var (start, indent) = Append("", words[part.Start..part.End], part.Marked > 0 ? 1 : 0);
            lines.Add(new Line(start, text.Length)
            {
                Indent = indent,
                Gap = gap || part.Marked == 0,
                Rank = part.Rank,
                Marked = part.Marked,
            });
            text.Append('\n');
            gap = part.Marked == 0;
        }
    }

    private int RankOf(bool isBold) => Rank > 0 ? Rank : isBold ? 7 : 0;

    /// <summary>Appends a line and says where it begins and how far it stands in.</summary>
    private (int Start, int Indent) Append(string mark, string words, int depth)
    {
        if (gap && text.Length > 0)
        {
            text.Append('\n');
        }

        var indent = Math.Clamp(depth * 2, 0, 40);
        var start = text.Length + indent;
        text.Append(' ', indent).Append(mark).Append(words);
        while (text[^1] == ' ')
        {
            text.Length--;
        }

        return (start, indent);
    }

    private void Reset()
    {
        gap = false;
        marker = "";
        buffer.Clear();
        cells.Clear();
        (bold, visible, cellStart) = (0, 0, 0);
        (partMarked, partVisible, partBold) = (0, 0, 0);
    }
}
