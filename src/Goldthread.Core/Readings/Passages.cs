using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Readings;

/// <summary>
/// The passages of a document that an audience may see: for each value that it may see of the record, what is printed in
/// that value's own place, and nothing around it.
/// </summary>
/// <remarks>
/// It begins from the body as it was cut for the audience, so that a hidden field has no passage. Where the place of a
/// field that is hidden, or that nobody knows of, reaches into the place of one that is not, what it covers is left out.
/// </remarks>
public sealed class Passages
{
    /// <summary>Stands where something was left out.</summary>
    public const string LeftOut = "[…]";

    private readonly string[] lines;
    private readonly ILookup<int, (int From, int To)> hidden;

    private Passages(string text, IEnumerable<Place> hidden)
    {
        lines = text.Split('\n');
        this.hidden = hidden.Where(IsInside)
            .SelectMany(place => Enumerable.Range(place.Line, place.EndLine - place.Line + 1).Select(line => (line, Part(place, line))))
            .ToLookup(pair => pair.line, pair => pair.Item2);
    }

    /// <summary>What an audience may see of the document that a stored body was read from.</summary>
    public static RecordSources Of(RecordKind kind, string stored, int shape, Audience audience)
    {
        if (kind.ImportOf(kind.Read(stored, shape)) is not { } import)
            return RecordSources.None;
        var values = new List<(string Pointer, string? Value)>();
        AddValues("", kind.Show(stored, shape, audience), values);
        var seen = values.Select(value => value.Pointer).ToHashSet(StringComparer.Ordinal);
        var staff = audience == Audience.Staff;
        var passages = new Passages(import.Text, staff ? [] : import.Provenance.Where(pair => !seen.Contains(pair.Key)).Select(pair => pair.Value));
        var sources = new List<Source>();
        foreach (var (pointer, value) in values)
        {
            if (value is not null && import.Provenance.TryGetValue(pointer, out var place) && passages.IsInside(place))
                sources.Add(new Source(pointer, value, place, passages.At(place), staff ? passages.Before(place) : "", staff ? passages.After(place) : ""));
        }

        return new RecordSources(sources, staff ? import.Diagnostics : []);
    }

    private static void AddValues(string pointer, JsonNode? node, List<(string, string?)> values)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (name, part) in parts)
                    AddValues($"{pointer}/{name}", part, values);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    AddValues(FormattableString.Invariant($"{pointer}/{i}"), items[i], values);
                break;
            default:
                values.Add((pointer, node is null ? null : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString()));
                break;
        }
    }

    private bool IsInside(Place place) =>
        place is { Line: > 0, Column: > 0 } && place.EndLine <= lines.Length
        && (place.Line < place.EndLine || (place.Line == place.EndLine && place.Column <= place.EndColumn));

    private string At(Place place)
    {
        var passage = new StringBuilder();
        for (var line = place.Line; line <= place.EndLine; line++)
        {
            if (line > place.Line)
                passage.Append('\n');
            var (from, to) = Part(place, line);
            foreach (var (start, end) in hidden[line].Where(part => part.From < to && part.To > from).OrderBy(part => part.From))
            {
                if (end <= from)
                    continue;
                passage.Append(lines[line - 1], from, Math.Max(start, from) - from).Append(LeftOut);
                from = Math.Min(end, to);
            }

            passage.Append(lines[line - 1], from, to - from);
        }

        return passage.ToString();
    }

    private string Before(Place place) => lines[place.Line - 1][..Part(place, place.Line).From];

    private string After(Place place) => lines[place.EndLine - 1][Part(place, place.EndLine).To..];

    /// <summary>What a place covers of a line, in characters from 0.</summary>
    private (int From, int To) Part(Place place, int line)
    {
        var text = lines[line - 1];
        var from = line == place.Line ? CharAt(text, place.Column - 1) : 0;
        var to = line == place.EndLine ? CharAt(text, place.EndColumn) : text.Length;
        return (from, Math.Max(from, to));
    }

    // Columns count code points, of which some take two characters.
    private static int CharAt(string text, int column)
    {
        var at = 0;
        for (; column > 0 && at < text.Length; column--)
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return at;
    }
}
