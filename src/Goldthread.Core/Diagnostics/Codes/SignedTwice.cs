using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Two dates that both say they are the decision maker's. An officer's own signature in between is another's date.</summary>
internal static partial class SignedTwice
{
    public static IEnumerable<Finding> Disagreeing(DecisionCase one)
    {
        var document = one.Document ?? "";
        var dates = Labelled().Matches(document).Select(match => (match, day: Day.In(match.Groups["date"].Value).FirstOrDefault(day => day.IsExact))).Where(date => date.day is not null).ToList();
        foreach (var (match, day) in dates.Skip(1))
        {
            var (first, firstDay) = dates[0];
            if (day!.Earliest != firstDay!.Earliest && (match.Groups["own"].Success || !Officer().IsMatch(document[(first.Index + first.Length)..match.Index])))
            {
                yield return new("GT1007", $"The decision is dated {firstDay.Quote} and {day.Quote}. Expected one date of approval.", "", match.Value.Trim());
                yield break;
            }
        }
    }

    [GeneratedRegex(@"^[ \t]*\W{0,3}(?:date\s+(?:signed|of (?:decision|approval|signature))|decision date|signed on|approved on|date approved|(?<own>signature of (?:the )?decision[- ]maker\W{0,4}[^\n]{0,80}\n(?:[^\n]{0,80}\n){0,2}[ \t]*dated?))\b\W{0,4}[ \t]*\n?[ \t]*(?<date>(?:\w+day,?\s+)?[0-9]{1,2}(?:st|nd|rd|th)?\s+\w+\s+[0-9]{4}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|[0-9]{4}-[0-9][0-9]-[0-9][0-9])", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b(?:chief executive|chief finance|chief financial|monitoring officer|section 151|officer approval|originating officer|head of unit|director of|solicitor)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Officer();
}
