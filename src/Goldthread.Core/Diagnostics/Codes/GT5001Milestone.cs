using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A milestone falls before the approval it depends on. A decision that says it approves after the event is left alone.</summary>
internal static partial class GT5001Milestone
{
    private const int LongestPlan = 180;

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (Approval(one) is not { } approval || one.Passages.Any(passage => Retrospective().IsMatch(passage.Text)))
        {
            yield break;
        }

        var timetables = one.Decision.Sections.Select((section, i) => (section, i)).Where(each => Timetable().IsMatch(each.section.Heading))
            .SelectMany(each => Passage.Paragraphs(each.section, each.i)).ToHashSet();
        foreach (var passage in one.Passages)
        {
            if (!Digits.In(passage.Text))
            {
                continue;
            }

            var isTimetable = timetables.Contains(passage) || TimetableLabel().IsMatch(passage.Text);
            var isList = passage.Text.AsSpan().ContainsAny(";•\n");
            foreach (var day in passage.Sentences.Where(sentence => Digits.In(sentence)).SelectMany(sentence => Milestones(sentence, isTimetable, isList).Concat(isTimetable ? Stages(sentence) : [])).Where(day => day.Latest < approval.Earliest).DistinctBy(day => day.Quote))
            {
                yield return Early(day, approval, passage.Pointer, day.Quote);
            }
        }

        foreach (var (day, row) in TimetableRows.Of(one.Document).Where(stage => stage.Day.Latest < approval.Earliest))
        {
            yield return Early(day, approval, "", row);
        }
    }

    private static Finding Early(Day day, Day approval, string pointer, string quote) =>
        new("GT5001", $"{day.Quote} is given for something still to come, before the approval of {approval.Quote}. Expected a date after the approval.", pointer, quote);

    private static Day? Approval(DecisionCase one) =>
        one.Decision.DateSigned is { } signed
            ? new Day(signed, signed, signed.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), 0)
            : one.Passages.Where(passage => Digits.In(passage.Text)).SelectMany(passage => Expected().Matches(passage.Text)).SelectMany(match => Day.In(match.Value)).FirstOrDefault();

    private static IEnumerable<Day> Milestones(string sentence, bool isTimetable, bool isList) =>
        Day.In(sentence).Where(day => IsPlanned(sentence[..day.Start], isTimetable) || AsksFrom(sentence[..day.Start]) || IsScheduled(sentence[..day.Start])
            || (!(isTimetable && isList) && Listed().IsMatch(sentence[..day.Start]) && !Past().IsMatch(Tail(sentence[..day.Start])))
            || (isTimetable && !isList && Work().IsMatch(sentence) && !Past().IsMatch(sentence)));

    // An entry of a list of stages, whichever way round: "contract signed, subject to approval: 25 April 2022". As in a table,
    // only what must follow the approval counts.
    private static IEnumerable<Day> Stages(string sentence) =>
        from entry in sentence[(sentence.IndexOf(':', StringComparison.Ordinal) is var colon && sentence.Length > colon + 1 && TimetableLabel().IsMatch(sentence[..(colon + 1)]) ? colon + 1 : 0)..].Split(';', '\n')
        let days = Day.In(entry)
        where days.Count == 1 && entry.Length <= LongestPlan && TimetableRows.Depends(Stage(entry, days[0]))
        select days[0];

    private static string Stage(string entry, Day day) => (entry[..day.Start] + entry[(day.Start + day.Quote.Length)..]).Trim(' ', ':', ',', '.', '-', '–', '—', '•', '(', ')');

    // "Approve the award of a contract commencing on …": what is still to be approved cannot have begun.
    private static bool AsksFrom(string before) =>
        Begins().Match(before) is { Success: true } begins && Approve().IsMatch(before[..begins.Index]) && !Past().IsMatch(before) && !Other().IsMatch(before);

    // "Recruitment is planned for …", and "subject to approval, advocates start on …".
    private static bool IsScheduled(string before) =>
        PlannedFor().IsMatch(before) || (StartsOn().Match(before) is { Success: true } starts && Condition().IsMatch(before[..starts.Index]));

    // What stands between the last word of the future and the date decides what the date belongs to.
    private static bool IsPlanned(string before, bool isTimetable)
    {
        if (Future().Matches(before) is not [.., { } last] || (last.Value.Equals("to be", StringComparison.OrdinalIgnoreCase) && Wished().IsMatch(before[..last.Index])))
        {
            return false;
        }

        var plan = before[last.Index..];
        return plan.Length <= LongestPlan && !Past().IsMatch(plan) && (Work().IsMatch(plan) || isTimetable || Condition().IsMatch(before[..last.Index]));
    }

    private static string Tail(string before) => before[Math.Max(0, before.Length - 30)..];

    [GeneratedRegex(@"\b(?:will|shall|to be|due|planned|plans? to|expected|anticipated|scheduled|intends?|intended|intention|aims?|proposed|proposes|is to|are to|target(?:ed)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Future();

    [GeneratedRegex(@"\b(?:start|begin|commenc|launch|go(?:es)?[- ]live|live|procur|award|appoint|mobilis|tender|advertis|deliver|issu|publish|publication|recruit|open|complet|commission|sign|implement|roll|run|place|let|enter|establish|introduc|pay|paid|made|tak|install|bought|buy|buil[dt]|construct|refurbish|upgrad|replac|convert|purchas|order|hire|deploy|extend)\w*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Work();

    [GeneratedRegex(@"\b(?:(?:contract|grant|service|campaign|project|programme|scheme|training|delivery|work|funding)\s+(?:starts?|award(?:ed)?|commence(?:s|ment)|launch(?:es|ed)?|begins?|mobilisation|go[- ]live)(?:\s+date)?|invitation to tender(?: issued)?|ITT(?: issued)?|tender (?:issued|published|launch)|mobilisation|go[- ]live|contract award|service start|start date|award of (?:the )?(?:contract|grant)s?)\W{1,5}(?:(?:on|in|by|from|early|mid|late|end of)\W{1,2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();

    // Whatever is to be done on this condition depends on the approval.
    [GeneratedRegex(@"\b(?:if|once|when|as soon as|provided|subject to|on condition)\b[^.;0-9]{0,60}\b(?:approv(?:es|ed|al)|agree[sd]|agreement|signs|sign[- ]off)\b[^.;0-9]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Condition();

    // What is told of the past, or counted from it, is no milestone of this decision.
    [GeneratedRegex(@"\b(?:was|were|had|since|following|after|approved|agreed|dated|held|previous\w*|originally|last|until|ended|expir\w+|conclud\w+|did|began|started|would|stood|standing|totalled|amounted)\b|,\s+(?:\w+ly\s+)?(?:received|submitted|presented|lodged|considered|reported|conducted|undertaken|published|produced|signed off|carried out|set out|endorsed|noted|commissioned)\s+(?:by|to|at|in|on|for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Past();

    // "Residents asked for the scheme to be extended" tells what was asked, and when.
    [GeneratedRegex(@"\b(?:asked|requested|called|wanted|petitioned|urged|wished|recommended|suggested|allowed|enabled|ordered|instructed)\b(?:(?!\b(?:will|shall|is|are)\b)[^.;]){0,100}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wished();

    [GeneratedRegex(@"\b(?:commencing|starting|beginning|to (?:commence|start|begin))\s+(?:(?:on|in|from|with effect from)\s+)?(?:\w+day,?\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^\W*(?:that\s+)?(?:to\s+)?(?:approv\w+|agree\w*|authori[sz]e\w*|award|enter|the award)\b|\b(?:is|are)\s+(?:asked|recommended|requested|invited)\s+to\s+(?:approve|agree|authori[sz]e|award)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Approve();

    [GeneratedRegex(@"\b(?:existing|current|present|earlier|pilot|original|evaluation|first|phase)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();

    [GeneratedRegex(@"\b(?:recruitment|procurement|mobilisation|delivery|installation|construction|launch|start|award|appointment|implementation|roll-?out|opening|works)\s+(?:of\s+[^.;,]{0,40}?\s)?(?:is|are)\s+(?:now\s+)?(?:planned|due|scheduled|expected|anticipated|proposed|timed)\s+(?:for|in|on|by|from)\s+(?:the\s+)?(?:early|mid|late|end of|start of)?[\s-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlannedFor();

    [GeneratedRegex(@"\b(?:starts?|begins?|commences?|opens?|launches|go(?:es)? live)\s+(?:(?:on|in|from)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StartsOn();

    [GeneratedRegex(@"\bretrospective(?:ly)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Retrospective();

    [GeneratedRegex(@"\b(?:approval|decision|sign[- ]off)\b[^.;]{0,40}?\b(?:expected|due|anticipated|scheduled|planned|sought)\b[^.;]{0,30}?(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+[0-9]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Expected();

    [GeneratedRegex(@"\b(?:timetable|timescales?|time scales?|timeline|milestones|key dates|next steps|implementation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Timetable();

    [GeneratedRegex(@"^\W*(?:the\s+)?(?:(?:indicative|proposed|project|procurement|expected|planned|outline|main|key)\s+)*(?:timetable|timescales?|timeline|milestones|key dates|stages)\b.{0,40}:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimetableLabel();
}
