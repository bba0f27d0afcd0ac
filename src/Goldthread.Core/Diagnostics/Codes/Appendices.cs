using System.Buffers;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Appendices, annexes, tables and figures that are referred to and neither listed nor there.</summary>
internal static partial class Appendices
{
    // What the words of every kind begin with.
    private static readonly SearchValues<string> KindWords = SearchValues.Create(["appendi", "annex", "table", "figure", "chart", "graph"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Finding> Missing(IReadOnlyList<Passage> passages, IReadOnlySet<string> listed)
    {
        var there = passages.Where(passage => passage.Text.AsSpan().ContainsAny(KindWords)).Select(passage => Caption().Match(passage.Text)).Where(caption => caption.Success).Select(Name)
            .Concat(listed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var passage in passages)
        {
            foreach (var (mention, name, words) in Mentions(passage.Text).Where(one => !IsAnothers(passage.Text, one.Mention)))
            {
                if (!there.Contains(name) && named.Add(name))
                {
                    yield return new("GT1006", $"{words} is referred to, and {Others(there)}. Expected it in the document or in its list of papers.", passage.Pointer, mention.Value);
                }
            }
        }
    }

    /// <summary>What stands in the document itself outside the sections: a line that begins with its name.</summary>
    public static IEnumerable<string> Captions(string? document) =>
        (document ?? "").Split('\n').Where(line => line.AsSpan().ContainsAny(KindWords)).Select(line => Caption().Match(line)).Where(caption => caption.Success).Select(Name);

    /// <summary>What a decision lists among its papers: every mention in that section counts.</summary>
    public static IReadOnlySet<string> Listed(Decision decision) =>
        decision.Sections.Where(section => section.Topic == Topic.SupportingPapers)
            .SelectMany(section => section.Paragraphs.SelectMany(paragraph => InList(paragraph.Number, paragraph.Text)).Append(section.Heading))
            .SelectMany(text => Mentions(text).Select(mention => mention.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    // "Appendix 1" may be the number that the reader took off the front of the entry.
    private static IEnumerable<string> InList(string? number, string text) => [text, $"{number} {text}", $"Appendix {number}"];

    // "Appendix 2", and of "Appendices 1 to 3" or "1, 2 and 3" each of the three.
    private static IEnumerable<(Match Mention, string Name, string Words)> Mentions(string text) => !text.AsSpan().ContainsAny(KindWords) ? []
        : Mention().Matches(text).Select(mention => (mention, Name(mention), mention.Value))
            .Concat(Several().Matches(text).SelectMany(mention => Ids(mention).Select(id => (mention, Name(mention.Groups["kind"].Value, id), $"{id} of “{mention.Value}”"))));

    private static IEnumerable<string> Ids(Match several)
    {
        var ids = several.Groups["id"].Captures.Select(capture => capture.Value).ToList();
        if (!several.Groups["to"].Success || ids is not [.., var from, var to])
        {
            return ids;
        }

        var (first, last) = int.TryParse(from, out var low) && int.TryParse(to, out var high) ? (low, high) : from.Length == 1 && to.Length == 1 ? (from[0], to[0]) : (0, -1);
        return ids.Concat(Enumerable.Range(first, Math.Clamp(last - first, 0, 30)).Select(id => char.IsAsciiDigit(from[0]) ? $"{id}" : $"{(char)id}"));
    }

    private static string Name(Match match) => Name(match.Groups["kind"].Value, match.Groups["id"].Value);

    private static string Name(string kind, string id) => $"{Kind(kind)} {id}".ToUpperInvariant();

    private static string Kind(string kind) => kind.ToUpperInvariant() switch
    {
        "TABLE" or "TABLES" => "table",
        "FIGURE" or "CHART" or "GRAPH" or "FIGURES" or "CHARTS" or "GRAPHS" => "figure",
        _ => "appendix",
    };

    // "Appendix 2 of the strategy" and "Annex A to that report" belong to another document.
    private static bool IsAnothers(string text, Match mention) =>
        Elsewhere().IsMatch(text[(mention.Index + mention.Length)..]) || ElsewhereBefore().IsMatch(text[..mention.Index]);

    private static string Others(IReadOnlySet<string> there) =>
        there.Where(name => name.StartsWith("APPENDIX", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } names
            ? $"only {string.Join(", ", names.Select(name => "Appendix" + name["APPENDIX".Length..]))} is there"
            : "none is there";

    private const string Kinds = "(?<kind>appendix|annexe?|table|figure|chart|graph)";

    private const string Id = "(?:[0-9]{1,2}(?![0-9/])|(?-i:[A-Z])(?![A-Za-z]))";

    [GeneratedRegex(@"\b" + Kinds + @"\s+(?<id>[0-9]{1,2}(?![0-9/]|\.[0-9])[A-Za-z]?|[A-Z][0-9]?|[IVX]{1,4})\b(?!['’])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\b(?<kind>appendices|annexe?s|tables|figures|charts|graphs)\s+(?<id>" + Id + @")(?:\s*,\s*(?<id>" + Id + @"))*\s*(?:,?\s*(?:and|&)|(?<to>to|[-–—]))\s*(?<id>" + Id + @")\b(?!['’.][0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Several();

    [GeneratedRegex(@"^\W*" + Kinds + @"\s+(?<id>[0-9]{1,2}[A-Za-z]?|[A-Z][0-9]?|[IVX]{1,4})\b\s*(?:[:–—\-(]|$|(?-i:(?=[A-Z])))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^\W{0,3}\s*(?:of|to|in|from|within|accompanying)\s+(?!(?:this|the (?:present|attached)) (?:report|paper|decision|document|form|request)\b)(?!the (?:report|paper)\b)(?!(?:these|this|the present) (?:minutes|notes?|record)\b)(?:the|that|its|their|our|an?|[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:strategy|plan|framework|code|regulations?|act|convention|agreement|policy|scheme|guidance|contract|order|manual|handbook|book|protocol|memorandum|s|s['’]|['’]s)(?:\s*\([^)]*\))?,?\s+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ElsewhereBefore();
}
