namespace Goldthread.Core.Pathways.Engine;

/// <summary>A map made ready for searching: cut into blocks, its subjects numbered, its conditions prepared.</summary>
/// <remarks>Subjects are numbered doors first, then services, then links, each in the order of its file.</remarks>
internal sealed class Plan
{
    /// <summary>The profiles of a block, at most: sets of 1 KiB, so that those of a block stay in the second-level cache.</summary>
    public const int DefaultBlockBits = 8192;

    private readonly int[] _firstDay;
    private readonly int[] _lastDay;

    public Plan(PathwayMap map, Question question, int blockBits = DefaultBlockBits)
    {
        (Map, Question) = (map, question);
        var subjects = new List<Subject>(map.Doors.Count + map.Services.Count + map.Links.Count);
        subjects.AddRange(map.Doors);
        subjects.AddRange(map.Services);
        subjects.AddRange(map.Links);
        Subjects = subjects;
        _firstDay = [.. subjects.Select(subject => (subject.Days.First ?? DateOnly.MinValue).DayNumber)];
        _lastDay = [.. subjects.Select(subject => (subject.Days.Last ?? DateOnly.MaxValue).DayNumber)];
        var conditions = subjects.ConvertAll(subject => subject.Conditions);
        int[] sizes = [.. map.Dimensions.Select(dimension => dimension.Values.Count)];
        Layout = Layout.Cut(sizes, Spread(map, sizes), blockBits);
        Conditions = new ConditionTable(conditions, Layout);
    }

    public PathwayMap Map { get; }

    public Question Question { get; }

    public Layout Layout { get; }

    public ConditionTable Conditions { get; }

    public IReadOnlyList<Subject> Subjects { get; }

    public int FirstService => Map.Doors.Count;

    public int FirstLink => Map.Doors.Count + Map.Services.Count;

    /// <summary>Whether the subject is open on the day, and, if it is a link, its wait is not too long.</summary>
    public bool IsUsable(int subject, DateOnly day) =>
        _firstDay[subject] <= day.DayNumber && day.DayNumber <= _lastDay[subject] && (subject < FirstLink || WaitIsShort(subject));

    /// <summary>Whether a route to the need may end at the service.</summary>
    public bool MayEnd(int service) => !Question.StandardOnly || Map.Services[service].MeetsStandard;

    /// <summary>The subject where a link starts.</summary>
    public int StartOf(int link)
    {
        var from = Map.Links[link - FirstLink].From;
        return from.IsDoor ? from.Index : FirstService + from.Index;
    }

    /// <summary>The subject where a link ends.</summary>
    public int EndOf(int link) => FirstService + Map.Links[link - FirstLink].To;

    private bool WaitIsShort(int link) =>
        Question.MaxWaitDays is not { } most || Map.Links[link - FirstLink].WaitDays <= most;

    /// <summary>For each dimension, the mean part of its values that a service accepts.</summary>
    private static double[] Spread(PathwayMap map, int[] sizes)
    {
        var spread = new double[sizes.Length];
        foreach (var alternatives in map.Services.Select(service => service.Conditions.Alternatives).Where(all => all.Count > 0))
        {
            for (var d = 0; d < sizes.Length; d++)
            {
                spread[d] -= 1 - alternatives.Max(alternative => PartAccepted(alternative, d, sizes[d]));
            }
        }
        return spread;
    }

    private static double PartAccepted(Alternative alternative, int dimension, int size)
    {
        foreach (var restriction in alternative.Restrictions)
        {
            if (restriction.Dimension == dimension)
            {
                return restriction.Values.Count / (double)size;
            }
        }
        return 1;
    }
}
