using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>A row of the table <c>ask</c>: what somebody asked of whom.</summary>
public sealed class AskRow
{
    public Guid Id { get; set; }

    public Guid? Person { get; set; }

    public string? Organisation { get; set; }

    public Role? Role { get; set; }

    public AdviceField? Advice { get; set; }

    public Guid AskedBy { get; set; }

    public Guid? Record { get; set; }

    public string Title { get; set; } = "";

    public string Words { get; set; } = "";

    public DateOnly Due { get; set; }

    public DateTime At { get; set; }

    public AskState State { get; set; }

    public string Answer { get; set; } = "";

    public DateTime? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    public Ask ToAsk(IReadOnlyList<Guid>? handedOverBy = null) => new()
    {
        Id = Id,
        Person = Person,
        Organisation = Organisation,
        Role = Role,
        Advice = Advice,
        AskedBy = AskedBy,
        Record = Record,
        Title = Title,
        Words = Words,
        Due = Due,
        At = At,
        State = State,
        Answer = Answer,
        AnsweredAt = AnsweredAt,
        AnsweredBy = AnsweredBy,
        HandedOverBy = handedOverBy ?? [],
    };
}

/// <summary>A row of the table <c>hand_over</c>: from whom to whom something that was asked went; never changed afterwards.</summary>
public sealed class HandOverRow
{
    public Guid Id { get; set; }

    public Guid Ask { get; set; }

    public DateTime At { get; set; }

    /// <summary>Who handed it over.</summary>
    public Guid By { get; set; }

    /// <summary>Who had it; null where it was asked of all of an organisation or a role.</summary>
    public Guid? FromPerson { get; set; }

    public Guid ToPerson { get; set; }

    /// <summary>Whether it is the asking that went over, with the answer to come, and not the answering.</summary>
    public bool Asking { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>The two tables of what is asked.</summary>
internal static class AskTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<AskRow>(table =>
        {
            table.ToTable("ask", checks =>
            {
                checks.HasCheckConstraint("ask_state", $"\"state\" IN ({string.Join(", ", Enum.GetNames<AskState>().Select(name => $"'{name.ToLowerInvariant()}'"))})");
                checks.HasCheckConstraint("ask_of_whom", "person IS NOT NULL OR organisation IS NOT NULL OR \"role\" IS NOT NULL");
            });
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Person, row.State, row.Due }).HasDatabaseName("ask_of_person");
            table.HasIndex(row => new { row.Organisation, row.State, row.Due }).HasDatabaseName("ask_of_organisation");
            table.HasIndex(row => new { row.AskedBy, row.State, row.AnsweredAt }).HasDatabaseName("ask_by");
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.AskedBy).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Record).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HandOverRow>(table =>
        {
            table.ToTable("hand_over");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.FromPerson).HasDatabaseName("hand_over_from");
            table.HasOne<AskRow>().WithMany().HasForeignKey(row => row.Ask).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
