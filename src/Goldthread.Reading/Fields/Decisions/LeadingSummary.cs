using Goldthread.Reading.Blocks;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Knows the summary of a document that calls none so: the one paragraph or few under a heading of their own, before what is asked for.</summary>
/// <remarks>What tells it from the first section of the report is that it has no number where sections have, or that it stands alone before what is asked for.</remarks>
internal static class LeadingSummary
{
    private const int MostBlocks = 4;
    private const int ShortestText = 40;

    /// <summary>The parts, with such a summary among them where no other is.</summary>
    public static IReadOnlyList<Part> Of(List<Part> parts, Layouts layouts)
    {
        var asked = parts.FindIndex(part => part.Kind == PartKind.Recommendations);
        if (asked < 1 || parts.Exists(part => part.Kind == PartKind.Summary) || !IsFollowed(parts, asked))
        {
            return parts;
        }

        var before = parts[asked - 1];
        if (before is { Kind: PartKind.Section, Heading: { Number: null } heading } && IsLone(parts, asked) && layouts["heading.summaryFirst"].MatchKey(heading.Key) && IsText(before.Blocks) && (AreNumbered(parts, asked) || !layouts.Any("heading.topic.", heading.Key)))
        {
            parts[asked - 1] = Summary(heading, before.From, before.Blocks);
        }
        else if (before.Kind == PartKind.Front && InFront(before) is { } at)
        {
            var text = before.Blocks.Skip(at + 1).ToList();
            var summary = Summary(before.Blocks[at], before.From + at + 1, text);
            before.Blocks.RemoveRange(at, text.Count + 1);
            parts.Insert(asked, summary);
        }

        return parts;
    }

    private static Part Summary(Block heading, int from, IEnumerable<Block> text)
    {
        var part = new Part(PartKind.Summary, heading, Core.Decisions.Topic.Other, "", from);
        part.Blocks.AddRange(text);
        return part;
    }

    /// <summary>Whether sections of a report come after what is asked for.</summary>
    private static bool IsFollowed(List<Part> parts, int asked) => parts.Skip(asked + 1).Count(part => part.Kind == PartKind.Section) > 1;

    /// <summary>Whether the sections after what is asked for have numbers.</summary>
    private static bool AreNumbered(List<Part> parts, int asked) =>
        parts.Skip(asked + 1).Where(part => part.Kind == PartKind.Section).All(part => part.Heading!.Number is not null);

    /// <summary>Whether it is the only section before what is asked for.</summary>
    private static bool IsLone(List<Part> parts, int asked) => parts.Take(asked).Count(part => part.Kind == PartKind.Section) == 1;

    /// <summary>Where, at the end of the front, a title stands with nothing under it but paragraphs.</summary>
    private static int? InFront(Part front)
    {
        var at = front.Blocks.Count - 1;
        while (at > 0 && IsParagraph(front.Blocks[at]))
        {
            at--;
        }

        var isHeading = at > 0 && at + 1 < front.Blocks.Count && front.Blocks[at] is { IsPlain: true, LooksLikeTitle: true } heading && (heading.Rank > 1 || heading.Alone)
            && !heading.Text.Text.Contains(':', StringComparison.Ordinal) && front.Blocks.Take(at).Any(block => block.IsRow || block.Text.Text.Contains(':', StringComparison.Ordinal));
        return isHeading && IsText(front.Blocks.Skip(at + 1).ToList()) ? at : null;
    }

    private static bool IsText(List<Block> blocks) => blocks.Count is > 0 and <= MostBlocks && blocks.TrueForAll(IsParagraph);

    private static bool IsParagraph(Block block) =>
        block.IsPlain && block.Text.Length >= ShortestText && block.Text.Text[^1] == '.' && block.Rank is 0;
}
