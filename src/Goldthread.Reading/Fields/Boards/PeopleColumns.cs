using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Reads a table of people, by its heading row where it has one.</summary>
internal sealed class PeopleColumns(Layouts layouts, People people)
{
    private int name;
    private int organisation = -1;
    private int role = -1;
    private bool known;

    /// <summary>The person of a row; null for a heading row.</summary>
    public Person? Read(Block row)
    {
        if (IsHead(row))
        {
            return null;
        }

        if (known)
        {
            return Cell(row, name).IsEmpty ? null : Tidy(new Person(Cell(row, name), Cell(row, organisation), Cell(row, role)));
        }

        var cells = row.Cells.Select(cell => cell.Text).Where(text => !text.IsEmpty).ToList();
        return cells.Count > 0 && people.IsName(BeforeBracket(cells[0].Text)) ? PersonParser.Parse(cells, people, layouts) : null;
    }

    private Person Tidy(Person person)
    {
        var parsed = PersonParser.Parse([person.Name], people, layouts);
        return new Person(
            parsed.Name,
            person.Organisation.IsEmpty ? parsed.Organisation : person.Organisation,
            person.Role.IsEmpty ? parsed.Role : person.Role);
    }

    private bool IsHead(Block row)
    {
        var found = Find(row, "people.columns.name");
        if (known || found < 0 || (Find(row, "people.columns.organisation") < 0 && Find(row, "people.columns.role") < 0 && !row.Head))
        {
            return row.Head && !known;
        }

        (name, organisation, role, known) = (found, Find(row, "people.columns.organisation"), Find(row, "people.columns.role"), true);
        return true;
    }

    private int Find(Block row, string group)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (layouts[group].Match(row.Cells[i].Text.Text))
            {
                return i;
            }
        }

        return -1;
    }

    private static Passage Cell(Block row, int column) =>
        column >= 0 && column < row.Cells.Count ? row.Cells[column].Text : Passage.Empty;

    private static string BeforeBracket(string words)
    {
        var bracket = words.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? words[..bracket].Trim() : words;
    }
}
