using System.Collections.Concurrent;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Reading;
using Goldthread.Core.Publishing;
using Goldthread.Register.Pathways;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Pathways;

/// <summary>The map as everybody may see it, and what the engine answers of it. Answers are kept until an entry of the map changes.</summary>
public sealed class Coverage(RegisterDatabase database, IOptions<BodySettings> own)
{
    private const int MostKept = 48;
    private const int MostWaiting = 8;

    // One question at a time takes all cores; whoever asks in a crowd is told to come back.
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<CoverageAsked, Lazy<Task<Answer>>> answers = new();
    private volatile Kept? kept;
    private int waiting;

    /// <summary>The map as it is now; null where the register has none.</summary>
    public async Task<CoverageMap?> MapAsync(CancellationToken stop)
    {
        var version = await database.For(Reader.Public).VersionAsync(stop);
        if (kept is { } known && known.Version == version)
            return known.Map;
        var store = new MapStore(database);
        var mark = await store.MarkAsync(stop);
        if (kept is { } same && same.Mark == mark)
        {
            kept = same with { Version = version };
            return same.Map;
        }

        var stored = await store.LoadAsync(Reader.Public, own.Value.Id, stop: stop);
        var map = stored is null ? null : CoverageMap.Of(stored, mark);
        answers.Clear();
        kept = new Kept(version, mark, map);
        return map;
    }

    /// <summary>What the engine answers; null where too many wait for an answer already.</summary>
    public async Task<Answer?> AnswerAsync(CoverageMap map, CoverageAsked asked, CancellationToken stop)
    {
        if (answers.Count > MostKept)
            answers.Clear();
        if (answers.TryGetValue(asked, out var there))
            return await there.Value.WaitAsync(stop);
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            return await answers.GetOrAdd(asked, _ => new Lazy<Task<Answer>>(() => WorkAsync(map, asked))).Value.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task<Answer> WorkAsync(CoverageMap map, CoverageAsked asked)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(() => PathwayCheck.Answer(asked.Focused(map.Map!), asked.Question));
        }
        catch
        {
            answers.TryRemove(asked, out _); // the next who asks has it tried again
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed record Kept(string Version, string Mark, CoverageMap? Map);
}

/// <summary>The register's map, ready to be asked.</summary>
/// <param name="Stored">Its entries and records.</param>
/// <param name="Mark">Changes with every change of an entry.</param>
/// <param name="Map">The map that the engine answers; null where its entries do not fit together.</param>
/// <param name="Problems">Why they do not, for staff.</param>
public sealed record CoverageMap(StoredMap Stored, string Mark, PathwayMap? Map, IReadOnlyList<MapProblem> Problems)
{
    /// <summary>The day that its pages look at where no other is asked for; null for today.</summary>
    public DateOnly? Day => Stored.Entries.Frame.Day;

    /// <summary>What every page of it says at its head; null where there is nothing to say.</summary>
    public string? About => Stored.Entries.Frame.About;

    /// <summary>Puts the entries together as <c>goldthread pathways check</c> would, from the same files.</summary>
    public static CoverageMap Of(StoredMap stored, string mark)
    {
        var reading = MapReader.Read(MapWriter.Write(stored.Entries));
        var errors = reading.Problems.Where(problem => problem.Severity == Severity.Error).ToList();
        return new CoverageMap(stored, mark, reading.Map is { } map && MapLimits.Refusal(map) is null ? map : null, errors);
    }
}

/// <summary>A question with the characteristics that it looks at, as a key: two that ask the same are equal.</summary>
/// <param name="Mark">The mark of the map.</param>
/// <param name="Question">The question.</param>
/// <param name="Chosen">For a characteristic, by its index, the index of the one value looked at; in the order of the characteristics, <c>3=1 5=0</c>.</param>
public sealed record CoverageAsked(string Mark, Question Question, string Chosen)
{
    /// <summary>The map of the profiles looked at.</summary>
    public PathwayMap Focused(PathwayMap map)
    {
        var chosen = Chosen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => int.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture), pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
        return MapFocus.Of(map, [.. map.Dimensions.Select((_, d) => chosen.TryGetValue(d, out var value) ? (IReadOnlyList<int>?)[value] : null)]);
    }
}
