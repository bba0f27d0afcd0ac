using Goldthread.Core.Pathways.Entries;

namespace Goldthread.Core.Pathways.Keeping;

/// <summary>Whether an entry of the map was looked at lately.</summary>
public static class Freshness
{
    /// <summary>For so many months after a check an entry counts as checked.</summary>
    public const int Months = 6;

    /// <summary>The first day of a check that still counts on a day.</summary>
    public static DateOnly Since(DateOnly day) => day.AddMonths(-Months);

    /// <summary>Whether an entry's owner is asked to look at it again: nobody ever did, or too long ago.</summary>
    public static bool IsStale(Checked? look, DateOnly day) => look is null || look.On < Since(day);
}
