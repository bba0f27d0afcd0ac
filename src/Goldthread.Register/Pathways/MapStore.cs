using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Standards;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Register.Standards;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Pathways;

/// <summary>The map of help in the register: brought in whole, and read whole, as it is or as it was.</summary>
public sealed class MapStore(RegisterDatabase database)
{
    private const int SavedAtOnce = 500;

    /// <summary>
    /// The map of a public body as a reader sees it; null where it has none. Where the owner of a service assessed itself, whether the
    /// service meets the minimum standard comes from there.
    /// </summary>
    /// <param name="reader">For whom.</param>
    /// <param name="body">The public body.</param>
    /// <param name="asOf">The moment, in UTC, whose content is wanted, under the visibility of today; null for the map as it is.</param>
    /// <param name="known">The map as the same reader saw it earlier: of what has not changed since, the content is not read again.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<StoredMap?> LoadAsync(Reader reader, string body, DateTime? asOf = null, StoredMap? known = null, CancellationToken stop = default)
    {
        await using var snapshot = await database.For(reader).SnapshotAsync(stop);
        var frames = await ReadAsync(RecordKinds.Map);
        if (frames.Count == 0)
            return null;
        var (doors, services) = (await ReadAsync(RecordKinds.Door), await ReadAsync(RecordKinds.Service));
        var (assessed, standards) = AssessedServices.Of([.. services.Select(one => one.Content)], (await AssessmentStore.LoadAsync(snapshot, body, asOf, stop)).Select(one => one.Content));
        return new StoredMap(new MapEntries(frames[0].Content, [.. doors.Select(one => one.Content)], assessed))
        {
            Standards = standards,
            // An id that a door and a service share is an error of the map; until it is mended the first stands for both.
            Heads = doors.Select(one => one.Head).Concat(services.Select(one => one.Head)).DistinctBy(head => head.Reference, StringComparer.Ordinal).ToDictionary(head => head.Reference, StringComparer.Ordinal),
            Contents = frames.ConvertAll(Read).Concat(doors.ConvertAll(Read)).Concat(services.ConvertAll(Read)).ToDictionary(one => one.Id, one => (one.Revision, one.Content)),
        };

        static (Guid Id, int Revision, object Content) Read<TBody>((RecordHead Head, TBody Content) one)
            where TBody : class => (one.Head.Id, one.Head.Revision, one.Content);

        async Task<List<(RecordHead Head, TBody Content)>> ReadAsync<TBody>(RecordKind<TBody> kind)
            where TBody : class
        {
            var found = new List<(RecordHead, TBody)>();
            var same = asOf is null ? known : null;
            await foreach (var (head, content) in snapshot.ContentsAsync(kind, body, asOf, head => same?.Contents.GetValueOrDefault(head.Id) is { Content: { } kept } one && one.Revision == head.Revision ? kept : null).WithCancellation(stop))
                found.Add((head, (TBody)content));
            return found;
        }
    }

    /// <summary>A short text that changes whenever an entry of a map, or an assessment that decides whether services meet the standard, is added, changed or withdrawn.</summary>
    public async Task<string> MarkAsync(CancellationToken stop = default)
    {
        string[] kinds = [RecordKinds.Map.Name, RecordKinds.Door.Name, RecordKinds.Service.Name, RecordKinds.Assessment.Name];
        await using var context = database.Open();
        var sum = await context.Records.Where(row => kinds.Contains(row.Kind))
            .GroupBy(_ => 1).Select(all => new { Count = all.Count(), Revisions = all.Sum(row => row.Revision), Last = all.Max(row => row.ChangedAt) }).SingleOrDefaultAsync(stop);
        return sum is null ? "" : FormattableString.Invariant($"{sum.Count}.{sum.Revisions}.{sum.Last.Ticks}");
    }

    /// <summary>
    /// Saves a map that was read from a folder. What is the same stays as it is, what differs becomes a revision; entries that
    /// the folder does not have are left as they are, or withdrawn where the folder is the whole map. A stopped import goes on where it was.
    /// </summary>
    /// <param name="map">The map's entries.</param>
    /// <param name="choices">Whose map it is, who brings it in and why.</param>
    /// <param name="progress">Told how many entries are done.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<MapImport> ImportAsync(MapEntries map, MapImportChoices choices, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        var writer = new RegisterWriter(database);
        var stored = await LoadAsync(Reader.Staff, choices.Body, stop: stop);
        var kept = stored?.Entries;
        var (services, doors) = (kept?.Services.ToDictionary(one => one.Id, StringComparer.Ordinal), kept?.Doors.ToDictionary(one => one.Id, StringComparer.Ordinal));
        var frame = map.Frame with { About = map.Frame.About ?? kept?.Frame.About, Day = map.Frame.Day ?? kept?.Frame.Day };
        var ofServices = map.Services.Select(service => Keep(Own(service, stored), services)).ToList();
        if (SecretPlace.Refusal(new MapEntries(frame, [], ofServices)) is { } refusal)
            return new MapImport(0, 0, 0, 0, 0) { Refusal = refusal };
        var entries = ofServices.Select(service => Of(RecordKinds.Service, service.Id, service))
            .Concat(map.Doors.Select(door => Of(RecordKinds.Door, door.Id, Keep(door, doors))));
        var ofFrame = Of(RecordKinds.Map, MapFrame.Reference, frame);
        // A first import ends with what the map is drawn on: until then there is no map, and nobody is told half of one.
        var changes = (kept is null ? entries.Append(ofFrame) : entries.Prepend(ofFrame)).ToList();
        var (created, revised, unchanged) = (0, 0, 0);
        foreach (var some in changes.Chunk(SavedAtOnce))
        {
            var outcomes = await writer.SaveAsync(some, stop);
            created += outcomes.Count(outcome => outcome.Result == SaveResult.Created);
            revised += outcomes.Count(outcome => outcome.Result == SaveResult.Revised);
            unchanged += outcomes.Count(outcome => outcome.Result == SaveResult.Unchanged);
            progress?.Report(created + revised + unchanged);
        }

        var given = map.Doors.Select(door => (RecordKinds.Door.Name, door.Id)).Concat(map.Services.Select(service => (RecordKinds.Service.Name, service.Id))).ToHashSet();
        var others = stored?.Heads.Values.Where(head => !given.Contains((head.Kind, head.Reference))).ToList() ?? [];
        if (choices.IsWhole)
        {
            foreach (var head in others)
                await writer.WithdrawAsync(head.Id, choices.Who, choices.Reason, erase: false, stop);
        }

        return new MapImport(created, revised, unchanged, choices.IsWhole ? others.Count : 0, choices.IsWhole ? 0 : others.Count);

        Change Of(RecordKind kind, string reference, object content) => new()
        {
            Kind = kind,
            Body = choices.Body,
            Reference = reference,
            Content = content,
            Visibility = Audience.Public,
            Who = choices.Who,
            Process = "import",
            Reason = choices.Reason,
        };
    }

    // A folder has what follows from the owner's assessment; the map's own word under it stays.
    private static ServiceEntry Own(ServiceEntry service, StoredMap? stored) =>
        stored?.Standards.GetValueOrDefault(service.Id) is { } standard ? service with { MeetsStandard = standard.OnTheMap } : service;

    // What a folder does not say is kept from the entry that is there.
    private static T Keep<T>(T entry, Dictionary<string, T>? kept)
        where T : MapEntry =>
        kept?.GetValueOrDefault(entry.Id) is { } known ? (T)entry.Over(known) : entry;
}

/// <summary>A map out of the register.</summary>
/// <param name="Entries">Its entries, in the order in which they came into the register.</param>
public sealed record StoredMap(MapEntries Entries)
{
    /// <summary>The records of its doors and services, by their ids.</summary>
    public IReadOnlyDictionary<string, RecordHead> Heads { get; init; } = new Dictionary<string, RecordHead>(StringComparer.Ordinal);

    /// <summary>The services of which an owner's assessment says whether they meet the minimum standard, by their ids.</summary>
    public IReadOnlyDictionary<string, ServiceStandard> Standards { get; init; } = new Dictionary<string, ServiceStandard>(StringComparer.Ordinal);

    // What was read of each record, by its id, with the revision that it was read of.
    internal IReadOnlyDictionary<Guid, (int Revision, object Content)> Contents { get; init; } = new Dictionary<Guid, (int, object)>();
}

/// <summary>How a map is brought in.</summary>
/// <param name="Body">The public body whose map it is.</param>
/// <param name="Who">The office that does it.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="IsWhole">Whether the folder is the whole map, so that what it does not have is withdrawn.</param>
public sealed record MapImportChoices(string Body, string Who, string Reason, bool IsWhole = false);

/// <summary>What became of a map that was brought in, in records.</summary>
public sealed record MapImport(int Created, int Revised, int Unchanged, int Withdrawn, int NotInFolder)
{
    /// <summary>Why nothing was brought in: what would give a secret place away; null where it was.</summary>
    public string? Refusal { get; init; }
}
