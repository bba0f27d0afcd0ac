using Goldthread.Core.Publishing;

namespace Goldthread.Register.Imports;

/// <summary>A row of the table <c>given</c>: files that somebody gave at once, to be read into the register.</summary>
public sealed class GivenRow
{
    public Guid Id { get; set; }

    public DateTime At { get; set; }

    public Guid Person { get; set; }

    /// <summary>Her name and office, under which the records are saved.</summary>
    public string Who { get; set; } = "";

    /// <summary>The public body whose documents they are.</summary>
    public string Body { get; set; } = "";

    public Audience Visibility { get; set; }
}

/// <summary>A row of the table <c>given_file</c>: one of these files, first as it was given, then what became of it.</summary>
public sealed class GivenFileRow
{
    public Guid Given { get; set; }

    /// <summary>Its place among the files, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Its name, without folders.</summary>
    public string File { get; set; } = "";

    /// <summary>How long it is, in bytes.</summary>
    public long Length { get; set; }

    /// <summary>Its bytes until it has been read; what was read is kept as the record's original.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>What became of it: <c>read</c>, <c>unchanged</c>, <c>failed</c>; null while it waits.</summary>
    public string? Result { get; set; }

    /// <summary>Why it could not be read.</summary>
    public string? Reason { get; set; }

    /// <summary>The record that it was read into.</summary>
    public Guid? Record { get; set; }

    /// <summary>Until when one process has it; after that it is anybody's again.</summary>
    public DateTime? ClaimedUntil { get; set; }

    /// <summary>How often its reading was begun.</summary>
    public int Tries { get; set; }
}
