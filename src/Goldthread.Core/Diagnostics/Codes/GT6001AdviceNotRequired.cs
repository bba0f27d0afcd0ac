using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Advice is said not to be required and is given all the same. Stands in the form's words, so it needs the document.</summary>
internal static partial class GT6001AdviceNotRequired
{
    private static readonly Dictionary<string, Topic> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["legal"] = Topic.Legal,
        ["financial"] = Topic.Financial,
        ["equality"] = Topic.Equality,
        ["equalities"] = Topic.Equality,
        ["commercial"] = Topic.Commercial,
    };

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        foreach (Match match in NotRequired().Matches(one.Document ?? ""))
        {
            var given = one.Decision.Sections.Where(section => section.Topic == Kinds[match.Groups["kind"].Value]).Sum(section => section.Paragraphs.Count);
            if (given > 1)
            {
                yield return new("GT6001", $"“{match.Value}” stands beside a section of {given} paragraphs on the same. Expected one or the other.", "", match.Value);
            }
        }
    }

    [GeneratedRegex(@"\b(?<kind>legal|financial|equality|equalities|commercial)\s+advice\s+(?:is|was)\s+not\s+(?:required|needed|necessary)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotRequired();
}
