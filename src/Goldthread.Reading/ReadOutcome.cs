namespace Goldthread.Reading;

/// <summary>What came of reading a file: a reading, or a reason why there is none.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>The document was read.</summary>
    public sealed record Read(Core.Readings.Reading Reading) : ReadOutcome;

    /// <summary>It could not be read.</summary>
    /// <param name="Code">A stable code, such as <c>empty</c>.</param>
    /// <param name="Message">A sentence that says what is wrong and what to do.</param>
    public sealed record Failed(string Code, string Message) : ReadOutcome;
}
