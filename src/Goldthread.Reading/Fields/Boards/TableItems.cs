using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Turns minutes that are kept in one table, an item a row, into headings, paragraphs and actions.</summary>
internal sealed class TableItems(Layouts layouts)
{
    private int table = -1;
    private int number;
    private int item;
    private int text;
    private int action;
    private int owner;
    private int due;

    public static IReadOnlyList<Block> Expand(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var items = new TableItems(layouts);
        return [.. blocks.SelectMany(items.Expand)];
    }

    private IEnumerable<Block> Expand(Block row)
    {
        if (!row.IsRow || (row.Table != table && !IsHead(row)))
        {
            return [row];
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

    private bool IsHeadAgain(Block row) => layouts["minutes.columns.text"].Match(Cell(row, text).Text.Text);

    private IEnumerable<Block> Parts(Block row)
    {
        var heading = Cell(row, item).Text;
        var numeral = Numeral(Cell(row, number).Text) ?? Leading(ref heading);
        if (!heading.IsEmpty)
        {
            yield return new Block { Text = heading, Number = numeral, Rank = 2, Alone = true, Gap = true };
        }

        foreach (var paragraph in Cell(row, text).Blocks())
        {
            yield return paragraph;
        }

        var actions = Cell(row, action).Paragraphs.Where(words => !words.IsEmpty && !layouts["actions.none"].Match(words.Text)).ToList();
        if (actions.Count > 0)
        {
            yield return new Block { Text = Passage.Join(actions), Gap = true, IsAction = true, Cells = [new Cell(actions), Cell(row, owner), Cell(row, due)] };
        }
    }

    private static Numeral? Numeral(Passage words)
    {
        var digits = words.Trim(". )(");
        return digits.Length is > 0 and <= 5 && digits.Text.All(letter => char.IsDigit(letter) || letter == '.')
            ? new Numeral(digits.Text, digits.Text.Contains('.') ? NumeralStyle.Decimal : NumeralStyle.Integer, digits, Bracketed: false)
            : null;
    }

    /// <summary>Takes the number from the beginning of the heading.</summary>
    private static Numeral? Leading(ref Passage heading)
    {
        var space = heading.Text.IndexOf(' ', StringComparison.Ordinal);
        var numeral = space > 0 ? Numeral(heading.UpTo(space)) : null;
        heading = numeral is null ? heading : heading.From(space);
        return numeral;
    }

    private static Cell Cell(Block row, int column) =>
        column >= 0 && column < row.Cells.Count ? row.Cells[column] : new Cell([]);
}
