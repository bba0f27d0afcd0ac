using Goldthread.Core.Pathways.Engine;
using Goldthread.Core.Pathways.Gaps;

namespace Goldthread.Core.Pathways;

/// <summary>Answers a question of a map, exactly, for every profile.</summary>
public static class PathwayCheck
{
    /// <summary>The part of the work that is done when the gaps are begun.</summary>
    private const double GapsStart = 0.4;

    /// <summary>The answer.</summary>
    /// <param name="map">The map; <see cref="MapLimits.Refusal"/> says whether it is small enough.</param>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told of the part done, 0 to 1, from several threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Answer Answer(
        PathwayMap map, Question question, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Answer(new Plan(map, question), Parts.All, progress, cancellation);

    /// <summary>The answer without the gaps, which cost more than all the rest of it: those of each need are empty.</summary>
    /// <param name="map">The map; <see cref="MapLimits.Refusal"/> says whether it is small enough.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Answer AnswerWithoutGaps(PathwayMap map, Question question, CancellationToken cancellation = default) =>
        Answer(new Plan(map, question), Parts.All & ~Parts.Gaps, null, cancellation);

    /// <summary>Some parts of the answer.</summary>
    internal static Answer Answer(Plan plan, Parts parts, IProgress<double>? progress, CancellationToken cancellation)
    {
        var turns = parts.HasFlag(Parts.CliffEdges) ? Turn.Of(plan) : [];
        var candidates = Candidates(plan, turns);
        var results = new CheckResults(plan);
        var workers = Crew.Work(
            plan.Layout.Blocks, () => new CheckWorker(plan, parts, candidates, turns, results), (worker, block) => worker.Work(block),
            new Stage(progress, 0, GapsStart), cancellation);
        var figures = new Figures(plan, turns.Count);
        foreach (var worker in workers)
        {
            figures.Add(worker.Figures);
        }
        if (parts.HasFlag(Parts.ByValue))
        {
            figures.Reached.Finish();
            figures.NoWrongDoor.Finish();
        }
        var gaps = parts.HasFlag(Parts.Gaps) ? FindGaps(plan, results, progress, cancellation) : [];
        return new AnswerWriter(plan, parts, figures, results, turns, gaps).Write();
    }

    /// <summary>The subjects that are usable on the day or on a turn.</summary>
    private static int[] Candidates(Plan plan, IReadOnlyList<Turn> turns)
    {
        var opening = turns.SelectMany(turn => turn.Opening).ToHashSet();
        return [.. Enumerable.Range(0, plan.Subjects.Count)
            .Where(subject => plan.IsUsable(subject, plan.Question.Day) || opening.Contains(subject))];
    }

    private static IReadOnlyList<Box>[] FindGaps(
        Plan plan, CheckResults results, IProgress<double>? progress, CancellationToken cancellation)
    {
        var gaps = new IReadOnlyList<Box>[plan.Map.Needs.Count];
        Crew.Work(
            gaps.Length, () => 0,
            (_, need) => gaps[need] = BoxCover.Of(plan.Layout.Sizes, results.Reached.Outside(need), cancellation),
            new Stage(progress, GapsStart, 1), cancellation);
        return gaps;
    }
}
