using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields;

/// <summary>What a label at the beginning of a passage may be, with where it ends; found once for each passage.</summary>
internal sealed class Beginnings
{
    /// <summary>No label has more characters.</summary>
    public const int Longest = 160;

    private const string Separators = ":?–—-|._…";
    private readonly string key;
    private readonly (int End, int Length)[] ends;

    private Beginnings(string key, (int End, int Length)[] ends) => (this.key, this.ends) = (key, ends);

    /// <summary>How many there are.</summary>
    public int Count => ends.Length;

    /// <summary>Those of a passage.</summary>
    public static Beginnings Of(Passage words) => words.Beginnings ??= Find(words);

    /// <summary>Where one of them ends in the passage.</summary>
    public int End(int index) => ends[index].End;

    /// <summary>The key of one of them.</summary>
    public ReadOnlySpan<char> Key(int index) => key.AsSpan(0, ends[index].Length);

    // The key of a beginning is a beginning of the key of all.
    private static Beginnings Find(Passage words)
    {
        var text = words.Text;
        var last = Math.Min(text.Length, Longest);
        Span<(int, int)> found = stackalloc (int, int)[last + 1];
        Span<char> made = stackalloc char[Vocabulary.Key.Room(text.AsSpan(0, last))];
        var (length, count) = (0, 0);
        for (var at = 0; at < last; at++)
        {
            if (at > 0 && IsEnd(words, at))
            {
                found[count++] = (at, Vocabulary.Key.Trimmed(made, length));
            }

            length = Vocabulary.Key.Append(made, length, text[at]);
        }

        if (text.Length is > 0 and <= Longest)
        {
            found[count++] = (text.Length, Vocabulary.Key.Trimmed(made, length));
        }

        if (words.HasDigits)
        {
            Vocabulary.Key.Mend(made[..length]);
        }

        return new Beginnings(made[..length].ToString(), found[..count].ToArray());
    }

    private static bool IsEnd(Passage words, int at)
    {
        var text = words.Text;
        var stands = text[at] is ':' or '?' || text[at - 1] == ' ' || at + 1 == text.Length || text[at + 1] == ' ';
        return words.IsWideGap(at) || (stands && Separators.Contains(text[at]));
    }
}
