using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Spending is asked for and no financial year is named anywhere.</summary>
internal static partial class GT2003FinancialYear
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var asks = one.Asks.Where(ask => ask.Sums.Count > 0 || (ask.IsForMoney && one.Decision.Amounts.Count > 0)).ToList();
        if (asks.Count > 0 && !NamesYear(one))
        {
            var first = asks.Find(ask => ask.Sums.Count > 0) ?? asks[0];
            var pointer = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/recommendations/{first.Index}/text");
            yield return new("GT2003", "Spending is asked for and no financial year is named anywhere. Expected the year or years in which the money is spent, such as 2018/19.", pointer, first.Sums.FirstOrDefault()?.Quote);
        }
    }

    private static bool NamesYear(DecisionCase one) =>
        one.Decision.Amounts.Any(amount => amount.FinancialYears.Count > 0)
        || one.Passages.Any(passage => YearSpan.In(passage.Text).Any(span => span.IsOneYear) || InWords().IsMatch(passage.Text));

    [GeneratedRegex(@"\b(?:FY\s?'?[0-9][0-9]|[0-9][0-9]/[0-9][0-9](?!/)(?=\s+(?:financial|budget|year|and|to)|[.,;)]|$)|(?:financial|fiscal|budget)\s+years?\s+(?:of\s+|ending\s+|to\s+|from\s+)?(?:[0-9]|\w+\s+[0-9])|(?:19|20)[0-9][0-9]\s+(?:financial|fiscal|budget)\s+year|[0-9][0-9][-–][0-9][0-9]\s+(?:financial|budget)|year\s+(?:ending|ended|to)\s+(?:31\s+)?March\s+(?:19|20)[0-9][0-9]|throughout\s+[0-9][0-9]/[0-9][0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InWords();
}
