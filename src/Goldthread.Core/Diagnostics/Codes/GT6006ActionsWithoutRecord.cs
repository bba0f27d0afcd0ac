using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Actions are said to be done and none is recorded with an owner and a date.</summary>
internal static partial class GT6006ActionsWithoutRecord
{
    public static IEnumerable<Finding> Check(Minutes minutes)
    {
        if (minutes.Actions.Any(action => action.Owner is not null && action.Due is not null))
        {
            yield break;
        }

        foreach (var passage in Passage.Of(minutes))
        {
            if (Done().Match(passage.Text) is { Success: true } done)
            {
                yield return new("GT6006", $"“{done.Value}”, and the minutes record no action with an owner and a date. Expected each action with who does it and by when.", passage.Pointer, done.Value);
            }
        }
    }

    [GeneratedRegex(@"\b(?:all|the|outstanding|previous)\s+actions\s+(?:from\s+[\w\s]{1,40}\s+)?(?:are|were|have been|had been)\s+(?:all\s+)?(?:completed?|done|closed|discharged)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();
}
