using System.Data.Common;
using System.Runtime.CompilerServices;
using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Goldthread.Register.Records;

/// <summary>Where the register lives: a SQLite file in the data folder, or a PostgreSQL database.</summary>
public sealed class RegisterDatabase : IDisposable
{
    private readonly DbContextOptions<SqliteRegisterContext>? sqlite;
    private readonly DbContextOptions<PostgresRegisterContext>? postgres;
    private readonly SemaphoreSlim searches = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Names where the register lives; nothing is opened yet.</summary>
    /// <param name="dataFolder">The data folder; it is made where it is not there.</param>
    /// <param name="postgres">The connection string of a PostgreSQL database; null for SQLite.</param>
    /// <param name="clock">The clock; the system's where none is given.</param>
    public RegisterDatabase(string dataFolder, string? postgres = null, TimeProvider? clock = null)
    {
        DataFolder = Path.GetFullPath(dataFolder);
        Clock = clock ?? TimeProvider.System;
        Directory.CreateDirectory(DataFolder);
        if (postgres is null)
        {
            SqliteFile = Path.Combine(DataFolder, "goldthread.db");
            sqlite = SqliteOptions(SqliteFile);
            Dialect = new SqliteDialect();
            Version = new SqliteVersion(SqliteFile, Clock);
        }
        else
        {
            // Nothing is ever set on a connection, so nothing needs to be set back when it returns to the pool.
            var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { NoResetOnClose = true });
            this.postgres = new DbContextOptionsBuilder<PostgresRegisterContext>().UseNpgsql(source).Options;
            Dialect = new PostgresDialect();
            Version = new PostgresVersion(source, Clock);
        }
    }

    private RegisterDatabase(RegisterDatabase like, string file)
    {
        DataFolder = like.DataFolder;
        Clock = like.Clock;
        SqliteFile = file;
        sqlite = SqliteOptions(file);
        Dialect = new SqliteDialect();
        Version = new SqliteVersion(file, Clock);
    }

    /// <summary>Gives back its connections.</summary>
    public void Dispose()
    {
        Version.Dispose();
        searches.Dispose();
    }

    /// <summary>The data folder: the SQLite file, checkpoints and the migration lock.</summary>
    public string DataFolder { get; }

    /// <summary>The SQLite file, or null on PostgreSQL.</summary>
    public string? SqliteFile { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The statements that are written by hand for each database.</summary>
    public Dialect Dialect { get; }

    /// <summary>
    /// How long records that are merely added may wait for others before the register counts as another version. What is
    /// changed or withdrawn never waits.
    /// </summary>
    public TimeSpan Gathering
    {
        get => Version.Gathering;
        set => Version.Gathering = value;
    }

    /// <summary>What is asked at every request: whether anything changed.</summary>
    internal RegisterVersion Version { get; }

    /// <summary>
    /// Waits for a turn to search: SQLite searches on this machine's own cores, and a page that costs a tenth as much must
    /// not wait behind all searches at once. Dispose of the turn to end it.
    /// </summary>
    internal async Task<IDisposable> SearchTurnAsync(CancellationToken stop)
    {
        if (SqliteFile is null)
            return Turn.None;
        await searches.WaitAsync(stop);
        return new Turn(searches);
    }

    /// <summary>Now, in UTC, to the microsecond.</summary>
    public DateTime Now
    {
        get
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>Whether a text is a connection string of PostgreSQL.</summary>
    public static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A fresh context; dispose of it soon.</summary>
    public RegisterContext Open() =>
        sqlite is not null ? new SqliteRegisterContext(sqlite) : new PostgresRegisterContext(postgres!);

    /// <summary>The register as a reader sees it.</summary>
    public RegisterView For(Reader reader) => new(this, reader);

    /// <summary>A register in one SQLite file, as backups are.</summary>
    public RegisterDatabase InFile(string file) => new(this, Path.GetFullPath(file));

    private static DbContextOptions<SqliteRegisterContext> SqliteOptions(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 60 };
        return new DbContextOptionsBuilder<SqliteRegisterContext>()
            .UseSqlite(connection.ConnectionString)
            .AddInterceptors(new Durable())
            .Options;
    }

    private sealed class Turn(SemaphoreSlim? of) : IDisposable
    {
        public static Turn None { get; } = new(null);

        public void Dispose() => of?.Release();
    }

    /// <summary>Makes every acknowledged save durable: WAL with a sync at each commit.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;";

        // A connection of the pool keeps what it was told: each is told once.
        private static readonly ConditionalWeakTable<object, object> Told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var handle = ((SqliteConnection)connection).Handle!;
            if (Told.TryGetValue(handle, out _))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            Told.AddOrUpdate(handle, Pragmas);
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
