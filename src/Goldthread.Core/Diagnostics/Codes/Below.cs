using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Something said to stand below that does not: a table, a framework, a list.</summary>
/// <remarks>
/// It is there when the paragraph goes on after the words, when a paragraph without a number or of a lower
/// level follows (a table, a list), or when a later text begins with the thing's name.
/// </remarks>
internal static partial class Below
{
    // What may follow the words in their own paragraph without being the thing itself.
    private const int Remainder = 40;
    private const int LastWords = 6;

    public static IEnumerable<Finding> Missing(IReadOnlyList<Passage> passages, IReadOnlyList<Paragraph> paragraphs, DecisionCase one)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            foreach (var mention in Mention().Matches(passage.Text).Where(mention => IsLast(passage.Text, mention)))
            {
                var noun = mention.Groups["noun"].Value;
                if (!Follows(paragraphs, i) && !StandsLater(passage, noun, one.Passages) && !FollowsInDocument(one.Document, passage.Text))
                {
                    yield return new("GT1006", $"“{mention.Value}” points to something that does not follow. Expected the {noun.ToLowerInvariant()} after this paragraph.", passage.Pointer, mention.Value);
                }
            }
        }
    }

    /// <summary>A list that is announced with a colon at the very end of a section.</summary>
    public static IEnumerable<Finding> Unlisted(IReadOnlyList<Passage> passages, string? document)
    {
        if (passages is [.., var last] && Announced().Match(last.Text) is { Success: true } words && !FollowsInDocument(document, last.Text))
        {
            yield return new("GT1006", $"“{words.Value.Trim()}” announces something and nothing follows. Expected it after this paragraph.", last.Pointer, words.Value.Trim());
        }
    }

    private static bool IsLast(string text, Match mention) => text.Length - mention.Index - mention.Length < Remainder;

    private static bool Follows(IReadOnlyList<Paragraph> paragraphs, int index)
    {
        if (index + 1 >= paragraphs.Count)
        {
            return false;
        }

        var (own, next) = (paragraphs[index].Number, paragraphs[index + 1].Number);
        return next is null || own is null || Depth(next) > Depth(own) || !PrintedNumber.HasParts(next);
    }

    // Tables are no part of a paragraph: where the document is at hand, what follows there decides.
    private static bool FollowsInDocument(string? document, string paragraph)
    {
        var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(LastWords).Select(Regex.Escape);
        var end = Regex.Match(document ?? "", string.Join(@"\s+", words), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return end.Success && NextLine().Match(document!, end.Index + end.Length) is { Success: true } next && !NumberedLine().IsMatch(next.Groups["next"].Value);
    }

    private static int Depth(string number) => number.Count(c => c == '.');

    private static bool StandsLater(Passage passage, string noun, IReadOnlyList<Passage> all) =>
        all.SkipWhile(other => other != passage).Skip(1).Any(later =>
            later.Text.Length >= noun.Length && later.Text.IndexOf(noun, StringComparison.OrdinalIgnoreCase) is >= 0 and < Remainder
            && (later.Text.Length < 2 * Remainder || later.Text.StartsWith(noun, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"\b(?:as follows|the following|(?:set out|listed|shown|given|detailed|summarised)\s+below|below)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\G[^\n]*\n\s*(?<next>\S[^\n]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NextLine();

    [GeneratedRegex(@"^\W{0,4}(?:[0-9]{1,2}(?:\.[0-9]{1,2})*\.?|[A-Z]\.)\s+\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedLine();

    private const string Nouns = "(?<noun>table|chart|graph|diagram|figure|framework|timeline|timetable|matrix|breakdown|map|illustration|list|schedule|grid|summary table|plan|flowchart|box|panel)";

    [GeneratedRegex(@"\b(?:(?:the|this)\s+(?:below|following)\s+(?:\w+\s+){0,2}" + Nouns + @"|(?:the|a|this)\s+(?:\w+\s+){0,3}" + Nouns + @"\s+(?:(?:that|which)\s+)?(?:(?:is|are)\s+)?(?:set out |shown |provided |given |included |presented )?(?:immediately |directly )?(?:below|overleaf))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();
}
