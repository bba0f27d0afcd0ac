using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A number of things and, after a colon or "made up of", a list of how many were of each kind that does not add up to it.</summary>
/// <remarks>
/// Each entry must begin with its number and count the same things ("52 about repairs", "9 from schools"), and the
/// last be joined with "and". A list that says it leaves something out, or may count something twice, is left alone.
/// </remarks>
internal static partial class CountedParts
{
    // How far the list may stand from the number that it takes apart.
    private const int Reach = 120;

    public static IEnumerable<(Count Total, IReadOnlyList<Count> Parts)> Wrong(string text)
    {
        foreach (Match cue in MayCue(text) ? Cue().Matches(text) : Enumerable.Empty<Match>())
        {
            var from = cue.Index + cue.Length;
            var end = SentenceEnd().Match(text, from) is { Success: true } stop ? stop.Index : text.Length;
            var near = text[Math.Max(0, cue.Index - Reach)..cue.Index];
            var totals = Count.In(near);
            if (totals is not [var total] || near.AsSpan(total.Start).Contains('\n') || Loose().IsMatch(near[total.Start..]) || Loose().IsMatch(text[from..end]) || LooseBefore().IsMatch(near[..total.Start]))
            {
                continue;
            }

            var parts = Parts(text[from..end]);
            if (parts.Count > 1 && parts.TrueForAll(part => part.Value < total.Value) && parts.Sum(part => part.Value) != total.Value)
            {
                yield return (total with { Start = total.Start + Math.Max(0, cue.Index - Reach) }, parts);
            }
        }
    }

    // Most texts hold none of these, and need not be searched.
    private static bool MayCue(string text) =>
        text.Contains("and", StringComparison.Ordinal)
        && (text.Contains(':') || text.Contains("made up of", StringComparison.OrdinalIgnoreCase) || text.Contains("comprising", StringComparison.OrdinalIgnoreCase) || text.Contains("consisting of", StringComparison.OrdinalIgnoreCase) || text.Contains("namely", StringComparison.OrdinalIgnoreCase));

    private static List<Count> Parts(string list)
    {
        var parts = new List<Count>();
        var entries = Between().Split(list.Trim());
        foreach (var entry in entries.Select(entry => entry.Trim()))
        {
            if (Count.In(entry) is not [{ Start: 0 } count] || !SameThings().IsMatch(entry[count.End..]))
            {
                return [];
            }

            parts.Add(count);
        }

        return LastAnd().IsMatch(list) ? parts : [];
    }

    [GeneratedRegex(@"(?:\b(?:made up of|comprising|consisting of|namely)|:)\s+(?=[0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cue();

    [GeneratedRegex(@"[.!?;](?=\s|$)|\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",\s+(?:and\s+)?|\s+and\s+(?=\S+\s+(?:about|from|in|for|by|on|to|against|at|with|were|was|of|\w+(?:ed|ing))\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s+(?:about|from|in|for|by|on|to|against|at|with|were|was|had been|[a-z]{3,}(?:ed|ing))\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SameThings();

    [GeneratedRegex(@"\band\s+\S+\s+(?:about|from|in|for|by|on|to|against|at|with|were|was|had been|[a-z]{3,}(?:ed|ing))\b[^,]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastAnd();

    [GeneratedRegex(@"\b(?:includ\w+|such as|for example|e\.g|among\w*|mainly|mostly|most|main|largest|chief\w*|top|common\w*|some|several|few|many|others?|rest|remain\w*|balance|unknown|around|nearly|almost|approximately|over|at least|more than|up to|could (?:choose|give|name)|twice|overlap\w*|per|weeks?|months?|years?|days?|hours?|minutes)\b|%", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Loose();

    [GeneratedRegex(@"\b(?:about|around|nearly|almost|approximately|some|over|at least|more than|up to|item|paragraph|section|page|phase|stage|day|week|table|room|ward)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooseBefore();
}
