using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Doors;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>The doors open to somebody who said a little of herself, held against the engine that answers for every profile.</summary>
public sealed class DoorFinderTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public void Find_RandomMaps_IsWhatTheEngineAnswersForThoseProfiles(int seed)
    {
        for (var i = 0; i < 40; i++)
        {
            var (map, _) = new RandomMap((seed * 1000) + i).Make();
            var random = new Random((seed * 1000) + i);
            int?[] values = [.. map.Dimensions.Select(dimension => random.Next(2) == 0 ? (int?)null : random.Next(dimension.Values.Count))];
            int? need = random.Next(4) == 0 ? null : random.Next(map.Needs.Count);

            var found = new DoorFinder(map).Find(new Situation(need, values), RandomMap.Day);

            Assert.Equal(Expected(map, values, need), found.ToDictionary(open => map.Doors[open.Door].Id, open => open.HandOffs));
            Assert.Equal(found.OrderBy(open => open.HandOffs).ThenBy(open => open.Door).Select(open => open.Door), found.Select(open => open.Door));
            Assert.All(found, open => AssertWay(map, open, values, need));
        }
    }

    [Fact]
    public void Find_WhatSheDidNotSay_IsNamedWhereTheWayHangsOnIt()
    {
        var adult = new Conditions([new Alternative("1", [new Restriction(1, [1])])]);
        var map = new PathwayMap(
            [new Dimension("borough", ["Barnet", "Bexley"]), new Dimension("age", ["under 16", "adult"])], [new Need("refuge", "Refuge")],
            [new Door("gp", "GP", "", "", default, Conditions.None)],
            [new Service("house", "House", "", "", true, default, "", [0], adult)],
            [new Link("l", new Origin(true, 0), 0, 0, default, Conditions.None)], null);
        var finder = new DoorFinder(map);

        Assert.Equal([1], Assert.Single(finder.Find(new Situation(0, [0, null]), RandomMap.Day)).Asks);
        Assert.Empty(Assert.Single(finder.Find(new Situation(null, [null, 1]), RandomMap.Day)).Asks);
        Assert.Empty(finder.Find(new Situation(0, [null, 0]), RandomMap.Day));
    }

    [Fact]
    public void Find_ValuesBeyondAWord_AreTold()
    {
        var last = new Conditions([new Alternative("1", [new Restriction(0, [130])])]);
        var map = new PathwayMap(
            [new Dimension("postcode", [.. Enumerable.Range(0, 131).Select(i => $"p{i}")])], [new Need("n", "N")],
            [new Door("d", "D", "", "", default, last)], [new Service("s", "S", "", "", true, default, "", [0], Conditions.None)],
            [new Link("l", new Origin(true, 0), 0, 0, default, Conditions.None)], null);

        Assert.Single(new DoorFinder(map).Find(new Situation(0, [130]), RandomMap.Day));
        Assert.Empty(new DoorFinder(map).Find(new Situation(0, [66]), RandomMap.Day));
    }

    // From the engine's rows for the doors: of those who may come in, some find a way, with so few hand-offs at least.
    private static Dictionary<string, int> Expected(PathwayMap map, int?[] values, int? need)
    {
        var focused = MapFocus.Of(map, [.. values.Select(value => value is { } one ? (IReadOnlyList<int>?)[one] : null)]);
        var expected = new Dictionary<string, int>();
        for (var handOffs = 1; handOffs <= DoorFinder.MostHandOffs; handOffs++)
        {
            foreach (var row in PathwayCheck.Answer(focused, new Question { Day = RandomMap.Day, MaxHandOffs = handOffs }).Doors)
            {
                if (row.MayEnter > row.DeadEnds && (need is null || row.Need == map.Needs[need.Value].Id))
                    expected.TryAdd(row.Door, handOffs);
            }
        }

        return expected;
    }

    // Where a way hangs on nothing that she did not say, everybody who is as she said has it.
    private static void AssertWay(PathwayMap map, OpenDoor open, int?[] values, int? need)
    {
        Assert.All(open.Asks, asked => Assert.Null(values[asked]));
        Assert.Contains(map.Services[open.Through[^1]].Provides, given => need is null || given == need);
        if (open.Asks.Count > 0)
            return;
        var focused = MapFocus.Of(map, [.. values.Select(value => value is { } one ? (IReadOnlyList<int>?)[one] : null)]);
        var rows = PathwayCheck.Answer(focused, new Question { Day = RandomMap.Day, MaxHandOffs = open.HandOffs }).Doors
            .Where(row => row.Door == map.Doors[open.Door].Id && (need is null || row.Need == map.Needs[need.Value].Id));
        Assert.Contains(rows, row => row.MayEnter == focused.ProfileCount && row.DeadEnds == 0);
    }
}
