using System.Text.RegularExpressions;

namespace Goldthread.Reading.Texts;

/// <summary>Tells the hyphen of a word that was broken at the end of a line from that of a compound such as <c>multi-agency</c>.</summary>
/// <remarks>The document itself is the dictionary: what stands in it as a word of its own is no fragment of another.</remarks>
internal sealed partial class Hyphens(string text)
{
    private const int LongestWord = 40;
    private const int ShortestWord = 4;
    private static readonly HashSet<string> Prefixes = ["multi", "non", "co", "pre", "post", "self", "anti", "re", "ex", "semi", "mid", "sub", "inter", "cross", "half", "two", "three", "four", "six", "ten",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private readonly Lazy<HashSet<string>> words = new(() => [.. Word.Matches(text).Select(match => match.Value.ToLowerInvariant())]);

    /// <summary>Whether the hyphen just before <paramref name="end"/> only broke the word that goes on at <paramref name="next"/>.</summary>
    public bool IsBreak(int end, int next)
    {
        if (end < 3 || text[end - 1] is not '-' || !char.IsLetter(text[end - 2]) || !char.IsLower(text[next]))
        {
            return false;
        }

        var (first, last) = (end - 1, next);
        while (first > 0 && char.IsLetter(text[first - 1]) && end - first < LongestWord)
        {
            first--;
        }

        while (last < text.Length && char.IsLetter(text[last]) && last - next < LongestWord)
        {
            last++;
        }

        var before = text[first..(end - 1)].ToLowerInvariant();
        var after = text[next..last].ToLowerInvariant();
        var isCompound = Prefixes.Contains(before) || words.Value.Contains($"{before}-{after}") || (before.Length >= ShortestWord && words.Value.Contains(before));
        return words.Value.Contains(before + after) || !isCompound;
    }

    [GeneratedRegex(@"(?<![\p{L}])\p{L}{1,40}(-\p{L}{1,40})?(?![\p{L}]|-\s)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Word { get; }
}
