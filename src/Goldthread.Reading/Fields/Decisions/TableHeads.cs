using System.Text.RegularExpressions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Remembers the heading rows of the table being read: what each column counts in and which years it is for.</summary>
internal sealed partial class TableHeads
{
    private readonly List<Block> heads = [];
    private int table = -1;
    private bool inHead;
    private Passage caption = Passage.Empty;

    /// <summary>Notes a block before the table, which may say that all figures are in thousands.</summary>
    public void Before(Block block) => caption = block.Text.Length < 200 ? block.Text : Passage.Empty;

    public void Take(Block row)
    {
        if (row.Table != table)
        {
            table = row.Table;
            heads.Clear();
            inHead = true;
        }

        inHead &= row.Head || !row.Cells.Skip(1).Any(cell => IsAmount(cell.Text));
        if (inHead && heads.Count < 4)
        {
            heads.Add(row);
        }
    }

    public bool IsHead(Block row) => heads.Contains(row);

    /// <summary>What the figures of a column count in, or null where they are no money.</summary>
    public decimal? UnitOf(int column)
    {
        if (column == 0)
        {
            return null;
        }

        var own = heads.Select(head => Cell(head, column)).Select(cell => Money.ColumnUnit(cell.Text)).FirstOrDefault(unit => unit is not null);
        var isYear = heads.Any(head => FinancialYears.In(Cell(head, column)).Count > 0 || Cell(head, column).Text.Contains("total", StringComparison.OrdinalIgnoreCase));
        return own ?? (isYear || heads.Count == 0 || (SaysOnlyUnit() && !IsCount(column)) ? Money.ColumnUnit(Corner()) : null);
    }

    /// <summary>The years named in the row, else over the column.</summary>
    public IEnumerable<(string Year, Passage Where)> YearsOf(int column, Block row)
    {
        var beside = row.Cells.SelectMany(cell => FinancialYears.In(cell.Text));
        var above = heads.Where(head => head != row).SelectMany(head => FinancialYears.In(Cell(head, column)));
        return beside.Concat(above).DistinctBy(year => year.Year);
    }

    /// <summary>Words for the whole table: its first cell, or the line before it.</summary>
    private string Corner() =>
        heads.Select(head => Cell(head, 0).Text).FirstOrDefault(text => Money.ColumnUnit(text) is not null)
        ?? (caption.Text.Contains("000", StringComparison.Ordinal) || caption.Text.Contains("£m", StringComparison.Ordinal) ? caption.Text : "");

    /// <summary>Whether the corner of the table holds a unit and nothing else, and so speaks for all columns.</summary>
    private bool SaysOnlyUnit() => heads.Any(head => Cell(head, 0) is { Length: > 0 and <= 8 } corner && Money.ColumnUnit(corner.Text) is not null);

    private bool IsCount(int column) => heads.Any(head => Counts.IsMatch(Cell(head, column).Text));

    private static Passage Cell(Block row, int column) => column < row.Cells.Count ? row.Cells[column].Text : Passage.Empty;

    private static bool IsAmount(Passage cell) =>
        Money.In(cell).Any() || (Money.Figure(cell.Text) is { } figure && figure is (> 0 and < 1990) or > 2100);

    [GeneratedRegex(@"%|\b(per cent|percent|number|no|count|change)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counts { get; }
}
