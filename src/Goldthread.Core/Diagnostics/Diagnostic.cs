using System.Text.Json.Serialization;

namespace Goldthread.Core.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    [JsonStringEnumMemberName("info")] Info,

    /// <summary>Probably wrong; a person may carry on, knowing it.</summary>
    [JsonStringEnumMemberName("warning")] Warning,

    /// <summary>Wrong; the step it applies to is stopped.</summary>
    [JsonStringEnumMemberName("error")] Error,
}

/// <summary>Something that is missing or does not add up, at its place in the document's text.</summary>
/// <param name="Code">The stable code, such as <c>GT1001</c>; its meaning never changes.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What is wrong and what was expected, with the figures.</param>
/// <param name="Line">Line in the extracted text, from 1.</param>
/// <param name="Column">Column in that line, from 1, in Unicode code points.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, int Line, int Column);

/// <summary>Something that a check found, at a JSON Pointer into the record; its place in the text is looked up afterwards.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What is wrong and what was expected, with the figures.</param>
/// <param name="Pointer">A JSON Pointer into the record, of a field that is there or of the one that was expected.</param>
/// <param name="Quote">Words inside that field which the finding is about, where it is not about the whole of it.</param>
public sealed record Finding(string Code, string Message, string Pointer, string? Quote = null);
