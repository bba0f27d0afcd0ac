using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Reads a table of people, by its heading row where it has one.</summary>
/// <param name="layouts">The words by which bodies head such tables.</param>
/// <param name="people">Tells names, roles and organisations apart.</param>
/// <param name="several">Reads a list of people in running text: a cell may name all who came from one organisation.</param>
internal sealed class PeopleColumns(Layouts layouts, People people, Func<Passage, IEnumerable<Person>> several)
{
    private int name;
    private int organisation = -1;
    private int role = -1;
    private int status = -1;
    private int apologies = -1;
    private bool known;
    private Passage above = Passage.Empty;

    /// <summary>How many columns the heading row has; 0 where none has been met.</summary>
    public int Width { get; private set; }

    /// <summary>The people of a row, one as a rule; none of a heading row.</summary>
    public IEnumerable<Person> Read(Block row)
    {
        if (IsHead(row))
        {
            return [];
        }

        if (known)
        {
            row = WithOrganisation(row);
            var listed = name < row.Cells.Count && Cell(row, role).IsEmpty ? Listed(row.Cells[name]) : [];
            return Cell(row, name).IsEmpty ? []
                : listed.Count > 1 ? listed.Select(person => person with { Organisation = person.Organisation.IsEmpty ? Cell(row, organisation) : person.Organisation, Absent = IsAbsent(row) })
                : [Tidy(new Person(Cell(row, name), Cell(row, organisation), Cell(row, role).IsEmpty ? InStatus(row) : Cell(row, role), IsAbsent(row)))];
        }

        var cells = row.Cells.Where(cell => !cell.Text.IsEmpty).ToList();
        var isNamed = cells.Count > 0 && people.IsName(BeforeBracket(Details(cells[0].Text).First().Text));
        return isNamed ? [PersonParser.Parse([.. cells.SelectMany(cell => Details(cell.Text))], people, layouts)] : cells.Count == 2 ? Beside(cells[0].Text, Listed(cells[1])) : [];
    }

    /// <summary>The row with the organisation of the row above, where the cell before the name was drawn over several rows and stands empty in this.</summary>
    private Block WithOrganisation(Block row)
    {
        if (organisation < 0 || organisation >= name || Cell(row, name).IsEmpty)
        {
            return row;
        }

        var own = Cell(row, organisation);
        var isGoingOn = own.IsEmpty && !above.IsEmpty && row.Cells[organisation].Text.IsEmpty;
        above = own.IsEmpty ? above : own;
        return !isGoingOn ? row : new Block { Text = row.Text, Table = row.Table, Cells = [.. row.Cells.Select((cell, column) => column == organisation ? new Cell([new Block { Text = above }]) : cell)] };
    }

    /// <summary>The people of a cell, where all that it holds reads like names with what is said of each.</summary>
    private List<Person> Listed(Cell cell)
    {
        var listed = cell.Blocks.SelectMany(block => several(block.Text)).ToList();
        return listed.TrueForAll(person => people.IsName(person.Name.Text)) ? listed : [];
    }

    /// <summary>Those who are named beside an organisation, or beside what they are there.</summary>
    private IEnumerable<Person> Beside(Passage label, List<Person> listed)
    {
        var isRole = PersonParser.IsRole(label.Text, people, layouts);
        return listed.Select(person => isRole
            ? person with { Role = person.Role.IsEmpty ? label.Trim(":") : person.Role }
            : person with { Organisation = person.Organisation.IsEmpty ? label.Trim(":") : person.Organisation });
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
            person.Absent || parsed.Absent,
            !person.Role.IsEmpty && layouts["people.chair"].Match(parsed.Role.Text));
    }

    /// <summary>The role in brackets after what is said of attendance: <c>Present (Chair)</c>.</summary>
    private Passage InStatus(Block row)
    {
        var words = Cell(row, status);
        var open = words.Text.IndexOf('(', StringComparison.Ordinal);
        var inside = open > 0 && words.Text[^1] == ')' ? words.Slice(open + 1, words.Length - open - 2) : Passage.Empty;
        return !inside.IsEmpty && PersonParser.IsRole(inside.Text, people, layouts) ? inside : Passage.Empty;
    }

    private bool IsAbsent(Block row) =>
        layouts["people.absent"].Match(Cell(row, status).Text) || layouts["people.absent"].Match(BeforeBracket(Cell(row, status).Text)) || Cell(row, status).Text is "✗" or "✘" or "✕" or "×"
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

        (name, known, Width) = (found, true, row.Cells.Count);
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
