using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>The engine against the naive reading of the format.</summary>
public sealed class PathwayCheckTests
{
    /// <summary>Blocks so small that dimensions are cut, cut into parts, and not cut.</summary>
    private static readonly int[] BlockBits = [3, 20, Plan.DefaultBlockBits];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Answer_RandomMaps_EqualsNaive(int seed)
    {
        for (var i = 0; i < 25; i++)
        {
            var (map, question) = new RandomMap((seed * 1000) + i).Make();
            var naive = new NaivePathways(map, question);
            var expected = naive.Answer();
            foreach (var bits in BlockBits)
            {
                var answer = PathwayCheck.Answer(new Plan(map, question, bits), Parts.All, null, TestContext.Current.CancellationToken);
                AssertEqual(expected, answer);
                for (var need = 0; need < map.Needs.Count; need++)
                {
                    BoxAssert.Describe(map, answer.Needs[need].Gaps, [.. naive.Reached(need).Select(reached => !reached)]);
                }
            }
        }
    }

    [Fact]
    public void Answer_WorkedExample_IsThatOfThePage()
    {
        var answer = PathwayCheck.Answer(WorkedExample.Map, WorkedExample.Question);

        var need = Assert.Single(answer.Needs);
        Assert.Equal([0, 0, 2, 0], need.HandOffs);
        Assert.Equal(2, need.NoWrongDoor);
        var gap = Assert.Single(need.Gaps);
        Assert.Equal(2, gap.Profiles);
        Assert.Null(gap.Where[0]);
        Assert.Equal([0], gap.Where[1]!);
        Assert.Equal([new DoorRow("gp", "refuge", 4, 2), new DoorRow("school", "refuge", 2, 2)], answer.Doors);
        Assert.Equal([new LastRouteRow("triage", "refuge", 2), new LastRouteRow("house", "refuge", 2)], answer.LastRoutes);
    }

    [Fact]
    public void Answer_NothingOnTheMap_ReachesNobodyAndHasOneGap()
    {
        var map = WorkedExample.Map with { Doors = [], Services = [], Links = [] };

        var answer = PathwayCheck.Answer(map, WorkedExample.Question);

        var gap = Assert.Single(answer.Needs[0].Gaps);
        Assert.All(gap.Where, Assert.Null);
        Assert.Empty(answer.Doors);
    }

    [Fact]
    public void Answer_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => PathwayCheck.Answer(WorkedExample.Map, WorkedExample.Question, null, stop.Token));
    }

    [Fact]
    public void Answer_UntilTheLastDayThereIs_Ends()
    {
        var question = WorkedExample.Question with { Until = DateOnly.MaxValue };
        var map = WorkedExample.Map with
        {
            Services = [.. WorkedExample.Map.Services.Select(service => service with { Days = new Days(null, DateOnly.MaxValue) })],
        };

        Assert.Empty(PathwayCheck.Answer(map, question).CliffEdges);
    }

    private static void AssertEqual(Answer expected, Answer actual)
    {
        Assert.Equal(expected.Profiles, actual.Profiles);
        Assert.Equal(expected.Doors, actual.Doors);
        Assert.Equal(expected.LastRoutes, actual.LastRoutes);
        Assert.Equal(
            expected.CliffEdges.Select(row => (row.Day, row.Need, row.Lost, string.Join(' ', row.Closing))),
            actual.CliffEdges.Select(row => (row.Day, row.Need, row.Lost, string.Join(' ', row.Closing))));
        foreach (var (one, two) in expected.Needs.Zip(actual.Needs))
        {
            Assert.Equal((one.Need, one.Reached, one.NoWrongDoor), (two.Need, two.Reached, two.NoWrongDoor));
            Assert.Equal(one.HandOffs, two.HandOffs);
            Assert.Equal(one.By.SelectMany(rows => rows), two.By.SelectMany(rows => rows));
            Assert.Equal(one.Share?.Reached ?? -1, two.Share?.Reached ?? -1, 1e-12);
            Assert.Equal(one.Share?.NoWrongDoor ?? -1, two.Share?.NoWrongDoor ?? -1, 1e-12);
        }
    }
}

/// <summary>The worked example of the format's page.</summary>
internal static class WorkedExample
{
    private static readonly Conditions Under18 = new([new Alternative("1", [new Restriction(1, [0])])]);
    private static readonly Conditions Adult = new([new Alternative("1", [new Restriction(1, [1])])]);

    public static Question Question { get; } = new() { Day = RandomMap.Day };

    public static PathwayMap Map { get; } = new(
        [new Dimension("borough", ["North", "South"]), new Dimension("age", ["under18", "adult"])],
        [new Need("refuge", "Refuge")],
        [new Door("gp", "GP", "", "", default, Conditions.None), new Door("school", "School", "", "", default, Under18)],
        [
            new Service("triage", "Triage", "", "", true, default, "", [], Conditions.None),
            new Service("house", "House", "", "", true, default, "", [0], Adult),
        ],
        [
            new Link("l1", new Origin(true, 0), 0, 0, default, Conditions.None),
            new Link("l2", new Origin(false, 0), 1, 0, default, Conditions.None),
            new Link("l3", new Origin(true, 1), 0, 0, default, Conditions.None),
        ],
        null);
}
