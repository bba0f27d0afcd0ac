using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A sum that the recommendation puts in one financial year and the summary or the financial section only in another.</summary>
internal static partial class AskedYear
{
    public static IEnumerable<Finding> Disagreeing(DecisionCase one)
    {
        if (!Dated(one).Any() || one.Financial.Any(passage => Moves().IsMatch(passage.Text)))
        {
            yield break;
        }

        var financed = one.Financial.SelectMany(passage => passage.Sentences);
        var summary = one.Passages.Where(passage => passage.Pointer == "/executiveSummary").SelectMany(passage => passage.Sentences);
        foreach (var finding in Disagreeing(one, "financial section", financed).Concat(Disagreeing(one, "summary", summary)).DistinctBy(finding => finding.Pointer))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Disagreeing(DecisionCase one, string place, IEnumerable<string> sentences)
    {
        var financed = sentences.Select(sentence => (sums: Sum.In(sentence), years: Years(sentence))).ToList();
        foreach (var ask in Dated(one))
        {
            var year = Years(ask.Text)[0];
            var there = financed.Where(sentence => sentence.sums.Any(ask.Sums[0].Matches)).ToList();
            var years = there.SelectMany(sentence => sentence.years).DistinctBy(other => other.First).ToList();
            if (years is [var other] && !other.Same(year) && !financed.Exists(sentence => sentence.years.Any(year.Same)) && there.TrueForAll(sentence => sentence.sums.Count == 1))
            {
                yield return new(
                    "GT1007",
                    $"{ask.Sums[0].Quote} is asked for in {year.Quote}, and the {place} has it in {other.Quote}. Expected the same year in both.",
                    string.Create(CultureInfo.InvariantCulture, $"/recommendations/{ask.Index}/text"),
                    year.Quote);
            }
        }
    }

    private static IEnumerable<Ask> Dated(DecisionCase one) => one.Asks.Where(ask => ask.Sums.Count == 1 && Years(ask.Text).Count == 1);

    private static List<YearSpan> Years(string text) => [.. YearSpan.In(text).Where(span => span.IsOneYear)];

    [GeneratedRegex(@"\bcarr\w+[ -](?:over|forward)|\breserves?\b|\baccru|\bunderspen\w+|\brolled?\b|\breprofil\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moves();
}
