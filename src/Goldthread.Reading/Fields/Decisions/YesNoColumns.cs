using Goldthread.Reading.Blocks;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Rewrites tables that have a column for "yes" and one for "no", of which one is marked, as rows with the answer in one cell.</summary>
internal static class YesNoColumns
{
    /// <summary>The blocks, each row of such a table with its label and then "yes", "no" or nothing.</summary>
    public static IReadOnlyList<Block> Expand(IReadOnlyList<Block> blocks)
    {
        var (table, yes, no) = (-1, -1, -1);
        var expanded = new List<Block>(blocks.Count);
        Block? head = null;
        foreach (var block in blocks)
        {
            if (!block.IsRow || block.Table != table)
            {
                (yes, no) = (Column(block, "yes"), Column(block, "no"));
                (table, head) = yes > 0 && no > 0 ? (block.Table, block) : (-1, null);
                expanded.Add(block);
                continue;
            }

            expanded.Add(Answered(block, head!, yes, no));
        }

        return expanded;
    }

    private static int Column(Block row, string answer) =>
        row.Cells.Count < 3 ? -1 : row.Cells.ToList().FindIndex(cell => cell.Text.Text.Trim(':', '?', ' ').Equals(answer, StringComparison.OrdinalIgnoreCase));

    private static Block Answered(Block row, Block head, int yes, int no)
    {
        var answer = IsMarked(row, yes) == IsMarked(row, no) ? Cell.Empty : head.Cells[IsMarked(row, yes) ? yes : no];
        var labels = row.Cells.Where((_, column) => column != yes && column != no).ToList();
        return labels.Count == 0 || row.Cells.Count <= Math.Min(yes, no) ? row : new Block
        {
            Text = row.Text,
            Cells = [.. labels, answer],
            Table = row.Table,
            Gap = row.Gap,
            Indent = row.Indent,
        };
    }

    private static bool IsMarked(Block row, int column) => column < row.Cells.Count && Answers.Of(row.Cells[column].Text.Text) == true;
}
