using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Readings;

/// <summary>Where an imported record came from: its original file and what the reading of it said. For staff.</summary>
public sealed record Import
{
    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the original file's bytes, in lower-case hexadecimal; the original is kept under it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The extracted text, to which the places refer.</summary>
    public required string Text { get; init; }

    /// <summary>From a JSON Pointer into the record to the passage it came from.</summary>
    public IReadOnlyDictionary<string, Place> Provenance { get; init; } = new Dictionary<string, Place>(StringComparer.Ordinal);

    /// <summary>What is missing or does not add up.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
