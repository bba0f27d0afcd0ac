using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>Takes out the lines that belong to the site or the paper and not to the document.</summary>
internal static partial class Furniture
{
    private const int LongestLine = 200;
    private const int LongestFoot = 140;
    private const int Heads = 4;
    private const int ShortestHead = 12;

    public static List<Line> Remove(ExtractedText extracted, Layouts layouts)
    {
        var kept = new List<Line>(extracted.Lines.Count);
        var page = new Page(extracted, layouts);
        for (var index = 0; index < extracted.Lines.Count; index++)
        {
            var line = extracted.Lines[index];
            if (page.IsEnd(index))
            {
                break;
            }

            if (!page.IsFurniture(index))
            {
                kept.Add(page.AfterFurniture(kept, index) ? line with { Gap = false } : line);
            }
        }

        return kept;
    }

    private sealed class Page(ExtractedText extracted, Layouts layouts)
    {
        private readonly string text = extracted.Source.Value;
        private readonly Phrases lines = layouts["furniture.lines"];
        private readonly Phrases links = layouts["furniture.links"];
        private readonly Phrases ends = layouts["furniture.ends"];
        private readonly Lazy<HashSet<string>> running = new(() => RunningHeads(extracted));
        private (int Index, string Key) last = (-1, "");

        public bool IsEnd(int index) => KeyOf(index) is { Length: > 0 } key && ends.MatchKey(key);

        public bool IsFurniture(int index)
        {
            var line = extracted.Lines[index];
            var key = GoesOn(line) ? "" : KeyOf(index);
            return (key.Length > 0 && (lines.MatchKey(key) || IsTrail(line) || IsLinks(line))) || IsPageNumber(line) || IsTitledFoot(index) || IsRunningHead(index, key);
        }

        /// <summary>Whether the line is the rest of a sentence, such as <c>print.</c>, and no button.</summary>
        private bool GoesOn(Line line) => !extracted.Structured && !line.Gap && char.IsLower(text[line.Start]) && text[line.End - 1] == '.';

        /// <summary>Whether the line is a trail of links: <c>Home > Decisions > …</c>.</summary>
        private bool IsTrail(Line line)
        {
            var words = text.AsSpan(line.Start, line.End - line.Start);
            var at = words.IndexOfAny('>', '»', '›');
            return at > 0 && lines.Match(words[..at].Trim());
        }

        /// <summary>Whether the line holds nothing but the names of sites and buttons: <c>Twitter Facebook Print</c>.</summary>
        private bool IsLinks(Line line)
        {
            var words = text.AsSpan(line.Start, line.End - line.Start);
            return IsLinks(words, " |,\t") || (words.ContainsAny("|·•") && IsLinks(words, "|·•"));
        }

        private bool IsLinks(ReadOnlySpan<char> words, string separators)
        {
            var count = 0;
            foreach (var range in words.SplitAny(separators))
            {
                var word = words[range].Trim();
                if (!word.IsEmpty && !links.Match(word) && (word.Length > LongestFoot || !lines.Match(word)))
                {
                    return false;
                }

                count += word.IsEmpty ? 0 : 1;
            }

            return count > 1;
        }

        /// <summary>Whether the line goes on with a sentence that furniture, such as the foot of a page, broke in two.</summary>
        public bool AfterFurniture(List<Line> kept, int index) =>
            index > 0 && kept.Count > 0 && kept[^1] != extracted.Lines[index - 1]
            && char.IsLower(text[extracted.Lines[index].Start]) && text[kept[^1].End - 1] is not ('.' or ':' or ';' or '?' or '!');

        private bool IsRunningHead(int index, string key)
        {
            var afterPage = index > 0 && IsPageNumber(extracted.Lines[index - 1]);
            var beforePage = index + 1 < extracted.Lines.Count && IsPageNumber(extracted.Lines[index + 1]);
            if (!afterPage && !beforePage)
            {
                return false;
            }

            var parts = Columns.Split(text, extracted.Lines[index], gap: 4);
            var isSpaced = parts.Count > 0 && !layouts.Any("label.", Key.Of(text.AsSpan(parts[0].Start, parts[0].End - parts[0].Start)));
            return key.Length > 0 && (running.Value.Contains(key) || (isSpaced && IsAlone(index)));
        }

        /// <summary>Whether the line repeats one of those at the head and ends, far off, in the number of the page.</summary>
        private bool IsTitledFoot(int index)
        {
            var line = extracted.Lines[index];
            if (extracted.Structured || index < Heads || line.End - line.Start > LongestFoot || !IsAlone(index) || !FootNumber.IsMatch(text.AsSpan(line.Start, line.End - line.Start)))
            {
                return false;
            }

            var key = KeyOf(line);
            return extracted.Lines.Take(Heads).Any(head => KeyOf(head) is { Length: >= ShortestHead } title && key.StartsWith(title, StringComparison.Ordinal));
        }

        private bool IsAlone(int index) =>
            extracted.Lines[index].Gap && (index + 1 == extracted.Lines.Count || extracted.Lines[index + 1].Gap);

        private bool IsPageNumber(Line line) =>
            !extracted.Structured && line.End - line.Start <= LongestFoot && PageNumber.IsMatch(text.AsSpan(line.Start, line.End - line.Start));

        /// <summary>The key of a line, kept while it is looked at.</summary>
        private string KeyOf(int index)
        {
            last = last.Index == index ? last : (index, KeyOf(extracted.Lines[index]));
            return last.Key;
        }

        private string KeyOf(Line line) => line.End - line.Start > LongestLine ? "" : Key.Of(text.AsSpan(line.Start, line.End - line.Start));
    }

    /// <summary>Lines that come more than once, or repeat what stands behind a label, such as the reference.</summary>
    private static HashSet<string> RunningHeads(ExtractedText extracted)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in extracted.Lines.Where(line => line.End - line.Start <= LongestLine))
        {
            var words = extracted.Source.Value.AsSpan(line.Start, line.End - line.Start);
            var key = Key.Of(words);
            if (!seen.Add(key))
            {
                repeated.Add(key);
            }

            if (words.IndexOf(':') is > 0 and var colon)
            {
                seen.Add(Key.Of(words[(colon + 1)..]));
            }
        }

        return repeated;
    }

    [GeneratedRegex(@"\S\s{3,}[0-9]{1,3}$", RegexOptions.None, 1000)]
    private static partial Regex FootNumber { get; }

    [GeneratedRegex(@"^\W{0,3}(page\s+[0-9]{1,4}(\s+(of|/)\s+[0-9]{1,4})?|[0-9]{1,4}\s+of\s+[0-9]{1,4}|[0-9]{1,3}|[-–]\s?[0-9]{1,3}\s?[-–])\W{0,3}$|(\s{2,}|\|\s?|\s[-–—]\s)page\s+[0-9]{1,4}(\s+(of|/)\s+[0-9]{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageNumber { get; }
}
