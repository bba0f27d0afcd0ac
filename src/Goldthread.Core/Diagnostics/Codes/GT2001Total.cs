using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Parts do not add up to the total they are given for. Only parts that the text says make up the total count.</summary>
internal static class GT2001Total
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var inTexts = Check(
        [
            .. one.Passages.Where(passage => !passage.Pointer.StartsWith("/sections/", StringComparison.Ordinal)).Select(passage => new Block([passage])),
            .. one.Decision.Sections.SelectMany(Block.Of),
        ]).ToList();
        var inTables = DocumentTables.Wrong(one.Document).Where(row => !inTexts.Exists(known => row.Quote!.Contains(known.Quote!, StringComparison.Ordinal)));
        var found = inTexts.Concat(inTables).ToList();
        return found.Count > 0 ? found : TableColumns.Wrong(one.Decision.Amounts, one.Document);
    }

    public static IEnumerable<Finding> Check(Minutes minutes, string? document) => [.. Check([.. Passage.Of(minutes).Select(passage => new Block([passage]))]), .. DocumentTables.Wrong(document)];

    public static IEnumerable<Finding> Check(Workshop workshop, string? document) => [.. Check([.. Passage.Of(workshop).Select(passage => new Block([passage]))]), .. DocumentTables.Wrong(document)];

    private static IEnumerable<Finding> Check(IReadOnlyList<Block> blocks) => blocks.SelectMany(Check);

    private static IEnumerable<Finding> Check(Block block)
    {
        // One total may be said to be made up in more than one way: it is named once.
        var wrong = StatedParts.Wrong(block.Text).Concat(TotalRows.Wrong(block.Text)).Concat(YearlyShares.Wrong(block.Text)).DistinctBy(one => one.Total.Start);
        foreach (var (total, parts) in block.Text.Contains('£') ? wrong : [])
        {
            var added = parts.Sum(part => part.Pounds);
            yield return new(
                "GT2001",
                $"{string.Join(" + ", parts.Select(part => part.Quote))} make {Sum.Show(added)}, and the total given is {total.Quote}: a difference of {Sum.Show(Math.Abs(added - total.Pounds))}.",
                block.PointerAt(total.Start),
                total.Quote);
        }

        foreach (var (total, parts) in CountedParts.Wrong(block.Text))
        {
            var added = parts.Sum(part => part.Value);
            yield return new(
                "GT2001",
                $"{string.Join(" + ", parts.Select(part => part.Quote))} make {added}, and the total given is {total.Quote}: a difference of {Math.Abs(added - total.Value)}.",
                block.PointerAt(total.Start),
                total.Quote);
        }
    }
}

/// <summary>A total and the parts that do not add up to it.</summary>
internal sealed record WrongTotal(Sum Total, IReadOnlyList<Sum> Parts);

/// <summary>Texts that belong together: a numbered paragraph and what follows it without a number of the same kind.</summary>
internal sealed record Block(IReadOnlyList<Passage> Passages)
{
    public string Text { get; } = string.Join('\n', Passages.Select(passage => passage.Text));

    public static IEnumerable<Block> Of(Section section, int index)
    {
        var together = new List<Passage>();
        foreach (var (paragraph, passage) in section.Paragraphs.Zip(Passage.Paragraphs(section, index)))
        {
            if (PrintedNumber.HasParts(paragraph.Number) && together.Count > 0)
            {
                yield return new Block([.. together]);
                together.Clear();
            }

            together.Add(passage);
        }

        yield return new Block([.. together]);
    }

    public string PointerAt(int position)
    {
        var end = 0;
        foreach (var passage in Passages)
        {
            end += passage.Text.Length + 1;
            if (position < end)
            {
                return passage.Pointer;
            }
        }

        return Passages[^1].Pointer;
    }
}
