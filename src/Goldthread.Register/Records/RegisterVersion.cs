using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Goldthread.Register.Records;

/// <summary>The register's last revision, as a short text. It is asked at every request, so the question is asked as cheaply as each database allows.</summary>
internal abstract class RegisterVersion : IDisposable
{
    /// <summary>The last revision's place and the beginning of its hash.</summary>
    protected const string Sql = "SELECT sequence, hash FROM revision ORDER BY sequence DESC LIMIT 1";

    /// <summary>Reads the version as it is now: never an older one than a save that had returned before the call, in whichever process.</summary>
    public abstract ValueTask<string> ReadAsync(CancellationToken stop);

    /// <summary>Gives back the connections it asks on.</summary>
    public abstract void Dispose();

    /// <summary>The text of a version.</summary>
    protected static string Text(long sequence, string hash) => string.Create(CultureInfo.InvariantCulture, $"{sequence}-{hash.AsSpan(0, 12)}");

    /// <summary>The version of a register without revisions.</summary>
    protected const string Nothing = "0";
}

/// <summary>
/// The version of a register in SQLite. <c>PRAGMA data_version</c> tells in a microsecond whether any other connection,
/// of any process, has committed since this one last asked; only then is the revision read. The pragma's number means
/// something to its own connection alone, so the connection is kept and writes nothing.
/// </summary>
internal sealed class SqliteVersion(string file) : RegisterVersion
{
    private const int Busy = 5;

    // A reader waits only while the file is locked as a whole, as under repair; whoever asks is told so soon.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Others who ask at the same moment are done at once, unless the machine is busy or the file is locked.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private readonly Lock one = new();
    private SqliteConnection? connection;
    private SqliteCommand? changed;
    private long seen;
    private string version = Nothing;

    public override ValueTask<string> ReadAsync(CancellationToken stop)
    {
        if (!one.TryEnter(Turn))
            throw new SqliteException("The register is locked.", Busy);
        try
        {
            Open();
            var now = (long)changed!.ExecuteScalar()!;
            if (now != seen)
            {
                version = Read();
                seen = now;
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
        seen = -1;
    }

    private string Read()
    {
        using var last = connection!.CreateCommand();
        last.CommandText = Sql;
        using var row = last.ExecuteReader();
        return row.Read() ? Text(row.GetInt64(0), row.GetString(1)) : Nothing;
    }

    private void Close()
    {
        changed?.Dispose();
        connection?.Dispose();
        (changed, connection) = (null, null);
    }
}

/// <summary>The version of a register in PostgreSQL: one prepared statement on a connection of the pool.</summary>
internal sealed class PostgresVersion(NpgsqlDataSource source) : RegisterVersion
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
        await using var last = new NpgsqlCommand(Sql, connection);
        await last.PrepareAsync(stop);
        await using var row = await last.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? Text(row.GetInt64(0), row.GetString(1)) : Nothing;
    }
}
