using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Goldthread.Register.Records;

/// <summary>The register's last revision, as a short text. It is asked at every request, so the question is asked as cheaply as each database allows.</summary>
/// <remarks>
/// What changes or withdraws a record is in the version at once, in whichever process it was saved. Records that are merely
/// added, as by an import, may wait for each other as long as <see cref="Gathering"/> says, so that a long import does not
/// make every page a new one with every document.
/// </remarks>
internal abstract class RegisterVersion(TimeProvider clock) : IDisposable
{
    /// <summary>The last revision's place and the beginning of its hash, and whether any record that was there before has been saved anew since a given place.</summary>
    protected const string Sql =
        """
        SELECT sequence, hash, EXISTS (SELECT 1 FROM revision AS later WHERE later.sequence > @seen AND later.number > 1)
        FROM revision ORDER BY sequence DESC LIMIT 1
        """;

    /// <summary>The version of a register without revisions.</summary>
    protected const string Nothing = "0";

    private readonly Lock settling = new();
    private long servedSince;
    private string served = Nothing;
    private long seen = long.MaxValue;

    /// <summary>How long records that are merely added wait for others, from when the version last changed.</summary>
    public TimeSpan Gathering { get; set; }

    /// <summary>Reads the version as it is now.</summary>
    public abstract ValueTask<string> ReadAsync(CancellationToken stop);

    /// <summary>Gives back the connections it asks on.</summary>
    public abstract void Dispose();

    /// <summary>The place up to which revisions have been looked at: what the question <see cref="Sql"/> takes.</summary>
    protected long Seen
    {
        get
        {
            lock (settling)
                return seen;
        }
    }

    /// <summary>Says under which version the register is served, now that its last revision is known.</summary>
    /// <param name="sequence">The place of the last revision.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="changed">Whether a record that was there before has been saved anew since <see cref="Seen"/>.</param>
    /// <returns>The version, and whether it is the last revision's; else it is to be asked for again at the next request.</returns>
    protected (string Version, bool IsLast) Settle(long sequence, string hash, bool changed)
    {
        var last = string.Create(CultureInfo.InvariantCulture, $"{sequence}-{hash.AsSpan(0, 12)}");
        lock (settling)
        {
            // Another request may have seen a later one meanwhile; what is asked here was the last when it was asked.
            if (last == served || (served != Nothing && sequence < seen))
                return (last, true);
            seen = sequence;
            if (!changed && served != Nothing && clock.GetElapsedTime(servedSince) < Gathering)
                return (served, false);
            (served, servedSince) = (last, clock.GetTimestamp());
            return (served, true);
        }
    }

    /// <summary>The version of a register whose revisions are gone, as where its file was put aside.</summary>
    protected string Empty()
    {
        lock (settling)
            (served, seen) = (Nothing, long.MaxValue);
        return Nothing;
    }
}

/// <summary>
/// The version of a register in SQLite. <c>PRAGMA data_version</c> tells in a microsecond whether any other connection,
/// of any process, has committed since this one last asked; only then is the revision read. The pragma's number means
/// something to its own connection alone, so the connection is kept and writes nothing.
/// </summary>
internal sealed class SqliteVersion(string file, TimeProvider clock) : RegisterVersion(clock)
{
    private const int Busy = 5;
    private const long Never = -1;

    // A reader waits only while the file is locked as a whole, as under repair; whoever asks is told so soon.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Others who ask at the same moment are done at once, unless the machine is busy or the file is locked.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private readonly Lock one = new();
    private SqliteConnection? connection;
    private SqliteCommand? changed;
    private long asked;
    private string version = Nothing;

    public override ValueTask<string> ReadAsync(CancellationToken stop)
    {
        if (!one.TryEnter(Turn))
            throw new SqliteException("The register is locked.", Busy);
        try
        {
            Open();
            var now = (long)changed!.ExecuteScalar()!;
            if (now != asked)
            {
                (version, var isLast) = Read();
                asked = isLast ? now : Never;
            }

            return ValueTask.FromResult(version);
        }
        catch (SqliteException)
        {
            Close();
            throw;
        }
        finally
        {
            one.Exit();
        }
    }

    public override void Dispose()
    {
        lock (one)
            Close();
    }

    private void Open()
    {
        if (connection is not null)
            return;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = (int)Patience.TotalSeconds, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        connection.Open();
        changed = connection.CreateCommand();
        changed.CommandText = "PRAGMA data_version";
        asked = Never;
    }

    private (string Version, bool IsLast) Read()
    {
        using var last = connection!.CreateCommand();
        last.CommandText = Sql;
        last.Parameters.AddWithValue("@seen", Seen);
        using var row = last.ExecuteReader();
        return row.Read() ? Settle(row.GetInt64(0), row.GetString(1), row.GetBoolean(2)) : (Empty(), true);
    }

    private void Close()
    {
        changed?.Dispose();
        connection?.Dispose();
        (changed, connection) = (null, null);
    }
}

/// <summary>The version of a register in PostgreSQL: one prepared statement on a connection of the pool.</summary>
internal sealed class PostgresVersion(NpgsqlDataSource source, TimeProvider clock) : RegisterVersion(clock)
{
    public override async ValueTask<string> ReadAsync(CancellationToken stop)
    {
        try
        {
            return await AskAsync(stop);
        }
        catch (NpgsqlException e) when (e.IsTransient || e.SqlState == PostgresErrorCodes.AdminShutdown)
        {
            // The server was started anew, say: the pool's connections are dead, and no reader should meet them one by one.
            source.Clear();
            return await AskAsync(stop);
        }
    }

    public override void Dispose() => source.Dispose();

    private async ValueTask<string> AskAsync(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var last = new NpgsqlCommand(Sql, connection) { Parameters = { new NpgsqlParameter<long>("seen", Seen) } };
        await last.PrepareAsync(stop);
        await using var row = await last.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? Settle(row.GetInt64(0), row.GetString(1), row.GetBoolean(2)).Version : Empty();
    }
}
