using System.Text.Json.Nodes;
using Goldthread.Core.History;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>What would be otherwise of an entry of the map: its fields, and in words who may use it and where it hands people on to.</summary>
/// <param name="Fields">What changes of its fields.</param>
/// <param name="Lines">Each way of being accepted and each hand-off that comes, goes or changes.</param>
public sealed record EntryChanges(IReadOnlyList<FieldChange> Fields, IReadOnlyList<ChangedLine> Lines)
{
    private static readonly string[] InWords = ["/handOffs", "/accepts"];

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
            [.. fields.Where(field => !InWords.Any(list => field.Pointer.StartsWith(list, StringComparison.Ordinal)))],
            [
                .. Ways(before?.Accepts ?? [], after.Accepts),
                .. isNow.Values.Where(link => !was.ContainsKey(link.Id)).Select(link => new ChangedLine("Hand-off", Edit.Inserted, Words(link))),
                .. isNow.Values.Where(link => was.TryGetValue(link.Id, out var earlier) && Words(earlier) != Words(link)).Select(link => new ChangedLine("Hand-off", Edit.Same, $"{Words(link)}; it was {Told(was[link.Id])}")),
                .. was.Values.Where(link => !isNow.ContainsKey(link.Id)).Select(link => new ChangedLine("Hand-off", Edit.Deleted, Words(link))),
            ]);

        string Words(HandOff link) => $"{nameOf(link.To.Reference) ?? link.To.Reference}, {Told(link)}";
    }

    // Where there is no way, everybody may.
    private static IEnumerable<ChangedLine> Ways(IReadOnlyList<Acceptance> before, IReadOnlyList<Acceptance> after)
    {
        var (was, isNow) = (Lines(before), Lines(after));
        return was.SequenceEqual(isNow) ? [] : [.. was.Except(isNow).Select(line => Of(Edit.Deleted, line)), .. isNow.Except(was).Select(line => Of(Edit.Inserted, line))];

        static string[] Lines(IReadOnlyList<Acceptance> ways) => AcceptText.Write(ways) is { Length: > 0 } text ? text.Split('\n') : ["everybody"];

        static ChangedLine Of(Edit edit, string line) => new("Who may use it", edit, line);
    }

    private static string Told(HandOff link) =>
        (link.WaitDays switch { 0 => "at once", 1 => "after a day", var days => $"after {days} days" })
        + (link.FirstDay is { } first ? $", from {Wording.Date(first)}" : "")
        + (link.LastDay is { } last ? $", until {Wording.Date(last)}" : "")
        + (link.Accepts.Count > 0 ? $", only {AcceptText.Write(link.Accepts).Replace("\n", ", or ", StringComparison.Ordinal)}" : "");

    private static Dictionary<string, HandOff> ById(MapEntry? entry) => (entry?.HandOffs ?? []).DistinctBy(link => link.Id).ToDictionary(link => link.Id, StringComparer.Ordinal);
}

/// <summary>A change in words.</summary>
/// <param name="What">What changes.</param>
/// <param name="Edit"><c>Inserted</c> for something new, <c>Deleted</c> for something gone, <c>Same</c> for what is there with other words.</param>
/// <param name="Words">The words.</param>
public sealed record ChangedLine(string What, Edit Edit, string Words);
