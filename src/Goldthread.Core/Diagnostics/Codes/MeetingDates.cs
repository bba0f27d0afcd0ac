using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Minutes that give two dates for their own meeting, or two for the meeting before.</summary>
internal static partial class MeetingDates
{
    public static IEnumerable<Finding> Disagreeing(Minutes minutes, string? document) =>
        [.. Own(minutes, document), .. Previous(minutes), .. Headed(minutes)];

    /// <summary>The day on which a workshop says of itself that people came, where another day is given for it.</summary>
    public static IEnumerable<Finding> Disagreeing(Workshop workshop, string? document)
    {
        foreach (var line in (document ?? "").Split('\n').Where(line => OfItself().IsMatch(line)))
        {
            if (Day.In(line) is [{ IsExact: true } day] && workshop.Date is { } date && day.Earliest != date)
            {
                yield return new("GT1007", $"“{day.Quote}” disagrees with {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, given elsewhere for the same workshop. Expected one date.", "", line.Trim());
            }
        }
    }

    /// <summary>An item headed with the day of the earlier minutes, under which minutes of another day are agreed.</summary>
    private static IEnumerable<Finding> Headed(Minutes minutes)
    {
        for (var i = 0; i < minutes.Items.Count; i++)
        {
            if (!Agreed().IsMatch(string.Join('\n', minutes.Items[i].Paragraphs)) || Day.In(minutes.Items[i].Heading) is not [{ IsExact: true } headed])
            {
                continue;
            }

            for (var j = 0; j < minutes.Items[i].Paragraphs.Count; j++)
            {
                if (Agreed().Match(minutes.Items[i].Paragraphs[j]) is { Success: true } match && Day.In(match.Value) is [{ IsExact: true } day] && day.Earliest != headed.Earliest)
                {
                    yield return new("GT1007", $"“{day.Quote}” disagrees with {headed.Quote}, given in the heading for the same minutes. Expected one date.", $"/items/{i}/paragraphs/{j}", day.Quote);
                }
            }
        }
    }

    private static IEnumerable<Finding> Own(Minutes minutes, string? document)
    {
        var head = string.Join('\n', (document ?? "").Split('\n').TakeWhile(line => !Contents().IsMatch(line)));
        // The heading of an item, such as "Minutes of 3 May 2024", gives the day of an earlier meeting.
        var lines = head.Split('\n').Where(line => OwnDate().IsMatch(line) && !Other().IsMatch(line) && !Gives(line, minutes.PreviousMeeting) && !minutes.Items.Any(item => Day.In(item.Heading).Any() && line.Contains(item.Heading, StringComparison.OrdinalIgnoreCase)));
        foreach (var line in lines.Concat((document ?? "")[head.Length..].Split('\n').Where(line => Certificate().IsMatch(line) || (Signed().IsMatch(line) && !Gives(line, minutes.PreviousMeeting)))))
        {
            if (Day.In(line).FirstOrDefault(day => day.IsExact) is { } day && minutes.Date is { } date && day.Earliest != date)
            {
                yield return new("GT1007", $"“{day.Quote}” disagrees with {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, given elsewhere for the same meeting. Expected one date.", "", line.Trim());
            }
        }
    }

    // "Thanks are due to all who gave up their morning on 15 May 2025 for this workshop."
    [GeneratedRegex(@"\b(?:gave up|attended|came|took part|joined|met|gathered|contributed)\b[^.;]{0,60}\bon\b[^.;]{0,40}[0-9]{4}[^.;]{0,20}\bthis\s+(?:workshop|session|event|seminar|round\s?table|focus group)\b|^\W*(?:these|this)\s+(?:notes?|record)\b[^.;]{0,100}\b(?:workshop|session|event|seminar|round\s?table|focus group)\b[^.;]{0,20}\bheld on\b|^\W*(?:the|this|our)\s+(?:workshop|session|event|seminar|round\s?table|focus group)\s+(?:was held|took place|met)\b[^.;]{0,40}?\bon\b[^.;]{0,12}[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfItself();

    [GeneratedRegex(@"^\W*(?:the\s+)?(?:minutes|notes?|record)\s+(?:of|from|for)\s+(?:the\s+)?(?:(?:previous|last)\s+)?(?:meeting\s+)?(?:(?:of|on|held on)\s+)?(?:\w+day,?\s+)?[0-9]{1,2}(?:st|nd|rd|th)?\s+\w+\s+[0-9]{4}\s+(?:was|were)\s+(?:not\s+)?(?:agreed|approved|accepted|confirmed|signed|adopted|taken)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Agreed();

    private static bool Gives(string line, DateOnly? date) => Day.In(line).Any(day => day.Earliest == date);

    private static IEnumerable<Finding> Previous(Minutes minutes)
    {
        if (minutes.PreviousMeeting is not { } previous)
        {
            yield break;
        }

        foreach (var passage in Passage.Of(minutes))
        {
            foreach (Match match in Before().Matches(passage.Text))
            {
                if (Day.In(match.Value).FirstOrDefault(day => day.IsExact) is { } day && day.Earliest != previous && day.Earliest != minutes.Date)
                {
                    yield return new("GT1007", $"“{day.Quote}” disagrees with {previous.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, given elsewhere for the previous meeting. Expected one date.", passage.Pointer, day.Quote);
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:minutes\s+(?:and\s+actions\s+)?(?:of|from|for)\s+(?:the\s+)?(?:previous|last)?\s*(?:board\s+|committee\s+)?meeting|previous\s+minutes|last\s+meeting|previous\s+meeting)\b[^.;]{0,40}?[0-9]{1,2}(?:st|nd|rd|th)?\s+\w+\s+[0-9]{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    // What a chair signs at the foot: "these are the minutes of the meeting of …".
    [GeneratedRegex(@"\b(?:these|the (?:above|foregoing)|this)\s+(?:are|is)\s+(?:the\s+|a\s+)?(?:true\s+|correct\s+|approved\s+|agreed\s+|final\s+|full\s+|draft\s+)*(?:minutes|notes?|record)\s+of\s+(?:the|a)\s+meeting\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Certificate();

    // The same put shortly, on a line of its own for the signature: "Signed as a true record of the meeting held on …".
    [GeneratedRegex(@"^\W*(?:signed|certified|confirmed and signed|agreed and signed|approved and signed)\s+(?:by the chair\s+)?(?:as|to be)\s+(?:a|the)\s+(?:\w+\s+){0,4}(?:record|minutes?|notes?|account)\s+of\s+(?:the|this|a)\s+(?:\w+\s+){0,3}meeting\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signed();

    [GeneratedRegex(@"\b(?:minutes?|meeting)\b|^\W*(?:date|held)\b|^\W*(?:these|this)\s+notes?\b.{0,100}\bheld on\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnDate();

    [GeneratedRegex(@"\b(?:publi\w+|previous|last|next|approved|agreed|future|draft(?:ed)?|issued|circulated|confirmed|signed|accepted|adopted|correct|true|accurate|taken)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();

    [GeneratedRegex(@"^\W*(?:contents|present|attend\w+|apologies|agenda|[0-9]+\.?\s+\w+|welcome\b.*)\W*$|^\W*(?:present|attend\w+|members|apologies|in attendance|in the chair)\b[^:]{0,30}:|^\W*[0-9]+[.)]\s+\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contents();
}
