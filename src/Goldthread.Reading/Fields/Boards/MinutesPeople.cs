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
        present = [.. Listed(MinutesPart.Present)];
        chair = FindChair();
    }

    public IReadOnlyList<Person> Present() => present;

    public Passage? Chair() => chair;

    public IReadOnlyList<Person> Apologies()
    {
        var listed = Listed(MinutesPart.Apologies).ToList();
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
        var listed = Listed(MinutesPart.Chair).FirstOrDefault();
        if (listed is not null)
        {
            AddToPresent(listed);
            return listed.Name;
        }

        if (labels.First("label.chair") is { Value: { IsEmpty: false, Length: < 150 } value } && attendance.Several(value).FirstOrDefault() is { } labelled)
        {
            AddToPresent(labelled);
            return labelled.Name;
        }

        return InTheChair() ?? present.Find(person => person.Role.Text.Contains("in the chair", StringComparison.OrdinalIgnoreCase))?.Name ?? ByRole();
    }

    private void AddToPresent(Person person)
    {
        if (!present.Exists(known => Key.Of(known.Name.Text) == Key.Of(person.Name.Text)))
        {
            present.Insert(0, person);
        }
    }

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

    private Passage? ByRole() =>
        present.Find(person => Key.Of(person.Role.Text) is var role && layouts["people.chair"].FoundIn(role) && !layouts["people.not-chair"].FoundIn(role))?.Name;
}
