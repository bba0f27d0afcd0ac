using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Finds provisions: <c>section 143(1)(b)</c>, <c>s.149</c>, <c>Schedule 3, paragraph 7</c>, <c>paragraphs 4.8 and 4.13</c>.</summary>
internal static partial class Provisions
{
    public static IEnumerable<Provision> In(Passage passage)
    {
        if (!passage.HasDigits && !passage.Text.AsSpan().ContainsAny("IVX"))
        {
            yield break;
        }

        foreach (Match match in Pattern.Matches(passage.Text))
        {
            var kind = Kind(match.Groups["kind"].Value);
            foreach (Capture number in match.Groups["number"].Captures)
            {
                var start = number == match.Groups["number"].Captures[0] ? match.Index : number.Index;
                var text = Tidy(number.Value) + Inner(match);
                yield return new Provision(kind, text, passage.Slice(start, number.Index + number.Length + match.Groups["inner"].Length - start), match.Index, match.Index + match.Length);
            }
        }
    }

    /// <summary>The paragraph inside a schedule: <c>Schedule 3, paragraph 7</c>.</summary>
    private static string Inner(Match match) =>
        match.Groups["inner"].Success ? $", {Kind(match.Groups["kind2"].Value)} {Tidy(match.Groups["number2"].Value)}" : "";

    private static string Tidy(string number) => number.Replace(" ", "").TrimEnd('.');

    private static string Kind(string word)
    {
        var bare = word.TrimEnd('.', ' ').ToLowerInvariant();
        return bare switch
        {
            "s" or "ss" or "sec" or "sect" or "sections" => "section",
            "para" or "paras" or "paragraphs" or "para’s" => "paragraph",
            "sch" or "sched" or "schedules" => "Schedule",
            "schedule" => "Schedule",
            "reg" or "regs" or "regulations" => "regulation",
            "art" or "arts" or "articles" => "article",
            "rules" => "rule",
            "standing orders" => "standing order",
            "part" or "parts" => "Part",
            "clauses" => "clause",
            _ => bare,
        };
    }

    [GeneratedRegex(
        @"\b(?<kind>sections?|sect?\.?|ss?\.?|paragraphs?|paras?\.?|schedules?|sch(ed)?\.?|regulations?|regs?\.?|articles?|arts?\.?|rules?|parts?|clauses?|chapters?|standing\sorders?)\s?"
        + @"(?<number>(?!(1[6-9]|20)[0-9]{2}\b)[0-9]{1,3}[A-Z]{0,2}(\.[0-9]{1,3}){0,4}(\s?\(\w{1,4}\)){0,5}|(?<=\b(part|chapter|schedule)\s)(?-i:[IVX]{1,6}\b))"
        + @"(?<inner>,?\s(?<kind2>paragraphs?|paras?\.?|part)\s?(?<number2>[0-9]{1,3}[A-Z]?(\s?\(\w{1,4}\)){0,4}))?"
        + @"((,\s|\s?(and|or|to|&|-|–)\s|,\sand\s)(?<number>[0-9]{1,3}[A-Z]{0,2}(\.[0-9]{1,3}){0,4}(\s?\(\w{1,4}\)){0,5})(?![0-9,]|\s?(years|days|weeks|months|per|%)))*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pattern { get; }
}
