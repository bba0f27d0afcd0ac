using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Numbering skips or repeats: recommendations, sections, paragraphs within their section, minutes' items.</summary>
internal static class GT1003Numbering
{
    public static IEnumerable<Finding> Check(DecisionCase one) =>
    [
        .. Recommendations(one.Decision),
        .. Sections(one.Decision),
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

    private static IEnumerable<Finding> Sections(Decision decision)
    {
        var numbers = decision.Sections.Select(one => one.Number).ToList();
        return Numbering.Faults(numbers, checkFirst: false)
            .Where(fault => !IsTheRecommendations(decision, fault))
            .Select(fault => Finding("Section", numbers, fault, i => $"/sections/{i}/number"));
    }

    // Recommendations 2.1 and 2.2 stand under a heading 2 that is no section of the report.
    private static bool IsTheRecommendations(Decision decision, NumberFault fault) =>
        fault.Value == fault.After + 2
        && decision.Recommendations.Any(one => PrintedNumber.HasParts(one.Number) && PrintedNumber.Leading(one.Number) == fault.After + 1);

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
