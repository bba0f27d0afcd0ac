using Goldthread.Core.Pathways;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>Some of a map's profiles looked at alone, held against the whole map's figures.</summary>
public sealed class MapFocusTests
{
    private static readonly Question Question = new() { Day = new DateOnly(2022, 9, 30) };

    // The whole answer counts by value; looked at alone, the profiles of a value must come to the same.
    [Theory, MemberData(nameof(MapEntriesTests.Seeds), MemberType = typeof(MapEntriesTests))]
    public void Of_OneValueOfACharacteristic_CountsAsTheWholeMapDoesForIt(int seed)
    {
        for (var i = 0; i < 10; i++)
        {
            var map = new RandomMap((seed * 1000) + i).Make().Map;
            var whole = PathwayCheck.Answer(map, Question);
            foreach (var (d, dimension) in map.Dimensions.Index())
            {
                for (var v = 0; v < dimension.Values.Count; v++)
                {
                    var focus = MapFocus.Of(map, [.. map.Dimensions.Select((_, other) => other == d ? (IReadOnlyList<int>?)[v] : null)]);

                    var alone = PathwayCheck.Answer(focus, Question);

                    Assert.Equal(map.ProfileCount / dimension.Values.Count, alone.Profiles);
                    Assert.Equal(whole.Needs.Select(need => (need.By[d][v].Reached, need.By[d][v].NoWrongDoor)), alone.Needs.Select(need => (need.Reached, need.NoWrongDoor)));
                }
            }
        }
    }

    [Fact]
    public void Of_EverythingOrNothingChosen_IsTheMapOrAnError()
    {
        var map = new RandomMap(7).Make().Map;

        Assert.Same(map, MapFocus.Of(map, [.. map.Dimensions.Select(_ => (IReadOnlyList<int>?)null)]));
        Assert.Throws<ArgumentException>(() => { MapFocus.Of(map, [.. map.Dimensions.Select(_ => (IReadOnlyList<int>?)[])]); });
    }
}
