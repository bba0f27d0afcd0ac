using Goldthread.Core.Boards;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>The fields of a workshop's notes, each from its part of the document.</summary>
internal sealed class WorkshopReader
{
    private readonly Layouts layouts;
    private readonly Places places;
    private readonly List<Passage> agreements = [];
    private readonly List<Passage> measures = [];
    private readonly List<Passage> steps = [];
    private readonly List<Passage> attendees = [];
    private readonly List<Block> purpose = [];
    private readonly List<(Passage Heading, List<Passage> Points)> topics = [];

    private WorkshopReader(Layouts layouts, Places places) => (this.layouts, this.places) = (layouts, places);

    public static Workshop Read(IReadOnlyList<Block> blocks, Layouts layouts, Places places) => new WorkshopReader(layouts, places).Read(blocks);

    private Workshop Read(IReadOnlyList<Block> read)
    {
        var blocks = WorkshopTables.Expand(read, layouts);
        var parts = WorkshopOutline.Of(blocks, layouts);
        var meeting = new Meeting(blocks, Math.Max(3, parts[0].Blocks.Count), new Labels(blocks, layouts), layouts, places);
        foreach (var part in parts)
        {
            Sort(part);
        }

        var aim = Passage.Join(purpose.Select(block => block.Text));
        return new Workshop
        {
            Body = meeting.Body(),
            Date = meeting.Date(),
            Attendees = Write("/attendees", attendees),
            Purpose = aim.IsEmpty ? null : places.Put("/purpose", aim),
            Topics = [.. topics.Where(topic => topic.Points.Count > 0).Select(Write)],
            Agreements = Write("/agreements", agreements),
            SuccessMeasures = Write("/successMeasures", measures),
            NextSteps = Write("/nextSteps", steps),
        };
    }

    private WorkshopTopic Write((Passage Heading, List<Passage> Points) topic, int index) =>
        new(places.Put($"/topics/{index}/heading", topic.Heading), Write($"/topics/{index}/points", topic.Points));

    private List<string> Write(string pointer, List<Passage> list) =>
        [.. list.Where(text => !text.IsEmpty).Select((text, index) => places.Put($"{pointer}/{index}", text))];

    /// <summary>Sorts what stands under a heading: what belongs to it, what was agreed, and lists that a sentence leads in to.</summary>
    private void Sort(WorkshopSection part)
    {
        var lists = Enum.GetValues<WorkshopPart>().ToDictionary(kind => kind, _ => new List<Block>());
        var home = part.Kind;
        var into = home;
        Block? lead = null;
        foreach (var block in part.Blocks)
        {
            var isItem = block.Bullet || block.Number is not null || block.IsRow || (lead is not null && into != home && block.Indent > lead.Indent);
            lead = isItem ? lead : block;
            into = isItem ? into : LeadsTo(block, layouts) is { } kind && (home == WorkshopPart.Topic || block.Text.Text.EndsWith(':')) ? kind : home;
            if (isItem || into == home)
            {
                lists[into].Add(block);
            }
            else if (!block.Text.Text.EndsWith(':'))
            {
                lists[into].Add(block);
                into = home;
            }
        }

        agreements.AddRange(Points(lists[WorkshopPart.Agreements], keepProse: home != WorkshopPart.Agreements));
        measures.AddRange(Points(lists[WorkshopPart.Measures]));
        steps.AddRange(Points(lists[WorkshopPart.NextSteps]));
        attendees.AddRange(new WorkshopAttendees(layouts).Read(lists[WorkshopPart.Attendees]));
        purpose.AddRange(lists[WorkshopPart.Purpose]);
        if (home == WorkshopPart.Topic)
        {
            topics.Add((part.Heading!.Text.Trim(":"), Points(lists[WorkshopPart.Topic])));
        }
    }

    /// <summary>Whether the block leads in to a list of what was agreed, will be measured or comes next.</summary>
    public static bool LeadsIn(Block block, Layouts layouts) => LeadsTo(block, layouts) is not null;

    private static WorkshopPart? LeadsTo(Block block, Layouts layouts)
    {
        var key = Key.Of(block.Text.Text.AsSpan(0, Math.Min(block.Text.Length, 400)));
        var leadsIn = block.Text.Text.EndsWith(':');
        if (leadsIn && layouts["workshop.leads-to-steps"].FoundIn(key))
        {
            return WorkshopPart.NextSteps;
        }

        if (leadsIn && layouts["workshop.leads-to-measures"].FoundIn(key))
        {
            return WorkshopPart.Measures;
        }

        return layouts["workshop.agreed"].FoundIn(key) ? WorkshopPart.Agreements : null;
    }

    /// <summary>The points of a list, nested ones with their parent; paragraphs only where there is no list.</summary>
    private List<Passage> Points(List<Block> blocks, bool keepProse = false)
    {
        if (!keepProse && blocks is [{ IsPlain: true }])
        {
            return [.. AtSemicolons(blocks[0].Text)];
        }

        // What leads in to a list is none of it.
        blocks = !keepProse && blocks is [{ IsPlain: true } lead, ..] && lead.Text.Text.EndsWith(':') && LeadsIn(lead, layouts) ? blocks[1..] : blocks;
        blocks = blocks.FindAll(block => !block.Head && !(block.IsRow && new ActionTable(layouts).IsHead(block)));
        var items = blocks.Where(block => block.Bullet || block.Number is not null).ToList();
        var source = items.Count > 0 && !keepProse ? blocks.Where(block => items.Contains(block) || block.IsRow || block.Indent > items[0].Indent).ToList() : blocks;
        var groups = new List<List<Block>>();
        foreach (var block in source)
        {
            if (groups.Count > 0 && IsNested(block, groups[^1][0]))
            {
                groups[^1].Add(block);
            }
            else
            {
                groups.Add([block]);
            }
        }

        return [.. groups.Select(group => Passage.Join(group.Select(block => block.Text)))];
    }

    private static IEnumerable<Passage> AtSemicolons(Passage list)
    {
        var start = 0;
        for (var at = 0; at <= list.Length; at++)
        {
            if (at == list.Length || list.Text[at] == ';')
            {
                yield return list.Slice(start, at - start);
                start = at + 1;
            }
        }
    }

    private static bool IsNested(Block block, Block first) =>
        (first.Bullet || first.Number is not null) && (block.Indent > first.Indent || (first.Number is not null && block.Bullet))
        || (first.IsPlain && block.IsPlain && block.Indent > first.Indent && char.IsLower(block.Text.Text[0]));
}
