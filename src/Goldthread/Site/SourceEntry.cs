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
        [.. sources.GroupBy(source => EntryOf(source.Pointer)).Select(part => new SourceEntry(part.Key, NameOf(part.Key, part), SourceValue.Of(part.Key, [.. part])))];

    // What is numbered in the document is called by its number there.
    private static string NameOf(string pointer, IEnumerable<Source> sources) =>
        sources.FirstOrDefault(source => source.Pointer == $"{pointer}/number") is { } number && NumberInList().IsMatch(pointer)
            ? FieldWords.Capital($"{FieldWords.Of(FieldWords.PathOf(pointer))} {number.Value}")
            : FieldWords.Say(pointer);

    [GeneratedRegex(@"/\d+$", RegexOptions.None, 1000)]
    private static partial Regex NumberInList();

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

    /// <summary>The values of one part of a record; a number that the part is called by is left to its name.</summary>
    public static IReadOnlyList<SourceValue> Of(string entry, IReadOnlyList<Source> sources) =>
    [
        .. sources.Where(source => sources.Count == 1 || !source.Pointer.EndsWith("/number", StringComparison.Ordinal)).GroupBy(source => source.Place).Select(same => new SourceValue(
            [.. same.Select(source => (Name: NameOf(entry, source.Pointer), Value: Other(source))).Where(named => named.Name.Length > 0 || named.Value is not null).Distinct()], same.First())),
    ];

    private static string NameOf(string entry, string pointer) =>
        pointer == entry || pointer == $"{entry}/text" ? "" : FieldWords.Capital(FieldWords.Of(FieldWords.PathOf(pointer)) ?? pointer);

    private static string? Other(Source source)
    {
        var value = FieldWords.Value(FieldWords.PathOf(source.Pointer), source.Value);
        return Bare(value) == Bare(source.Passage) ? null : value;
    }

    // Letters and digits: bullets and spaces make no difference.
    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
