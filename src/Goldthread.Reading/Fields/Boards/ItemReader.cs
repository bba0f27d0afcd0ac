using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>The items of a meeting with what was minuted under each, and the actions recorded there.</summary>
internal sealed partial class ItemReader(Layouts layouts, Places places)
{
    private const int LongestLead = 40;
    private const int LastItems = 3;
    private readonly ActionReader actionReader = new(layouts);

    public (List<Item> Items, List<FoundAction> Actions) Read(IReadOnlyList<MinutesSection> sections)
    {
        var items = new List<Item>();
        var actions = new List<FoundAction>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var lastItems = sections.Where(section => section.Kind == MinutesPart.Item).TakeLast(LastItems).ToHashSet();
        foreach (var section in sections.Where(section => section.Kind is MinutesPart.Item or MinutesPart.Actions))
        {
            // An item called so at the beginning goes through the actions of the meeting before.
            var isOfActions = lastItems.Contains(section) && layouts["heading.actions"].MatchKey(section.Heading!.Key);
            var (found, used) = actionReader.Read(section.Blocks, section.Kind == MinutesPart.Actions, isOfActions);
            actions.AddRange(found.Where(action => known.Add(Vocabulary.Key.Of(action.Text.Text))));
            if (section.Kind == MinutesPart.Item)
            {
                items.Add(Write(section, used, items.Count));
            }
        }

        return (items, actions);
    }

    private Item Write(MinutesSection section, HashSet<Block> used, int index)
    {
        var pointer = $"/items/{index}";
        var heading = section.Heading!;
        if (heading.Number is not null)
        {
            places.Put(pointer + "/number", heading.Number.Where);
        }

        var paragraphs = Grouped(section.Blocks.Where(block => !used.Contains(block) && !IsNextMeeting(block, heading) && !IsClosing(block)))
            .Select((text, i) => places.Put($"{pointer}/paragraphs/{i}", text)).ToList();
        return new Item(heading.Number?.Printed, places.Put(pointer + "/heading", heading.Text.Trim(":")), paragraphs);
    }

    /// <summary>Whether the line ends the record and not the item: where the chair signs, or when the meeting closed, on its own.</summary>
    private bool IsClosing(Block block) => layouts["minutes.signatures"].MatchKey(block.Key) || (block is { IsPlain: true, Gap: true } && Closed.IsMatch(block.Text.Text));

    /// <summary>Whether the line only says when the next meeting is, and its item does not.</summary>
    private bool IsNextMeeting(Block block, Block heading) =>
        block.IsPlain && block.Text.Length < 150 && !layouts["label.nextMeeting"].MatchKey(heading.Key) && Labels.Split(block.Text, layouts["label.nextMeeting"]) is { Value.IsEmpty: false } split && Dates.First(split.Value) is not null;

    /// <summary>The paragraphs: what is listed after a colon, or stands further in, belongs to what leads in to it.</summary>
    private static List<Passage> Grouped(IEnumerable<Block> blocks)
    {
        var groups = new List<List<Block>>();
        foreach (var block in blocks)
        {
            if (groups.Count > 0 && Belongs(block, groups[^1][0]))
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

    private static bool Belongs(Block block, Block first)
    {
        if (IsResolved.IsMatch(first.Text.Text) && first.Text.Length < LongestLead)
        {
            return block.Bullet || block.Number is { Style: NumeralStyle.Letter or NumeralStyle.Roman } or { Bracketed: true } || (block.IsPlain && block.Text.Text.StartsWith("That ", StringComparison.Ordinal));
        }

        var isListed = block.Bullet || block.Number is { Style: NumeralStyle.Letter or NumeralStyle.Roman };
        return isListed
            ? !first.Bullet && first.Text.Text.EndsWith(':') || (first.Bullet && block.Indent > first.Indent)
            : block.IsPlain && !block.Gap && first.Number is not null;
    }

    [GeneratedRegex(@"^(the )?meeting (was )?(then )?(closed|ended|finished|concluded|rose|adjourned|terminated) at (approximately |about )?([0-9]{1,2}([.:][0-9]{2})?\s?(hrs|hours|[ap]\.?\s?m\.?)?|[0-9]{4}\s?(hrs|hours)?|noon|midday)\s?(noon)?\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed { get; }

    /// <summary>The word with which minutes lead in to what was decided, on a line of its own.</summary>
    [GeneratedRegex(@"^(it was )?(resolved|agreed|decided|recommended)( that)?\s?[:–—-]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsResolved { get; }
}
