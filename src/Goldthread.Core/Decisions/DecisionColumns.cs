using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Decisions;

/// <summary>What lists show of a decision.</summary>
public static class DecisionColumns
{
    /// <summary>The columns: its title, the day it was signed and the largest sum asked for.</summary>
    public static Columns Of(Decision decision) =>
        new(decision.Title ?? decision.Reference ?? "Untitled decision", Starts: decision.DateSigned, Amount: Asked(decision))
        {
            Fields =
            [
                .. decision.Amounts.SelectMany(amount => amount.FinancialYears).Distinct(StringComparer.Ordinal)
                    .Select(year => new Field("financial-year", year, Audience: Audience.Public)),
                .. decision.DecisionMaker.Role is { } role ? [new Field("decision-maker", role, Audience: Audience.Public)] : Array.Empty<Field>(),
            ],
        };

    /// <summary>
    /// The sum asked for, in pence: the largest that the recommendations name, else the largest of the financial
    /// sections, else null. The largest, because a total stands beside its parts.
    /// </summary>
    public static long? Asked(Decision decision)
    {
        var financial = decision.Sections.Where(section => section.Topic == Topic.Financial)
            .SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text).ToList();
        return Largest(decision, [.. decision.Recommendations.Select(recommendation => recommendation.Text)]) ?? Largest(decision, financial);
    }

    private static long? Largest(Decision decision, IReadOnlyList<string> texts) =>
        decision.Amounts
            .Where(amount => texts.Any(text => text.Contains(amount.Quote, StringComparison.Ordinal)))
            .Where(amount => amount.Pounds is >= 0 and < 1_000_000_000_000m)
            .Select(amount => (long?)decimal.ToInt64(amount.Pounds * 100))
            .Max();
}
