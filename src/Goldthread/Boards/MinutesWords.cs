using Goldthread.Core.Boards;

namespace Goldthread.Boards;

/// <summary>Minutes on their way, in words.</summary>
internal static class MinutesWords
{
    /// <summary>Where they stand.</summary>
    public static string State(MinutesState state) => state switch
    {
        MinutesState.Writing => "Being written",
        MinutesState.Chair => "With the chair",
        MinutesState.Members => "With the members",
        MinutesState.Agreed => "Agreed and public",
    };
}

/// <summary>A field of the page on which minutes are written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What is written in it.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Over">The version that is typed over.</param>
public sealed record MinutesField(string Name, string Label, string Text, int Over)
{
    /// <summary>More on what to write.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Error { get; init; }

    /// <summary>Rows of the text area.</summary>
    public int Rows => Math.Clamp(Text.Split('\n').Length + 1, Name is MinutesDraft.Chair ? 1 : 3, 24);
}

/// <summary>Something to look at in minutes that are written.</summary>
/// <param name="Field">The field.</param>
/// <param name="Message">What it is, in a sentence.</param>
public sealed record MinutesFinding(string Field, string Message)
{
    /// <summary>What the script that saves calls the kinds of findings; these have no code.</summary>
    public string Code => "";

    /// <summary>How much it weighs, in a word.</summary>
    public string Weight => "Look";

    /// <summary>Its colour.</summary>
    public string Tone => "warning";
}
