using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Readings;

/// <summary>Where one value of an imported record stands in its document.</summary>
/// <param name="Pointer">A JSON Pointer into the record's body, such as <c>/recommendations/0/text</c>.</param>
/// <param name="Value">The value that the register holds, as text.</param>
/// <param name="Place">The place in the document's extracted text.</param>
/// <param name="Passage">What is printed in exactly that place; lines end in LF.</param>
/// <param name="Before">For staff: what stands before it in its first line; empty for anybody else.</param>
/// <param name="After">For staff: what stands after it in its last line; empty for anybody else.</param>
public sealed record Source(string Pointer, string Value, Place Place, string Passage, string Before = "", string After = "");

/// <summary>What a reader may see of the document that a record was read from.</summary>
/// <param name="Passages">The passages, in the order of the record's fields; none where the record was not imported.</param>
/// <param name="Diagnostics">For staff: what is missing or does not add up, by line; none for anybody else.</param>
public sealed record RecordSources(IReadOnlyList<Source> Passages, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Of a record that was not read from a document.</summary>
    public static RecordSources None { get; } = new([], []);
}
