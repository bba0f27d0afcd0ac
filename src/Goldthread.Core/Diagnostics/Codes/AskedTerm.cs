using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The summary or title asks for a contract or grant of so many years and the recommendations for one of another length.</summary>
/// <remarks>Only where each place names one length for a thing of this name, and none speaks of an extension, an option or an earlier one.</remarks>
internal static partial class AskedTerm
{
    public static IEnumerable<Finding> Disagreeing(DecisionCase one)
    {
        var places = one.Passages.Where(passage => passage.Pointer is "/title" or "/executiveSummary").SelectMany(passage => Terms(passage)).ToList();
        foreach (var asked in one.Passages.Where(passage => passage.Pointer.StartsWith("/recommendations/", StringComparison.Ordinal)).SelectMany(passage => Terms(passage)).GroupBy(term => term.Thing))
        {
            var told = places.Where(term => term.Thing == asked.Key).ToList();
            var (here, there) = (asked.DistinctBy(term => term.Years).ToList(), told.DistinctBy(term => term.Years).ToList());
            if (here is [var first] && there is [var other] && first.Years != other.Years)
            {
                yield return new("GT1007", string.Create(CultureInfo.InvariantCulture, $"“{first.Quote}” disagrees with “{other.Quote}” in the {(other.Pointer == "/title" ? "title" : "summary")}. Expected one length for the same thing."), first.Pointer, first.Quote);
            }
        }
    }

    private static IEnumerable<(string Thing, int Years, string Quote, string Pointer)> Terms(Passage passage) =>
        from sentence in passage.Text.Contains("year", StringComparison.OrdinalIgnoreCase) ? passage.Sentences : []
        where sentence.Contains("year", StringComparison.OrdinalIgnoreCase) && !Loose().IsMatch(sentence)
        from match in Term().Matches(sentence)
        from count in Count.In(match.Groups["years"].Value).Take(1)
        select (match.Groups["thing"].Value.ToUpperInvariant(), count.Value, match.Value, passage.Pointer);

    [GeneratedRegex(@"\b(?<years>one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})[- ]years?\s+(?<thing>contract|grant|agreement|licence|lease|pilot|programme|partnership)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Term();

    [GeneratedRegex(@"\b(?:exten\w+|options?|optional|plus|further|additional|up to|previous|current|existing|present|original\w*|earlier|last|ends?|ended|expire[sd]?|each)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Loose();
}
