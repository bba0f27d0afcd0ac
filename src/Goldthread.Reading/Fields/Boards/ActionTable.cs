using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Reads a table of actions by its heading row.</summary>
internal sealed class ActionTable(Layouts layouts)
{
    private int table = -1;
    private int text;
    private int owner;
    private int due;
    private int status;

    /// <summary>Whether a table of actions with a heading row has been met.</summary>
    public bool IsFound => table >= 0;

    /// <summary>Whether the row is the heading row of a table of actions.</summary>
    public bool IsHead(Block row)
    {
        var what = row.Find(layouts["actions.columns.text"]);
        var who = row.Find(layouts["actions.columns.owner"]);
        var when = row.Find(layouts["actions.columns.due"]);
        what = what < 0 && who >= 0 && when >= 0 ? OnlyOther(row, who, when) : what;
        if (what < 0 || (who < 0 && when < 0))
        {
            return false;
        }

        (table, text, owner, due, status) = (row.Table, what, who, when, row.Find(layouts["actions.columns.status"]));
        return true;
    }

    /// <summary>The one column beside who and when that neither numbers the row nor says how far it has got; -1 where there are others.</summary>
    private int OnlyOther(Block row, int who, int when)
    {
        var rest = Enumerable.Range(0, row.Cells.Count).Where(column => column != who && column != when
            && !layouts["minutes.columns.number"].Match(row.Cells[column].Text.Text) && !layouts["minutes.columns.item"].Match(row.Cells[column].Text.Text) && !layouts["actions.columns.status"].Match(row.Cells[column].Text.Text)).ToList();
        return rest is [var only] && !row.Cells[only].Text.IsEmpty ? only : -1;
    }

    /// <summary>The action of a row of that table; without text where it is reported as done; null for another table's row.</summary>
    public FoundAction? Read(Block row)
    {
        if (row.Table != table)
        {
            return null;
        }

        var isDone = layouts["actions.done"].FoundIn(Vocabulary.Key.Of(Cell(row, status).Text));
        return new FoundAction(isDone ? Passage.Empty : Cell(row, text), Cell(row, owner), Dates.First(Cell(row, due)));
    }

    /// <summary>The action of a row without a heading row: what, who, when; or who first, <c>To …</c> after.</summary>
    public static FoundAction Plain(Block row, int skip = 0)
    {
        var cells = row.Cells.Skip(skip).Select(cell => cell.Text).ToList();
        if (skip == 0 && cells.Count > 2 && cells[0].Length <= 8 && (cells[0].Length < 3 || cells[0].Text.Any(char.IsDigit)))
        {
            cells.RemoveAt(0);
        }

        if (cells.Count > 1 && cells[1].Text.StartsWith("To ", StringComparison.Ordinal))
        {
            cells.Reverse(0, 2);
        }

        var date = cells.Skip(1).Select(Dates.First).FirstOrDefault(found => found is not null);
        return new FoundAction(cells[0], cells.Count > 1 ? cells[1] : Passage.Empty, date);
    }

    private static Passage Cell(Block row, int column) =>
        column >= 0 && column < row.Cells.Count ? row.Cells[column].Text : Passage.Empty;
}
