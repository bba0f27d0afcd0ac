using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>Writes the text of a structured format line by line and notes what each line is.</summary>
internal sealed class LineWriter
{
    private readonly StringBuilder text = new();
    private readonly List<Line> lines = [];
    private readonly StringBuilder buffer = new();
    private readonly List<List<(int Start, int End)>> cells = [];
    private string marker = "";
    private bool gap = true;
    private int bold;
    private int visible;
    private int cellStart;
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

    /// <summary>The bullet or number that the next line begins with; a paragraph of a cell begins with its number, not with a bullet.</summary>
    public void Mark(string bulletOrNumber)
    {
        EndLine(paragraph: false);
        if (!inRow)
        {
            marker = bulletOrNumber;
        }
        else if (inCell && char.IsLetterOrDigit(bulletOrNumber[0]))
        {
            Write(bulletOrNumber, isBold: false);
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
        if (visible > 0)
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
        cells.Clear();
        EndLine(paragraph: true);
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
        bold += isBold ? 1 : 0;
    }

    private void EndCellParagraph()
    {
        if (!inCell)
        {
            return;
        }

        while (buffer.Length > cellStart && buffer[^1] == ' ')
        {
            buffer.Length--;
        }

        if (buffer.Length > cellStart)
        {
            cells[^1].Add((cellStart, buffer.Length));
            buffer.Append(' ');
        }

        cellStart = buffer.Length;
    }

    private void Emit()
    {
        if (gap && text.Length > 0)
        {
            text.Append('\n');
        }

        var indent = Math.Max(0, Depth - (marker.Length > 0 ? 1 : 0)) * 2;
        indent = Math.Min(indent, 40);
        var start = text.Length + indent;
        text.Append(' ', indent).Append(marker).Append(buffer);
        while (text[^1] == ' ')
        {
            text.Length--;
        }

        lines.Add(new Line(start, text.Length)
        {
            Indent = indent,
            Gap = gap,
            Rank = Rank > 0 ? Rank : cells.Count < 2 && bold == visible ? 7 : 0,
            Cells = cells.Count == 1 ? [] : [.. cells.Select(cell => cell.Select(part => (start + part.Start, start + part.End)).ToList())],
            Table = cells.Count > 1 ? Table : 0,
            Head = cells.Count > 1 && Head,
        });
        text.Append('\n');
        Reset();
    }

    private void Reset()
    {
        gap = false;
        marker = "";
        buffer.Clear();
        cells.Clear();
        (bold, visible, cellStart) = (0, 0, 0);
    }
}
