using System.Text.RegularExpressions;
using Goldthread.Core.Readings;

namespace Goldthread.Site;

/// <summary>A part of a record beside the passages that it was read from: a recommendation, a paragraph, a sum.</summary>
/// <param name="Pointer">The part's JSON Pointer, such as <c>/recommendations/0</c>.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Values">Its values with their passages.</param>
public sealed partial record SourceEntry(string Pointer, string Name, IReadOnlyList<SourceValue> Values)
{
    /// <summary>Its id on the page, such as <c>recommendations-0</c>.</summary>
    public string Id => IdOf(Pointer);

    /// <summary>The id of a part on the page of sources.</summary>
    public static string IdOf(string pointer) => pointer.TrimStart('/').Replace('/', '-');

    /// <summary>The part that a value belongs to: the innermost item of a list, or the field at the top; the years of a sum belong to the sum.</summary>
    public static string EntryOf(string pointer)
    {
        var entry = Entry().Match(pointer);
        return entry.Success ? entry.Value : pointer.IndexOf('/', 1) is > 0 and var end ? pointer[..end] : pointer;
    }

    /// <summary>The parts of a record in order, each with its values; values of one passage stand together.</summary>
    public static IReadOnlyList<SourceEntry> Of(IEnumerable<Source> sources) =>
        [.. sources.GroupBy(source => EntryOf(source.Pointer)).Select(part => new SourceEntry(part.Key, FieldWords.Say(part.Key), SourceValue.Of(part.Key, part)))];

    [GeneratedRegex(@"^/amounts/\d+(?=/)|^.*/\d+(?=/|$)", RegexOptions.None, 1000)]
    private static partial Regex Entry();
}

/// <summary>A passage with the values that were read from it.</summary>
/// <param name="Names">The values, each with its name; no value where the passage says the same words.</param>
/// <param name="Source">The first of them, with the passage and its place.</param>
public sealed record SourceValue(IReadOnlyList<(string Name, string? Value)> Names, Source Source)
{
    /// <summary>The lines of the passage, each with its number.</summary>
    public IReadOnlyList<(int Number, string Text)> Lines =>
        [.. Source.Passage.Split('\n').Select((text, i) => (Source.Place.Line + i, text)).Where(line => line.text.Trim().Length > 0)];

    /// <summary>The values of one part of a record.</summary>
    public static IReadOnlyList<SourceValue> Of(string entry, IEnumerable<Source> sources) =>
    [
        .. sources.GroupBy(source => source.Place).Select(same => new SourceValue(
            [.. same.Select(source => (NameOf(entry, source.Pointer), Other(source))).Distinct()], same.First())),
    ];

    private static string NameOf(string entry, string pointer) =>
        pointer == entry ? "" : FieldWords.Capital(FieldWords.Of(FieldWords.PathOf(pointer)) ?? pointer);

    private static string? Other(Source source)
    {
        var value = FieldWords.Value(FieldWords.PathOf(source.Pointer), source.Value);
        return Folded(value) == Folded(source.Passage) ? null : value;
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
