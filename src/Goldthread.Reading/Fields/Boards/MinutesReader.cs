using Goldthread.Core.Boards;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>The fields of minutes, each from its part of the document.</summary>
internal sealed class MinutesReader
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly IReadOnlyList<MinutesSection> sections;
    private readonly Layouts layouts;
    private readonly Places places;
    private readonly Labels labels;
    private readonly Attendance attendance;
    private readonly int frontEnd;

    private MinutesReader(IReadOnlyList<Block> blocks, Layouts layouts, Places places)
    {
        (this.blocks, this.layouts, this.places) = (blocks, layouts, places);
        sections = MinutesOutline.Of(blocks, layouts);
        labels = new Labels(blocks, layouts);
        attendance = new Attendance(layouts);
        frontEnd = Math.Max(3, sections[0].Blocks.Count);
    }

    public static Minutes Read(IReadOnlyList<Block> blocks, Layouts layouts, Places places) =>
        new MinutesReader(TableItems.Expand(SideBySide.Expand(blocks, words => IsOfPeople(words, layouts)), layouts), layouts, places).Read();

    private static bool IsOfPeople(Passage words, Layouts layouts) => layouts["heading.present"].Match(words.Text) || layouts["heading.apologies"].Match(words.Text);

    private Minutes Read()
    {
        var meeting = new Meeting(blocks, frontEnd, labels, layouts, places);
        var people = new MinutesPeople(blocks, sections, labels, attendance, layouts);
        var (items, actions) = new ItemReader(layouts, places).Read(sections);
        var previous = new PreviousMeeting(sections, layouts, places);
        return new Minutes
        {
            Body = meeting.Body(),
            Date = meeting.Date(),
            Published = Published(),
            Chair = people.Chair() is { } chair ? places.Put("/chair", chair) : null,
            Present = Write(people.Present(), "/present"),
            Apologies = Write(people.Apologies(), "/apologies"),
            Items = items,
            PreviousMeeting = previous.Date(),
            PreviousMinutesAgreed = previous.Agreed(),
            Actions = [.. actions.Where(action => !action.Text.IsEmpty).Select(Write)],
            Programmes = [.. new Programmes(layouts).In(Discussed()).Select((name, index) => places.Put($"/programmes/{index}", name))],
        };
    }

    private IEnumerable<Passage> Discussed() =>
        sections.Where(section => section.Kind is MinutesPart.Item or MinutesPart.Actions)
            .SelectMany(section => section.Blocks.Select(block => block.Text).Prepend(section.Heading!.Text));

    private DateOnly? Published()
    {
        foreach (var label in labels.Find("label.published"))
        {
            places.Expect("/published", label.Name);
            if (Dates.First(label.Value) is { } date)
            {
                places.Put("/published", date.Where);
                return date.Date;
            }
        }

        return null;
    }

    private List<Attendee> Write(IReadOnlyList<Person> list, string pointer) =>
        [.. list.Where(person => !person.Name.IsEmpty).Select((person, index) => new Attendee(
            places.Put($"{pointer}/{index}/name", person.Name),
            person.Organisation.IsEmpty ? null : places.Put($"{pointer}/{index}/organisation", person.Organisation),
            person.Role.IsEmpty ? null : places.Put($"{pointer}/{index}/role", person.Role)))];

    private ActionPoint Write(FoundAction action, int index)
    {
        var pointer = $"/actions/{index}";
        if (action.Due is { } due)
        {
            places.Put(pointer + "/due", due.Where);
        }

        var owner = action.Owner.IsEmpty ? null : places.Put(pointer + "/owner", action.Owner);
        return new ActionPoint(places.Put(pointer + "/text", action.Text), owner, action.Due?.Date);
    }
}
