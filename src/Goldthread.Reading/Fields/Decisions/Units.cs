using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>What belongs together as one paragraph: a numbered paragraph with its bullets, or a single block.</summary>
internal sealed record Unit(Part Part, Numeral? Number, List<Block> Blocks)
{
    private Passage? text;
    private Passage? everything;

    /// <summary>Its words, bullets included, tables not.</summary>
    public Passage Text => text ??= Passage.Join(Blocks.Where(block => !IsTable(block)).Select(block => block.Text));

    /// <summary>All its words, tables too.</summary>
    public Passage Everything => everything ??= Passage.Join(Blocks.Select(block => block.Text));

    public static bool IsTable(Block block) => block.Cells.Count(cell => !cell.Text.IsEmpty) > 1;
}

/// <summary>Groups the blocks of a document's parts into paragraphs.</summary>
internal static class Units
{
    public static IReadOnlyList<Unit> Of(IReadOnlyList<Part> parts)
    {
        var units = new List<Unit>();
        foreach (var part in parts)
        {
            if (part.Heading is not null && part.Kind != PartKind.Front)
            {
                units.Add(new Unit(part, null, [part.Heading]));
            }

            units.AddRange(part.Kind == PartKind.Section ? OfSection(part) : part.Blocks.Select(block => new Unit(part, null, [block])));
        }

        return units;
    }

    /// <summary>The paragraphs of a section.</summary>
    public static List<Unit> OfSection(Part section)
    {
        var units = new List<Unit>();
        var hasDecimals = section.Blocks.Exists(block => block.Number is { Style: NumeralStyle.Decimal });
        for (var index = 0; index < section.Blocks.Count; index++)
        {
            var block = section.Blocks[index];
            var next = index + 1 < section.Blocks.Count ? section.Blocks[index + 1] : null;
            if (units.Count > 0 && (Belongs(block, units[^1], hasDecimals) || IsCaption(block, next, units[^1])))
            {
                units[^1].Blocks.Add(block);
            }
            else
            {
                units.Add(new Unit(section, block.Number, [block]));
            }
        }

        return units;
    }

    /// <summary>Whether the block is the title of a table that stands in a numbered paragraph.</summary>
    private static bool IsCaption(Block block, Block? next, Unit unit) =>
        unit.Number is not null && next is not null && Unit.IsTable(next) && block is { IsPlain: true, LooksLikeTitle: true } && block.Rank is 0 or 7;

    private static bool Belongs(Block block, Unit unit, bool hasDecimals)
    {
        var first = unit.Blocks[0];
        if (block.Number is { } number)
        {
            return number.Style is not NumeralStyle.Decimal && IsSubItem(number, unit, hasDecimals);
        }

        if (block.Bullet)
        {
            return !first.Bullet || block.Indent > first.Indent;
        }

        if (Unit.IsTable(block))
        {
            return true;
        }

        var isInside = block.Indent > first.Indent || !block.Gap;
        return isInside && (unit.Number is not null || first.Bullet) && block.Rank is 0 or 7;
    }

    /// <summary>Whether an item such as <c>a)</c> or <c>1.</c> is part of the paragraph before it and not one of its own.</summary>
    private static bool IsSubItem(Numeral number, Unit unit, bool hasDecimals)
    {
        var first = unit.Blocks[0];
        if (hasDecimals || number.Style is not NumeralStyle.Integer)
        {
            return !(unit.Number is { } own && own.Style == number.Style && number.Style != NumeralStyle.Decimal && !hasDecimals);
        }

        return first.Text.Text.EndsWith(':') && !(unit.Number is { Style: NumeralStyle.Integer } before && number.Value == before.Value + 1);
    }
}
