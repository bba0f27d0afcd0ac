using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Vocabulary;

/// <summary>A group of phrases from the layouts' data; a <c>*</c> in a phrase stands for a few words.</summary>
public sealed class Phrases
{
    private const int LongestGap = 80;

    /// <summary>Stands for the first letter of a phrase that begins with a gap.</summary>
    private const int Gap = -1;

    private static readonly List<Pattern> NoPatterns = [];
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> exactSpans;
    private readonly List<Pattern> patterns = [];
    private readonly LengthsByLetter lengths = new();
    private readonly Dictionary<int, List<Pattern>> byLetter = [];
    private FirstWords? firstWords;

    internal Phrases() => exactSpans = exact.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static Phrases None { get; } = new();

    /// <summary>The phrases as they are compared, those with a <c>*</c> left out.</summary>
    internal IReadOnlyCollection<string> Exact => exact;

    internal void Add(string phrase)
    {
        if (phrase.Contains('*'))
        {
            Add(Pattern.Of(phrase));
        }
        else
        {
            AddKey(Key.Of(phrase));
        }
    }

    private void AddKey(string phrase)
    {
        exact.Add(phrase);
        lengths.Add(phrase);
    }

    private void Add(Pattern pattern)
    {
        patterns.Add(pattern);
        var letter = pattern.Start.Length == 0 ? Gap : LengthsByLetter.Letter(pattern.Start);
        byLetter.TryAdd(letter, []);
        byLetter[letter].Add(pattern);
    }

    internal void Include(Phrases others)
    {
        foreach (var phrase in others.exact)
        {
            AddKey(phrase);
        }

        foreach (var pattern in others.patterns)
        {
            Add(pattern);
        }
    }

    /// <summary>Whether the words, all of them, are one of the phrases.</summary>
    internal bool Match(ReadOnlySpan<char> words)
    {
        if (words.Length > 400)
        {
            return false;
        }

        Span<char> key = stackalloc char[Key.Room(words)];
        return MatchKey(key[..Key.Write(words, key)]);
    }

    /// <summary>Whether the passage, all of it, is one of the phrases.</summary>
    internal bool Match(Passage words) => words.Length <= 400 && MatchKey(words.Key);

    /// <summary>Whether a text that is already a key is one of the phrases.</summary>
    internal bool MatchKey(ReadOnlySpan<char> key)
    {
        if (lengths.MayHold(key) && exactSpans.Contains(key))
        {
            return true;
        }

        return byLetter.Count > 0 && (Fits(LengthsByLetter.Letter(key), key) || Fits(Gap, key));
    }

    private bool Fits(int letter, ReadOnlySpan<char> key)
    {
        foreach (var pattern in byLetter.GetValueOrDefault(letter, NoPatterns))
        {
            if (pattern.Fits(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the phrases stands anywhere in the key, as whole words.</summary>
    internal bool FoundIn(string key)
    {
        firstWords ??= new FirstWords(exact);
        if (firstWords.StandIn(key))
        {
            return true;
        }

        var words = patterns.Count == 0 ? "" : $" {key} ";
        return patterns.Exists(pattern => pattern.FoundIn(words));
    }

    /// <summary>A phrase with gaps.</summary>
    /// <param name="Start">What it begins with; empty where a gap comes first.</param>
    /// <param name="End">What it ends with; empty where a gap comes last.</param>
    /// <param name="Parts">What stands between the gaps, a space before and after each.</param>
    private sealed record Pattern(string Start, string End, string[] Parts)
    {
        public static Pattern Of(string phrase)
        {
            var parts = phrase.Split('*').Select(part => Key.Of(part)).ToList();
            return new Pattern(parts[0], parts[^1], [.. parts.Where(part => part.Length > 0).Select(part => $" {part} ")]);
        }

        public bool Fits(ReadOnlySpan<char> key) =>
            key.StartsWith(Start, StringComparison.Ordinal) && key.EndsWith(End, StringComparison.Ordinal) && FoundIn($" {key} ");

        public bool FoundIn(string words)
        {
            var at = 0;
            foreach (var part in Parts)
            {
                var next = words.IndexOf(part, at, StringComparison.Ordinal);
                if (next < 0 || (at > 0 && next - at > LongestGap))
                {
                    return false;
                }

                at = next + part.Length - 1;
            }

            return true;
        }
    }
}
