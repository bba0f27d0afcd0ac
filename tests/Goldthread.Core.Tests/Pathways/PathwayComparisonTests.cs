using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>The comparison against the naive reading of the format.</summary>
public sealed class PathwayComparisonTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compare_RandomChanges_EqualsNaive(int seed)
    {
        for (var i = 0; i < 25; i++)
        {
            var random = new RandomMap((seed * 1000) + i);
            var (before, question) = random.Make();
            var after = random.Change(before);
            foreach (var bits in (int[])[3, 20, 8192])
            {
                var comparison = PathwayComparison.Compare(new Plan(before, question, bits), after, null, TestContext.Current.CancellationToken);
                AssertEqual(before, after, question, comparison);
            }
        }
    }

    [Fact]
    public void TryCreate_OtherOrderOfDimensionsAndValues_ComparesTheSameProfiles()
    {
        var map = WorkedExample.Map;
        var turned = map with
        {
            Dimensions = [new Dimension("age", ["adult", "under18"]), map.Dimensions[0]],
            Doors = [.. map.Doors.Select(door => door with { Conditions = Turn(door.Conditions) })],
            Services = [.. map.Services.Select(service => service with { Conditions = Turn(service.Conditions) })],
        };

        var pair = MapPair.TryCreate(map, turned, out _);

        var need = Assert.Single(PathwayComparison.Compare(pair!, WorkedExample.Question).Needs);
        Assert.Equal((0, 0), (need.Gained, need.Lost));
    }

    [Fact]
    public void TryCreate_OtherValues_NamesEachOne()
    {
        var other = WorkedExample.Map with { Dimensions = [new Dimension("borough", ["North", "West"]), new Dimension("risk", ["high"])] };

        Assert.Null(MapPair.TryCreate(WorkedExample.Map, other, out var reasons));
        Assert.Equal(4, reasons.Count);
    }

    [Fact]
    public void Compare_NeedOfOneMapOnly_IsAllGained()
    {
        var more = WorkedExample.Map with
        {
            Needs = [new Need("advocacy", ""), WorkedExample.Map.Needs[0]],
            Services = [.. WorkedExample.Map.Services.Select((service, i) => service with { Provides = i == 0 ? [0] : [1] })],
        };

        var comparison = PathwayComparison.Compare(MapPair.TryCreate(WorkedExample.Map, more, out _)!, WorkedExample.Question);

        Assert.Equal(["refuge", "advocacy"], comparison.Needs.Select(need => need.Need));
        Assert.Equal([0, 4], comparison.Needs.Select(need => need.Gained));
        Assert.Equal([0, 0], comparison.Needs.Select(need => need.Lost));
    }

    private static Conditions Turn(Conditions conditions) => new([.. conditions.Alternatives.Select(alternative => alternative with
    {
        Restrictions = [.. alternative.Restrictions.Select(restriction => new Restriction(0, [1 - restriction.Values[0]]))],
    })]);

    private static void AssertEqual(PathwayMap before, PathwayMap after, Question question, Comparison comparison)
    {
        for (var need = 0; need < before.Needs.Count; need++)
        {
            var (then, now) = (new NaivePathways(before, question).Reached(need), new NaivePathways(after, question).Reached(need));
            bool[] gained = [.. then.Zip(now, (t, n) => !t && n)];
            bool[] lost = [.. then.Zip(now, (t, n) => t && !n)];
            Assert.Equal(gained.Count(yes => yes), comparison.Needs[need].Gained);
            Assert.Equal(lost.Count(yes => yes), comparison.Needs[need].Lost);
            BoxAssert.Describe(before, comparison.Needs[need].GapsClosed, gained);
            BoxAssert.Describe(before, comparison.Needs[need].GapsOpened, lost);
        }
    }
}
