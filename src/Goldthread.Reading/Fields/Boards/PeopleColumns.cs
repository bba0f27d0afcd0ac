using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Reads a table of people, by its heading row where it has one.</summary>
internal sealed class PeopleColumns(Layouts layouts, People people)
{
    private int name;
    private int organisation = -1;
    private int role = -1;
    private int status = -1;
    private int apologies = -1;
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
            return Cell(row, name).IsEmpty ? null : Tidy(new Person(Cell(row, name), Cell(row, organisation), Cell(row, role), IsAbsent(row)));
        }

        var cells = row.Cells.Select(cell => cell.Text).Where(text => !text.IsEmpty).ToList();
        return cells.Count > 0 && people.IsName(BeforeBracket(Details(cells[0]).First().Text)) ? PersonParser.Parse([.. cells.SelectMany(Details)], people, layouts) : null;
    }

    /// <summary>What a cell says of a person: an organisation and a role where a comma divides them.</summary>
    private IEnumerable<Passage> Details(Passage cell)
    {
        var parts = Pieces.Split(cell, people, commasOnly: true).ConvertAll(piece => piece.Words);
        return parts.Exists(part => PersonParser.IsRole(part.Text, people, layouts)) ? parts : [cell];
    }

    private Person Tidy(Person person)
    {
        var parsed = PersonParser.Parse([person.Name], people, layouts);
        return new Person(
            parsed.Name,
            person.Organisation.IsEmpty ? parsed.Organisation : person.Organisation,
            person.Role.IsEmpty ? parsed.Role : person.Role,
            person.Absent || parsed.Absent);
    }

    private bool IsAbsent(Block row) =>
        layouts["people.absent"].Match(Cell(row, status).Text)
        || (Cell(row, apologies) is { IsEmpty: false } mark && !layouts["people.attended"].Match(mark.Text) && Answers.Of(mark.Text) != false);

    /// <summary>Whether the row heads a table of people: a column of names and one that says more of each.</summary>
    public static bool IsHead(Block row, Layouts layouts) =>
        row.Find(layouts["people.columns.name"]) is >= 0 and var names
        && (Other(row, layouts["people.columns.organisation"], names) >= 0 || Other(row, layouts["people.columns.role"], names) >= 0 || Other(row, layouts["people.columns.status"], names) >= 0);

    private bool IsHead(Block row)
    {
        var found = row.Find(layouts["people.columns.name"]);
        if (known || found < 0 || !(row.Head || IsHead(row, layouts)))
        {
            return row.Head && !known;
        }

        (name, known) = (found, true);
        organisation = Other(row, layouts["people.columns.organisation"], name);
        role = Other(row, layouts["people.columns.role"], name);
        status = Other(row, layouts["people.columns.status"], name);
        apologies = Other(row, layouts["heading.apologies"], name);
        return true;
    }

    private static int Other(Block row, Phrases phrases, int names) => row.Find(phrases, except: names);

    /// <summary>What stands in a column; a dash stands for nothing.</summary>
    private static Passage Cell(Block row, int column) =>
        column >= 0 && column < row.Cells.Count && row.Cells[column].Text.Text is not ("-" or "–" or "—") ? row.Cells[column].Text : Passage.Empty;

    private static string BeforeBracket(string words)
    {
        var bracket = words.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? words[..bracket].Trim() : words;
    }
}
