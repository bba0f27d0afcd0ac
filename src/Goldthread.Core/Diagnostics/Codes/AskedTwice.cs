using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The summary asks for one sum and the recommendations for another.</summary>
internal static partial class AskedTwice
{
    private const int LongestMultiple = 10;

    public static IEnumerable<Finding> Disagreeing(DecisionCase one)
    {
        var told = one.Decision.ExecutiveSummary is { } words && words.Contains('£') ? words : "";
        var summary = Sentences.Of(told).Where(sentence => Asks().IsMatch(sentence) && !Shared().IsMatch(sentence));
        return Disagreeing(one, "summary", summary).Concat(Disagreeing(one, "title", [one.Decision.Title ?? ""])).Take(1);
    }

    private static IEnumerable<Finding> Disagreeing(DecisionCase one, string place, IEnumerable<string> texts)
    {
        var asked = texts.SelectMany(Sum.In).DistinctBy(sum => sum.Pounds).ToList();
        var recommended = one.Asks.SelectMany(ask => ask.Sums).DistinctBy(sum => sum.Pounds).ToList();
        if (asked is [var first] && recommended.Count > 0 && !one.Asks.Any(ask => ask.Sums.Count > 0 && Contributes().IsMatch(ask.Text)) && !recommended.Exists(sum => IsPartOf(sum, first)) && recommended.Sum(sum => sum.Pounds) != first.Pounds)
        {
            var where = one.Asks.First(ask => ask.Sums.Count > 0);
            yield return new(
                "GT1007",
                $"The recommendation asks for {string.Join(", ", recommended.Select(sum => sum.Quote))}, the {place} for {first.Quote}. Expected the same sum in both.",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/recommendations/{where.Index}/text"),
                where.Sums[0].Quote);
        }
    }

    // £300,000 for each of three years is £900,000: a whole multiple is taken for the same sum.
    private static bool IsPartOf(Sum one, Sum other)
    {
        var (less, more) = one.Pounds < other.Pounds ? (one.Pounds, other.Pounds) : (other.Pounds, one.Pounds);
        return one.Matches(other) || (more % less == 0 && more / less <= LongestMultiple);
    }

    // What others pay a share of is more than what is asked for.
    [GeneratedRegex(@"\b(?:shar(?:ed|ing)\s+(?:with|between|by|equally|among)|joint(?:ly)?|part[- ]fund\w*|co-?fund\w*|match(?:ed)?[- ]fund\w*|towards|together with)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shared();

    [GeneratedRegex(@"\b(?:contribut(?:e|es|ion|ions)|share|part[- ]fund\w*|co-?fund\w*|match(?:ed)?[- ]fund\w*|towards)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contributes();

    [GeneratedRegex(@"\b(?:approves|asks?|asked|requested|recommended|invited|seeks?|sought|seeking|requests?|proposes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asks();
}
