using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

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
    private const int FarIn = 3;
    private const int LongestSetOut = 80;
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

    /// <summary>What a heading with these words begins; null where it is none of those known.</summary>
    public static WorkshopPart? KindOf(Passage heading, Layouts layouts)
    {
        var key = heading.Length > 160 ? "" : Key.Of(heading.Text);
        foreach (var (group, kind) in Headings)
        {
            if (layouts[group].MatchKey(key))
            {
                return kind;
            }
        }

        return null;
    }

    private static WorkshopSection? Begin(Block block, Block? next, Layouts layouts, List<WorkshopSection> sections)
    {
        if (!block.IsRow && KindOf(block.Text, layouts) is { } known)
        {
            return new WorkshopSection(known, block);
        }

        foreach (var (group, kind) in Headings)
        {
            if (!block.Bullet && !block.IsRow && Labels.Split(block.Text, layouts[group]) is { Value.IsEmpty: false } split)
            {
                var section = new WorkshopSection(kind, new Block { Text = split.Name });
                section.Blocks.Add(new Block { Text = split.Value, Gap = true });
                return section;
            }
        }

        return sections.Count > 1 && IsTopic(block, next, sections[^1], layouts) ? new WorkshopSection(WorkshopPart.Topic, block) : null;
    }

    /// <summary>Whether the block heads a topic: a title that stands alone, or before a list; a line among attendees is none.</summary>
    private static bool IsTopic(Block block, Block? next, WorkshopSection inside, Layouts layouts)
    {
        var isTitle = block.LooksLikeTitle || (block.Text.Text.EndsWith('?') && block.Text.Length < 100 && !block.IsRow && !block.Bullet && char.IsUpper(block.Text.Text[0]));
        if (!isTitle || next is null || (block.Text.Text.EndsWith(':') && (block.Rank == 0 || WorkshopReader.LeadsIn(block, layouts))))
        {
            return false;
        }

        if (HeadsItems(block, next, inside))
        {
            return true;
        }

        var leads = next.Bullet || next.Text.Text.EndsWith('.');
        if (KindOf(next.Text, layouts) is not null || (block.Rank == 0 && !leads && IsList(inside)))
        {
            return false;
        }

        if (inside.Kind == WorkshopPart.Attendees && block.Rank == 0)
        {
            return leads || inside.Blocks.Exists(attendee => attendee.Bullet);
        }

        if (block is { Gap: true, IsPlain: true } && !next.Gap && next.IsPlain && next.Indent >= block.Indent + FarIn && block.Text.Length < LongestSetOut)
        {
            return true;
        }

        var headsText = (block.Gap || IsSetOut(block, next, inside)) && !next.Gap && next.Text.Text[^1] is '.' or ':' && (block.IsPlain || IsNextTopic(block, next, inside)) && block.Text.Length < 60;
        var afterAll = inside.Blocks.Count == 0 || inside.Blocks[^1].Bullet || inside.Blocks[^1].Text.Text.EndsWith('.');
        return block.Rank > 0 || (block.Alone && !IsOneOfList(block, inside)) || headsText || (next.Bullet && block.IsPlain && afterAll && block.Text.Length < 80);
    }

    /// <summary>Whether the block stands as far out as the heading before it, and what is above and below further in.</summary>
    private static bool IsSetOut(Block block, Block next, WorkshopSection inside) =>
        inside is { Kind: WorkshopPart.Topic, Heading: { } heading, Blocks: [.., var last] }
        && block.Indent == heading.Indent && last.Indent > block.Indent && next.Indent > block.Indent;

    /// <summary>Whether a number on a heading counts topics, and the lines below have none.</summary>
    private static bool IsNextTopic(Block block, Block next, WorkshopSection inside) =>
        block.Number is { IsTop: true } number && next.IsPlain && (number.Value == 1 || inside.Heading?.Number?.Value == number.Value - 1);

    /// <summary>Whether plain lines under the heading are its points: it is ranked and they are not, or it asks for a list.</summary>
    private static bool IsList(WorkshopSection section) =>
        section.Heading?.Rank > 0 || section.Kind is WorkshopPart.Agreements or WorkshopPart.Measures or WorkshopPart.NextSteps;

    /// <summary>Whether a number or letter heads items of another kind: <c>A) Getting home</c> before <c>i)</c>.</summary>
    private static bool HeadsItems(Block block, Block next, WorkshopSection inside)
    {
        var leads = next.Bullet || (next.Number is { } number && number.Style != block.Number?.Style);
        return block.Number is not null && block.Gap && leads
            && (inside.Heading?.Number?.Style == block.Number.Style || inside.Kind is WorkshopPart.Front or WorkshopPart.Attendees or WorkshopPart.Purpose);
    }

    /// <summary>Whether the block goes on with the numbers of the list that it stands in.</summary>
    private static bool IsOneOfList(Block block, WorkshopSection inside) =>
        block.Number is { } number && inside.Blocks.Count > 0 && inside.Blocks[^1].Number is { } before && before.Style == number.Style && number.Value == before.Value + 1;
}
