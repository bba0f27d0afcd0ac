using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Numbering skips or repeats: recommendations, sections, paragraphs within their section, minutes' items.</summary>
internal static partial class GT1003Numbering
{
    public static IEnumerable<Finding> Check(DecisionCase one) =>
    [
        .. Recommendations(one.Decision),
        .. Sections(one),
        .. one.Decision.Sections.SelectMany(Paragraphs),
    ];

    public static IEnumerable<Finding> Check(Minutes minutes)
    {
        var numbers = minutes.Items.Select(item => item.Number).ToList();
        return Numbering.Faults(numbers, checkFirst: false).Select(fault => Finding("Item", numbers, fault, i => $"/items/{i}/number"));
    }

    private static IEnumerable<Finding> Recommendations(Decision decision)
    {
        var numbers = decision.Recommendations.Select(one => one.Number).ToList();
        return Numbering.Faults(numbers, checkFirst: false).Select(fault => Finding("Recommendation", numbers, fault, i => $"/recommendations/{i}/number"));
    }

    private static IEnumerable<Finding> Sections(DecisionCase one)
    {
        var decision = one.Decision;
        var numbers = decision.Sections.Select(section => section.Number).ToList();
        return Numbering.Faults(numbers, checkFirst: false)
            .Where(fault => !IsTheRecommendations(decision, fault) && !IsHeadedElsewhere(numbers[fault.Index]!, fault, one.Document))
            .Select(fault => Finding("Section", numbers, fault, i => $"/sections/{i}/number"));
    }

    // Recommendations 2.1 and 2.2 stand under a heading 2 that is no section of the report.
    private static bool IsTheRecommendations(Decision decision, NumberFault fault) =>
        fault.Value == fault.After + 2
        && decision.Recommendations.Any(one => PrintedNumber.HasParts(one.Number) && PrintedNumber.Leading(one.Number) == fault.After + 1);

    // The number that is skipped stands on the heading of the summary, of what is asked for or of a block of the form, none of which is a section.
    private static bool IsHeadedElsewhere(string number, NumberFault fault, string? document)
    {
        var skipped = char.IsDigit(number[0]) ? (fault.After + 1).ToString(CultureInfo.InvariantCulture) : ((char)(char.ToUpperInvariant(number[0]) - 1)).ToString();
        return !fault.Repeats && fault.Value == fault.After + 2
            && OtherHeading().Matches(document ?? "").Any(heading => heading.Groups["number"].Value.Equals(skipped, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^[ \t#*]*(?<number>[0-9]{1,2}|[A-Z])(?:\.0)?[.):]?[ \t]+(?=[^\n]{3,70}$)[^\n.;]*\b(?:recommend\w+|decisions?|resol\w+|summary|synopsis|overview|approvals?|request\w*|asked|proposals?|publication|confidential\w*|declarations?|consult\w+|sign-?off|signatures?|part [0-9iI]+|exempt\w*|deferral|public access)\b[^\n.;]*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherHeading();

    private static IEnumerable<Finding> Paragraphs(Section section, int index)
    {
        var numbers = section.Paragraphs.Select(one => one.Number).ToList();
        var dotted = numbers.Select(number => Belongs(section, number) ? number : null).ToList();
        var faults = Numbering.Faults(dotted, checkFirst: true).Concat(PlainLists.Faults(numbers));
        return faults.Select(fault => Finding("Paragraph", numbers, fault, i => $"/sections/{index}/paragraphs/{i}/number"));
    }

    private static bool Belongs(Section section, string? number) =>
        PrintedNumber.HasParts(number)
        && (PrintedNumber.Leading(section.Number) is not { } own || PrintedNumber.Leading(number) == own);

    private static Finding Finding(string what, List<string?> numbers, NumberFault fault, Func<int, FormattableString> pointer)
    {
        var number = numbers[fault.Index];
        var before = numbers.Take(fault.Index).LastOrDefault(one => one is not null);
        var message = (fault.Repeats, before) switch
        {
            (true, _) => $"{what} {number} stands here a second time. Expected a number that was not used before.",
            (_, null) => $"{what} {number} comes first, where a number ending in 1 was expected.",
            _ => $"{what} {number} follows {before}, which skips or goes back. Expected the number after {before}.",
        };
        return new("GT1003", message, pointer(fault.Index).ToString(CultureInfo.InvariantCulture));
    }
}
