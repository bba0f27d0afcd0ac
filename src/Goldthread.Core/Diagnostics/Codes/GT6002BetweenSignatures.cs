using System.Text.RegularExpressions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Many days lie between two signatures. Only the decision maker's date is a field; the others are dates alone under "Date" in the document.</summary>
internal static partial class GT6002BetweenSignatures
{
    private const int Many = 28;

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Decision.DateSigned is not { } signed)
        {
            yield break;
        }

        foreach (Match match in DateLine().Matches(one.Document ?? ""))
        {
            var day = Day.In(match.Groups["date"].Value).FirstOrDefault(day => day.IsExact);
            var days = day is null ? 0 : Math.Abs(signed.DayNumber - day.Earliest.DayNumber);
            if (days >= Many)
            {
                yield return new("GT6002", $"{days} days lie between this signature ({AuthorityWords.Of(day!.Earliest)}) and the decision maker's ({AuthorityWords.Of(signed)}). Worth checking that what was advised still held.", "", match.Groups["date"].Value);
            }
        }
    }

    [GeneratedRegex(@"^\s*\W{0,3}Date(?:\s+signed)?\W{0,4}\s*\n?\s*\n?\s*(?<date>[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|[0-9]{1,2}(?:st|nd|rd|th)?\s+\w+\s+[0-9]{4})\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateLine();
}
