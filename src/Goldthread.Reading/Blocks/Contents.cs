using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>Takes out a list of contents: lines under its heading that come again as headings.</summary>
internal static class Contents
{
    public static IReadOnlyList<Block> Remove(List<Block> blocks, Layouts layouts)
    {
        var at = blocks.FindIndex(block => layouts["furniture.contents"].MatchKey(block.Key));
        if (at < 0 || at > 40)
        {
            return blocks;
        }

        var later = CountKeys(blocks, at + 1);
        var end = at + 1;
        while (end < blocks.Count && later.GetValueOrDefault(Bare(blocks[end])) > 1)
        {
            later[Bare(blocks[end])]--;
            end++;
        }

        return end == at + 1 ? blocks : [.. blocks[..at], .. blocks[end..]];
    }

    private static Dictionary<string, int> CountKeys(List<Block> blocks, int from)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in blocks.Skip(from).Select(Bare).Where(key => key.Length > 0))
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }

    /// <summary>The key without the page number that a list of contents puts after it.</summary>
    private static string Bare(Block block) => block.Key.TrimEnd("0123456789 ".ToCharArray());
}
