using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Tables of stages and their dates, as they stand in the document's text: such a table is part of no field.</summary>
/// <remarks>
/// Only a row that cannot come before the approval counts: one that says it follows it, or the signing or start
/// of what is approved. Invitations to tender, consultations and earlier contracts may well lie before it.
/// </remarks>
internal static partial class TimetableRows
{
    /// <summary>The dates that depend on the approval, each with its row as printed.</summary>
    public static IEnumerable<(Day Day, string Row)> Of(string? document)
    {
        var inTable = false;
        foreach (var line in (document ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var cells = TableGap.StandsIn(line) ? Gap().Split(line) : [line];
            if (cells.Length < 2 || cells.All(string.IsNullOrWhiteSpace))
            {
                inTable = inTable && Ruled().IsMatch(line);
                continue;
            }

            var words = cells.Where(cell => cell.Length > 0).ToList();
            if (words.Exists(cell => Stage().IsMatch(cell)) && words.Exists(cell => When().IsMatch(cell)))
            {
                inTable = true;
            }
            else if (inTable && words.Find(cell => Day.In(cell).Count == 1 && Day.In(cell)[0].Quote.Length >= cell.Length - LongestWeekday) is { } date
                && words.Find(cell => cell != date) is { } stage && Depends(stage))
            {
                yield return (Day.In(date)[0], line);
            }
        }
    }

    // "Wednesday " and a full stop may stand around a date in its cell.
    private const int LongestWeekday = 12;

    /// <summary>Whether a stage cannot come before the approval: it says that it follows it, or is the signing or start of what is approved.</summary>
    internal static bool Depends(string stage) => !Earlier().IsMatch(stage) && (AfterApproval().IsMatch(stage) || Starts().IsMatch(stage));

    [GeneratedRegex(@"\s*\|\s*|\t+|\s{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[-=_+| ]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ruled();

    [GeneratedRegex(@"^(?:(?:main|key|project|procurement)\s+)?(?:stages?|milestones?|steps?|activit(?:y|ies)|actions?|tasks?|events?|phases?|what)\b.{0,15}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stage();

    [GeneratedRegex(@"^(?:(?:target|planned|expected|indicative|proposed|key|due|completion|by)\s+)?(?:dates?|when|timing|due|timescales?|by)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(?:following|after|upon|once|subject to|on receipt of)\b.{0,30}\b(?:approv\w+|decision|agreed|sign[- ]off)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterApproval();

    [GeneratedRegex(@"^(?:the\s+)?(?:(?:new|grant|funding|services?|works?)\s+){0,2}(?:contracts?|grants?|agreements?|works?|services?|installation|construction)\s+(?:to be\s+|is\s+|are\s+)?(?:signed|awarded|let|placed|sealed|issued|paid|starts?|begins?|commences?|goes live|start date|commencement|mobilised)\b|^(?:award of (?:the )?(?:contract|grant)s?|mobilisation|go[- ]live|contract (?:award|start|signature)|service start|start of (?:the )?(?:contract|works?|service))\b|^(?:(?:the|an?|purchase|firm|first|vehicles?|equipment|works)\s+){0,3}orders?\s+(?:to be\s+|is\s+|are\s+)?(?:placed|raised|sent)\b|^(?:placing|placement) of (?:the |an )?orders?\b|^(?:[\w’'-]+\s+){1,4}(?:signed|ordered|purchased|bought|leased|delivered|installed|hired)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Starts();

    [GeneratedRegex(@"\b(?:previous|existing|current|present|earlier|pilot|phase one|phase 1|first phase|old|tender|design|framework|board|cabinet approval)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();
}
