namespace Goldthread.Reading.Blocks;

/// <summary>Tells a line of a list of people: a style of address, a name, and after a dash or in brackets who they are.</summary>
internal static class ListedPerson
{
    private const int LongestName = 50;

    /// <summary>Whether the words begin so, as <c>Councillor S Hay - Harbour Council</c> does and no sentence.</summary>
    public static bool Begins(ReadOnlySpan<char> words, Layouts layouts)
    {
        var space = words.IndexOf(' ');
        var end = words.IndexOfAny('(', '–', '—') is var sign and >= 0 ? sign : words.Length;
        end = words.IndexOf(" - ") is var dash and >= 0 && dash < end ? dash : end;
        var name = words[..end].TrimEnd();
        return space > 0 && end > space && end < words.Length && end <= LongestName
            && !name.ContainsAny(",;:") && !HasSmallWord(name) && layouts["people.titles"].Match(words[..space].TrimEnd('.'));
    }

    private static bool HasSmallWord(ReadOnlySpan<char> words)
    {
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (words[at] == ' ' && char.IsLower(words[at + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
