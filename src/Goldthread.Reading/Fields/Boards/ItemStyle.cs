using Goldthread.Reading.Blocks;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>How these minutes head their items: with numbers, or by a rank of heading, or by lines on their own.</summary>
internal sealed class ItemStyle
{
    private const int LongestFront = 30;
    private const int LongestList = 400;
    private const int FewestAlone = 3;
    private static readonly string[] People = ["heading.present", "heading.apologies"];
    private readonly bool numbered;
    private readonly bool lettered;
    private readonly bool markedNumbers;
    private readonly int numberedRank;
    private readonly int rank;
    private readonly bool capitals;
    private readonly HashSet<Block> front;
    private readonly HashSet<Block> alone;
    private readonly Layouts layouts;

    private ItemStyle(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        this.layouts = layouts;
        blocks = WithoutLists(blocks);
        front = Front(blocks);
        var titles = blocks.Where(block => block.Number is { } number && IsItemNumber(number) && IsTitle(block)).ToList();
        lettered = titles.Count < 2 && blocks.Count(block => block.Number is { } number && IsCapital(number) && IsTitle(block)) > 2;
        numbered = titles.Count >= 2;
        numberedRank = titles.Select(block => block.Rank).Where(given => given is > 0 and < 7).DefaultIfEmpty(0).Max();
        markedNumbers = titles.Count(block => block.Rank > 0) >= 2;
        var plain = blocks.Where(block => block.Number is null && IsTitle(block) && !IsOtherHeading(block) && !front.Contains(block)).ToList();
        rank = plain.Where(block => block.Rank is > 1).GroupBy(block => block.Rank).Where(group => group.Count() > 1).Select(group => group.Key).DefaultIfEmpty(0).Min();
        capitals = plain.Count(block => block.IsCapitals) > 2;
        alone = rank == 0 && !capitals ? OverText(blocks) : [];
    }

    public static ItemStyle Of(IReadOnlyList<Block> blocks, Layouts layouts) => new(blocks, layouts);

    /// <summary>Whether the block is the heading of an item; after the first of numbered headings, one of their rank needs no number.</summary>
    public bool IsItem(Block block, bool afterFirst)
    {
        if (!numbered && !lettered && alone.Contains(block))
        {
            return true;
        }

        if (!IsTitle(block) || (block.Number is not null && front.Contains(block)))
        {
            return false;
        }

        if (numbered && markedNumbers && afterFirst && block.Number is null && block.Rank > 0 && block.Rank == numberedRank)
        {
            return !IsOtherHeading(block);
        }

        if (numbered)
        {
            return block.Number is { } number && IsItemNumber(number) && (!markedNumbers || block.Rank > 0);
        }

        if (lettered)
        {
            return block.Number is { } number && IsCapital(number);
        }

        if (block.Number is not null || IsOtherHeading(block) || front.Contains(block))
        {
            return false;
        }

        return rank > 0 ? block.Rank == rank : IsKnownItem(block) || (block.Alone && capitals && block.IsCapitals && !layouts["meeting.title-words"].FoundIn(block.Key));
    }

    /// <summary>What stands above those who were there: the name of the body, the day, the title; none of it is an item, whatever it looks like.</summary>
    private HashSet<Block> Front(IReadOnlyList<Block> blocks)
    {
        var end = 0;
        while (end < blocks.Count && end < LongestFront && !NamesPeople(blocks[end]) && !IsKnownItem(blocks[end]))
        {
            end++;
        }

        return end < blocks.Count && end < LongestFront && NamesPeople(blocks[end]) ? [.. blocks.Take(end).Where(block => block.Number is null || blocks.Skip(end).Any(later => later.Number?.Printed == block.Number.Printed && later.LooksLikeTitle))] : [];
    }

    private bool NamesPeople(Block block) => People.Any(group => block.IsRow
        ? layouts[group].Match(block.Cells[0].Text) || PeopleColumns.IsHead(block, layouts)
        : layouts[group].MatchKey(block.Key) || (block.Text.Length < LongestList && Labels.Split(block.Text, layouts[group]) is { Value.IsEmpty: false }));

    /// <summary>Short lines on their own, each right above a paragraph, where there are several and nothing else marks the items.</summary>
    private HashSet<Block> OverText(IReadOnlyList<Block> blocks)
    {
        var found = new HashSet<Block>();
        for (var index = 0; index + 1 < blocks.Count; index++)
        {
            var (block, next) = (blocks[index], blocks[index + 1]);
            if (block is { IsPlain: true, LooksLikeTitle: true } && (block.Alone || (block.Gap && !next.Gap)) && !front.Contains(block) && !IsOtherHeading(block) && !block.Text.Text.EndsWith(':')
                && next.IsPlain && (next.Text.Length > block.Text.Length || IsEarlier(block)) && next.Text.Text[^1] is '.' or ':')
            {
                found.Add(block);
            }
        }

        return found.Count >= FewestAlone && found.Any(block => layouts["minutes.items"].MatchKey(block.Key) || IsEarlier(block)) ? found : [];
    }

    /// <summary>Whether the heading is that of the item on the record of an earlier meeting.</summary>
    private bool IsEarlier(Block block) => layouts["previous.words"].FoundIn(block.Key) || layouts["previous.headings"].MatchKey(block.Key);

    private bool IsKnownItem(Block block) => layouts["minutes.items"].MatchKey(block.Key) && block.Alone;

    private bool IsOtherHeading(Block block) =>
        new[] { "heading.present", "heading.apologies", "heading.chair", "heading.actions", "heading.pastActions", "heading.container" }
            .Any(group => layouts[group].MatchKey(block.Key));

    /// <summary>The blocks without what is listed under a heading for actions: numbers there count actions.</summary>
    private List<Block> WithoutLists(IReadOnlyList<Block> blocks)
    {
        var kept = new List<Block>(blocks.Count);
        var inActions = false;
        foreach (var block in blocks)
        {
            var isHeading = block.Number is null && block.LooksLikeTitle && (block.Gap || block.Rank > 0);
            inActions = isHeading ? layouts["heading.actions"].MatchKey(block.Key) : inActions && block.Rank == 0;
            if (!inActions || isHeading)
            {
                kept.Add(block);
            }
        }

        return kept;
    }

    private static bool IsTitle(Block block) => block.LooksLikeTitle && (block.Alone || block.Rank > 0 || block.Number is not null);

    private static bool IsCapital(Numeral number) => number.Style is NumeralStyle.Letter or NumeralStyle.Roman && char.IsUpper(number.Printed[0]);

    private static bool IsItemNumber(Numeral number) => number.IsTop || number.Style == NumeralStyle.Slashed;
}
