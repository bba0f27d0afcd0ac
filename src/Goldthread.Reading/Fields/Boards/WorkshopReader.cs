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
    private readonly List<(Passage Heading, List<Passage> Points)> topics = [];

    private WorkshopReader(Layouts layouts, Places places) => (this.layouts, this.places) = (layouts, places);

    public static Workshop Read(IReadOnlyList<Block> blocks, Layouts layouts, Places places) => new WorkshopReader(layouts, places).Read(blocks);

    private Workshop Read(IReadOnlyList<Block> blocks)
    {
        var parts = WorkshopOutline.Of(blocks, layouts);
        var meeting = new Meeting(blocks, Math.Max(3, parts[0].Blocks.Count), new Labels(blocks, layouts), layouts, places);
        foreach (var part in parts)
        {
            Sort(part);
        }

        var purpose = Passage.Join(parts.Where(part => part.Kind == WorkshopPart.Purpose).SelectMany(part => part.Blocks).Select(block => block.Text));
        var attendees = parts.Where(part => part.Kind == WorkshopPart.Attendees).SelectMany(Listed).ToList();
        return new Workshop
        {
            Body = meeting.Body(),
            Date = meeting.Date(),
            Attendees = Write("/attendees", attendees),
            Purpose = purpose.IsEmpty ? null : places.Put("/purpose", purpose),
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

    private void Sort(WorkshopSection part)
    {
        switch (part.Kind)
        {
            case WorkshopPart.Agreements:
                agreements.AddRange(Points(part.Blocks));
                break;
            case WorkshopPart.Measures:
                measures.AddRange(Points(part.Blocks));
                break;
            case WorkshopPart.NextSteps:
                steps.AddRange(Points(part.Blocks));
                break;
            case WorkshopPart.Topic:
                SortTopic(part);
                break;
        }
    }

    /// <summary>Sorts what stands under a topic: points, what was agreed, and lists that a sentence leads in to.</summary>
    private void SortTopic(WorkshopSection part)
    {
        var lists = new[] { WorkshopPart.Topic, WorkshopPart.Agreements, WorkshopPart.Measures, WorkshopPart.NextSteps }
            .ToDictionary(kind => kind, _ => new List<Block>());
        var into = WorkshopPart.Topic;
        foreach (var block in part.Blocks)
        {
            var isItem = block.Bullet || block.Number is not null || block.IsRow;
            into = isItem ? into : LeadsTo(block);
            if (isItem || into == WorkshopPart.Topic)
            {
                lists[into].Add(block);
            }
            else if (!block.Text.Text.EndsWith(':'))
            {
                lists[into].Add(block);
                into = WorkshopPart.Topic;
            }
        }

        agreements.AddRange(Points(lists[WorkshopPart.Agreements], keepProse: true));
        measures.AddRange(Points(lists[WorkshopPart.Measures]));
        steps.AddRange(Points(lists[WorkshopPart.NextSteps]));
        topics.Add((WithoutPart(part.Heading!.Text).Trim(":"), Points(lists[WorkshopPart.Topic])));
    }

    /// <summary>The heading without the <c>Part 1:</c> that numbers it.</summary>
    private Passage WithoutPart(Passage heading)
    {
        var colon = heading.Text.IndexOfAny([':', '–']);
        return colon > 0 && colon + 2 < heading.Length && layouts["workshop.parts"].Match(heading.Text.AsSpan(0, colon)) ? heading.From(colon + 1) : heading;
    }

    private WorkshopPart LeadsTo(Block block)
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

        return layouts["workshop.agreed"].FoundIn(key) ? WorkshopPart.Agreements : WorkshopPart.Topic;
    }

    private static IEnumerable<Passage> Listed(WorkshopSection part) =>
        part.Blocks.Count == 1 && !part.Blocks[0].Bullet && part.Blocks[0].Text.Text.IndexOfAny([',', ';']) >= 0 && !part.Blocks[0].IsRow
            ? AtCommas(part.Blocks[0].Text.Trim("."))
            : part.Blocks.Where(block => !block.Head).Select(block => block.Text.Trim(".,;"));

    private static IEnumerable<Passage> AtCommas(Passage list)
    {
        var separator = list.Text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= list.Length; at++)
        {
            depth += at == list.Length ? -depth : list.Text[at] == '(' ? 1 : list.Text[at] == ')' ? -1 : 0;
            if (at < list.Length && (depth > 0 || list.Text[at] != separator))
            {
                continue;
            }

            var piece = list.Slice(start, at - start);
            var and = at == list.Length ? piece.Text.IndexOf(" and ", StringComparison.Ordinal) : -1;
            start = at + 1;
            foreach (var part in and > 0 ? [piece.UpTo(and), piece.From(and + 5)] : new[] { piece.Text.StartsWith("and ", StringComparison.Ordinal) ? piece.From(4) : piece })
            {
                yield return part;
            }
        }
    }

    /// <summary>The points of a list, nested ones with their parent; paragraphs only where there is no list.</summary>
    private static List<Passage> Points(List<Block> blocks, bool keepProse = false)
    {
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

    private static bool IsNested(Block block, Block first) =>
        (first.Bullet || first.Number is not null) && (block.Indent > first.Indent || (first.Number is not null && block.Bullet));
}
