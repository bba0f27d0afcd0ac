namespace Goldthread.Core.Decisions.Part2;

/// <summary>When a confidential part comes up for release: what no longer needs to be confidential does not stay so by habit.</summary>
public static class Part2Review
{
    /// <summary>Days before the last day from which on it is announced.</summary>
    public const int Notice = 28;

    /// <summary>Where a confidential part stands on a day.</summary>
    /// <param name="ends">The last day on which it needs to be confidential.</param>
    /// <param name="day">The day asked about.</param>
    public static ReviewState Of(DateOnly ends, DateOnly day) =>
        day > ends ? ReviewState.Due : day.DayNumber > ends.DayNumber - Notice ? ReviewState.Soon : ReviewState.Kept;
}

/// <summary>Whether a confidential part still needs to be one.</summary>
public enum ReviewState
{
    /// <summary>Its ground still holds.</summary>
    Kept,

    /// <summary>Its last day is near.</summary>
    Soon,

    /// <summary>Its last day is over: it is to be released, or its ground and a later day are to be given anew.</summary>
    Due,
}
