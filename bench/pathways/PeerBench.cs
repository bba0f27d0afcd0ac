using System.Numerics;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways.Bench;

/// <summary>The per-profile search, timed, and its figures.</summary>
internal static class PeerBench
{
    public static void Run(PathwayMap map, Question question, int runs)
    {
        Console.WriteLine($"{"per-profile search: reached and so on",-42} {Times.Of(runs, () => Count(map, question))}");
        var engine = PathwayCheck.Answer(map, question with { Until = null });
        var peer = Count(map, question);
        Console.WriteLine(peer.SequenceEqual(engine.Needs.SelectMany(need => (long[])[need.Reached, need.NoWrongDoor, .. need.HandOffs]))
            ? "the two agree" : "THE TWO DIFFER");
    }

    /// <summary>For each need: reached, no wrong door, and by hand-offs.</summary>
    private static long[] Count(PathwayMap map, Question question)
    {
        var width = question.MaxHandOffs + 3;
        var sum = new long[map.Needs.Count * width];
        using var counts = new ThreadLocal<long[]>(() => new long[sum.Length], trackAllValues: true);
        new PerProfileSearch(map, question, question.Day).Run((_, leaf) =>
        {
            var mine = counts.Value!;
            for (var needs = leaf.Reached; needs != 0; needs &= needs - 1)
            {
                mine[BitOperations.TrailingZeroCount(needs) * width]++;
            }
            for (var needs = leaf.NoWrongDoor; needs != 0; needs &= needs - 1)
            {
                mine[(BitOperations.TrailingZeroCount(needs) * width) + 1]++;
            }
            for (var links = 1; links <= question.MaxHandOffs; links++)
            {
                for (var needs = leaf.Within[links] & ~leaf.Within[links - 1]; needs != 0; needs &= needs - 1)
                {
                    mine[(BitOperations.TrailingZeroCount(needs) * width) + 2 + links]++;
                }
            }
        });
        foreach (var mine in counts.Values)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += mine[i];
            }
        }
        return sum;
    }
}
