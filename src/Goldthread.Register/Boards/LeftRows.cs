using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Boards;

/// <summary>A row of the table <c>action_left</c>: what was taken for an action in a paper, and somebody said is none.</summary>
public sealed class LeftRow
{
    /// <summary>The meeting or workshop.</summary>
    public Guid Record { get; set; }

    /// <summary>Its number there, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The name and office of whoever said so.</summary>
    public string Who { get; set; } = "";

    public DateTime At { get; set; }
}

/// <summary>The tables of boards that are no records.</summary>
internal static class BoardTables
{
    public static void Add(ModelBuilder model) => model.Entity<LeftRow>(table =>
    {
        table.ToTable("action_left");
        table.HasKey(row => new { row.Record, row.Number });
        table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Record).OnDelete(DeleteBehavior.Restrict);
    });
}
