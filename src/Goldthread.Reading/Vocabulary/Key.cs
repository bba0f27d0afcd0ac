using System.Buffers;

namespace Goldthread.Reading.Vocabulary;

/// <summary>The form in which words are compared: lower case, no punctuation, single spaces, <c>&amp;</c> as "and".</summary>
internal static class Key
{
    private const int OnStack = 512;
    private const int ShortestMended = 4;
    private const int MostMended = 2;

    public static string Of(ReadOnlySpan<char> words)
    {
        var room = Room(words);
        var rented = room > OnStack ? ArrayPool<char>.Shared.Rent(room) : null;
        var key = rented ?? stackalloc char[OnStack];
        var made = key[..Write(words, key)].ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return made;
    }

    /// <summary>Writes the key of the words where there is room for it, and gives how many characters it has.</summary>
    public static int Write(ReadOnlySpan<char> words, Span<char> key)
    {
        var length = 0;
        foreach (var letter in words)
        {
            length = Append(key, length, letter);
        }

        return Trimmed(key, length);
    }

    /// <summary>The most characters that the key of the words may have: an ampersand becomes a word.</summary>
    public static int Room(ReadOnlySpan<char> words) => words.Length + (words.Count('&') * 4);

    /// <summary>Takes one more character into a key of so many, and gives how many it has then.</summary>
    public static int Append(Span<char> key, int length, char letter)
    {
        if (char.IsAsciiLetterLower(letter))
        {
            key[length] = letter;
            return length + 1;
        }

        if (char.IsLetterOrDigit(letter))
        {
            key[length] = char.ToLowerInvariant(letter);
            return length + 1;
        }

        if (letter is '\'' or '’' or '‘' or '*')
        {
            return length;
        }

        length = Space(key, length);
        if (letter == '&')
        {
            "and ".CopyTo(key[length..]);
            length += 4;
        }

        return length;
    }

    /// <summary>Puts letters for the figures that a scan shows in the middle of words or at their end, as in <c>apo1ogies</c> and <c>b0ard</c>.</summary>
    /// <remarks>Only in words of four letters and more with one or two such figures and no other: <c>covid19</c> and <c>section151</c> stay as they are.</remarks>
    public static void Mend(Span<char> key)
    {
        for (var start = 0; start < key.Length;)
        {
            var rest = key[start..];
            var length = rest.IndexOf(' ') is >= 0 and var space ? space : rest.Length;
            var word = rest[..length];
            if (length >= ShortestMended && word.ContainsAny('0', '1', '5') && !word.ContainsAny("2346789") && !char.IsAsciiDigit(word[0]) && word.Count('0') + word.Count('1') + word.Count('5') <= MostMended)
            {
                MendWord(word);
            }

            start += length + 1;
        }
    }

    /// <summary>The same of a whole key.</summary>
    public static string Mended(string key) => !key.AsSpan().ContainsAny('0', '1', '5') ? key : string.Create(key.Length, key, (mended, from) =>
    {
        from.CopyTo(mended);
        Mend(mended);
    });

    private static void MendWord(Span<char> word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            var isVowelNear = "aeiou".Contains(word[at - 1]) || (at + 1 < word.Length && "aeiou".Contains(word[at + 1]));
            word[at] = word[at] switch
            {
                '0' => 'o',
                '5' => 's',
                '1' => isVowelNear || at + 1 == word.Length || word[at + 1] == '1' || word[at - 1] == 'l' ? 'l' : 'i',
                var letter => letter,
            };
        }
    }

    /// <summary>How many characters a key has without the space that it may end with.</summary>
    public static int Trimmed(ReadOnlySpan<char> key, int length) => length > 0 && key[length - 1] == ' ' ? length - 1 : length;

    private static int Space(Span<char> key, int length)
    {
        if (length == 0 || key[length - 1] == ' ')
        {
            return length;
        }

        key[length] = ' ';
        return length + 1;
    }
}
