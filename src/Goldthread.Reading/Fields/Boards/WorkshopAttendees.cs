using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Reads who came to a workshop: a line or a cell each, or one list with commas.</summary>
internal sealed class WorkshopAttendees(Layouts layouts)
{
    private readonly People people = layouts.Prepared(all => new People(all));

    public IEnumerable<Passage> Read(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > 0 && IsOneList(blocks))
        {
            return AtCommas(Passage.Join(blocks.Select(block => block.Text)).Trim("."));
        }

        if (blocks.FirstOrDefault(block => block.IsRow) is { } head && Organisations(head, blocks) is >= 0 and var column)
        {
            return blocks.Where(block => block != head).Select(block => block.IsRow && column < block.Cells.Count ? block.Cells[column].Text : block.Text).Where(words => !words.IsEmpty);
        }

        var rows = blocks.Where(block => block.IsRow).ToList();
        var areEntries = rows.Exists(row => row.Head || PeopleColumns.IsHead(row, layouts)) || rows.TrueForAll(IsEntry);
        return blocks.Where(block => !block.Head && !PeopleColumns.IsHead(block, layouts))
            .SelectMany(block => block.IsRow && !areEntries ? block.Cells.SelectMany(cell => cell.Blocks) : [block])
            .Select(block => block.Text.Trim(".,;"))
            .SelectMany(words => words.Text.Contains("; ", StringComparison.Ordinal) ? AtCommas(words) : [words])
            .Where(words => !words.IsEmpty);
    }

    /// <summary>Whether the blocks are one list in running text: a single line with commas, or lines of which one ends in a comma.</summary>
    private static bool IsOneList(IReadOnlyList<Block> blocks) =>
        blocks.All(block => block.IsPlain)
        && (blocks.Count == 1 ? blocks[0].Text.Text.IndexOfAny([',', ';']) >= 0 : blocks.Take(blocks.Count - 1).Any(block => block.Text.Text[^1] is ',' or ';'));

    /// <summary>The column of organisations in a table of which every other column counts who came from each; -1 where it is none.</summary>
    private int Organisations(Block head, IReadOnlyList<Block> blocks)
    {
        var column = head.Find(layouts["people.columns.organisation"]);
        var rows = blocks.Where(row => row.IsRow && row != head && row.Table == head.Table).ToList();
        var counts = head.Cells.Count > 1 && rows.Count > 0 && rows.TrueForAll(row => row.Cells.Where((_, i) => i != column).All(cell => cell.Text.Text.All(char.IsDigit)));
        return counts ? column : -1;
    }

    /// <summary>Whether the row is one person with an organisation, not several attendees side by side.</summary>
    private bool IsEntry(Block row) =>
        people.IsName(row.Cells[0].Text.Text) && row.Cells.Skip(1).Any(cell => !cell.Text.IsEmpty && !people.IsName(cell.Text.Text));

    private static IEnumerable<Passage> AtCommas(Passage list)
    {
        var separator = list.Text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= list.Length; at++)
        {
            depth += at == list.Length ? -depth : list.Text[at] == '(' ? 1 : list.Text[at] == ')' ? -1 : 0;
            if (at < list.Length && (depth > 0 || list.Text[at] != separator))
            {
                continue;
            }

            var piece = list.Slice(start, at - start);
            start = at + 1;
            foreach (var part in at == list.Length && separator == ',' ? AtAnd(piece) : [WithoutAnd(piece)])
            {
                yield return part;
            }
        }
    }

    /// <summary>The last two of a list: <c>Highfield Homes and Fire and Rescue Service</c>. One word before "and" is the beginning of a name.</summary>
    private static Passage[] AtAnd(Passage piece)
    {
        if (piece.Text.StartsWith("and ", StringComparison.Ordinal))
        {
            return [piece.From(4)];
        }

        for (var and = piece.Text.IndexOf(" and ", StringComparison.Ordinal); and > 0; and = piece.Text.IndexOf(" and ", and + 5, StringComparison.Ordinal))
        {
            var before = piece.Text[..and];
            if (before.Contains(' ', StringComparison.Ordinal) || before.All(char.IsUpper))
            {
                return [piece.UpTo(and), piece.From(and + 5)];
            }
        }

        return [piece];
    }

    private static Passage WithoutAnd(Passage piece) => piece.Text.StartsWith("and ", StringComparison.Ordinal) ? piece.From(4) : piece;
}
