namespace Goldthread.Core.Pathways.Engine;

/// <summary>A map made ready for searching: cut into blocks, its subjects numbered, its conditions prepared.</summary>
/// <remarks>Subjects are numbered doors first, then services, then links, each in the order of its file.</remarks>
internal sealed class Plan
{
    /// <summary>The profiles of a block, at most: sets of 4 KiB, so that those of a block stay near the second-level cache.</summary>
    public const int DefaultBlockBits = 32768;

    /// <summary>Up to so many needs the blocks are of full size; with more they are smaller, so that the counters stay in bounds.</summary>
    private const int FewNeeds = 64;

    /// <summary>Blocks are not made smaller than this for the sake of the counters.</summary>
    private const int SmallBlockBits = 2048;

    private readonly int[] _firstDay;
    private readonly int[] _lastDay;

    public Plan(PathwayMap map, Question question)
        : this(map, question, Math.Clamp(DefaultBlockBits / map.Needs.Count * FewNeeds, SmallBlockBits, DefaultBlockBits))
    {
    }

    /// <summary>Makes a map ready with blocks of a size.</summary>
    public Plan(PathwayMap map, Question question, int blockBits)
        : this(map, question, LayoutOf(map, blockBits))
    {
    }

    /// <summary>Makes a map ready in the layout of another one over the same dimensions.</summary>
    public Plan(PathwayMap map, Question question, Layout layout)
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
        Layout = layout;
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

    /// <summary>The subjects that are usable on the question's day.</summary>
    public int[] Usable() => [.. Enumerable.Range(0, Subjects.Count).Where(subject => IsUsable(subject, Question.Day))];

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

    private static Layout LayoutOf(PathwayMap map, int blockBits)
    {
        int[] sizes = [.. map.Dimensions.Select(dimension => dimension.Values.Count)];
        return Layout.Cut(sizes, Spread(map, sizes), blockBits);
    }

    /// <summary>For each dimension, how much the services' conditions hang on it: the lower, the more.</summary>
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
