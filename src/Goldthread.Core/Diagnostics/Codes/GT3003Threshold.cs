using System.Text.RegularExpressions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A legal threshold is cited that was not the one in force on the decision's date.</summary>
internal static partial class GT3003Threshold
{
    // A sum within this range of the one in force, called a threshold, is meant to be it.
    private const decimal Nearest = 0.6m;
    private const decimal Farthest = 1.5m;

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Decision.DateSigned is not { } date || one.Rules.ThresholdOn(date) is not { } inForce)
        {
            yield break;
        }

        var told = new HashSet<decimal>();
        foreach (var passage in one.Passages)
        {
            foreach (var sentence in passage.Sentences.Where(sentence => sentence.Contains('£') && Law().IsMatch(sentence)))
            {
                foreach (var sum in Sum.In(sentence).Where(sum => IsWrong(one.Rules, date, inForce, sentence, sum) && told.Add(sum.Pounds)))
                {
                    yield return new("GT3003", Message(inForce, date, sum), passage.Pointer, sum.Quote);
                }
            }
        }
    }

    private static bool IsWrong(RuleBook rules, DateOnly date, Threshold inForce, string sentence, Sum sum)
    {
        if (inForce.Figures.Any(figure => IsFigure(figure, sum)))
        {
            return SaysOtherVat(inForce, sentence, sum);
        }

        var isAnotherPeriods = rules.Thresholds.Any(threshold => threshold.Figures.Any(figure => IsFigure(figure, sum) && (sum.Unit <= 1 || Called().IsMatch(sentence))));
        return isAnotherPeriods || (Called().IsMatch(sentence) && Statute().IsMatch(sentence) && !OtherThreshold().IsMatch(sentence) && IsNear(inForce, sum) && !IsWithoutVat(rules, date, inForce, sum));
    }

    private static bool IsFigure(decimal figure, Sum sum) => sum.Unit > 1 ? Math.Abs(figure - sum.Pounds) <= sum.Unit / 2 : Math.Abs(figure - sum.Pounds) < 1;

    private static bool IsNear(Threshold inForce, Sum sum) => sum.Unit <= 1 && sum.Pounds > inForce.Services * Nearest && sum.Pounds < inForce.Services * Farthest;

    // The figure in force with VAT, put without it at the standard rate, is the same threshold.
    private static bool IsWithoutVat(RuleBook rules, DateOnly date, Threshold inForce, Sum sum) =>
        inForce.IncludesVat && rules.VatOn(date) is { } vat && Math.Abs(vat.With(sum.Pounds) - inForce.Services) < 2;

    private static bool SaysOtherVat(Threshold inForce, string sentence, Sum sum) =>
        VatWords.After(sentence, sum.End) == (inForce.IncludesVat ? VatBasis.Excluded : VatBasis.Included);

    private static string Message(Threshold inForce, DateOnly date, Sum sum)
    {
        var vat = inForce.IncludesVat ? "including VAT" : "without VAT";
        var light = inForce.LightTouch is { } figure ? $" ({Sum.Show(figure)} for light-touch services)" : "";
        return $"{sum.Quote} was not the threshold in force on {AuthorityWords.Of(date)}. Expected {Sum.Show(inForce.Services)}{light}, {vat}, {inForce.Regime}.";
    }

    [GeneratedRegex(@"\b(?:thresholds?|procure\w*|public contracts?|PCR|OJEU|Find a Tender|FTS|light[- ]touch|tender\w*|Regulations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Law();

    [GeneratedRegex(@"\bthresholds?\b|\bvalued at\b|\bor (?:above|more)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Called();

    [GeneratedRegex(@"\b(?:Public Contracts Regulations|PCR(?: ?2015)?|Procurement Act|OJEU|EU|Find a Tender|FTS|UK (?:procurement )?threshold|light[- ]touch|statutory|legal)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statute();

    [GeneratedRegex(@"\b(?:works|concessions?|central government|utilities|contract regulations|standing orders|financial regulations|internal|own|scheme|local threshold)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherThreshold();
}
