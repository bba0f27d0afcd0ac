using Goldthread.Core.Readings;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Fields;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Kinds;

/// <summary>The third step: what kind of document the blocks make, by the headings, labels and words that only such a document has.</summary>
internal static class KindFinder
{
    private const int Enough = 4;
    private const int Head = 15;
    private const int LongestItem = 100;

    public static DocumentKind Find(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var scores = new Dictionary<DocumentKind, int>
        {
            [DocumentKind.Decision] = Decision(blocks, layouts),
            [DocumentKind.Minutes] = IsAgenda(blocks, layouts) ? 0 : Score("minutes", blocks, layouts),
            [DocumentKind.Workshop] = Score("workshop", blocks, layouts),
        };
        var best = scores.MaxBy(score => score.Value);
        return best.Value >= Enough ? best.Key : DocumentKind.Unknown;
    }

    /// <summary>Whether the document says at its head that it is the agenda of a meeting to come, and hardly says more than what it will be about.</summary>
    private static bool IsAgenda(IReadOnlyList<Block> blocks, Layouts layouts) =>
        blocks.Take(Head).Any(block => layouts["kind-not.minutes"].MatchKey(block.Key)) && blocks.Count(block => block.Text.Length > LongestItem) * 6 < blocks.Count
        && !blocks.Any(block => layouts["heading.apologies"].MatchKey(block.Key) && block.Number is null);

    private static int Decision(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var topics = layouts.Under("heading.topic.").Where(topic => topic.Name != "other").Count(topic => Headed(blocks, topic.Phrases));
        return Math.Min(topics, 5) + Score("decision", blocks, layouts);
    }

    /// <summary>Counts each group of cues that the document has, by its weight: the digit at the end of the group's name.</summary>
    private static int Score(string kind, IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var score = 0;
        foreach (var (name, phrases) in layouts.Under($"kind.{kind}."))
        {
            var has = name.StartsWith("title", StringComparison.Ordinal)
                ? blocks.Take(Head).Any(block => block.Text.Length < 200 && phrases.FoundIn(block.Key))
                : Headed(blocks, phrases);
            score += has ? name[^1] - '0' : 0;
        }

        return score;
    }

    private static bool Headed(IReadOnlyList<Block> blocks, Phrases phrases) =>
        blocks.Any(block => IsShort(block) && (phrases.MatchKey(block.Key) || BeginsWith(block, phrases)));

    private static bool BeginsWith(Block block, Phrases phrases) =>
        block.IsRow
            ? phrases.Match(block.Cells[block.Leading].Text) || Labels.Split(block.Cells[block.Leading].Text, phrases) is not null
            : Labels.Split(block.Text, phrases) is not null;

    private static bool IsShort(Block block) => block.Text.Length < 2000;
}
