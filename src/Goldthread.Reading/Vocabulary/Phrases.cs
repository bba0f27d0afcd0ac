namespace Goldthread.Reading.Vocabulary;

/// <summary>A group of phrases from the layouts' data; a <c>*</c> in a phrase stands for a few words.</summary>
public sealed class Phrases
{
    private const int LongestGap = 80;
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly List<string> padded = [];
    private readonly List<string[]> patterns = [];

    internal static Phrases None { get; } = new();

    /// <summary>The phrases as they are compared, those with a <c>*</c> left out.</summary>
    internal IReadOnlyCollection<string> Exact => exact;

    internal void Add(string phrase)
    {
        if (phrase.Contains('*'))
        {
            patterns.Add([.. phrase.Split('*').Select(part => Key.Of(part))]);
        }
        else
        {
            AddKey(Key.Of(phrase));
        }
    }

    internal void Include(Phrases others)
    {
        foreach (var phrase in others.exact)
        {
            AddKey(phrase);
        }

        patterns.AddRange(others.patterns);
    }

    /// <summary>Whether the words, all of them, are one of the phrases.</summary>
    internal bool Match(ReadOnlySpan<char> words) => words.Length <= 400 && MatchKey(Key.Of(words));

    /// <summary>Whether a text that is already a key is one of the phrases.</summary>
    internal bool MatchKey(string key) => exact.Contains(key) || patterns.Exists(pattern => Fits(pattern, key));

    /// <summary>Whether one of the phrases stands anywhere in the key, as whole words.</summary>
    internal bool FoundIn(string key)
    {
        var words = $" {key} ";
        return padded.Exists(phrase => words.Contains(phrase, StringComparison.Ordinal))
            || patterns.Exists(pattern => FoundIn(pattern, words));
    }

    private void AddKey(string phrase)
    {
        if (exact.Add(phrase))
        {
            padded.Add($" {phrase} ");
        }
    }

    private static bool FoundIn(string[] pattern, string words)
    {
        var at = 0;
        foreach (var part in pattern.Where(part => part.Length > 0))
        {
            var next = words.IndexOf($" {part} ", at, StringComparison.Ordinal);
            if (next < 0 || (at > 0 && next - at > LongestGap))
            {
                return false;
            }

            at = next + part.Length + 1;
        }

        return true;
    }

    private static bool Fits(string[] pattern, string key) =>
        key.StartsWith(pattern[0], StringComparison.Ordinal)
        && key.EndsWith(pattern[^1], StringComparison.Ordinal)
        && FoundIn(pattern, $" {key} ");
}
