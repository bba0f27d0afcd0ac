using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>A row of the table <c>part2</c>: that a draft or decision has a confidential part, and what staff may know of it.</summary>
public sealed class Part2Row
{
    /// <summary>The id of the draft that it belongs to.</summary>
    public Guid Subject { get; set; }

    /// <summary>The record of the decision, once it is signed.</summary>
    public Guid? Record { get; set; }

    /// <summary>What the draft is called, for staff; nothing confidential.</summary>
    public string About { get; set; } = "";

    /// <summary>The reference of its exemption.</summary>
    public string Ground { get; set; } = "";

    /// <summary>The last day on which it needs to be confidential.</summary>
    public DateOnly Ends { get; set; }

    /// <summary>The number of its last revision.</summary>
    public int Number { get; set; }
}

/// <summary>A row of the table <c>part2_revision</c>: a revision of a confidential part, encrypted; changed only where its key is.</summary>
public sealed class Part2RevisionRow
{
    public Guid Subject { get; set; }

    public int Number { get; set; }

    public DateTime At { get; set; }

    public Guid By { get; set; }

    public string Ground { get; set; } = "";

    public DateOnly Ends { get; set; }

    /// <summary>The encrypted text; null where it was erased with its decision.</summary>
    public byte[]? Sealed { get; set; }

    public byte[]? Nonce { get; set; }

    public byte[]? Tag { get; set; }

    /// <summary>The id of the key that it is encrypted with.</summary>
    public string KeyId { get; set; } = "";

    public string ContentHash { get; set; } = "";

    public string Previous { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>A row of the table <c>part2_reader</c>: that somebody may read a confidential part for a time; ended, never removed.</summary>
public sealed class Part2ReaderRow
{
    public Guid Id { get; set; }

    public Guid Subject { get; set; }

    public Guid Person { get; set; }

    /// <summary>Who named her.</summary>
    public Guid NamedBy { get; set; }

    public DateTime NamedAt { get; set; }

    public DateOnly Starts { get; set; }

    public DateOnly? Ends { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }
}

/// <summary>A row of the table <c>part2_opened</c>: that somebody read a confidential part; never changed.</summary>
public sealed class Part2OpenedRow
{
    public Guid Id { get; set; }

    public Guid Subject { get; set; }

    public int Number { get; set; }

    public Guid Person { get; set; }

    public DateTime At { get; set; }
}

/// <summary>The tables of confidential parts. They are no records: nothing of them is in a search, a list or what leaves.</summary>
/// <remarks>Who was named and who read stays when a backup is put back, so these two hold on to nothing else.</remarks>
internal static class Part2Tables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Part2Row>(table =>
        {
            table.ToTable("part2");
            table.HasKey(row => row.Subject);
            table.Property(row => row.Number).IsConcurrencyToken();
            table.HasIndex(row => row.Record).IsUnique().HasDatabaseName("part2_record");
        });
        model.Entity<Part2RevisionRow>(table =>
        {
            table.ToTable("part2_revision");
            table.HasKey(row => new { row.Subject, row.Number });
            table.HasOne<Part2Row>().WithMany().HasForeignKey(row => row.Subject).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Part2ReaderRow>(table =>
        {
            table.ToTable("part2_reader");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Subject).HasDatabaseName("part2_reader_subject");
        });
        model.Entity<Part2OpenedRow>(table =>
        {
            table.ToTable("part2_opened");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Subject, row.At }).HasDatabaseName("part2_opened_at");
        });
    }
}
