using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A confidential part without a rationale.</summary>
internal static class GT4002Part2
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Decision.Publication is { Part2: true } publication && Blank.Is(publication.Part2Reason))
        {
            yield return new("GT4002", "There is a confidential part 2 and no rationale for it. Expected the ground on which it is likely to be exempt from disclosure.", "/publication/part2Reason");
        }
    }
}
