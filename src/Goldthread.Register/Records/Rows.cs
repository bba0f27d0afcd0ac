using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Register.Records;

/// <summary>A row of the table <c>record</c>: what lists, filters and searches use. All of it can be rebuilt from revisions.</summary>
public sealed class RecordRow
{
    public Guid Id { get; set; }

    /// <summary>The place of its first revision in the chain; a number for the search index to point at.</summary>
    public long Key { get; set; }

    public string Kind { get; set; } = "";

    public string Body { get; set; } = "";

    public string Reference { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Title { get; set; } = "";

    public RecordStatus Status { get; set; }

    public Audience Visibility { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Starts { get; set; }

    public DateOnly? Ends { get; set; }

    public long? Amount { get; set; }

    public int Revision { get; set; }

    public DateTime ChangedAt { get; set; }

    /// <summary>What a search counts the record under, as <see cref="Publishing.RecordFacets"/> writes it.</summary>
    public string Facets { get; set; } = "";

    public RecordHead ToHead() =>
        new(Id, Kind, Body, Reference, Slug, Title, Status, Visibility, Owner, Starts, Ends, Amount, Revision, ChangedAt);
}

/// <summary>A row of the table <c>revision</c>: one saved state, never changed. The body lives here and nowhere else.</summary>
public sealed class RevisionRow
{
    /// <summary>Its place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; set; }

    public Guid Record { get; set; }

    /// <summary>Its number within the record, from 1.</summary>
    public int Number { get; set; }

    public DateTime At { get; set; }

    public string Who { get; set; } = "";

    public string Process { get; set; } = "";

    public string Reason { get; set; } = "";

    public RecordStatus Status { get; set; }

    public Audience Visibility { get; set; }

    /// <summary>The number of the body's shape.</summary>
    public int Shape { get; set; }

    /// <summary>The body's stored bytes as text; null once lawfully removed.</summary>
    public string? Body { get; set; }

    /// <summary>The record's identity, columns and ties as they were saved, as JSON; null once lawfully removed.</summary>
    public string? Derived { get; set; }

    public string? Salt { get; set; }

    public string ContentHash { get; set; } = "";

    public string Previous { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>A row of the table <c>link</c>: a typed tie between two records that are there.</summary>
public sealed class LinkRow
{
    public Guid From { get; set; }

    public string Relation { get; set; } = "";

    public Guid To { get; set; }

    public Audience Audience { get; set; }
}

/// <summary>A row of the table <c>pending</c>: a tie to a record that is not there yet.</summary>
public sealed class PendingRow
{
    public Guid From { get; set; }

    public string Relation { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Body { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Reference { get; set; } = "";

    public Audience Audience { get; set; }
}

/// <summary>A row of the table <c>field</c>: an indexed value.</summary>
public sealed class FieldRow
{
    public Guid Record { get; set; }

    public string Name { get; set; } = "";

    public int Position { get; set; }

    public string? Text { get; set; }

    public long? Number { get; set; }

    public DateOnly? Day { get; set; }

    public Audience Audience { get; set; }
}

/// <summary>A row of the table <c>due</c>: what must happen at a time.</summary>
public sealed class DueRow
{
    public Guid Id { get; set; }

    /// <summary>What to do, such as <c>checkpoint</c>.</summary>
    public string What { get; set; } = "";

    /// <summary>What it is about: a record, or for a digest the person it goes to.</summary>
    public Guid? Record { get; set; }

    public DateTime At { get; set; }

    /// <summary>Until when one process has it; after that it is anybody's again.</summary>
    public DateTime? ClaimedUntil { get; set; }

    public int Tries { get; set; }
}

/// <summary>A row of the table <c>word</c>: a word that stands in some record, whoever may see it, to suggest where one is mistyped.</summary>
public sealed class WordRow
{
    public string Word { get; set; } = "";

    /// <summary>The word from its end to its beginning, to look it up by its end.</summary>
    public string Backwards { get; set; } = "";
}

/// <summary>A row of the table <c>derivation</c>: by which version of the program's derivation the derived rows were made.</summary>
public sealed class DerivationRow
{
    public string Version { get; set; } = "";
}

/// <summary>A row of the table <c>original</c>: a file as it was given, under the hash of its bytes.</summary>
public sealed class OriginalRow
{
    public string Sha256 { get; set; } = "";

    public string File { get; set; } = "";

    public byte[] Bytes { get; set; } = [];
}

/// <summary>A row of the table <c>tally</c>: how many records there are alike in all that decides who sees them. The database keeps it by triggers.</summary>
public sealed class TallyRow
{
    public string Kind { get; set; } = "";

    public string Body { get; set; } = "";

    public RecordStatus Status { get; set; }

    public Audience Visibility { get; set; }

    /// <summary>The year in which they start; 0 for those without a day.</summary>
    public int Year { get; set; }

    public int Records { get; set; }

    /// <summary>The sum of their amounts in pence.</summary>
    public long Amount { get; set; }
}
