using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>Makes passages out of stretches of the source: white space folded, emphasis marks left out.</summary>
internal static class Folding
{
    private static readonly string[] EmphasisTags = ["b", "i", "u", "em", "strong", "sup", "sub", "span", "br"];

    /// <summary>The words from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static Passage Fold(SourceText source, int start, int end) => Fold(source, [(start, end)]);

    /// <summary>The words of several stretches, as one.</summary>
    public static Passage Fold(SourceText source, IReadOnlyList<(int Start, int End)> stretches)
    {
        var room = stretches.Sum(stretch => Math.Max(0, stretch.End - stretch.Start) + 1);
        var text = new StringBuilder(room);
        var offsets = new List<int>(room);
        var wasBroken = false;
        for (var i = 0; i < stretches.Count; i++)
        {
            var (start, end) = stretches[i];
            var isBroken = i + 1 < stretches.Count && end > start && stretches[i + 1].End > stretches[i + 1].Start && source.Hyphens.IsBreak(end, stretches[i + 1].Start);
            Append(source.Value, start, isBroken ? end - 1 : end, text, offsets, spaced: !wasBroken);
            wasBroken = isBroken;
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        return text.Length == 0 ? Passage.Empty : new Passage(text.ToString(), [.. offsets]);
    }

    private static void Append(string source, int start, int end, StringBuilder text, List<int> offsets, bool spaced)
    {
        if (spaced)
        {
            Space(start, text, offsets);
        }

        var marks = Emphasis.Find(source.AsSpan(start, end - start));
        for (var at = start; at < end; at++)
        {
            var letter = source[at];
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                Space(at, text, offsets);
            }
            else if (letter == '<' && TagLength(source.AsSpan(at, end - at)) is > 0 and var length)
            {
                at += length - 1;
            }
            else if (letter is not ('\u00AD' or '\u200B' or '\uFEFF') && (marks.Count == 0 || !marks.Contains(at - start)))
            {
                text.Append(letter);
                offsets.Add(at);
            }
        }
    }

    private static void Space(int at, StringBuilder text, List<int> offsets)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
            offsets.Add(at);
        }
    }

    /// <summary>The length of an emphasis tag such as <c>&lt;i&gt;</c> at the start of the text, or 0.</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 12)].IndexOf('>');
        if (close < 2)
        {
            return 0;
        }

        var name = text[1..close].Trim('/').Trim();
        foreach (var tag in EmphasisTags)
        {
            if (name.Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                return close + 1;
            }
        }

        return 0;
    }
}
