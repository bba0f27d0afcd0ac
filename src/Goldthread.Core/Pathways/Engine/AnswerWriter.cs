namespace Goldthread.Core.Pathways.Engine;

/// <summary>Puts what was counted into the order of the answer.</summary>
internal sealed class AnswerWriter(
    Plan plan, Parts parts, Figures figures, CheckResults results, IReadOnlyList<Turn> turns, IReadOnlyList<Box>[] gaps)
{
    private readonly int _needs = plan.Map.Needs.Count;
    private readonly long _profiles = (long)plan.Map.ProfileCount;

    public Answer Write() => new(
        _profiles, plan.Question, [.. Enumerable.Range(0, _needs).Select(NeedOf)], Doors(), LastRoutes(), CliffEdges());

    private NeedAnswer NeedOf(int need) => new(
        plan.Map.Needs[need].Id,
        figures.Reached.Total(need),
        figures.NoWrongDoor.Total(need),
        HandOffs(need),
        plan.Map.Shares is null || !parts.HasFlag(Parts.ByValue) ? null : new NeedShare(
            results.Share(need, CheckResults.ReachedShare), results.Share(need, CheckResults.NoWrongDoorShare)),
        parts.HasFlag(Parts.ByValue) ? By(need) : [],
        gaps.Length == 0 ? [] : gaps[need]);

    private long[] HandOffs(int need)
    {
        var handOffs = new long[plan.Question.MaxHandOffs + 1];
        var row = need * handOffs.Length;
        for (var links = 1; links < handOffs.Length; links++)
        {
            handOffs[links] = figures.Within[row + links] - figures.Within[row + links - 1];
        }
        return handOffs;
    }

    private IReadOnlyList<ValueRow>[] By(int need) =>
        [.. plan.Map.Dimensions.Select((dimension, d) => (IReadOnlyList<ValueRow>)[.. dimension.Values.Select((_, v) =>
            new ValueRow(_profiles / dimension.Values.Count, figures.Reached.Of(need, d, v), figures.NoWrongDoor.Of(need, d, v)))])];

    private List<DoorRow> Doors()
    {
        var rows = new List<DoorRow>();
        for (var door = 0; door < plan.Map.Doors.Count && parts.HasFlag(Parts.Doors); door++)
        {
            for (var need = 0; need < _needs && figures.MayEnter[door] > 0; need++)
            {
                rows.Add(new DoorRow(
                    plan.Map.Doors[door].Id, plan.Map.Needs[need].Id, figures.MayEnter[door], figures.DeadEnds[(door * _needs) + need]));
            }
        }
        return rows;
    }

    private List<LastRouteRow> LastRoutes()
    {
        var rows = new List<LastRouteRow>();
        for (var i = 0; i < figures.LastRoutes.Length; i++)
        {
            if (figures.LastRoutes[i] > 0)
            {
                rows.Add(new LastRouteRow(plan.Map.Services[i / _needs].Id, plan.Map.Needs[i % _needs].Id, figures.LastRoutes[i]));
            }
        }
        return rows;
    }

    private List<CliffEdgeRow> CliffEdges()
    {
        var rows = new List<CliffEdgeRow>();
        for (var t = 0; t < turns.Count; t++)
        {
            IReadOnlyList<string>? closing = null;
            for (var need = 0; need < _needs; need++)
            {
                if (figures.Lost[(t * _needs) + need] is > 0 and var lost)
                {
                    closing ??= Closing(turns[t].Day);
                    rows.Add(new CliffEdgeRow(turns[t].Day, plan.Map.Needs[need].Id, lost, closing));
                }
            }
        }
        return rows;
    }

    private string[] Closing(DateOnly day) =>
        [.. plan.Subjects.Where(subject => subject.Days.Last == day.AddDays(-1)).Select(subject => subject.Id).Order(CodePointOrder.Instance)];
}

/// <summary>Compares texts by their code points, which for rare characters is not the order of their UTF-16 units.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? "").EnumerateRunes(), (y ?? "").EnumerateRunes());
        while (left.MoveNext())
        {
            if (!right.MoveNext())
            {
                return 1;
            }
            if (left.Current != right.Current)
            {
                return left.Current.CompareTo(right.Current);
            }
        }
        return right.MoveNext() ? -1 : 0;
    }
}
