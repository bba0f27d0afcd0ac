using System.Text.RegularExpressions;

namespace Goldthread.Tests.Support;

/// <summary>
/// The Flesch–Kincaid grade of English (Kincaid and others, 1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
/// Syllables are counted by the groups of vowels, with a list of the words of our texts that this counts wrongly.
/// </summary>
internal static partial class Readability
{
    // Words whose syllables the rule below counts wrongly, each with its number.
    private static readonly Dictionary<string, int> Exceptions =
        """
        people=2 police=2 someone=2 something=2 language=2 languages=3 safe=1 safely=2 sometimes=2 home=1 phone=1 phoneline=2 childline=2 page=1 pages=2
        service=2 believed=2 believe=2 charged=1 changed=1 judge=1 being=2 quiet=2 idea=3 trial=2 relay=2 uk=2 bsl=3 lgbt=4 able=2 disabled=3 wales=1 england=2
        there=1 where=1 here=1 were=1 are=1 followed=2 leaves=1 outside=2 ombudsman=3 lesbian=3 galop=2 samaritans=4 victims=2 respect=2 liaison=3 whoever=3
        doesn't=2 didn't=2 used=1
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1][0] - '0', StringComparer.OrdinalIgnoreCase);

    /// <summary>Every sentence of a text: what ends in a full stop, a question mark or an exclamation mark.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var plain = Link().Replace(text, "${words}");
        plain = Gap().Replace(plain, "0").Replace("**", "", StringComparison.Ordinal);
        foreach (var block in Block().Split(plain))
        {
            var line = block.Trim().TrimStart('#', '-', ' ').Replace('\n', ' ');
            foreach (var sentence in End().Split(line))
            {
                if (Ends().IsMatch(sentence.Trim()))
                    yield return sentence.Trim();
            }
        }
    }

    /// <summary>The grade of one or more sentences.</summary>
    public static double Grade(params IReadOnlyCollection<string> sentences)
    {
        var words = sentences.SelectMany(sentence => Word().Matches(sentence)).Select(match => match.Value).ToList();
        return (0.39 * words.Count / sentences.Count) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    /// <summary>The syllables of a word; a figure counts as one.</summary>
    public static int Syllables(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Exceptions.TryGetValue(lower, out var known))
            return known;
        if (lower.All(char.IsAsciiDigit))
            return 1;
        lower = lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower;
        var groups = Vowels().Count(lower);
        if (groups > 1 && SilentE().IsMatch(lower))
            groups--;
        if (groups > 1 && SilentEd().IsMatch(lower))
            groups--;
        if (groups > 1 && SilentEs().IsMatch(lower))
            groups--;
        return Math.Max(groups, 1);
    }

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*[-#])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("(?<=[.?!])[\"”]?\\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();

    [GeneratedRegex("[.?!][\"”]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex("[A-Za-z0-9]+(?:'[a-z]+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouylr]e$|[aeiou][lr]e$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SilentE();

    [GeneratedRegex("[^td]ed$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SilentEd();

    [GeneratedRegex("[^aeiousxzhcg]es$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SilentEs();
}
