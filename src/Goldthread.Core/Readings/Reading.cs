using System.Text.Json.Serialization;

namespace Goldthread.Core.Readings;

/// <summary>What a document was recognised as.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    /// <summary>Nothing was recognised; the text is kept whole.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>A request for a decision or its published form.</summary>
    [JsonStringEnumMemberName("decision")] Decision,

    /// <summary>Minutes of a board or committee.</summary>
    [JsonStringEnumMemberName("minutes")] Minutes,

    /// <summary>Notes of a session with partners.</summary>
    [JsonStringEnumMemberName("workshop")] Workshop,
}

/// <summary>What was read from one document.</summary>
/// <param name="Kind">What the document was recognised as.</param>
/// <param name="Record">A <c>Decision</c>, <c>Minutes</c>, <c>Workshop</c> or <c>Document</c>, as <paramref name="Kind"/> says.</param>
/// <param name="Text">The extracted text that all places refer to; lines end in LF.</param>
/// <param name="Provenance">From a JSON Pointer into the record (<c>/recommendations/0/text</c>) to the passage it came from; every leaf has one.</param>
/// <param name="Expected">From a JSON Pointer of something missing to the label or heading where it was expected.</param>
/// <param name="Diagnostics">What is missing or does not add up, sorted by line.</param>
public sealed record Reading(
    DocumentKind Kind,
    object Record,
    string Text,
    IReadOnlyDictionary<string, Place> Provenance,
    IReadOnlyDictionary<string, Place> Expected,
    IReadOnlyList<Diagnostics.Diagnostic> Diagnostics);
