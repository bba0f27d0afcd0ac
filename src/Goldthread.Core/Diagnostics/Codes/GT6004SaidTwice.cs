using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A number of the same things is said twice and differs: "15 focus groups" and "16 focus groups".</summary>
internal static partial class GT6004SaidTwice
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var counts = one.Passages.Where(passage => Digits.In(passage.Text)).SelectMany(passage => Counted().Matches(passage.Text).Select(match => (passage, match)));
        foreach (var things in counts.GroupBy(count => count.match.Groups["things"].Value, StringComparer.OrdinalIgnoreCase))
        {
            var (first, other) = (things.First(), things.FirstOrDefault(count => Number(count.match) != Number(things.First().match)));
            if (other.match is not null && other.passage != first.passage)
            {
                yield return new("GT6004", $"“{other.match.Value}” here and “{first.match.Value}” elsewhere. Worth checking that both are meant.", other.passage.Pointer, other.match.Value);
            }
        }
    }

    private static string Number(Match match) => match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![£0-9.,/-])\b(?!(?:19|20)[0-9][0-9]\b)(?<number>[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{4,})\s+(?<things>(?:focus groups|one-to-one interviews|training courses|survey responses|commitments|workshops|interviews|survivors|respondents|boroughs|attendees|organisations consulted|reports received))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();
}
