using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Appendices, annexes, tables and figures that are referred to and neither listed nor there.</summary>
internal static partial class Appendices
{
    public static IEnumerable<Finding> Missing(IReadOnlyList<Passage> passages, IReadOnlySet<string> listed)
    {
        var there = passages.Select(passage => Caption().Match(passage.Text)).Where(caption => caption.Success).Select(Name)
            .Concat(listed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var passage in passages)
        {
            foreach (var mention in Mention().Matches(passage.Text).Where(mention => !IsAnothers(passage.Text, mention)))
            {
                if (!there.Contains(Name(mention)) && named.Add(Name(mention)))
                {
                    yield return new("GT1006", $"{mention.Value} is referred to, and {Others(there)}. Expected it in the document or in its list of papers.", passage.Pointer, mention.Value);
                }
            }
        }
    }

    /// <summary>What stands in the document itself outside the sections: a line that begins with its name.</summary>
    public static IEnumerable<string> Captions(string? document) =>
        (document ?? "").Split('\n').Select(line => Caption().Match(line)).Where(caption => caption.Success).Select(Name);

    /// <summary>What a decision lists among its papers: every mention in that section counts.</summary>
    public static IReadOnlySet<string> Listed(Decision decision) =>
        decision.Sections.Where(section => section.Topic == Topic.SupportingPapers)
            .SelectMany(section => section.Paragraphs.SelectMany(paragraph => InList(paragraph.Number, paragraph.Text)).Append(section.Heading))
            .SelectMany(text => Mention().Matches(text).Select(Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    // "Appendix 1" may be the number that the reader took off the front of the entry.
    private static IEnumerable<string> InList(string? number, string text) => [text, $"{number} {text}", $"Appendix {number}"];

    private static string Name(Match match) => $"{Kind(match.Groups["kind"].Value)} {match.Groups["id"].Value}".ToUpperInvariant();

    private static string Kind(string kind) => kind.ToUpperInvariant() switch
    {
        "TABLE" => "table",
        "FIGURE" or "CHART" or "GRAPH" => "figure",
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

    [GeneratedRegex(@"\b" + Kinds + @"\s+(?<id>[0-9]{1,2}(?![0-9/]|\.[0-9])[A-Za-z]?|[A-Z][0-9]?|[IVX]{1,4})\b(?!['’])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\W*" + Kinds + @"\s+(?<id>[0-9]{1,2}[A-Za-z]?|[A-Z][0-9]?|[IVX]{1,4})\b\s*(?:[:–—\-(]|$|(?-i:(?=[A-Z])))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^\W{0,3}\s*(?:of|to|in|from|within|accompanying)\s+(?!(?:this|the (?:present|attached)) (?:report|paper|decision|document|form|request)\b)(?!the (?:report|paper)\b)(?:the|that|its|their|our|an?|[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:strategy|plan|framework|code|regulations?|act|convention|agreement|policy|scheme|guidance|contract|order|manual|handbook|book|protocol|memorandum|s|s['’]|['’]s)(?:\s*\([^)]*\))?,?\s+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ElsewhereBefore();
}
