using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Who was present, who sent apologies, who took the chair.</summary>
internal sealed class MinutesPeople
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly IReadOnlyList<MinutesSection> sections;
    private readonly Labels labels;
    private readonly Attendance attendance;
    private readonly Layouts layouts;
    private readonly List<Person> present;
    private readonly Passage? chair;

    public MinutesPeople(IReadOnlyList<Block> blocks, IReadOnlyList<MinutesSection> sections, Labels labels, Attendance attendance, Layouts layouts)
    {
        (this.blocks, this.sections, this.labels, this.attendance, this.layouts) = (blocks, sections, labels, attendance, layouts);
        present = [.. Listed(MinutesPart.Present).Where(person => !person.Absent)];
        chair = FindChair();
    }

    public IReadOnlyList<Person> Present() => present;

    public Passage? Chair() => chair;

    public IReadOnlyList<Person> Apologies()
    {
        var listed = Listed(MinutesPart.Apologies).Concat(Listed(MinutesPart.Present).Where(person => person.Absent)).DistinctBy(person => Key.Of(person.Name.Text)).ToList();
        return listed.Count > 0 ? listed : [.. InSentences()];
    }

    private IEnumerable<Person> Listed(MinutesPart kind) =>
        sections.Where(section => section.Kind == kind).SelectMany(section => attendance.Read(section.Blocks)).DistinctBy(person => Key.Of(person.Name.Text));

    /// <summary>Apologies told in a sentence of the text.</summary>
    private IEnumerable<Person> InSentences()
    {
        foreach (var sentence in blocks.Where(block => !block.IsRow).SelectMany(block => Sentences.In(block.Text)).Where(sentence => sentence.Length < 2000))
        {
            var people = sentence.Text.Contains("pologies", StringComparison.Ordinal) ? After(sentence) : null;
            foreach (var person in people ?? [])
            {
                yield return person;
            }
        }
    }

    private IEnumerable<Person>? After(Passage sentence)
    {
        foreach (var word in new[] { " from ", ": ", " by ", " for " })
        {
            var at = sentence.Text.IndexOf(word, Math.Max(0, sentence.Text.IndexOf("pologies", StringComparison.Ordinal)), StringComparison.Ordinal);
            var list = at < 0 ? [] : attendance.Several(sentence.From(at + word.Length)).ToList();
            if (list.Exists(person => layouts.Prepared(all => new People(all)).IsName(person.Name.Text)))
            {
                return list;
            }
        }

        return null;
    }

    private Passage? FindChair()
    {
        if (Chairs() is { Count: > 0 } chairs)
        {
            AddToPresent(chairs);
            return (chairs.Count > 1 ? InTheChair() : null) ?? chairs[0].Name;
        }

        return present.Find(person => person.Role.Text.Contains("in the chair", StringComparison.OrdinalIgnoreCase))?.Name ?? InTheChair() ?? ByInitials() ?? present.Find(person => person.Chairs)?.Name ?? ByRole();
    }

    /// <summary>Those named under a heading or beside a label for the chair; one who stands there alone has it as the role.</summary>
    private List<Person> Chairs()
    {
        var section = sections.FirstOrDefault(section => section.Kind == MinutesPart.Chair);
        var labelled = section is null && labels.First("label.chair", to: FirstItem()) is { Value: { IsEmpty: false, Length: < 150 } } found ? found : null;
        var title = section?.Heading?.Text ?? labelled?.Name ?? Passage.Empty;
        var named = section is not null ? Listed(MinutesPart.Chair).ToList() : labelled is not null ? [.. attendance.Several(labelled.Value).Where(person => !IsOrganisation(person.Name.Text) && !IsMark(person.Name.Text))] : [];
        var isRole = named.Count == 1 && named[0].Role.IsEmpty && layouts["people.chair"].Match(title.Text);
        return isRole ? [named[0] with { Role = title.Trim(":") }] : named;
    }

    /// <summary>Where the first item is headed: what is labelled "chair" after it is in a table of actions, or a signature.</summary>
    private int? FirstItem() =>
        sections.FirstOrDefault(part => part.Kind == MinutesPart.Item)?.Heading is { } heading && Enumerable.Range(0, blocks.Count).FirstOrDefault(index => ReferenceEquals(blocks[index], heading), -1) is >= 0 and var at ? at : null;

    /// <summary>Whether the words are an organisation and nobody's name: the cell after a role in a table of people.</summary>
    private bool IsOrganisation(string words) => layouts.Prepared(all => new People(all)) is var people && people.IsOrganisation(words) && !people.IsName(words);

    /// <summary>Whether the words say that somebody came, or did not: the cell after a role in a register of attendance.</summary>
    private bool IsMark(string words) => layouts["people.attended"].Match(words) || layouts["people.absent"].Match(words) || Answers.Of(words) is not null;

    private void AddToPresent(List<Person> chairs) =>
        present.InsertRange(0, chairs.Where(person => !present.Exists(known => Key.Of(known.Name.Text) == Key.Of(person.Name.Text))).ToList());

    /// <summary>Who is said to have taken the chair.</summary>
    private Passage? InTheChair()
    {
        foreach (var sentence in blocks.Where(block => !block.IsRow && block.Text.Length < 3000).SelectMany(block => Sentences.In(block.Text)))
        {
            if (layouts["chair.sentences"].FoundIn(Key.Of(sentence.Text))
                && present.Where(person => sentence.Text.Contains(person.Name.Text, StringComparison.Ordinal)).MinBy(person => sentence.Text.IndexOf(person.Name.Text, StringComparison.Ordinal)) is { } person)
            {
                return person.Name;
            }
        }

        return null;
    }

    /// <summary>Who is said by initials to have taken the chair: <c>In the absence of the Chair, AG took the chair</c>.</summary>
    private Passage? ByInitials()
    {
        foreach (var sentence in blocks.Where(block => !block.IsRow && block.Text.Length < 3000).SelectMany(block => Sentences.In(block.Text)))
        {
            if (layouts["chair.sentences"].FoundIn(Key.Of(sentence.Text)) && present.Where(person => IsInitialled(sentence.Text, person)).ToList() is [var first, ..])
            {
                return present.Where(person => IsInitialled(sentence.Text, person)).MinBy(person => sentence.Text.IndexOf(Initials(person), StringComparison.Ordinal))?.Name ?? first.Name;
            }
        }

        return null;
    }

    private static bool IsInitialled(string sentence, Person person)
    {
        var initials = Initials(person);
        var at = initials.Length < 2 ? -1 : sentence.IndexOf(initials, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(sentence[at - 1])) && (at + initials.Length == sentence.Length || !char.IsLetter(sentence[at + initials.Length]));
    }

    private static string Initials(Person person) => string.Concat(person.Name.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(2).Select(word => word[..1]));

    private Passage? ByRole() =>
        present.Find(person => Key.Of(person.Role.Text) is var role && layouts["people.chair"].FoundIn(role) && !layouts["people.not-chair"].FoundIn(role))?.Name;
}
