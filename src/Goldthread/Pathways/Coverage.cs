using System.Collections.Concurrent;
using System.Globalization;
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
    private const int MostSuggested = 10;

    // One question at a time takes all cores; whoever asks in a crowd is told to come back.
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<CoverageAsked, Lazy<Task<Answer>>> answers = new();
    private readonly ConcurrentDictionary<(CoverageAsked Asked, string Need), Lazy<Task<IReadOnlyList<Suggestion>>>> suggestions = new();
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

        var stored = await store.LoadAsync(Reader.Public, own.Value.Id, known: kept?.Map?.Stored, stop: stop);
        var map = stored is null ? null : CoverageMap.Of(stored, mark);
        answers.Clear();
        suggestions.Clear();
        kept = new Kept(version, mark, map);
        return map;
    }

    /// <summary>What the engine answers; null where too many wait for an answer already.</summary>
    public Task<Answer?> AnswerAsync(CoverageMap map, CoverageAsked asked, CancellationToken stop)
    {
        if (answers.Count > MostKept)
            answers.Clear();
        return KeptAsync(answers, asked, () => PathwayCheck.Answer(asked.Focused(map.Map!), asked.Question), stop);
    }

    /// <summary>The same without the gaps, which take most of the time: for pages that show none. Where the whole answer is kept, it is that one.</summary>
    public Task<Answer?> AnswerWithoutGapsAsync(CoverageMap map, CoverageAsked asked, CancellationToken stop) => answers.ContainsKey(asked)
        ? AnswerAsync(map, asked, stop)
        : KeptAsync(answers, asked with { WithoutGaps = true }, () => PathwayCheck.AnswerWithoutGaps(asked.Focused(map.Map!), asked.Question), stop);

    /// <summary>For each kind of help whom some changed entries would bring or lose, against the map as it is; those for whom nothing changes are left out.</summary>
    /// <returns>Null where it cannot be said: the changed map does not fit together, or too many ask.</returns>
    public async Task<IReadOnlyList<(string Need, long Gained, long Lost)>?> EffectAsync(CoverageMap here, IReadOnlyCollection<MapEntry> changed, DateOnly day, CancellationToken stop)
    {
        var effect = await DifferenceAsync(here.Stored.Entries, changed, day, stop, here.Map);
        return effect is null ? null : [.. effect.Select(each => (each.Need.Name, each.Gained, each.Lost))];
    }

    /// <summary>For each kind of help whom some changed entries would bring or lose against a map, those for whom nothing changes left out.</summary>
    /// <param name="before">The map's entries.</param>
    /// <param name="changed">The entries as they would be.</param>
    /// <param name="day">The day looked at.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="read">The map of the entries where it was read already.</param>
    /// <returns>Null where it cannot be said: a map does not fit together, or too many ask.</returns>
    internal async Task<IReadOnlyList<(Need Need, long Gained, long Lost)>?> DifferenceAsync(MapEntries before, IReadOnlyCollection<MapEntry> changed, DateOnly day, CancellationToken stop, PathwayMap? read = null)
    {
        if ((read ?? MapReader.Read(MapWriter.Write(before)).Map) is not { } map || MapReader.Read(MapWriter.Write(before.With(changed))).Map is not { } then
            || MapPair.TryCreate(map, then, out _) is not { } pair || !await turn.WaitAsync(TimeSpan.FromSeconds(10), stop))
            return null;
        try
        {
            var comparison = await Task.Run(() => PathwayComparison.Compare(pair, new Question { Day = day }, cancellation: stop), stop);
            return [.. comparison.Needs.Where(need => need.Gained + need.Lost > 0).Select(need => (pair.First.Needs.First(one => one.Id == need.Need), need.Gained, need.Lost))];
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The single changes that would let most of those looked at reach a kind of help; null where too many ask, or the map is too large for it.</summary>
    public Task<IReadOnlyList<Suggestion>?> SuggestAsync(CoverageMap map, CoverageAsked asked, string need, CancellationToken stop)
    {
        if (suggestions.Count > MostKept)
            suggestions.Clear();
        var focused = asked.Focused(map.Map!);
        focused = focused with { Needs = [.. focused.Needs.Where(one => one.Id == need)], Services = [.. focused.Services.Select(service => service with { Provides = [.. service.Provides.Where(at => focused.Needs[at].Id == need).Select(_ => 0)] })] };
        return PathwaySuggestions.Refusal(focused, SuggestionKinds.All) is not null
            ? Task.FromResult<IReadOnlyList<Suggestion>?>(null)
            : KeptAsync(suggestions, (asked, need), () => PathwaySuggestions.Find(focused, asked.Question with { Until = null }, SuggestionKinds.All, MostSuggested), stop);
    }

    // What was asked before is kept, or waited for together; of what is new, one question at a time has all cores.
    private async Task<TAnswer?> KeptAsync<TKey, TAnswer>(ConcurrentDictionary<TKey, Lazy<Task<TAnswer>>> all, TKey key, Func<TAnswer> work, CancellationToken stop)
        where TKey : notnull
        where TAnswer : class
    {
        if (all.TryGetValue(key, out var there))
            return await there.Value.WaitAsync(stop);
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            return await all.GetOrAdd(key, _ => new Lazy<Task<TAnswer>>(WorkAsync)).Value.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        async Task<TAnswer> WorkAsync()
        {
            await turn.WaitAsync();
            try
            {
                return await Task.Run(work);
            }
            catch
            {
                all.TryRemove(key, out _); // the next who asks has it tried again
                throw;
            }
            finally
            {
                turn.Release();
            }
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
/// <param name="Chosen">For a characteristic, by its index, the indexes of the values looked at; in the order of the characteristics, <c>3=1 5=0,2</c>.</param>
public sealed record CoverageAsked(string Mark, Question Question, string Chosen)
{
    /// <summary>Whether the gaps are left out of the answer.</summary>
    public bool WithoutGaps { get; init; }

    /// <summary>The map of the profiles looked at.</summary>
    public PathwayMap Focused(PathwayMap map)
    {
        var chosen = Chosen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToDictionary(pair => int.Parse(pair[0], CultureInfo.InvariantCulture), pair => (IReadOnlyList<int>)[.. pair[1].Split(',').Select(value => int.Parse(value, CultureInfo.InvariantCulture))]);
        return MapFocus.Of(map, [.. map.Dimensions.Select((_, d) => chosen.GetValueOrDefault(d))]);
    }
}
