using Goldthread.Core.Following;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Following;

/// <summary>A row of the table <c>follower</c>: an address that wants, or was said to want, emails.</summary>
public sealed class FollowerRow
{
    public Guid Id { get; set; }

    /// <summary>A keyed hash of the address, to see that it is the same; it cannot be computed without a secret that is not in the database.</summary>
    public string Mark { get; set; } = "";

    /// <summary>The hash of the key that stands in the links of her emails.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>The address and the key, encrypted.</summary>
    public byte[] Box { get; set; } = [];

    /// <summary>When it was last asked for; UTC.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>When it was confirmed; null before, and then nothing is sent. UTC.</summary>
    public DateTime? ConfirmedAt { get; set; }
}

/// <summary>A row of the table <c>followed</c>: one thing that somebody follows.</summary>
public sealed class FollowedRow
{
    public Guid Follower { get; set; }

    public FollowKind Kind { get; set; }

    public string Subject { get; set; } = "";
}

/// <summary>A row of the table <c>follow_news</c>: a record that somebody is to be told of.</summary>
public sealed class FollowNewsRow
{
    public Guid Follower { get; set; }

    public Guid Record { get; set; }
}

/// <summary>The tables of those who follow. They are no records: nothing of them is in the chain, in a search or in what leaves.</summary>
internal static class FollowTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<FollowerRow>(table =>
        {
            table.ToTable("follower");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.KeyHash).IsUnique().HasDatabaseName("follower_key");

            // One that waits and one that was confirmed, for each address.
            table.HasIndex(row => row.Mark, "follower_waiting").IsUnique().HasFilter("confirmed_at IS NULL").HasDatabaseName("follower_waiting");
            table.HasIndex(row => row.Mark, "follower_confirmed").IsUnique().HasFilter("confirmed_at IS NOT NULL").HasDatabaseName("follower_confirmed");
        });
        model.Entity<FollowedRow>(table =>
        {
            table.ToTable("followed", checks => checks.HasCheckConstraint("followed_kind", "\"kind\" IN ('decisions', 'topic', 'organisation', 'series')"));
            table.HasKey(row => new { row.Follower, row.Kind, row.Subject });
            table.HasIndex(row => new { row.Kind, row.Subject }).HasDatabaseName("followed_subject");
            table.HasOne<FollowerRow>().WithMany().HasForeignKey(row => row.Follower).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FollowNewsRow>(table =>
        {
            table.ToTable("follow_news");
            table.HasKey(row => new { row.Follower, row.Record });
            table.HasOne<FollowerRow>().WithMany().HasForeignKey(row => row.Follower).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
