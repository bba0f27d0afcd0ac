using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The same thing begins, ends or happened on two different days.</summary>
internal static partial class EventDates
{
    public static IEnumerable<Finding> Disagreeing(IReadOnlyList<Passage> passages)
    {
        var events = passages.Where(passage => Digits.In(passage.Text)).SelectMany(passage => passage.Sentences.SelectMany(sentence => Events(passage, sentence)));
        foreach (var told in events.GroupBy(one => one.Key, StringComparer.OrdinalIgnoreCase))
        {
            var days = told.DistinctBy(one => (one.Day.Earliest, one.Day.Latest)).ToList();
            if (days is [var first, var second] && first.Pointer != second.Pointer && (first.Day.Earliest > second.Day.Latest || second.Day.Earliest > first.Day.Latest))
            {
                yield return new("GT1007", $"“{second.Words}” disagrees with “{first.Words}”. Expected one date for the same thing.", second.Pointer, second.Day.Quote);
            }
        }
    }

    private static IEnumerable<(string Key, Day Day, string Words, string Pointer)> Events(Passage passage, string sentence) =>
        !Digits.In(sentence) ? [] :
        from match in Event().Matches(sentence)
        let day = Day.In(match.Groups["date"].Value).FirstOrDefault()
        where day is not null && !Several().IsMatch(match.Groups["thing"].Value)
        select ($"{Thing(match)} {Verb(match)}", day, match.Value.Trim(), passage.Pointer);

    private static string Thing(Match match) => Rules.WordSearch.Plain(match.Groups["thing"].Value);

    private static string Verb(Match match)
    {
        var verb = match.Groups["verb"].Value.ToUpperInvariant();
        if (verb.StartsWith("RUN", StringComparison.Ordinal))
        {
            return match.Value.Contains(" from ", StringComparison.Ordinal) ? "begins" : "ends";
        }

        return verb[..3] switch
        {
            "STA" or "BEG" or "COM" => "begins",
            "END" or "EXP" or "CON" or "CLO" or "FIN" => "ends",
            var other => other,
        };
    }

    [GeneratedRegex(@"\b(?:[Tt]he|[Tt]his)\s+(?<thing>(?:[\w'’-]+\s+){0,4}(?:contracts?|grant|pilot|programme|project|service|scheme|funding|campaign|strategy|consultation|workshop|survey|agreement|review|tender|procurement))\s+(?:(?:is|was|are|were|will|would|shall|to|be|been|has|have|due|expected|planned|currently|formally|originally|scheduled|also|then)\s+){0,5}(?<verb>starts?|started|begins?|began|begun|commences?|commenced|ends?|ended|expires?|expired|concludes?|concluded|closes?|closed|launch(?:es|ed)?|held|signed|published|approved|runs?|finish(?:es|ed)?)\s+(?:(?:on|in|from|at|the|end|of|by|until|to)\s+){0,4}(?<date>(?:\w+\s+)?[0-9]{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+[0-9]{4}|[A-Z][a-z]+\s+[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Event();

    [GeneratedRegex(@"\b(?:new|previous|current|existing|first|second|third|original|extended|next|last|earlier|later|each|other|phase)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Several();
}
