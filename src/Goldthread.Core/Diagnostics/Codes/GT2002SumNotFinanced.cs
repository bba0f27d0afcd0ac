using System.Globalization;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A sum asked for in the recommendations appears in no financial section. Named once for each recommendation.</summary>
internal static class GT2002SumNotFinanced
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Asks.All(ask => ask.Sums.Count == 0))
        {
            yield break;
        }

        var financed = one.Financial.SelectMany(passage => Sum.In(passage.Text)).Concat(InTables(one)).ToList();
        foreach (var ask in one.Asks)
        {
            var missing = IsDivided(ask, financed) ? [] : ask.Sums.Where(sum => !financed.Exists(sum.Matches)).DistinctBy(sum => sum.Pounds).ToList();
            if (missing.Count > 0)
            {
                var (sums, appear) = (string.Join(", ", missing.Select(sum => sum.Quote)), missing.Count == 1 ? "is asked for and appears" : "are asked for and appear");
                yield return new("GT2002", $"{sums} {appear} in no financial section. Expected the section to say where the money comes from.", string.Create(CultureInfo.InvariantCulture, $"/recommendations/{ask.Index}/text"), missing[0].Quote);
            }
        }
    }

    // One sum that is financed, and how it is divided: the parts, which add up to it, need no mention of their own.
    private static bool IsDivided(Ask ask, List<Sum> financed) =>
        ask.Sums.Count > 2 && ask.Sums.FirstOrDefault(sum => financed.Exists(sum.Matches)) is { } whole && ask.Sums.Sum(sum => sum.Pounds) == 2 * whole.Pounds;

    // A sum of the record that stands in none of its texts stands in a table, which may be the financial one.
    private static IEnumerable<Sum> InTables(DecisionCase one)
    {
        var inTexts = one.Passages.SelectMany(passage => Sum.In(passage.Text)).CountBy(sum => sum.Pounds).ToDictionary();
        return one.Decision.Amounts.GroupBy(amount => amount.Pounds)
            .Where(same => same.Count() > inTexts.GetValueOrDefault(same.Key) || same.Any(amount => IsFinancial(one, amount)))
            .Select(same => new Sum(same.Key, same.First().Quote, 0, 1));
    }

    private static bool IsFinancial(DecisionCase one, Amount amount) =>
        amount.Paragraph is { } number && one.Decision.Sections.Where(one.IsFinancial).Any(section => section.Paragraphs.Any(paragraph => paragraph.Number == number));
}
