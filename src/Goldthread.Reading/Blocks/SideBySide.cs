using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>Takes apart tables that set lists side by side under their headings: each list follows its heading.</summary>
internal static class SideBySide
{
    /// <summary>The blocks, the tables of which every cell of the first row is such a heading taken apart.</summary>
    public static IReadOnlyList<Block> Expand(IReadOnlyList<Block> blocks, Predicate<Passage> isHeading)
    {
        var expanded = new List<Block>(blocks.Count);
        for (var index = 0; index < blocks.Count; index++)
        {
            var end = index;
            while (IsHeads(blocks[index], isHeading) && end + 1 < blocks.Count && blocks[end + 1].IsRow && blocks[end + 1].Table == blocks[index].Table && !isHeading(blocks[end + 1].Cells[0].Text))
            {
                end++;
            }

            var isLists = end > index && !HasMarks(blocks[end]);
            var last = isLists ? Below(blocks, end) : end;
            expanded.AddRange(isLists ? ByColumn(blocks, index, end, last) : blocks.Skip(index).Take(end + 1 - index));
            index = last;
        }

        return expanded;
    }

    /// <summary>Whether every cell of a row is such a heading.</summary>
    public static bool IsHeads(Block row, Predicate<Passage> isHeading) => row.Cells.Count > 1 && row.Cells.All(cell => isHeading(cell.Text));

    /// <summary>A heading made of the words of a cell.</summary>
    public static Block Heading(Passage words) => new() { Text = words, Rank = 2, Alone = true, Gap = true };

    /// <summary>Whether the row holds ticks: then the first row heads columns, not lists.</summary>
    private static bool HasMarks(Block row) => row.Cells.Skip(1).Any(cell => cell.Text.Length is 1 or 2);

    /// <summary>The last of the lines right below the table with which its first list, being the longer, goes on alone.</summary>
    private static int Below(IReadOnlyList<Block> blocks, int end)
    {
        var last = end;
        while (last + 1 < blocks.Count && blocks[last + 1] is { IsPlain: true, Gap: false, Rank: 0 } line && Math.Abs(line.Indent - blocks[end].Indent) <= 2)
        {
            last++;
        }

        return last;
    }

    private static IEnumerable<Block> ByColumn(IReadOnlyList<Block> blocks, int head, int end, int last)
    {
        for (var column = 0; column < blocks[head].Cells.Count; column++)
        {
            yield return Heading(blocks[head].Cells[column].Text);
            for (var index = head + 1; index <= end; index++)
            {
                foreach (var block in column < blocks[index].Cells.Count ? blocks[index].Cells[column].Points : [])
                {
                    yield return block;
                }
            }

            for (var index = end + 1; column == 0 && index <= last; index++)
            {
                yield return blocks[index];
            }
        }
    }
}
