using Goldthread.Core.Boards;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Two places disagree about the same fact: the years of a named thing, the sum asked for, a date.</summary>
internal static class GT1007Disagreement
{
    public static IEnumerable<Finding> Check(DecisionCase one) =>
        [.. NamedYears.Disagreeing(one.Passages), .. TitleYears.Disagreeing(one), .. AskedTerm.Disagreeing(one), .. AskedTwice.Disagreeing(one), .. AskedYear.Disagreeing(one), .. EventDates.Disagreeing(one.Passages), .. SignedTwice.Disagreeing(one)];

    public static IEnumerable<Finding> Check(Minutes minutes, string? document) =>
    [
        .. MeetingDates.Disagreeing(minutes, document),
        .. NamedYears.Disagreeing(Passage.Of(minutes)),
        .. EventDates.Disagreeing(Passage.Of(minutes)),
    ];
}
