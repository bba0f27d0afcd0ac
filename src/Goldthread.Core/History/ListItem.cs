using System.Text.Json.Nodes;

namespace Goldthread.Core.History;

/// <summary>An item of a list in a body, to be matched with one of another state's list.</summary>
internal sealed class ListItem(JsonNode? item)
{
    private const double Alike = 0.4, SameName = 0.5;
    private const int MostPairs = 10_000;

    private static readonly string[] Names = ["number", "heading", "name", "role", "act", "instrument", "quote"];

    private readonly Lazy<HashSet<string>> words = new(() => [.. FieldChanges.TextOf(item).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>The item as JSON; equal items have equal JSON.</summary>
    public string Json { get; } = item?.ToJsonString() ?? "";

    /// <summary>Its words.</summary>
    public string Text => FieldChanges.TextOf(item);

    private string? Name => item is JsonObject parts ? Names.Select(name => FieldChanges.TextOf(parts[name])).FirstOrDefault(name => name.Length > 0) : null;

    /// <summary>
    /// Items that are gone and items that have come, those that are alike in pairs, in order: the pairing with the most
    /// likeness in all. Very long lists are paired one by one.
    /// </summary>
    /// <returns>Positions in the two lists; one of them is null for an item without a partner.</returns>
    public static IEnumerable<(int? From, int? To)> Pair(IReadOnlyList<ListItem> gone, IReadOnlyList<ListItem> come)
    {
        if ((long)gone.Count * come.Count > MostPairs)
            return Enumerable.Range(0, Math.Max(gone.Count, come.Count)).Select(i => ((int?)(i < gone.Count ? i : null), (int?)(i < come.Count ? i : null)));

        var best = new double[gone.Count + 1, come.Count + 1];
        for (var i = gone.Count - 1; i >= 0; i--)
            for (var j = come.Count - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), gone[i].LikenessTo(come[j]) is var likeness and >= Alike ? likeness + best[i + 1, j + 1] : 0);
        return Way(best, gone.Count, come.Count);
    }

    private static IEnumerable<(int? From, int? To)> Way(double[,] best, int gone, int come)
    {
        for (int i = 0, j = 0; i < gone || j < come;)
        {
            if (i < gone && best[i + 1, j] >= best[i, j])
                yield return (i++, null);
            else if (j < come && best[i, j + 1] >= best[i, j])
                yield return (null, j++);
            else
                yield return (i++, j++);
        }
    }

    /// <summary>The share of words they have in common, and more for the same number, heading or name.</summary>
    private double LikenessTo(ListItem other)
    {
        var (mine, theirs) = (words.Value, other.words.Value);
        var common = mine.Count <= theirs.Count ? mine.Count(theirs.Contains) : theirs.Count(mine.Contains);
        var share = mine.Count + theirs.Count == 0 ? 0 : 2.0 * common / (mine.Count + theirs.Count);
        return share + (Name is { } name && name == other.Name ? SameName : 0);
    }
}
