namespace Goldthread.Reading.Texts;

/// <summary>Finds marks that people type for bold and italic: <c>**so**</c>, <c>*so*</c>, <c>_so_</c>.</summary>
internal static class Emphasis
{
    private static readonly HashSet<int> None = [];

    /// <summary>Offsets of the characters that are marks and not words.</summary>
    public static HashSet<int> Find(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('*', '_') < 0)
        {
            return None;
        }

        var found = new HashSet<int>();
        Pair(text, '*', found);
        Pair(text, '_', found);
        return found;
    }

    private static void Pair(ReadOnlySpan<char> text, char mark, HashSet<int> found)
    {
        var open = -1;
        var openLength = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != mark)
            {
                continue;
            }

            var length = RunLength(text, at, mark);
            if (length > 3)
            {
                open = -1;
            }
            else if (open >= 0 && Closes(text, at, length))
            {
                AddRun(found, open, openLength);
                AddRun(found, at, length);
                open = -1;
            }
            else if (Opens(text, at, length))
            {
                (open, openLength) = (at, length);
            }

            at += length - 1;
        }
    }

    private static int RunLength(ReadOnlySpan<char> text, int at, char mark)
    {
        var end = at;
        while (end < text.Length && text[end] == mark)
        {
            end++;
        }

        return end - at;
    }

    private static bool Opens(ReadOnlySpan<char> text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + length < text.Length && !char.IsWhiteSpace(text[at + length]);

    private static bool Closes(ReadOnlySpan<char> text, int at, int length) =>
        !char.IsWhiteSpace(text[at - 1]) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static void AddRun(HashSet<int> found, int at, int length)
    {
        for (var i = 0; i < length; i++)
        {
            found.Add(at + i);
        }
    }
}
