using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>What a part of a workshop's notes is.</summary>
internal enum WorkshopPart
{
    /// <summary>Before the first heading.</summary>
    Front,

    /// <summary>Who came.</summary>
    Attendees,

    /// <summary>What it was for.</summary>
    Purpose,

    /// <summary>What was talked about.</summary>
    Topic,

    /// <summary>What partners agreed.</summary>
    Agreements,

    /// <summary>How success will be known.</summary>
    Measures,

    /// <summary>What happens next.</summary>
    NextSteps,
}

/// <summary>A heading of the notes and the blocks under it.</summary>
internal sealed record WorkshopSection(WorkshopPart Kind, Block? Heading)
{
    /// <summary>The blocks under the heading.</summary>
    public List<Block> Blocks { get; } = [];
}

/// <summary>Divides a workshop's notes by their headings.</summary>
internal static class WorkshopOutline
{
    private static readonly (string Group, WorkshopPart Kind)[] Headings =
    [
        ("heading.attendees", WorkshopPart.Attendees),
        ("heading.purpose", WorkshopPart.Purpose),
        ("heading.agreements", WorkshopPart.Agreements),
        ("heading.measures", WorkshopPart.Measures),
        ("heading.nextSteps", WorkshopPart.NextSteps),
    ];

    public static IReadOnlyList<WorkshopSection> Of(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var sections = new List<WorkshopSection> { new(WorkshopPart.Front, null) };
        for (var index = 0; index < blocks.Count; index++)
        {
            var next = index + 1 < blocks.Count ? blocks[index + 1] : null;
            if (Begin(blocks[index], next, layouts, sections) is { } section)
            {
                sections.Add(section);
            }
            else
            {
                sections[^1].Blocks.Add(blocks[index]);
            }
        }

        return sections;
    }

    private static WorkshopSection? Begin(Block block, Block? next, Layouts layouts, List<WorkshopSection> sections)
    {
        foreach (var (group, kind) in Headings)
        {
            if (layouts[group].MatchKey(block.Key) && !block.IsRow)
            {
                return new WorkshopSection(kind, block);
            }

            if (!block.Bullet && !block.IsRow && kind is WorkshopPart.Attendees or WorkshopPart.Purpose && Labels.Split(block.Text, layouts[group]) is { Value.IsEmpty: false } split)
            {
                var section = new WorkshopSection(kind, new Block { Text = split.Name });
                section.Blocks.Add(new Block { Text = split.Value, Gap = true });
                return section;
            }
        }

        return sections.Count > 1 && IsTopic(block, next, sections[^1]) ? new WorkshopSection(WorkshopPart.Topic, block) : null;
    }

    /// <summary>Whether the block heads a topic: a title that stands alone, or before a list; a line among attendees is none.</summary>
    private static bool IsTopic(Block block, Block? next, WorkshopSection inside)
    {
        if (!block.LooksLikeTitle || block.Text.Text.EndsWith(':') || next is null)
        {
            return false;
        }

        var leads = next.Bullet || next.Text.Text.EndsWith('.');
        if (inside.Kind == WorkshopPart.Attendees && block.Rank == 0)
        {
            return leads || inside.Blocks.Exists(attendee => attendee.Bullet);
        }

        var afterAll = inside.Blocks.Count == 0 || inside.Blocks[^1].Bullet || inside.Blocks[^1].Text.Text.EndsWith('.');
        return block.Rank > 0 || block.Alone || (next.Bullet && block.IsPlain && afterAll && block.Text.Length < 80);
    }
}
