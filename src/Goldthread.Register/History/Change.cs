using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Register.History;

/// <summary>Something to save: a record's content with who saves it, by what process and why.</summary>
public sealed record Change
{
    /// <summary>The kind of record.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The public body it belongs to; records known to all bodies ignore it.</summary>
    public required string Body { get; init; }

    /// <summary>The reference as printed.</summary>
    public required string Reference { get; init; }

    /// <summary>The body to store.</summary>
    public required object Content { get; init; }

    /// <summary>The widest audience that may see the record. For staff unless said.</summary>
    public Audience Visibility { get; init; } = Audience.Staff;

    /// <summary>Where it stands.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>Who saves: an office.</summary>
    public required string Who { get; init; }

    /// <summary>By what process, such as <c>import</c>.</summary>
    public required string Process { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The revision that the saver had before her; null where it does not matter.</summary>
    public int? ExpectedRevision { get; init; }

    /// <summary>The file it was read from, to be kept.</summary>
    public OriginalFile? Original { get; init; }
}

/// <summary>A file as it was given: its name, the SHA-256 of its bytes in lower-case hexadecimal, and the bytes.</summary>
public sealed record OriginalFile(string Name, string Sha256, byte[] Bytes);

/// <summary>What became of a save.</summary>
public enum SaveResult
{
    /// <summary>The record is new.</summary>
    Created,

    /// <summary>A revision was added.</summary>
    Revised,

    /// <summary>The same was there already; nothing was written.</summary>
    Unchanged,

    /// <summary>Somebody else has saved since; nothing was written.</summary>
    Conflict,
}

/// <summary>What became of a save, and the record as it stands now.</summary>
public sealed record SaveOutcome(SaveResult Result, RecordHead Record);
