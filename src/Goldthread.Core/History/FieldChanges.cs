using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldthread.Core.History;

/// <summary>What changed in one field of a record from one state to the next.</summary>
/// <param name="Pointer">A JSON Pointer into the later body; for something that is gone, into the earlier one.</param>
/// <param name="Edit"><c>Inserted</c> for something new, <c>Deleted</c> for something gone, <c>Same</c> for a field that is in both with other words.</param>
/// <param name="Pieces">Its words, those taken out and put in marked.</param>
public sealed record FieldChange(string Pointer, Edit Edit, IReadOnlyList<Piece> Pieces);

/// <summary>Holds two states of a record's body against each other, field by field.</summary>
/// <remarks>
/// It is given the bodies as their reader may see them, so that nothing is said of what is hidden from that reader. Items
/// of a list are matched first where they are alike, then where most of their words are, and only then counted as new or gone.
/// </remarks>
public static class FieldChanges
{
    /// <summary>The changes, in the order of the later body.</summary>
    public static IReadOnlyList<FieldChange> Between(JsonNode before, JsonNode after)
    {
        var changes = new List<FieldChange>();
        Compare("", before, after, changes);
        return changes;
    }

    private static void Compare(string pointer, JsonNode? before, JsonNode? after, List<FieldChange> changes)
    {
        if (before is JsonArray || after is JsonArray)
        {
            CompareLists(pointer, before as JsonArray ?? [], after as JsonArray ?? [], changes);
        }
        else if (before is JsonObject || after is JsonObject)
        {
            var (was, isNow) = (before as JsonObject ?? [], after as JsonObject ?? []);
            foreach (var name in isNow.Select(pair => pair.Key).Union(was.Select(pair => pair.Key)))
                Compare($"{pointer}/{name}", was[name], isNow[name], changes);
        }
        else if ((TextOf(before), TextOf(after)) is var (was, isNow) && was != isNow)
        {
            var edit = was.Length == 0 ? Edit.Inserted : isNow.Length == 0 ? Edit.Deleted : Edit.Same;
            changes.Add(new FieldChange(pointer, edit, WordDiff.Between(was, isNow)));
        }
    }

    private static void CompareLists(string pointer, JsonArray before, JsonArray after, List<FieldChange> changes)
    {
        var (was, isNow) = (before.Select(item => new ListItem(item)).ToList(), after.Select(item => new ListItem(item)).ToList());
        var (gone, come) = (new List<int>(), new List<int>());
        foreach (var stretch in ShortestEdit.Between([.. was.Select(item => item.Json)], [.. isNow.Select(item => item.Json)]))
        {
            if (stretch.Edit == Edit.Deleted)
                gone.AddRange(Enumerable.Range(stretch.Before, stretch.Length));
            else if (stretch.Edit == Edit.Inserted)
                come.AddRange(Enumerable.Range(stretch.After, stretch.Length));
            else
                Settle();
        }

        Settle();

        void Settle()
        {
            foreach (var (from, to) in ListItem.Pair([.. gone.Select(i => was[i])], [.. come.Select(i => isNow[i])]))
            {
                if (from is { } one && to is { } other)
                    Compare($"{pointer}/{come[other]}", before[gone[one]], after[come[other]], changes);
                else if (from is { } lost)
                    changes.Add(new FieldChange($"{pointer}/{gone[lost]}", Edit.Deleted, WordDiff.Between(was[gone[lost]].Text, "")));
                else if (to is { } found)
                    changes.Add(new FieldChange($"{pointer}/{come[found]}", Edit.Inserted, WordDiff.Between("", isNow[come[found]].Text)));
            }

            gone.Clear();
            come.Clear();
        }
    }

    /// <summary>A value in words; parts of an object stand side by side, items of a list one below the other.</summary>
    internal static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonObject parts => string.Join(' ', parts.Select(part => TextOf(part.Value)).Where(text => text.Length > 0)),
        JsonArray items => string.Join('\n', items.Select(TextOf).Where(text => text.Length > 0)),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => node.ToJsonString(),
        },
    };
}
