using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Following;
using Goldthread.Core.History;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Boards;
using Goldthread.Register.Decisions;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.Following;
using Goldthread.Register.Imports;
using Goldthread.Register.Pathways;
using Goldthread.Register.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Goldthread.Register.Records;

/// <summary>The register's tables. Each database has its own derived context, because their migrations differ.</summary>
public abstract class RegisterContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<RecordRow> Records => Set<RecordRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<LinkRow> Links => Set<LinkRow>();

    public DbSet<PendingRow> Pending => Set<PendingRow>();

    public DbSet<FieldRow> Fields => Set<FieldRow>();

    public DbSet<DueRow> Due => Set<DueRow>();

    public DbSet<OriginalRow> Originals => Set<OriginalRow>();

    public DbSet<TallyRow> Tally => Set<TallyRow>();

    public DbSet<WordRow> Words => Set<WordRow>();

    public DbSet<DerivationRow> Derivations => Set<DerivationRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<HoldingRow> Holdings => Set<HoldingRow>();

    public DbSet<CoverRow> Covers => Set<CoverRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<PersonChangeRow> PersonChanges => Set<PersonChangeRow>();

    public DbSet<OpenedRow> Opened => Set<OpenedRow>();

    public DbSet<KeptFormRow> KeptForms => Set<KeptFormRow>();

    public DbSet<CookieKeyRow> CookieKeys => Set<CookieKeyRow>();

    public DbSet<GivenRow> Given => Set<GivenRow>();

    public DbSet<GivenFileRow> GivenFiles => Set<GivenFileRow>();

    public DbSet<AskRow> Asks => Set<AskRow>();

    public DbSet<HandOverRow> HandOvers => Set<HandOverRow>();

    public DbSet<Part2Row> Part2s => Set<Part2Row>();

    public DbSet<Part2RevisionRow> Part2Revisions => Set<Part2RevisionRow>();

    public DbSet<Part2ReaderRow> Part2Readers => Set<Part2ReaderRow>();

    public DbSet<Part2OpenedRow> Part2Opened => Set<Part2OpenedRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<DraftPartRow> DraftParts => Set<DraftPartRow>();

    public DbSet<DraftAsideRow> DraftAsides => Set<DraftAsideRow>();

    public DbSet<DraftStepRow> DraftSteps => Set<DraftStepRow>();

    public DbSet<DraftCommentRow> DraftComments => Set<DraftCommentRow>();

    public DbSet<DraftAdviceRow> DraftAdvice => Set<DraftAdviceRow>();

    public DbSet<DraftAcknowledgementRow> DraftAcknowledgements => Set<DraftAcknowledgementRow>();

    public DbSet<MinutesRow> Minutes => Set<MinutesRow>();

    public DbSet<MinutesTextRow> MinutesTexts => Set<MinutesTextRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<LeftRow> LeftActions => Set<LeftRow>();

    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    public DbSet<FollowerRow> Followers => Set<FollowerRow>();

    public DbSet<FollowedRow> Followed => Set<FollowedRow>();

    public DbSet<FollowNewsRow> FollowNews => Set<FollowNewsRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<InstantConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<OffsetConverter>();
        conventions.Properties<Audience>().HaveConversion<LowerCase<Audience>>();
        conventions.Properties<RecordStatus>().HaveConversion<LowerCase<RecordStatus>>();
        conventions.Properties<Role>().HaveConversion<LowerCase<Role>>();
        conventions.Properties<AdviceField>().HaveConversion<LowerCase<AdviceField>>();
        conventions.Properties<AskState>().HaveConversion<LowerCase<AskState>>();
        conventions.Properties<DraftState>().HaveConversion<LowerCase<DraftState>>();
        conventions.Properties<DraftAct>().HaveConversion<LowerCase<DraftAct>>();
        conventions.Properties<AdviceState>().HaveConversion<LowerCase<AdviceState>>();
        conventions.Properties<MinutesState>().HaveConversion<LowerCase<MinutesState>>();
        conventions.Properties<ProposalState>().HaveConversion<LowerCase<ProposalState>>();
        conventions.Properties<FollowKind>().HaveConversion<LowerCase<FollowKind>>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<RecordRow>(table =>
        {
            table.ToTable("record", checks =>
            {
                checks.HasCheckConstraint("record_kind", In("kind", RecordKinds.All.Select(kind => kind.Name)));
                checks.HasCheckConstraint("record_status", In("status", Names<RecordStatus>()));
                checks.HasCheckConstraint("record_visibility", In("visibility", Names<Audience>()));
            });
            table.HasKey(row => row.Id);
            table.Property(row => row.Key).ValueGeneratedNever();
            table.HasIndex(row => row.Key).IsUnique().HasDatabaseName("record_key");
            table.HasIndex(row => new { row.Body, row.Kind, row.Reference }).IsUnique().HasDatabaseName("record_reference");
            table.HasIndex(row => new { row.Body, row.Kind, row.Slug }).IsUnique().HasDatabaseName("record_slug");
            table.HasIndex(row => new { row.Kind, row.Status, row.Visibility, row.Starts, row.Key, row.Amount, row.Body }).HasDatabaseName("record_list");
            table.HasIndex(row => new { row.Kind, row.Status, row.Visibility, row.ChangedAt, row.Key }).HasDatabaseName("record_changed");
            table.HasIndex(row => new { row.ChangedAt, row.Key }).HasDatabaseName("record_latest");
            table.HasIndex(row => row.Slug).HasDatabaseName("record_by_slug");
            if (this is SqliteRegisterContext)
                table.HasIndex(row => new { row.Key, row.Status, row.Visibility, row.Owner, row.Id, row.Starts, row.Facets }).HasDatabaseName("record_found");
            table.Property(row => row.Revision).IsConcurrencyToken();
        });
        model.Entity<RevisionRow>(table =>
        {
            table.ToTable("revision", checks =>
            {
                checks.HasCheckConstraint("revision_status", In("status", Names<RecordStatus>()));
                checks.HasCheckConstraint("revision_visibility", In("visibility", Names<Audience>()));
            });
            table.HasKey(row => row.Sequence);
            table.Property(row => row.Sequence).ValueGeneratedNever();
            table.HasIndex(row => new { row.Record, row.Number }).IsUnique().HasDatabaseName("revision_number");
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Record).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LinkRow>(table =>
        {
            table.ToTable("link", checks => checks.HasCheckConstraint("link_audience", In("audience", Names<Audience>())));
            table.HasKey(row => new { row.From, row.Relation, row.To });
            table.HasIndex(row => new { row.To, row.Relation }).HasDatabaseName("link_to");
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.From).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.To).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PendingRow>(table =>
        {
            table.ToTable("pending", checks => checks.HasCheckConstraint("pending_audience", In("audience", Names<Audience>())));
            table.HasKey(row => new { row.From, row.Relation, row.Kind, row.Body, row.Slug });
            table.HasIndex(row => new { row.Kind, row.Body, row.Slug }).HasDatabaseName("pending_waiting_for");
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.From).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FieldRow>(table =>
        {
            table.ToTable("field", checks => checks.HasCheckConstraint("field_audience", In("audience", Names<Audience>())));
            table.HasKey(row => new { row.Record, row.Name, row.Position });
            table.HasIndex(row => new { row.Name, row.Text }).HasDatabaseName("field_text");
            table.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.Record).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DueRow>(table =>
        {
            table.ToTable("due");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.At }).HasDatabaseName("due_at");
        });
        model.Entity<OriginalRow>(table =>
        {
            table.ToTable("original");
            table.HasKey(row => row.Sha256);
        });
        model.Entity<TallyRow>(table =>
        {
            table.ToTable("tally");
            table.HasKey(row => new { row.Kind, row.Body, row.Status, row.Visibility, row.Year });
        });
        model.Entity<WordRow>(table =>
        {
            table.ToTable("word");
            table.HasKey(row => row.Word);
            table.HasIndex(row => new { row.Backwards }).HasDatabaseName("word_backwards");
            if (this is PostgresRegisterContext)
            {
                table.Property(row => row.Word).UseCollation("C");
                table.Property(row => row.Backwards).UseCollation("C");
            }
        });
        model.Entity<DerivationRow>(table =>
        {
            table.ToTable("derivation");
            table.HasKey(row => row.Version);
        });
        PeopleTables.Add(model);
        GivenTables.Add(model);
        AskTables.Add(model);
        Part2Tables.Add(model);
        DraftTables.Add(model);
        FollowTables.Add(model);
        ProposalTables.Add(model);
        BoardTables.Add(model);
        MinutesTables.Add(model);
        NameInSnakeCase(model);
    }

    private static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            foreach (var property in entity.GetProperties())
                property.SetColumnName(string.Concat(property.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())));
            entity.FindPrimaryKey()!.SetName(table + "_pk");
            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName($"{table}_{key.Properties[0].GetColumnName()}_fk");
                foreach (var index in entity.GetIndexes().Where(index => index.Properties.SequenceEqual(key.Properties)).ToList())
                    index.SetDatabaseName($"{table}_{key.Properties[0].GetColumnName()}");
            }
        }
    }

    private static string In(string column, IEnumerable<string> values) =>
        $"\"{column}\" IN ({string.Join(", ", values.Select(value => $"'{value}'"))})";

    private static IEnumerable<string> Names<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant());

    private static DateTime Instant(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class InstantConverter() : ValueConverter<DateTime, string>(utc => Chain.Instant(utc), text => Instant(text));

    private sealed class OffsetConverter() : ValueConverter<DateTimeOffset, string>(
        at => Chain.Instant(at.UtcDateTime), text => new DateTimeOffset(Instant(text), TimeSpan.Zero));

    private sealed class LowerCase<TEnum>() : ValueConverter<TEnum, string>(
        value => value.ToString().ToLowerInvariant(),
        text => Enum.Parse<TEnum>(text, true))
        where TEnum : struct, Enum;
}

/// <summary>The register's tables in SQLite.</summary>
public sealed class SqliteRegisterContext(DbContextOptions<SqliteRegisterContext> options) : RegisterContext(options);

/// <summary>The register's tables in PostgreSQL.</summary>
public sealed class PostgresRegisterContext(DbContextOptions<PostgresRegisterContext> options) : RegisterContext(options);
