using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields;

/// <summary>A label of a form and what stands beside or below it.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">What was filled in; empty where nothing was.</param>
/// <param name="Index">The block in which the label stands.</param>
internal sealed record Labelled(Passage Name, Passage Value, int Index);

/// <summary>Finds labels such as <c>Date signed:</c> and the values that belong to them.</summary>
internal sealed class Labels(IReadOnlyList<Block> blocks, Layouts layouts)
{
    private const int LongestLabel = 160;
    private const string Separators = ":?–—-|.";

    /// <summary>All places where one of the phrases is a label, in order.</summary>
    public IEnumerable<Labelled> Find(string group, int from = 0, int? to = null)
    {
        var phrases = layouts[group];
        for (var index = from; index < (to ?? blocks.Count); index++)
        {
            foreach (var hit in At(index, phrases))
            {
                yield return hit;
            }
        }
    }

    /// <summary>The first label of a group, one with a value before one without.</summary>
    public Labelled? First(string group, int from = 0, int? to = null)
    {
        Labelled? empty = null;
        foreach (var hit in Find(group, from, to))
        {
            if (!hit.Value.IsEmpty)
            {
                return hit;
            }

            empty ??= hit;
        }

        return empty;
    }

    /// <summary>Splits a passage that begins with one of the phrases into label and value.</summary>
    public static (Passage Name, Passage Value)? Split(Passage words, Phrases phrases)
    {
        var text = words.Text;
        for (var at = 1; at < Math.Min(text.Length, LongestLabel); at++)
        {
            var separates = words.IsWideGap(at) || Separators.Contains(text[at]) && (text[at] is ':' or '?' || text[at - 1] == ' ' || at + 1 == text.Length || text[at + 1] == ' ');
            if (separates && phrases.Match(text.AsSpan(0, at)))
            {
                return (words.UpTo(at), words.From(at).Trim(Separators.Replace(".", "")).Trim(":?"));
            }
        }

        return phrases.Match(text) ? (words, Passage.Empty) : null;
    }

    /// <summary>Whether the block is, or begins with, a known label or heading.</summary>
    public bool IsKnown(Block block) =>
        layouts.Any("heading.", block.Key) || layouts.Any("label.", block.Key) || StartsWithLabel(block.Text);

    private bool StartsWithLabel(Passage words)
    {
        var colon = words.Text.IndexOfAny([':', '?']);
        return colon is > 0 and < LongestLabel && layouts.Any("label.", Key.Of(words.Text.AsSpan(0, colon)));
    }

    private IEnumerable<Labelled> At(int index, Phrases phrases)
    {
        var block = blocks[index];
        if (block.IsRow)
        {
            return InRow(block, index, phrases);
        }

        if (Split(block.Text, phrases) is not { } split)
        {
            return Bare(block, index, phrases);
        }

        return [new Labelled(split.Name, split.Value.IsEmpty ? Below(index) : split.Value, index)];
    }

    private IEnumerable<Labelled> InRow(Block row, int index, Phrases phrases)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i].Text;
            if (Split(cell, phrases) is not { } split)
            {
                continue;
            }

            var beside = row.Cells.Skip(i + 1).Select(next => next.Text).FirstOrDefault(text => !text.IsEmpty) ?? Passage.Empty;
            var value = split.Value.IsEmpty ? beside : split.Value;
            yield return new Labelled(split.Name, value.IsEmpty && row.Cells.Count == 1 ? Below(index) : UnderHead(row, index, i) ?? value, index);
        }
    }

    /// <summary>The cell below, where the row is made of labels only.</summary>
    private Passage? UnderHead(Block row, int index, int column)
    {
        var isHead = row.Cells.Count > 1 && row.Cells.All(cell => layouts.Any("label.", Key.Of(cell.Text.Text)));
        var next = index + 1 < blocks.Count ? blocks[index + 1] : null;
        return isHead && next is { IsRow: true } && next.Table == row.Table && column < next.Cells.Count ? next.Cells[column].Text : null;
    }

    /// <summary>A label with nothing between it and its value but a space, as in <c>Date 3 May 2019</c>: only where the value is a date.</summary>
    private static IEnumerable<Labelled> Bare(Block block, int index, Phrases phrases)
    {
        if (block.Text.Length > LongestLabel || Dates.First(block.Text) is not { } date || !block.Text.Text.EndsWith(date.Where.Text, StringComparison.Ordinal))
        {
            yield break;
        }

        var before = block.Text.UpTo(block.Text.Length - date.Where.Length);
        if (phrases.Match(before.Text))
        {
            yield return new Labelled(before, date.Where, index);
        }
    }

    private Passage Below(int index)
    {
        var next = index + 1 < blocks.Count ? blocks[index + 1] : null;
        return next is null || next.Rank is > 0 and < 7 || next.Text.Length > 2000 || IsKnown(next) ? Passage.Empty : next.Text;
    }
}
