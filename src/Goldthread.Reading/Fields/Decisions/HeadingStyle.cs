using Goldthread.Reading.Blocks;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>How this document writes its section headings, learned from those whose names are known.</summary>
internal sealed record HeadingStyle(bool Numbered, bool Bracketed, int Rank, bool Capitals, bool Any)
{
    public static HeadingStyle Of(IReadOnlyList<Block> blocks, Topics topics)
    {
        var known = blocks.Where(block => !block.IsRow && (block.LooksLikeTitle || block.Text.Text.EndsWith('?')) && topics.Known(block.Key) is not null).ToList();
        var numbered = known.Count(block => block.Number is not null) * 2 > known.Count;
        var rank = known.Where(block => block.Rank > 0).GroupBy(block => block.Rank).MaxBy(group => group.Count())?.Key ?? 0;
        var bracketed = known.Count(block => block.Number is { IsTop: true, Bracketed: true }) * 2 > known.Count;
        return new HeadingStyle(numbered, bracketed, rank, known.Count > 0 && known.TrueForAll(block => block.IsCapitals), known.Count > 0);
    }

    /// <summary>Whether a block whose words are not known is the heading of a section.</summary>
    public bool IsSection(Block block, Block? next, PartKind inside, bool inBody, int lastNumber)
    {
        var isQuestion = block.Text.Length <= 140 && block.Text.Text.EndsWith('?') && (block.Rank > 0 ? block.Rank == Rank : Numbered && block is { Number: not null, Alone: true });
        if (block.IsRow || (!block.LooksLikeTitle && !isQuestion) || next is null)
        {
            return false;
        }

        return block.Number is { } number
            ? IsNumberedSection(block, number, next, inside, inBody, lastNumber)
            : IsPlainSection(block, inBody, inside);
    }

    private bool IsNumberedSection(Block block, Numeral number, Block next, PartKind inside, bool inBody, int lastNumber)
    {
        if (!(number.IsTop || (number.Style is NumeralStyle.Roman or NumeralStyle.Letter && block.IsCapitals)) || number.Bracketed != Bracketed)
        {
            return false;
        }

        var hasChild = next.Number is { Style: NumeralStyle.Decimal } child && child.First == number.First && !child.IsTop;
        var isMarked = block.Rank > 0 && block.Rank == Rank;
        var begins = number.Value == 1 && inside == PartKind.Front && block.Text.Text.EndsWith('?');
        var isNext = (inBody || begins) && inside != PartKind.Recommendations && Numbered && block.Alone && number.Value > lastNumber && number.Value <= lastNumber + 3;
        return hasChild || isMarked || isNext;
    }

    private bool IsPlainSection(Block block, bool inBody, PartKind inside)
    {
        if (block.Text.Text.Contains(": ", StringComparison.Ordinal) && block.Rank is 0 or 7)
        {
            return false;
        }

        if (inside is PartKind.Front or PartKind.Form || block.Text.Text.EndsWith(':'))
        {
            return block.Rank is > 0 and < 7 && block.Rank == Rank && inBody;
        }

        if (Rank > 0)
        {
            return block.Rank == Rank && (inBody || inside == PartKind.Recommendations);
        }

        var sameLook = !Numbered && Any && block.Alone && block.IsCapitals == Capitals;
        return sameLook && (inBody || (inside == PartKind.Recommendations && Capitals)) && block.Text.Text.AsSpan().Count(' ') < 10;
    }
}
