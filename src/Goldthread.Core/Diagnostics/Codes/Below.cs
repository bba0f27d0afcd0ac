using System.Buffers;
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

    // One of these stands in every mention.
    private static readonly SearchValues<string> Pointers = SearchValues.Create(["below", "following", "overleaf"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Finding> Missing(IReadOnlyList<Passage> passages, IReadOnlyList<Paragraph> paragraphs, DecisionCase one)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            foreach (var mention in Mentions(passage.Text))
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
        if (passages is [.., var last] && last.Text.AsSpan().TrimEnd().EndsWith(':') && Announced().Match(last.Text) is { Success: true } words && !FollowsInDocument(document, last.Text))
        {
            yield return new("GT1006", $"“{words.Value.Trim()}” announces something and nothing follows. Expected it after this paragraph.", last.Pointer, words.Value.Trim());
        }
    }

    /// <summary>Of notes of a meeting: a table or chart "below" a point after which nothing stands but the next of the notes' own lines.</summary>
    public static IEnumerable<Finding> NotShown(IReadOnlyList<Passage> passages, string? document)
    {
        foreach (var passage in passages)
        {
            foreach (var mention in Mentions(passage.Text))
            {
                var noun = mention.Groups["noun"].Value;
                var next = document is null ? null : NextLine(document, passage.Text);
                if (next is not null && !Shown().IsMatch(next) && !next.TrimStart().StartsWith(noun, StringComparison.OrdinalIgnoreCase))
                {
                    yield return new("GT1006", $"“{mention.Value}” points to something that does not follow. Expected the {noun.ToLowerInvariant()} after this paragraph.", passage.Pointer, mention.Value);
                }
            }
        }
    }

    private static IEnumerable<Match> Mentions(string text) =>
        text.AsSpan().ContainsAny(Pointers) ? Mention().Matches(text).Where(mention => IsLast(text, mention)) : [];

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
    private static bool FollowsInDocument(string? document, string paragraph) =>
        NextLine(document ?? "", paragraph) is { Length: > 0 } next && !NumberedLine().IsMatch(next);

    // The line after the one that the paragraph ends on: empty at the end of the document, null where the paragraph is not found in it.
    private static string? NextLine(string document, string paragraph)
    {
        var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(LastWords).ToList();
        for (var at = words.Count == 0 ? -1 : document.IndexOf(words[0], StringComparison.Ordinal); at >= 0; at = document.IndexOf(words[0], at + 1, StringComparison.Ordinal))
        {
            if (EndOf(document, words, at) is { } end)
            {
                var line = document.IndexOf('\n', end) is >= 0 and var found ? document.AsSpan(found).TrimStart() : [];
                return line[..(line.IndexOf('\n') is >= 0 and var stop ? stop : line.Length)].ToString();
            }
        }

        return null;
    }

    // Where the words end that stand here one after another, whatever the space between them; null where they do not.
    private static int? EndOf(string document, List<string> words, int at)
    {
        foreach (var word in words)
        {
            while (at < document.Length && char.IsWhiteSpace(document[at]))
            {
                at++;
            }

            if (!document.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
            {
                return null;
            }

            at += word.Length;
        }

        return at;
    }

    private static int Depth(string number) => number.Count(c => c == '.');

    private static bool StandsLater(Passage passage, string noun, IReadOnlyList<Passage> all) =>
        all.SkipWhile(other => other != passage).Skip(1).Any(later =>
            later.Text.Length >= noun.Length && later.Text.IndexOf(noun, StringComparison.OrdinalIgnoreCase) is >= 0 and < Remainder
            && (later.Text.Length < 2 * Remainder || later.Text.StartsWith(noun, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"\b(?:as follows|the following|(?:set out|listed|shown|given|detailed|summarised)\s+below|below)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    // A row of a table, or the figures beside a chart.
    [GeneratedRegex(@"\||\t|\S\s{3,}\S|^\W*[0-9][0-9,.%\s]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^\W{0,4}(?:[0-9]{1,2}(?:\.[0-9]{1,2})*\.?|[A-Z]\.)\s+\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedLine();

    private const string Nouns = "(?<noun>table|chart|graph|diagram|figure|framework|timeline|timetable|matrix|breakdown|map|illustration|list|schedule|grid|summary table|plan|flowchart|box|panel)";

    [GeneratedRegex(@"\b(?:(?:the|this)\s+(?:below|following)\s+(?:\w+\s+){0,2}" + Nouns + @"|(?:the|a|this)\s+(?:\w+\s+){0,3}" + Nouns + @"\s+(?:(?:that|which)\s+)?(?:(?:is|are)\s+)?(?:set out |shown |provided |given |included |presented )?(?:immediately |directly )?(?:below|overleaf))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();
}
