namespace Goldthread.Site;

/// <summary>A field of a form, in one line of a page.</summary>
/// <param name="Name">Its name; its id as well.</param>
/// <param name="Label">What to enter.</param>
/// <param name="Value">What was entered before.</param>
public sealed record FormField(string Name, string Label, string? Value = null)
{
    /// <summary>More on what to enter.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with what was entered.</summary>
    public string? Error { get; init; }

    /// <summary>The type of the input.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What browsers may fill in.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>The keyboard of a phone.</summary>
    public string? Inputmode { get; init; }

    /// <summary>Its id, where its name stands on the page more than once.</summary>
    public string? Id { get; init; }

    /// <summary>For so many characters; the width of the form where not said.</summary>
    public int? Width { get; init; }
}

/// <summary>A list of a form to choose one thing of.</summary>
/// <param name="Name">Its name; its id as well.</param>
/// <param name="Label">What to choose.</param>
/// <param name="Value">What was chosen before.</param>
/// <param name="Groups">The choices, in groups with a label each: what is sent, and its words.</param>
public sealed record ChoiceField(string Name, string Label, string? Value, IReadOnlyList<ChoiceGroup> Groups)
{
    /// <summary>More on what to choose.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with what was chosen.</summary>
    public string? Error { get; init; }

    /// <summary>Choosing nothing, in words.</summary>
    public string None { get; init; } = "Choose somebody";
}

/// <summary>A few things of a form, all in sight, to choose one of.</summary>
/// <param name="Name">Its name; the id of the first as well.</param>
/// <param name="Label">What is chosen.</param>
/// <param name="Value">What was chosen before.</param>
/// <param name="Choices">The choices: what is sent, and its words.</param>
public sealed record WhichField(string Name, string Label, string? Value, IReadOnlyList<(string Value, string Words)> Choices)
{
    /// <summary>More on what to choose.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with what was chosen.</summary>
    public string? Error { get; init; }
}

/// <summary>Choices under a label.</summary>
public sealed record ChoiceGroup(string Label, IReadOnlyList<(string Value, string Words)> Choices);
