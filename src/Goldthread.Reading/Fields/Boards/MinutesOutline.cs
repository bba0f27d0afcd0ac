using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>What a part of the minutes is.</summary>
internal enum MinutesPart
{
    /// <summary>Before the first heading.</summary>
    Front,

    /// <summary>Who was there.</summary>
    Present,

    /// <summary>Who sent apologies.</summary>
    Apologies,

    /// <summary>Who took the chair.</summary>
    Chair,

    /// <summary>An item of the meeting.</summary>
    Item,

    /// <summary>A list of actions.</summary>
    Actions,

    /// <summary>What is not read: actions of earlier meetings, for instance.</summary>
    Other,
}

/// <summary>A heading of the minutes and the blocks under it.</summary>
internal sealed record MinutesSection(MinutesPart Kind, Block? Heading)
{
    /// <summary>The blocks under the heading.</summary>
    public List<Block> Blocks { get; } = [];
}

/// <summary>Divides minutes into head, attendance, items and actions.</summary>
internal sealed class MinutesOutline
{
    private static readonly (string Group, MinutesPart Kind)[] Headings =
    [
        ("heading.present", MinutesPart.Present),
        ("heading.apologies", MinutesPart.Apologies),
        ("heading.chair", MinutesPart.Chair),
        ("heading.actions", MinutesPart.Actions),
        ("heading.pastActions", MinutesPart.Other),
        ("heading.container", MinutesPart.Front),
    ];

    private const int ShortestList = 12;
    private const int LongestLabel = 3;
    private readonly Layouts layouts;
    private readonly People people;
    private readonly List<MinutesSection> sections = [new(MinutesPart.Front, null)];
    private readonly ItemStyle style;
    private Block? lastItem;

    private MinutesOutline(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        this.layouts = layouts;
        people = layouts.Prepared(all => new People(all));
        style = ItemStyle.Of(blocks, layouts);
    }

    public static IReadOnlyList<MinutesSection> Of(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var outline = new MinutesOutline(blocks, layouts);
        foreach (var block in blocks)
        {
            outline.Take(block);
        }

        return outline.sections;
    }

    private void Take(Block block)
    {
        var inItem = sections[^1].Kind == MinutesPart.Item;
        if (style.IsItem(block, lastItem is not null) && !IsListedAction(block))
        {
            lastItem = block;
            sections.Add(new MinutesSection(MinutesPart.Item, block));
        }
        else if (Heading(block, inItem) is { } section)
        {
            sections.Add(section);
        }
        else
        {
            if (sections[^1].Kind is MinutesPart.Present or MinutesPart.Apologies or MinutesPart.Chair && (IsProse(block) || IsAboutNobody(block) || IsAboutMeeting(block)))
            {
                sections.Add(new MinutesSection(MinutesPart.Other, null));
            }

            sections[^1].Blocks.Add(block);
        }
    }

    /// <summary>Whether the number is that of an action in a list of them, which counts for itself.</summary>
    private bool IsListedAction(Block block) =>
        sections[^1] is { Kind: MinutesPart.Actions } list && block.Rank == 0 && block.Number is { } number
        && (list.Blocks.Exists(before => before.Number is not null) || number.Value != (lastItem?.Number?.Value ?? 0) + 1 || number.Value == 1);

    /// <summary>Whether the line says that nobody sent apologies, or tells of them in a sentence.</summary>
    private bool IsAboutNobody(Block block) =>
        sections[^1].Kind != MinutesPart.Apologies && block.IsPlain && (layouts["people.nobody"].MatchKey(block.Key) || (block.Text.Text.EndsWith('.') && block.Text.Text.Contains("pologies were", StringComparison.Ordinal)));

    /// <summary>Whether it is a row that says of the meeting when it was or when its minutes were published, below one that names who took the chair.</summary>
    private bool IsAboutMeeting(Block block) =>
        block.IsRow && Key.Of(block.Cells[0].Text.Text) is var key && (layouts["label.meetingDate"].MatchKey(key) || layouts["label.published"].MatchKey(key) || layouts["label.meetingIgnored"].MatchKey(key))
        && !PeopleColumns.IsHead(block, layouts);

    private static bool IsProse(Block block) =>
        block.IsPlain && block.Text.Length > 40 && block.Text.Text.EndsWith('.') && !block.Text.Text.Contains(',', StringComparison.Ordinal);

    private MinutesSection? Heading(Block block, bool inItem)
    {
        foreach (var (group, kind) in Headings)
        {
            var isList = kind is MinutesPart.Present or MinutesPart.Apologies or MinutesPart.Chair;
            if (isList && inItem)
            {
                continue;
            }

            if (layouts[group].MatchKey(block.Key) && !block.IsRow && (block.Number is null || isList))
            {
                return new MinutesSection(kind, block);
            }

            if (isList && Inline(block, group, kind) is { } section)
            {
                return section;
            }
        }

        if (!inItem && sections[^1].Kind != MinutesPart.Apologies && block.IsPlain && TellsOfApologies(block))
        {
            var section = new MinutesSection(MinutesPart.Apologies, null);
            section.Blocks.Add(block);
            return section;
        }

        return !inItem && sections[^1].Kind == MinutesPart.Front && PeopleColumns.IsHead(block, layouts) ? TableOfPeople(block) : null;
    }

    /// <summary>Whether the line begins with words that lead in to those who sent apologies, and somebody follows: <c>Apologies were received from Ann Lee</c>.</summary>
    private bool TellsOfApologies(Block block)
    {
        var words = block.Text.Text;
        var at = words.Length > 12 && words.AsSpan(0, 12).Contains("polog", StringComparison.Ordinal) ? words.IndexOf(' ', 12) : -1;
        for (var count = 0; at > 0 && count < 8; count++, at = words.IndexOf(' ', at + 1))
        {
            if (char.IsUpper(words[at + 1]) && layouts["people.lead-ins"].Match(words.AsSpan(0, at)))
            {
                return true;
            }
        }

        return false;
    }

    private static MinutesSection TableOfPeople(Block head)
    {
        var section = new MinutesSection(MinutesPart.Present, null);
        section.Blocks.Add(head);
        return section;
    }

    /// <summary>A list beside its label: in the same line, or in the cells after it.</summary>
    private MinutesSection? Inline(Block block, string group, MinutesPart kind)
    {
        if (block.IsRow)
        {
            return layouts[group].Match(block.Cells[0].Text.Text) ? InRow(block, kind) : null;
        }

        if ((Labels.Split(block.Text, layouts[group]) ?? BeforeName(block, group)) is not { Value.IsEmpty: false } split)
        {
            return null;
        }

        var section = new MinutesSection(kind, new Block { Text = split.Name });
        section.Blocks.Add(new Block { Text = split.Value });
        return section;
    }

    /// <summary>The label that a narrow column left only a space to the people after it: <c>Apologies Ann Lee; Bo Hay</c>.</summary>
    private (Passage Name, Passage Value)? BeforeName(Block block, string group)
    {
        var words = block.IsPlain && block.Text.Length > ShortestList ? block.Text.Text : "";
        for (var (at, count) = (words.IndexOf(' '), 0); at > 0 && count < LongestLabel; at = words.IndexOf(' ', at + 1), count++)
        {
            var end = words.AsSpan(at + 1).IndexOfAny(',', ';', '(');
            if (end > 0 && layouts[group].Exact.Contains(Key.Of(words.AsSpan(0, at))) && people.IsName(words.Substring(at + 1, end).Trim()))
            {
                return (block.Text.UpTo(at), block.Text.From(at));
            }
        }

        return null;
    }

    private MinutesSection InRow(Block row, MinutesPart kind)
    {
        var section = new MinutesSection(kind, new Block { Text = row.Cells[0].Text });
        var values = row.Cells.Skip(1).Where(cell => !cell.Text.IsEmpty).ToList();
        if (PeopleColumns.IsHead(row, layouts))
        {
            section.Blocks.Add(row);
        }
        else if (values.Count == 1)
        {
            section.Blocks.AddRange(values[0].Blocks);
        }
        else if (values.Count > 1)
        {
            section.Blocks.Add(new Block { Text = Passage.Join(values.Select(cell => cell.Text)), Cells = values, Table = row.Table });
        }

        return section;
    }
}
