namespace Goldthread.Register.Decisions.Part2;

/// <summary>Why something about a confidential part was not done. Nothing confidential is ever in it.</summary>
/// <param name="Code">A stable code, such as <c>refused</c>.</param>
/// <param name="Field">The field it stands at; empty for none.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record Part2Fault(string Code, string Field, string Message)
{
    /// <summary>There is no such confidential part.</summary>
    public static Part2Fault None { get; } = new("none", "", "There is no such confidential part.");

    /// <summary>She is none of its readers.</summary>
    public static Part2Fault Refused { get; } = new("refused", "", "You are not one of its readers. Ask one of the officers who are to name you.");

    /// <summary>She is none of those who write it.</summary>
    public static Part2Fault NotHers { get; } = new("not-hers", "", "Only an officer who is one of its readers may do this.");

    /// <summary>It is encrypted with a key that is not there.</summary>
    public static Part2Fault Key { get; } = new("key", "", "It is locked with a key that is not on this machine. Whoever runs the register finds with `goldthread doctor` which one is missing.");

    /// <summary>It was changed by hand.</summary>
    public static Part2Fault Changed { get; } = new("changed", "", "What is kept of it was changed outside the register and cannot be read. Whoever runs the register finds with `goldthread audit` what differs; a backup has what it was.");

    /// <summary>It was erased with its decision.</summary>
    public static Part2Fault Erased { get; } = new("erased", "", "Its text was erased together with its decision.");

    /// <summary>Somebody else has written it since.</summary>
    public static Part2Fault Conflict { get; } = new("conflict", "text", "Somebody else has written it since you opened it. Your words stand below: copy them, open the newest revision and put them in.");
}

/// <summary>What became of something done about a confidential part.</summary>
public sealed record Part2Outcome(Part2Fault? Fault)
{
    /// <summary>It was done.</summary>
    public static Part2Outcome Done { get; } = new((Part2Fault?)null);
}

/// <summary>A confidential part that was opened for one of its readers, or why it was not.</summary>
public sealed record Part2Opening(Part2Text? Text, Part2Fault? Fault);

/// <summary>What one of the readers is given.</summary>
/// <param name="Number">The revision.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Why">Why it must be confidential.</param>
public sealed record Part2Text(int Number, string Text, string Why)
{
    /// <summary>Says nothing of what is confidential.</summary>
    public override string ToString() => $"revision {Number} of a confidential part";
}

/// <summary>A confidential part as somebody writes it.</summary>
/// <param name="Expected">The revision that she had before her; 0 where there was none.</param>
/// <param name="About">What the draft is called, for staff; taken the first time.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Ground">Its exemption.</param>
/// <param name="Why">Why it must be confidential, and what was weighed.</param>
/// <param name="Ends">The last day on which it needs to be.</param>
public sealed record Part2Writing(int Expected, string About, string Text, Core.Decisions.Part2.Exemption? Ground, string Why, DateOnly? Ends)
{
    /// <summary>The most characters of the text.</summary>
    public const int LongestText = 200_000;

    /// <summary>The most characters of why it must be confidential.</summary>
    public const int LongestWhy = 4_000;

    /// <summary>The most characters of what the draft is called.</summary>
    public const int LongestAbout = 150;

    /// <summary>Says nothing of what is confidential.</summary>
    public override string ToString() => nameof(Part2Writing);

    /// <summary>All that is wrong with it.</summary>
    public IEnumerable<Part2Fault> Faults(DateOnly today)
    {
        if (Expected == 0 && About.Trim().Length is 0 or > LongestAbout)
            yield return new Part2Fault("about", "about", $"Say in a line of up to {LongestAbout} characters which decision it belongs to.");
        if (Text.Trim().Length == 0 || Text.Length > LongestText)
            yield return new Part2Fault("text", "text", Text.Length > LongestText ? "The text is longer than 200,000 characters. Shorten it, or write the rest as a paper of its own." : "Write what is confidential.");
        if (Ground is null || !Ground.Effect.Covers(today))
            yield return new Part2Fault("ground", "ground", "Choose the exemption that it is kept confidential under.");
        if (Why.Trim().Length == 0)
            yield return new Part2Fault("GT4002", "why", "There is a confidential part and no rationale for it. Say why the exemption holds.");
        if (Why.Length > LongestWhy)
            yield return new Part2Fault("why", "why", "Say it in at most 4,000 characters.");
        if (Ends is not { } last || last < today)
            yield return new Part2Fault("ends", "ends", "Enter the last day on which it needs to be confidential, from today on.");
    }
}
