using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The same money is treated in two ways: accrued (a cost of the old year) and carried forward (a budget of the new one).</summary>
internal static partial class GT6007MoneyTreatment
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var accrued = one.Passages.FirstOrDefault(passage => Accrue().IsMatch(passage.Text));
        var carried = one.Passages.FirstOrDefault(passage => Carry().IsMatch(passage.Text));
        if (accrued is not null && carried is not null)
        {
            var words = Accrue().Match(accrued.Text).Value;
            yield return new("GT6007", $"“{words}” here and “{Carry().Match(carried.Text).Value}” elsewhere are different treatments. Expected one: an accrual charges the old year, a carry-forward moves the budget to the new one.", accrued.Pointer, words);
        }
    }

    [GeneratedRegex(@"(?<!\b(?:not|than|no)\s)\baccru(?:e|es|ed|ing|als?)\b(?!\s+(?:benefits|interest|savings|leave))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Accrue();

    [GeneratedRegex(@"\bcarr(?:y|ied|ying)[ -]forward\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Carry();
}
