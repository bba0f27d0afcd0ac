using Goldthread.Core.Pathways.Engine;
using Goldthread.Core.Pathways.Gaps;

namespace Goldthread.Core.Pathways;

/// <summary>Compares two maps: who gains and who loses, exactly.</summary>
/// <remarks>
/// A block of profiles in which nothing that differs between the maps is open to anyone fares the same in
/// both and is not searched; after a small change that is nearly all of them.
/// </remarks>
public static class PathwayComparison
{
    /// <summary>The comparison.</summary>
    public static Comparison Compare(
        MapPair maps, Question question, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Compare(new Plan(maps.First, question), maps.Second, progress, cancellation);

    /// <summary>The comparison, in the layout of the first map's plan.</summary>
    internal static Comparison Compare(
        Plan first, PathwayMap secondMap, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var second = new Plan(secondMap, first.Question, first.Layout);
        var needs = first.Map.Needs.Count;
        var results = new CompareResults(first.Layout, needs);
        var (firstTouched, secondTouched) = Differences.Between(first, second);
        Crew.Work(
            first.Layout.Blocks,
            () => new CompareWorker(new Side(first, firstTouched), new Side(second, secondTouched), results),
            (worker, block) => worker.Work(block), progress, cancellation);

        var compared = new NeedComparison[needs];
        Crew.Work(
            needs, () => 0, (_, need) => compared[need] = Describe(first, results, need, cancellation), null, cancellation);
        return new Comparison(compared);
    }

    private static NeedComparison Describe(Plan plan, CompareResults results, int need, CancellationToken cancellation)
    {
        var (gained, lost) = (results.Gained.Count(need), results.Lost.Count(need));
        return new NeedComparison(
            plan.Map.Needs[need].Id, gained, lost,
            lost == 0 ? [] : BoxCover.Of(plan.Layout.Sizes, results.Lost.Inside(need), cancellation),
            gained == 0 ? [] : BoxCover.Of(plan.Layout.Sizes, results.Gained.Inside(need), cancellation));
    }
}
