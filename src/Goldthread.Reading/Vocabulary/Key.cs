using System.Buffers;

namespace Goldthread.Reading.Vocabulary;

/// <summary>The form in which words are compared: lower case, no punctuation, single spaces, <c>&amp;</c> as "and".</summary>
internal static class Key
{
    private const int OnStack = 512;

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
