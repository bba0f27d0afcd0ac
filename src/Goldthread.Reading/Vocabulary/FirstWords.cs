namespace Goldthread.Reading.Vocabulary;

/// <summary>Phrases by their first word: each is tried only where that word stands, however many there are.</summary>
internal sealed class FirstWords
{
    private readonly LengthsByLetter begun = new();
    private readonly Dictionary<string, string[]> phrases;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> spans;

    /// <summary>Takes phrases that are keys.</summary>
    public FirstWords(IEnumerable<string> keys)
    {
        phrases = keys.GroupBy(FirstOf).ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray(), StringComparer.Ordinal);
        spans = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in phrases.Keys)
        {
            begun.Add(word);
        }
    }

    /// <summary>The phrases that begin with a word, the longest first.</summary>
    public ReadOnlySpan<string> BeginningWith(ReadOnlySpan<char> word) => begun.MayHold(word) && spans.TryGetValue(word, out var found) ? found : [];

    /// <summary>Whether a phrase may begin with a word, in whatever case it is written.</summary>
    public bool MayBeginWith(ReadOnlySpan<char> word) => begun.MayHold(char.ToLowerInvariant(word[0]), word.Length);

    /// <summary>Whether one of the phrases stands in a key, as whole words.</summary>
    public bool StandIn(ReadOnlySpan<char> key)
    {
        for (var at = 0; at < key.Length;)
        {
            var rest = key[at..];
            var space = rest.IndexOf(' ');
            foreach (var phrase in BeginningWith(space < 0 ? rest : rest[..space]))
            {
                if (rest.StartsWith(phrase, StringComparison.Ordinal) && (rest.Length == phrase.Length || rest[phrase.Length] == ' '))
                {
                    return true;
                }
            }

            at += space < 0 ? rest.Length : space + 1;
        }

        return false;
    }

    private static string FirstOf(string phrase) => phrase.IndexOf(' ') is > 0 and var space ? phrase[..space] : phrase;
}
