using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Pathways;

/// <summary>A row of the table <c>proposal</c>: an entry of the map as somebody proposes it.</summary>
public sealed class ProposalRow
{
    public Guid Id { get; set; }

    /// <summary>The public body whose map it is.</summary>
    public string Body { get; set; } = "";

    /// <summary><c>door</c> or <c>service</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The entry's id on the map.</summary>
    public string Reference { get; set; } = "";

    /// <summary>The entry as it ought to be, as the register would store it.</summary>
    public string Entry { get; set; } = "";

    /// <summary>The entry as it was; null for a new one.</summary>
    public string? Before { get; set; }

    public string? Organisation { get; set; }

    public Guid By { get; set; }

    public string Who { get; set; } = "";

    public string Why { get; set; } = "";

    public DateTime At { get; set; }

    public ProposalState State { get; set; }

    public string Answer { get; set; } = "";

    public string? AnsweredBy { get; set; }

    public DateTime? AnsweredAt { get; set; }

    /// <summary>The kind of record that it becomes.</summary>
    public RecordKind OfKind => RecordKinds.Get(Kind);

    public Proposal ToProposal() => new()
    {
        Id = Id,
        Entry = Read(Entry),
        Before = Before is null ? null : Read(Before),
        Organisation = Organisation,
        By = By,
        Who = Who,
        Why = Why,
        At = At,
        State = State,
        Answer = Answer,
        AnsweredBy = AnsweredBy,
        AnsweredAt = AnsweredAt,
    };

    private MapEntry Read(string stored) => (MapEntry)OfKind.Read(stored, OfKind.Shape);
}

/// <summary>The table of what is proposed for the map.</summary>
internal static class ProposalTables
{
    public static void Add(ModelBuilder model) => model.Entity<ProposalRow>(table =>
    {
        table.ToTable("proposal", checks => checks.HasCheckConstraint("proposal_state", $"\"state\" IN ({string.Join(", ", Enum.GetNames<ProposalState>().Select(name => $"'{name.ToLowerInvariant()}'"))})"));
        table.HasKey(row => row.Id);
        table.Ignore(row => row.OfKind);
        table.HasIndex(row => new { row.Body, row.State, row.At }).HasDatabaseName("proposal_waiting");
        table.HasIndex(row => new { row.Organisation, row.State, row.At }).HasDatabaseName("proposal_of_organisation");
        table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.By).OnDelete(DeleteBehavior.Restrict);
    });
}
