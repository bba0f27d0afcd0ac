using Goldthread.Core.Pathways.Engine;
using Goldthread.Core.Pathways.Suggesting;

namespace Goldthread.Core.Pathways;

/// <summary>Finds the single changes that would let the most profiles, or the most share of people, newly reach help.</summary>
/// <remarks>
/// The result is exactly that of trying every change. Changes of conditions are all counted. Of the
/// millions of possible links, each has a bound on what it brings; they are counted in the order of their
/// bounds until no bound left can matter. A change that brings nobody is not suggested.
/// </remarks>
public static class PathwaySuggestions
{
    private const int FirstBatch = 256;

    /// <summary>Why there are too many candidates; null where there are not.</summary>
    public static string? Refusal(PathwayMap map, SuggestionKinds kinds)
    {
        var pairs = (long)(map.Doors.Count + map.Services.Count) * map.Services.Count;
        var accepts = map.Doors.Concat<Subject>(map.Services).Concat(map.Links)
            .SelectMany(subject => subject.Conditions.Alternatives).SelectMany(alternative => alternative.Restrictions)
            .Sum(restriction => (long)map.Dimensions[restriction.Dimension].Values.Count);
        if (kinds.HasFlag(SuggestionKinds.Link) && pairs > LinkBounds.Most)
        {
            return $"There are {pairs:N0} pairs of a door or service and a service to link; the limit is {LinkBounds.Most:N0}.";
        }
        return kinds.HasFlag(SuggestionKinds.Accept) && accepts > AcceptCandidates.Most
            ? $"There are {accepts:N0} values to accept; the limit is {AcceptCandidates.Most:N0}."
            : null;
    }

    /// <summary>The best changes, the best first.</summary>
    /// <param name="map">The map; <see cref="Refusal"/> says whether it is small enough.</param>
    /// <param name="question">The question.</param>
    /// <param name="kinds">The kinds of change to look at.</param>
    /// <param name="top">How many to give at most.</param>
    /// <param name="progress">Told of the part done, 0 to 1, from several threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<Suggestion> Find(
        PathwayMap map, Question question, SuggestionKinds kinds, int top,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Find(new Plan(map, question), kinds, top, progress, cancellation);

    /// <summary>The best changes, in the layout of a plan.</summary>
    internal static IReadOnlyList<Suggestion> Find(
        Plan plan, SuggestionKinds kinds, int top, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var map = plan.Map;
        var usable = plan.Usable();
        var candidates = kinds.HasFlag(SuggestionKinds.Accept) ? new AcceptCandidates(plan, usable) : null;
        SuggestWorker Hire()
        {
            var worker = new SuggestWorker(plan, usable);
            worker = candidates is null ? worker : worker.ForAccepts(candidates);
            return kinds.HasFlag(SuggestionKinds.Link) ? worker.ForBounds() : worker;
        }

        var workers = Crew.Work(plan.Layout.Blocks, Hire, (worker, block) => worker.Survey(block), new Stage(progress, 0, 0.5), cancellation);
        var best = new BestSuggestions(top);
        if (candidates is not null)
        {
            AddAccepts(best, candidates, workers, map.Shares is not null);
        }
        if (kinds.HasFlag(SuggestionKinds.Link))
        {
            AddLinks(best, plan, usable, workers, progress, cancellation);
        }
        return best.All();
    }

    private static void AddAccepts(BestSuggestions best, AcceptCandidates candidates, IReadOnlyList<SuggestWorker> workers, bool hasShares)
    {
        var gains = workers[0].Accepts!;
        foreach (var worker in workers.Skip(1))
        {
            gains.Add(worker.Accepts!);
        }
        for (var i = 0; i < candidates.Count; i++)
        {
            double? share = hasShares ? gains.Share(i) : null;
            if (best.MayTake(gains.Profiles(i), share))
            {
                best.Add(candidates.Describe(i, gains.Profiles(i), share));
            }
        }
    }

    private static void AddLinks(
        BestSuggestions best, Plan plan, int[] usable, IReadOnlyList<SuggestWorker> workers, IProgress<double>? progress, CancellationToken cancellation)
    {
        var bounds = workers[0].Bounds!;
        foreach (var worker in workers.Skip(1))
        {
            bounds.Add(worker.Bounds!);
        }
        int[] order = [.. Enumerable.Range(0, bounds.Bounds.Length).Where(pair => bounds.Bounds[pair] > 0)];
        Array.Sort(order, (x, y) => bounds.Bounds[y].CompareTo(bounds.Bounds[x]) is var c and not 0 ? c : x.CompareTo(y));
        var (done, stage) = (0, 0.5);
        for (var batch = FirstBatch; done < order.Length && best.MayReach(bounds.Bounds[order[done]]); batch *= 4)
        {
            var next = order.Skip(done).Take(batch).TakeWhile(pair => best.MayReach(bounds.Bounds[pair])).ToList();
            done += next.Count;
            Count(best, plan, usable, next, new Stage(progress, stage, (1 + stage) / 2), cancellation);
            stage = (1 + stage) / 2;
        }
    }

    private static void Count(
        BestSuggestions best, Plan plan, int[] usable, List<int> pairs, IProgress<double>? progress, CancellationToken cancellation)
    {
        var services = plan.Map.Services.Count;
        var links = pairs.ConvertAll(pair => (Start: pair / services, End: plan.FirstService + (pair % services)));
        var workers = Crew.Work(
            plan.Layout.Blocks, () => new SuggestWorker(plan, usable).ForLinks(links.Count),
            (worker, block) => worker.Count(block, links), progress, cancellation);
        var gains = workers[0].Links!;
        foreach (var worker in workers.Skip(1))
        {
            gains.Add(worker.Links!);
        }
        for (var i = 0; i < links.Count; i++)
        {
            double? share = plan.Map.Shares is null ? null : gains.Share(i);
            if (best.MayTake(gains.Profiles(i), share))
            {
                best.Add(new LinkSuggestion(plan.Subjects[links[i].Start].Id, plan.Subjects[links[i].End].Id, gains.Profiles(i), share));
            }
        }
    }
}
