using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions.Drafts;

namespace Goldthread.Tests.Decisions.Leaks;

/// <summary>Who may come across a canary.</summary>
internal enum SeenBy
{
    /// <summary>Everybody: it is published.</summary>
    Everyone,

    /// <summary>Whoever reads drafts.</summary>
    DraftReaders,

    /// <summary>Nobody of those who look: it is for people named one by one.</summary>
    Nobody,
}

/// <summary>A word, a reference, an id or a hash that stands in one place of one decision and nowhere else.</summary>
/// <param name="Word">What is looked for, in small letters.</param>
/// <param name="What">Where it was planted.</param>
/// <param name="State">Where its decision stands.</param>
/// <param name="By">Who may come across it.</param>
internal sealed record Canary(string Word, string What, DraftState State, SeenBy By)
{
    /// <summary>Whether it is a word that somebody could search for and find in a text.</summary>
    public bool IsWord => Word.StartsWith(CanaryWords.Beginning, StringComparison.Ordinal);
}

/// <summary>Makes canaries, and finds them in what a site gives out.</summary>
internal static partial class CanaryWords
{
    /// <summary>What every word begins with.</summary>
    public const string Beginning = "zq";

    private const int Letters = 12;

    /// <summary>The word of a number: letters that are far from those of every other, so that none is taken for another mistyped.</summary>
    public static string Of(int number) =>
        Beginning + string.Concat(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"canary {number}"))).Take(Letters).Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    /// <summary>Everything in a text that could be a canary: words, references, ids, hashes.</summary>
    public static IReadOnlySet<string> In(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in Like().EnumerateMatches(text))
            found.Add(text.Substring(match.Index, match.Length).ToLowerInvariant().Replace(' ', '-'));
        return found;
    }

    [GeneratedRegex("zq[a-p]{12}|pcd[ -]8[0-9]{5}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Like();
}
