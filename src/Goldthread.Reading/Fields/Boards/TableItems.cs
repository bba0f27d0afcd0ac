using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Turns minutes that are kept in one table, an item a row, into headings, paragraphs and actions; takes the word "item" off headings.</summary>
internal sealed class TableItems(Layouts layouts)
{
    private int table = -1;
    private int number;
    private int item;
    private int text;
    private int action;
    private int owner;
    private int unheaded = -1;
    private int due;

    public static IReadOnlyList<Block> Expand(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var items = new TableItems(layouts);
        return [.. blocks.SelectMany(items.Expand)];
    }

    private IEnumerable<Block> Expand(Block row)
    {
        if (!row.IsRow || row.IsAction)
        {
            return [NumberedByWord.Read(row)];
        }

        if (row.Table != table && !IsHead(row) && !IsUnheaded(row))
        {
            return [row];
        }

        if (row.Table == unheaded)
        {
            return Unheaded(row);
        }

        return row.Table == table && !IsHeadAgain(row) ? Parts(row) : [];
    }

    private bool IsHead(Block row)
    {
        var (what, said) = (row.Find(layouts["minutes.columns.item"]), row.Find(layouts["minutes.columns.text"]));
        if (what < 0 || said < 0 || what == said)
        {
            return false;
        }

        (owner, due) = (row.Find(layouts["actions.columns.owner"]), row.Find(layouts["actions.columns.due"]));
        (table, number, item, text, action) = (row.Table, row.Find(layouts["minutes.columns.number"]), what, said, row.Find(layouts["actions.columns.text"]));
        return true;
    }

    /// <summary>Whether the row holds an item without any heads above: its number, then its heading over what was said.</summary>
    private bool IsUnheaded(Block row)
    {
        if (row.Table == unheaded)
        {
            return true;
        }

        var isItem = row.Cells.Count is 2 or 3 && NumberedByWord.Numeral(row.Cells[0].Text) is not null && row.Cells[1].Paragraphs.Count > 1
            && row.Cells[1].Paragraphs[0].Length < 80 && row.Cells[1].Paragraphs[0].Text[^1] is not ('.' or ';' or ',' or ':');
        unheaded = isItem ? row.Table : unheaded;
        return isItem;
    }

    private IEnumerable<Block> Unheaded(Block row)
    {
        var said = row.Cells.Count > 1 ? row.Cells[1].Blocks : [];
        return Parts(said.Count > 0 ? said[0].Whole : Passage.Empty, NumberedByWord.Numeral(row.Cells[0].Text), new Cell([.. said.Skip(1)]), Cell(row, 2), Cell(row, -1), Cell(row, -1));
    }

    private bool IsHeadAgain(Block row) => layouts["minutes.columns.text"].Match(Cell(row, text).Text.Text);

    private IEnumerable<Block> Parts(Block row)
    {
        var heading = Cell(row, item).Text;
        var numeral = NumberedByWord.Numeral(Cell(row, number).Text) ?? Leading(ref heading);
        return Parts(heading, numeral, Cell(row, text), Cell(row, action), Cell(row, owner), Cell(row, due));
    }

    private IEnumerable<Block> Parts(Passage heading, Numeral? numeral, Cell said, Cell todo, Cell who, Cell when)
    {
        if (!heading.IsEmpty)
        {
            yield return new Block { Text = heading, Number = numeral, Rank = 2, Alone = true, Gap = true };
        }

        foreach (var paragraph in said.Blocks)
        {
            yield return paragraph;
        }

        var actions = new Cell([.. todo.Blocks.Where(block => !layouts["actions.none"].Match(block.Whole.Text))]);
        if (actions.Blocks.Count > 0)
        {
            yield return new Block { Text = actions.Text, Gap = true, IsAction = true, Cells = [actions, who, when] };
        }
    }

    /// <summary>Takes the number from the beginning of the heading.</summary>
    private static Numeral? Leading(ref Passage heading)
    {
        var space = heading.Text.IndexOf(' ', StringComparison.Ordinal);
        var numeral = space > 0 ? NumberedByWord.Numeral(heading.UpTo(space)) : null;
        heading = numeral is null ? heading : heading.From(space);
        return numeral;
    }

    private static Cell Cell(Block row, int column) =>
        column >= 0 && column < row.Cells.Count ? row.Cells[column] : Blocks.Cell.Empty;
}
