using Goldthread.Core.Pathways;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>Checks that boxes describe a set of profiles as the format asks.</summary>
internal static class BoxAssert
{
    public static void Describe(PathwayMap map, IReadOnlyList<Box> boxes, bool[] set)
    {
        int[][] profiles = [.. new NaivePathways(map, new Question { Day = RandomMap.Day }).Profiles()];
        bool Holds(Box box, int[] profile) => box.Where.Select((values, d) => values is null || values.Contains(profile[d])).All(holds => holds);
        var covers = profiles.Select(profile => boxes.Count(box => Holds(box, profile))).ToArray();

        Assert.Equal(set, covers.Select(count => count > 0));
        foreach (var box in boxes)
        {
            Assert.Equal(box.Profiles, profiles.LongCount(profile => Holds(box, profile)));
            Assert.Contains(Enumerable.Range(0, profiles.Length), i => covers[i] == 1 && Holds(box, profiles[i]));
            AssertMaximal(map, box, profiles.Where((_, i) => !set[i]).ToList(), Holds);
        }
        Assert.Equal(boxes.Select(box => box.Profiles).OrderDescending(), boxes.Select(box => box.Profiles));
    }

    private static void AssertMaximal(PathwayMap map, Box box, List<int[]> others, Func<Box, int[], bool> holds)
    {
        for (var d = 0; d < map.Dimensions.Count; d++)
        {
            for (var value = 0; value < map.Dimensions[d].Values.Count && box.Where[d] is { } values; value++)
            {
                if (!values.Contains(value))
                {
                    var wider = box with { Where = [.. box.Where.Select((old, i) => i == d ? (int[])[.. values, value] : old)] };
                    Assert.Contains(others, profile => holds(wider, profile));
                }
            }
        }
    }
}
