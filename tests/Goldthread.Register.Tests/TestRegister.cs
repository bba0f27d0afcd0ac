using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Register.Tests;

/// <summary>Which database a test runs on.</summary>
public enum On
{
    Sqlite,
    Postgres,
}

/// <summary>A register of a test's own, with a clock that only the test moves.</summary>
public sealed class TestRegister : IAsyncDisposable
{
    public const string Body = "west-midshire-pcc";

    private TestRegister(RegisterDatabase database, ManualClock clock)
    {
        Database = database;
        Clock = clock;
    }

    public RegisterDatabase Database { get; }

    public ManualClock Clock { get; }

    public RegisterWriter Writer => new(Database);

    public RegisterView Public => Database.For(Reader.Public);

    public RegisterView Staff => Database.For(Reader.Staff);

    public static TheoryData<On> Databases => [On.Sqlite, On.Postgres];

    public static async Task<TestRegister> NewAsync(On on, PostgresServer server, bool migrate = true)
    {
        if (on == On.Postgres)
            Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var clock = new ManualClock();
        var folder = Directory.CreateTempSubdirectory("goldthread-test-").FullName;
        var database = new RegisterDatabase(folder, on == On.Postgres ? await server.NewDatabaseAsync() : null, clock);
        if (migrate)
            await database.MigrateAsync();
        return new TestRegister(database, clock);
    }

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Database.DataFolder, true);
        return ValueTask.CompletedTask;
    }

    public async Task<RecordHead> SaveAsync(Change change)
    {
        Clock.Move(TimeSpan.FromSeconds(1));
        return (await Writer.SaveAsync(change)).Record;
    }

    public Task<FoundRecord?> FindAsync(Reader reader, Change change) => FindAsync(reader, change.Kind, change.Reference);

    public async Task<FoundRecord?> FindAsync(Reader reader, RecordKind kind, string reference) =>
        (await Database.For(reader).FindAsync(kind.IsCommon ? RecordKind.CommonBody : Body, kind.Name, kind.SlugOf(reference)))?.Record;

    public async Task<IReadOnlyList<AuditFinding>> AuditAsync() => (await new Audit(Database).RunAsync()).Findings;

    /// <summary>A decision as it would be imported, public and whole; change it with <c>with</c>.</summary>
    public static Change Decision(string reference = "PCD 1", string title = "Safer streets grants", Func<Decision, Decision>? with = null)
    {
        var decision = new Decision
        {
            Reference = reference,
            Title = title,
            DateSigned = new DateOnly(2022, 3, 7),
            DecisionMaker = new DecisionMaker(null, "Deputy Mayor for Policing and Crime"),
            ExecutiveSummary = "Asks for money for lighting, which residents asked for.",
            Recommendations = [new Recommendation("1", "Approve spending of £250,000 on lighting.")],
            Amounts = [new Amount(250_000, "£250,000", null, ["2022/23"])],
            Import = new Import { File = "decision.txt", Sha256 = new string('a', 64), Text = "zanzibar is only in the original text" },
        };
        return Change(RecordKinds.Decision, reference, with is null ? decision : with(decision)) with { Original = Original };
    }

    /// <summary>The file that <see cref="Decision"/> was read from.</summary>
    public static OriginalFile Original { get; } = new("decision.txt", new string('a', 64), [1, 2, 3]);

    /// <summary>An organisation known to all bodies.</summary>
    public static Change Organisation(string reference = "mps", string name = "Metropolitan Police Service") =>
        Change(RecordKinds.Organisation, reference, new Organisation { Name = name });

    /// <summary>A meeting of a board.</summary>
    public static Change Meeting(string reference = "vawg-board/2022-03-07") =>
        Change(RecordKinds.Meeting, reference, new Minutes { Body = "VAWG Board", Date = new DateOnly(2022, 3, 7), Board = new Ref<Board>("vawg-board"), Items = [new Item("1", "Welcome", ["The board was welcomed."])] });

    private static Change Change(RecordKind kind, string reference, object content) => new()
    {
        Kind = kind,
        Body = Body,
        Reference = reference,
        Content = content,
        Visibility = Audience.Public,
        Who = "Records office",
        Process = "test",
        Reason = "A test saves it.",
    };
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public void Move(TimeSpan by) => now += by;

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.UtcTicks;
}
