using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Doors;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Pathways;

namespace Goldthread.Support;

/// <summary>The map of help made ready for the pages for survivors; they do without it where the register cannot be read.</summary>
/// <remarks>No answer is kept: what is ready is the map, and each search is worked out and forgotten.</remarks>
public sealed class SupportMap(Coverage coverage, TimeProvider clock)
{
    // Nobody waits for a database that does not answer: after so long the page comes without the map, and for a while nobody asks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private volatile ReadyMap? ready;
    private volatile Task<CoverageMap?>? asking;
    private long restsUntil;

    /// <summary>The map as it is now; null where there is none, or none that can be asked now.</summary>
    public async Task<ReadyMap?> GetAsync(CancellationToken stop)
    {
        if (clock.GetUtcNow().UtcTicks < Interlocked.Read(ref restsUntil))
            return null;
        try
        {
            // Who comes while it is being read waits for the same reading, which goes on when she does not wait for its end.
            var now = asking is { IsCompleted: false } running ? running : asking = coverage.MapAsync(CancellationToken.None);
            if (await now.WaitAsync(Patience, stop) is not { Map: not null } map)
                return null;
            if (ready is not { } kept || kept.Mark != map.Mark)
                ready = kept = new ReadyMap(map);
            return kept;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: she is told of the national lines, and the office finds the cause on the register's other pages.
            Interlocked.Exchange(ref restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            _ = asking?.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return null;
        }
    }
}

/// <summary>A map made ready: its entries, its finder and the questions that it is asked by.</summary>
public sealed class ReadyMap
{
    // What decides most often who may use what, after the need: asked for in this order where the map has it, then any other.
    private static readonly string[] Asked = ["borough", "age", "recourse", "gender"];
    private const int MostAsked = 3;

    public ReadyMap(CoverageMap coverage)
    {
        (Mark, Map) = (coverage.Mark, coverage.Map!);
        Finder = new DoorFinder(Map);
        var doors = coverage.Stored.Entries.Doors.ToDictionary(door => door.Id, StringComparer.Ordinal);
        Doors = [.. Map.Doors.Select(door => doors[door.Id])];
        Questions = [.. Enumerable.Range(0, Map.Dimensions.Count).OrderBy(d => Array.IndexOf(Asked, Map.Dimensions[d].Name) is >= 0 and var place ? place : Asked.Length).Take(MostAsked)];
    }

    /// <summary>Changes with every change of the map.</summary>
    public string Mark { get; }

    /// <summary>The map.</summary>
    public PathwayMap Map { get; }

    /// <summary>Finds the doors.</summary>
    public DoorFinder Finder { get; }

    /// <summary>The map's doors as the register holds them, in its order.</summary>
    public IReadOnlyList<DoorEntry> Doors { get; }

    /// <summary>The characteristics asked, by index, in the order of the questions.</summary>
    public IReadOnlyList<int> Questions { get; }

    /// <summary>A visit's answers as the map's own; one that the map has not is as one skipped.</summary>
    public Situation SituationOf(SupportVisit visit) => new(
        Index(Map.Needs, need => SupportVisit.CodeOf("need", need.Id), visit.Answers.GetValueOrDefault(SupportVisit.NeedField)),
        [.. Map.Dimensions.Select(dimension => Index(dimension.Values, value => SupportVisit.CodeOf(dimension.Name, value), visit.Answers.GetValueOrDefault(SupportVisit.FieldOf(dimension.Name))))]);

    private static int? Index<T>(IReadOnlyList<T> all, Func<T, string> codeOf, string? code)
    {
        for (var i = 0; code is not null && i < all.Count; i++)
        {
            if (codeOf(all[i]) == code)
                return i;
        }

        return null;
    }
}
