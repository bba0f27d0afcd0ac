using System.Text.Json.Nodes;
using Goldthread.Core.History;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>What would be otherwise of an entry of the map, in words: its fields, and its hand-offs by the names of where they lead.</summary>
/// <param name="Fields">What changes of its fields.</param>
/// <param name="HandOffs">Each hand-off that comes, goes or changes, with what becomes of it.</param>
public sealed record EntryChanges(IReadOnlyList<FieldChange> Fields, IReadOnlyList<(string What, string Words)> HandOffs)
{
    private const string OfHandOffs = "/handOffs/";

    /// <summary>The changes from one state to another.</summary>
    /// <param name="before">The entry as it is; null for a new one.</param>
    /// <param name="after">The entry as it would be.</param>
    /// <param name="nameOf">What is called so on the map, by its id; null where nothing is.</param>
    public static EntryChanges Between(MapEntry? before, MapEntry after, Func<string, string?> nameOf)
    {
        var kind = after is DoorEntry ? (RecordKind)RecordKinds.Door : RecordKinds.Service;
        var fields = FieldChanges.Between(before is null ? new JsonObject() : JsonNode.Parse(kind.Write(before))!, JsonNode.Parse(kind.Write(after))!);
        var (was, isNow) = (ById(before), ById(after));
        return new EntryChanges(
            [.. fields.Where(field => !field.Pointer.StartsWith(OfHandOffs, StringComparison.Ordinal))],
            [
                .. isNow.Values.Where(link => !was.ContainsKey(link.Id)).Select(link => ("new", Words(link))),
                .. isNow.Values.Where(link => was.TryGetValue(link.Id, out var earlier) && Words(earlier) != Words(link)).Select(link => ("changed", $"{Words(link)}; it was {Told(was[link.Id])}")),
                .. was.Values.Where(link => !isNow.ContainsKey(link.Id)).Select(link => ("taken out", Words(link))),
            ]);

        string Words(HandOff link) => $"{nameOf(link.To.Reference) ?? link.To.Reference}, {Told(link)}";
    }

    private static string Told(HandOff link) =>
        (link.WaitDays switch { 0 => "at once", 1 => "after a day", var days => $"after {days} days" })
        + (link.FirstDay is { } first ? $", from {Wording.Date(first)}" : "")
        + (link.LastDay is { } last ? $", until {Wording.Date(last)}" : "")
        + (link.Accepts.Count > 0 ? $", only {AcceptText.Write(link.Accepts).Replace("\n", ", or ", StringComparison.Ordinal)}" : "");

    private static Dictionary<string, HandOff> ById(MapEntry? entry) => (entry?.HandOffs ?? []).DistinctBy(link => link.Id).ToDictionary(link => link.Id, StringComparer.Ordinal);
}
