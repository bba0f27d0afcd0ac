using Goldthread.Core.Boards;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>A person as listed.</summary>
/// <param name="Name">The name.</param>
/// <param name="Organisation">Whom the person is from.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Absent">Whether the entry itself says that the person did not come.</param>
/// <param name="Chairs">Whether the entry says beside a role of another kind that the person took the chair.</param>
internal sealed record Person(Passage Name, Passage Organisation, Passage Role, bool Absent = false, bool Chairs = false);

/// <summary>Reads lists of people however they are set: a table, a line each, or one paragraph.</summary>
internal sealed class Attendance(Layouts layouts)
{
    private const int LongestOrganisation = 60;
    private readonly People people = layouts.Prepared(all => new People(all));
    private PeopleColumns? headed;

    /// <summary>The people listed in the blocks.</summary>
    public IEnumerable<Person> Read(IReadOnlyList<Block> blocks)
    {
        var columns = headed is not null && blocks.FirstOrDefault(block => block.IsRow) is { } row && row.Cells.Count == headed.Width && !PeopleColumns.IsHead(row, layouts) ? headed : new PeopleColumns(layouts, people, Several);
        var lines = blocks.Where(block => !block.IsRow).ToList();
        if (IsOneList(lines))
        {
            foreach (var person in Several(Passage.Join(lines.Select(block => block.Text))))
            {
                yield return person;
            }

            yield break;
        }

        var organisations = Organisations(lines);
        lines.RemoveAll(organisations.Contains);
        var organisation = Passage.Empty;
        var isOneEach = (lines.Count > 1 || lines.Exists(block => block.Bullet)) && lines.Count(block => people.IsName(FirstPiece(block.Text).Text)) * 2 > lines.Count;
        foreach (var block in blocks)
        {
            if (block.IsRow)
            {
                foreach (var person in columns.Read(block))
                {
                    yield return person;
                }

                headed = columns.Width > 0 ? columns : headed;

                continue;
            }

            if (organisations.Contains(block))
            {
                organisation = block.Text.Trim(":");
                continue;
            }

            if (block.Text.Text.Contains(" = ", StringComparison.Ordinal))
            {
                continue;
            }

            if (OfOrganisation(block.Text) is { Count: > 0 } named)
            {
                foreach (var person in named)
                {
                    yield return person;
                }

                continue;
            }

            foreach (var person in isOneEach && CountNames(block.Text) < 4 && !AreTitled(block.Text) ? One(block) : Several(block.Text))
            {
                yield return person.Organisation.IsEmpty ? person with { Organisation = organisation } : person;
            }
        }
    }

    /// <summary>The people of a line such as <c>Harbour Police: Insp Ann Lee; Sgt Bo Hay</c>, each with the organisation; none of any other line.</summary>
    private List<Person> OfOrganisation(Passage line)
    {
        var colon = line.Text.IndexOf(": ", StringComparison.Ordinal);
        var label = colon is > 1 and < LongestOrganisation ? line.UpTo(colon) : Passage.Empty;
        if (label.IsEmpty || people.IsName(label.Text) || PersonParser.IsRole(label.Text, people, layouts) || layouts["people.lead-ins"].Match(label.Text) || layouts.Any("heading.", Key.Of(label.Text)))
        {
            return [];
        }

        var named = Several(line.From(colon + 1)).ToList();
        return named.TrueForAll(person => people.IsName(person.Name.Text)) ? named.ConvertAll(person => person.Organisation.IsEmpty ? person with { Organisation = label } : person) : [];
    }

    /// <summary>The lines that name an organisation and have its people listed below: every line of the list that is no item leads in to items.</summary>
    private HashSet<Block> Organisations(List<Block> lines)
    {
        var heads = lines.Where((line, i) => i + 1 < lines.Count && IsUnder(lines[i + 1], line)).ToList();
        var least = heads.Count == 0 ? 0 : heads.Min(head => head.Indent);
        var all = lines.TrueForAll(line => heads.Contains(line) || (heads.Count > 0 && IsUnder(line, heads[0])) || line.Indent > least);
        return all && heads.Count > 1 && heads.Exists(head => people.IsOrganisation(head.Text.Text)) && !heads.Exists(head => head.Text.Text.Contains(',', StringComparison.Ordinal) || layouts["heading.present"].MatchKey(head.Key)) ? [.. heads] : [];
    }

    private static bool IsUnder(Block line, Block head) => (line.Bullet && head.IsPlain) || (line.Indent > head.Indent && line.Bullet == head.Bullet);

    /// <summary>Whether the lines are one list that was broken over them: a line ends in a comma.</summary>
    private static bool IsOneList(List<Block> lines) =>
        lines.Count > 1 && lines.TrueForAll(block => block.IsPlain) && lines.Take(lines.Count - 1).Any(block => block.Text.Text.EndsWith(',') || block.Text.Text.EndsWith(" and", StringComparison.Ordinal));

    /// <summary>The people of a sentence such as "Apologies were received from …".</summary>
    public IEnumerable<Person> Several(Passage words)
    {
        var listed = ListIn(words);
        var sentences = Sentences.In(listed).ToList();
        var lists = sentences.Count > 1 && sentences.TrueForAll(sentence => BeginsList(WithoutLeadIn(sentence.Trim(". ")))) ? sentences : [listed];
        return lists.SelectMany(AtPlurals).SelectMany(OfList);
    }

    /// <summary>The list cut at semicolons where a part of it has one style of address for all: <c>Ann Lee (Chair); Councillors Hay and Dow</c>.</summary>
    private IEnumerable<Passage> AtPlurals(Passage list)
    {
        if (!list.Text.Contains(';', StringComparison.Ordinal))
        {
            return [list];
        }

        var parts = new List<Passage>();
        var start = 0;
        for (var at = 0; at <= list.Length; at++)
        {
            if (at == list.Length || list.Text[at] == ';')
            {
                parts.Add(list.Slice(start, at - start));
                start = at + 1;
            }
        }

        return parts.Skip(1).Any(part => IsPlural(part.Text)) ? parts : [list];
    }

    private bool IsPlural(string words) => words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && layouts["people.plural-titles"].Match(words.AsSpan(0, space));

    /// <summary>Whether the words begin with somebody's name, or with a style of address for several.</summary>
    private bool BeginsList(Passage words) =>
        IsPlural(words.Text) || (Pieces.Split(words, people) is [var first, ..] && people.IsName(NameOf(first.Words).Text));

    private IEnumerable<Person> OfList(Passage words)
    {
        var list = WithoutLeadIn(words.Trim(".")).Trim(". ");
        if (list.IsEmpty || layouts["people.nobody"].Match(list.Text))
        {
            yield break;
        }

        if (IsPlural(list.Text))
        {
            foreach (var person in Titled(list.From(list.Text.IndexOf(' ', StringComparison.Ordinal))))
            {
                yield return person;
            }

            yield break;
        }

        var pieces = Pieces.Split(list, people);
        var current = new List<Passage>();
        var semicolons = pieces.Exists(piece => piece.After == ';');
        for (var i = 0; i < pieces.Count; i++)
        {
            var begins = semicolons ? i == 0 || pieces[i - 1].After == ';' || (people.IsTitled(pieces[i].Words.Text) && people.IsTitled(current[0].Text) && people.IsName(NameOf(pieces[i].Words).Text)) : people.IsName(NameOf(pieces[i].Words).Text) && !IsDetail(pieces, i);
            if (begins && current.Count > 0)
            {
                yield return Parse(current);
                current = [];
            }

            current.Add(pieces[i].Words);
        }

        if (current.Count > 0 && (semicolons || people.IsName(NameOf(FirstPiece(current[0])).Text) || current.Count == 1))
        {
            yield return Parse(current);
        }
    }

    /// <summary>Whether a dash stands before the piece, and what it tells is of the person before the dash.</summary>
    private static bool IsDetail(List<(Passage Words, char After)> pieces, int index) =>
        index > 0 && pieces[index - 1].After is '–' or '—' or '-' && (pieces.Count == 2 || pieces.Exists(piece => piece.After is ',' or ';'));

    /// <summary>The people of a list with one style of address for all: <c>Councillors Ashworth (Chair), D. Okoro and Lee</c>.</summary>
    private IEnumerable<Person> Titled(Passage list)
    {
        foreach (var piece in Pieces.Split(list, people).SelectMany(piece => AtAnd(piece.Words)))
        {
            yield return Parse([piece]);
        }
    }

    private static Passage[] AtAnd(Passage words) =>
        words.Text.IndexOf(" and ", StringComparison.Ordinal) is > 0 and var and && !words.Text[..and].Contains('(') ? [words.UpTo(and), words.From(and + 5)] : [words];

    /// <summary>The words without the sentences behind the list that tell something of those in it: <c>Ann Lee and Bo Hay. Bo Hay took the chair.</c></summary>
    private Passage ListIn(Passage words)
    {
        var sentences = Sentences.In(words).ToList();
        var count = sentences.Count;
        while (count > 1 && !BeginsList(WithoutLeadIn(sentences[count - 1].Trim(". "))))
        {
            count--;
        }

        return count == sentences.Count || !(Pieces.Split(WithoutLeadIn(sentences[0].Trim(". ")), people) is [var first, ..] && people.IsName(NameOf(first.Words).Text)) ? words : Passage.Join([.. sentences.Take(count)]);
    }

    private IEnumerable<Person> One(Block block)
    {
        if (block.Text.Text.Split(' ')[0] is var first && layouts["people.plural-titles"].Match(first))
        {
            foreach (var person in Several(block.Text))
            {
                yield return person;
            }
        }
        else if (people.IsName(BeforeBracket(FirstPiece(block.Text)).Text))
        {
            yield return Parse([.. Pieces.Split(block.Text.Trim("."), people, commasOnly: true).Select(piece => piece.Words)]);
        }
    }

    private int CountNames(Passage words) => Pieces.Split(words, people).Count(piece => people.IsName(BeforeBracket(piece.Words).Text));

    /// <summary>Whether a line names several people, each with a style of address: <c>Cllr Lee, Cllr Hay</c>.</summary>
    private bool AreTitled(Passage words) => Pieces.Split(words, people).Count(piece => people.IsTitled(piece.Words.Text) && people.IsName(BeforeBracket(piece.Words).Text)) > 1;

    private Person Parse(List<Passage> pieces) => PersonParser.Parse(pieces, people, layouts);

    private Passage WithoutLeadIn(Passage words)
    {
        var tokens = words.Text.Split(' ');
        for (var count = Math.Min(tokens.Length - 1, 14); count > 0; count--)
        {
            var head = string.Join(' ', tokens.Take(count));
            if (layouts["people.lead-ins"].Match(head))
            {
                return words.From(head.Length).Trim(":");
            }
        }

        return words;
    }

    private static Passage BeforeBracket(Passage words)
    {
        var chair = words.Text.IndexOf(PersonParser.InTheChair, StringComparison.OrdinalIgnoreCase);
        words = chair > 0 ? words.UpTo(chair) : words;
        var bracket = words.Text.IndexOf('(', StringComparison.Ordinal);
        var stand = words.Text.IndexOf(" for ", StringComparison.Ordinal);
        var end = bracket > 0 && (stand < 0 || bracket < stand) ? bracket : stand;
        return end > 0 ? words.UpTo(end) : words;
    }

    private Passage NameOf(Passage words) => PersonParser.OfOrganisation(BeforeBracket(words), people)[0];

    private Passage FirstPiece(Passage words) =>
        Pieces.Split(words, people, commasOnly: true) is [var first, ..] ? BeforeBracket(first.Words) : words;
}
