using System.Buffers;
using Goldthread.Core.Readings;

namespace Goldthread.Reading.Texts;

/// <summary>A document's extracted text, with a way from any character to its line and column.</summary>
/// <remarks>Columns count Unicode code points, so that a place means the same in every programming language.</remarks>
public sealed class SourceText
{
    private static readonly SearchValues<char> HighSurrogates =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x400).Select(code => (char)code)]);

    private readonly int[] lineStarts;
    private readonly int[] highSurrogates;

    /// <summary>Takes a text whose lines end in LF.</summary>
    public SourceText(string value)
    {
        Value = value;
        lineStarts = FindLineStarts(value);
        highSurrogates = FindHighSurrogates(value);
        Hyphens = new Hyphens(value);
    }

    internal Hyphens Hyphens { get; }

    /// <summary>The text itself.</summary>
    public string Value { get; }

    /// <summary>How many lines there are.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>Where a line begins and where it ends, without its line end.</summary>
    public (int Start, int End) Line(int index)
    {
        var end = index + 1 < lineStarts.Length ? lineStarts[index + 1] - 1 : Value.Length;
        return (lineStarts[index], end);
    }

    /// <summary>The place of the characters from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public Place PlaceOf(int start, int end)
    {
        var (line, column) = Locate(start);
        var (endLine, endColumn) = Locate(Math.Max(start, end - 1));
        return new Place(line, column, endLine, endColumn);
    }

    private (int Line, int Column) Locate(int offset)
    {
        var line = IndexAtOrBefore(lineStarts, offset);
        var pairs = CountBefore(offset) - CountBefore(lineStarts[line]);
        return (line + 1, offset - lineStarts[line] - pairs + 1);
    }

    private int CountBefore(int offset)
    {
        var index = Array.BinarySearch(highSurrogates, offset);
        return index < 0 ? ~index : index;
    }

    private static int IndexAtOrBefore(int[] starts, int offset)
    {
        var index = Array.BinarySearch(starts, offset);
        return index < 0 ? ~index - 1 : index;
    }

    private static int[] FindLineStarts(string value)
    {
        var starts = new List<int> { 0 };
        for (var at = value.IndexOf('\n'); at >= 0; at = value.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return [.. starts];
    }

    private static int[] FindHighSurrogates(string value)
    {
        var found = new List<int>();
        for (var at = value.AsSpan().IndexOfAny(HighSurrogates); at >= 0;)
        {
            found.Add(at);
            var next = value.AsSpan(at + 1).IndexOfAny(HighSurrogates);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return [.. found];
    }
}
