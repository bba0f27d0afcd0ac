namespace Goldthread.Register.Publishing;

/// <summary>What is needed to put a mistyped word right: the words of texts, and how far one word is from another.</summary>
public static class Spelling
{
    private const int Shortest = 4, Longest = 30;

    /// <summary>The words of texts that may be suggested: letters alone, 4 to 30 of them, in lower case, each once.</summary>
    public static IReadOnlyList<string> WordsOf(IEnumerable<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var seen = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[Longest];
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length; at++)
            {
                var from = at;
                while (at < text.Length && char.IsLetterOrDigit(text[at]))
                    at++;
                var word = text.AsSpan(from, at - from);
                if (IsWord(word) && word.ToLowerInvariant(lower) is var length && !seen.Contains(lower[..length]))
                    words.Add(lower[..length].ToString());
            }
        }

        return [.. words];
    }

    /// <summary>Whether a word is one that could be suggested or put right.</summary>
    public static bool IsWord(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest)
            return false;
        foreach (var c in word)
            if (!char.IsLetter(c))
                return false;
        return true;
    }

    /// <summary>A word from its end to its beginning.</summary>
    public static string Backwards(string word)
    {
        var letters = word.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    /// <summary>How many slips a typed word may hold: one in a short word, two in one of seven letters or more.</summary>
    public static int MostSlips(string word) => word.Length < 7 ? 1 : 2;

    /// <summary>
    /// The slips between two words: letters left out, put in, taken for another, or two neighbours changed over
    /// (Damerau's four; no letter is touched twice, the "optimal string alignment").
    /// </summary>
    public static int Slips(string one, string other)
    {
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1];
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }
}
