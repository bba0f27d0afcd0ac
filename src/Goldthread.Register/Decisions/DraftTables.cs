using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>
/// The tables of drafts. They are no records: nothing of them is in the chain, in a search or in what leaves. They name
/// people by their ids alone, so that they can be put back where those people are not.
/// </summary>
internal static class DraftTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<DraftRow>(table =>
        {
            table.ToTable("draft", checks => checks.HasCheckConstraint("draft_state", In<DraftState>("state")));
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Body, row.Slug }).IsUnique().HasDatabaseName("draft_slug");
            table.HasIndex(row => new { row.State, row.ChangedAt }).HasDatabaseName("draft_standing");
            table.HasIndex(row => new { row.Owner, row.State }).HasDatabaseName("draft_owner");
            table.HasIndex(row => new { row.Body, row.Supplier }).HasDatabaseName("draft_supplier");
            table.HasIndex(row => new { row.Body, row.Commitment, row.Category }).HasDatabaseName("draft_purpose");
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Record).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DraftPartRow>(table =>
        {
            table.ToTable("draft_part");
            table.HasKey(row => new { row.Draft, row.Name });
            table.HasOne<DraftRow>().WithMany().HasForeignKey(row => row.Draft).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DraftAsideRow>(table =>
        {
            table.ToTable("draft_aside");
            table.HasKey(row => row.Id);
            table.HasOne<DraftRow>().WithMany().HasForeignKey(row => row.Draft).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DraftStepRow>(table =>
        {
            table.ToTable("draft_step", checks => checks.HasCheckConstraint("draft_step_act", In<DraftAct>("act")));
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Draft, row.Number }).IsUnique().HasDatabaseName("draft_step_number");
            table.HasOne<DraftRow>().WithMany().HasForeignKey(row => row.Draft).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DraftCommentRow>(table =>
        {
            table.ToTable("draft_comment");
            table.HasKey(row => row.Id);
            table.HasOne<DraftRow>().WithMany().HasForeignKey(row => row.Draft).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DraftAdviceRow>(table =>
        {
            table.ToTable("draft_advice", checks =>
            {
                checks.HasCheckConstraint("draft_advice_field", In<AdviceField>("field"));
                checks.HasCheckConstraint("draft_advice_state", In<AdviceState>("state"));
            });
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Draft, row.Number }).IsUnique().HasDatabaseName("draft_advice_number");
            table.HasOne<DraftRow>().WithMany().HasForeignKey(row => row.Draft).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DraftAcknowledgementRow>(table =>
        {
            table.ToTable("draft_acknowledgement");
            table.HasKey(row => new { row.Draft, row.Subject, row.By });
            table.HasOne<DraftRow>().WithMany().HasForeignKey(row => row.Draft).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static string In<TEnum>(string column)
        where TEnum : struct, Enum => $"\"{column}\" IN ({string.Join(", ", Enum.GetNames<TEnum>().Select(name => $"'{name.ToLowerInvariant()}'"))})";
}
