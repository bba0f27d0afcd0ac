using Goldthread.Core.Boards;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Boards;

/// <summary>A row of the table <c>minutes</c>: minutes on their way, which are no record yet.</summary>
public sealed class MinutesRow
{
    /// <summary>The meeting.</summary>
    public Guid Meeting { get; set; }

    public MinutesState State { get; set; }

    /// <summary>When they last took a step; UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The name and office of whoever took it.</summary>
    public string Who { get; set; } = "";
}

/// <summary>A row of the table <c>minutes_text</c>: a field of minutes as it was last typed.</summary>
public sealed class MinutesTextRow
{
    public Guid Meeting { get; set; }

    public string Field { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>How often it was saved; what is typed over an earlier one is put beside what stands there.</summary>
    public int Version { get; set; }

    public DateTime At { get; set; }

    public string Who { get; set; } = "";
}

/// <summary>A row of the table <c>minutes_correction</c>: what a member proposes to correct.</summary>
public sealed class CorrectionRow
{
    public Guid Id { get; set; }

    public Guid Meeting { get; set; }

    /// <summary>The heading of the item; empty for the whole.</summary>
    public string Item { get; set; } = "";

    public string Words { get; set; } = "";

    public string Who { get; set; } = "";

    /// <summary>The organisation that proposes it; null for the body's own staff.</summary>
    public string? Organisation { get; set; }

    public DateTime At { get; set; }

    public ProposalState State { get; set; }

    public string Answer { get; set; } = "";
}

/// <summary>The tables of minutes on their way.</summary>
internal static class MinutesTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<MinutesRow>(table =>
        {
            table.ToTable("minutes", checks => checks.HasCheckConstraint("minutes_state", "\"state\" IN ('writing', 'chair', 'members', 'agreed')"));
            table.HasKey(row => row.Meeting);
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Meeting).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<MinutesTextRow>(table =>
        {
            table.ToTable("minutes_text");
            table.HasKey(row => new { row.Meeting, row.Field });
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Meeting).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CorrectionRow>(table =>
        {
            table.ToTable("minutes_correction", checks => checks.HasCheckConstraint("minutes_correction_state", "\"state\" IN ('open', 'accepted', 'refused', 'withdrawn')"));
            table.HasKey(row => row.Id);
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Meeting).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
