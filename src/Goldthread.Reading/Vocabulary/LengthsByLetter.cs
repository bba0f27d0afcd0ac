namespace Goldthread.Reading.Vocabulary;

/// <summary>The first letters and lengths of some words: most words that are none of them are told by these alone.</summary>
internal sealed class LengthsByLetter
{
    private const int Letters = 32;
    private readonly ulong[] lengths = new ulong[Letters];

    /// <summary>Notes a word.</summary>
    public void Add(string word) => lengths[Letter(word)] |= Length(word.Length);

    /// <summary>Whether a word may be one of those noted; false only where it is none.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => (lengths[Letter(word)] & Length(word.Length)) != 0;

    /// <summary>The same of a word's first letter and length.</summary>
    public bool MayHold(char first, int length) => (lengths[first % Letters] & Length(length)) != 0;

    /// <summary>Which of the letters a word begins with; letters that share a number are not told apart.</summary>
    public static int Letter(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : word[0] % Letters;

    private static ulong Length(int length) => 1UL << Math.Min(length, 63);
}
