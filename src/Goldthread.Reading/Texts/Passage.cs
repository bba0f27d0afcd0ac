namespace Goldthread.Reading.Texts;

/// <summary>Words of the document, white space folded, that remember where each character stood.</summary>
/// <remarks>Whatever is cut out of a passage is a passage again, so that a field never loses its place.</remarks>
public sealed class Passage
{
    private readonly int[] offsets;
    private readonly int first;
    private string? key;

    internal Passage(string text, int[] offsets, int first = 0)
    {
        Text = text;
        this.offsets = offsets;
        this.first = first;
    }

    /// <summary>No words at all.</summary>
    public static Passage Empty { get; } = new("", []);

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>How many characters the words have.</summary>
    public int Length => Text.Length;

    /// <summary>Whether there are no words.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Where the first character stands in the source.</summary>
    public int Start => IsEmpty ? 0 : offsets[first];

    /// <summary>Just after the last character in the source.</summary>
    public int End => IsEmpty ? 0 : offsets[first + Text.Length - 1] + 1;

    /// <summary>Whether the space at a place is a wide gap in the source, as between a label and what is filled in.</summary>
    public bool IsWideGap(int at) => Text[at] == ' ' && at + 1 < Text.Length && offsets[first + at + 1] - offsets[first + at] > 1;

    /// <summary>Whether a figure stands in the words. Most have none, and need not be searched for what is written with one.</summary>
    internal bool HasDigits => Text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>The words in the form in which they are compared.</summary>
    internal string Key => key ??= Vocabulary.Key.Of(Text);

    /// <summary>The labels that the words may begin with, kept because they are asked for again and again.</summary>
    internal Fields.Beginnings? Beginnings { get; set; }

    /// <summary>A part, without white space at either end.</summary>
    public Passage Slice(int start, int length)
    {
        while (length > 0 && Text[start] == ' ')
        {
            start++;
            length--;
        }

        while (length > 0 && Text[start + length - 1] == ' ')
        {
            length--;
        }

        return length == 0 ? Empty : new Passage(Text.Substring(start, length), offsets, first + start);
    }

    /// <summary>The part from a character to the end.</summary>
    public Passage From(int start) => Slice(start, Text.Length - start);

    /// <summary>The part up to a character.</summary>
    public Passage UpTo(int end) => Slice(0, end);

    /// <summary>The part without the given characters, and white space, at its ends.</summary>
    public Passage Trim(string characters)
    {
        var start = 0;
        var end = Text.Length;
        while (start < end && (characters.Contains(Text[start]) || Text[start] == ' '))
        {
            start++;
        }

        while (end > start && (characters.Contains(Text[end - 1]) || Text[end - 1] == ' '))
        {
            end--;
        }

        return Slice(start, end - start);
    }

    /// <summary>Several passages as one, a space between them.</summary>
    public static Passage Join(IEnumerable<Passage> parts)
    {
        var some = parts.Where(part => !part.IsEmpty).ToList();
        if (some.Count < 2)
        {
            return some.Count == 0 ? Empty : some[0];
        }

        var text = string.Join(' ', some.Select(part => part.Text));
        var places = new int[text.Length];
        var at = 0;
        foreach (var part in some)
        {
            if (at > 0)
            {
                places[at++] = part.Start;
            }

            Array.Copy(part.offsets, part.first, places, at, part.Length);
            at += part.Length;
        }

        return new Passage(text, places);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
