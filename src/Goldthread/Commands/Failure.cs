using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Goldthread.Commands;

/// <summary>Turns what can go wrong around the program into a sentence that says what to do.</summary>
internal static class Failure
{
    private const int SqliteReadOnly = 8, SqliteIo = 10, SqliteCorrupt = 11, SqliteFull = 13, SqliteCannotOpen = 14, SqliteNotADatabase = 26, SqliteBusy = 5;

    /// <summary>The sentence, or null where the cause is a fault of the program's own.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Of(inner),
        InvalidOperationException { InnerException: DbException inner } => Of(inner),
        AggregateException { InnerException: { } inner } => Of(inner),
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The database's disk is full. Make room and run the command again; what was acknowledged is kept.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "The database refuses the user or password. Check --database.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "There is no such database. Make it (createdb) or check --database.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => "The database user may not make or change tables. Make it the owner of the database.",
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => "The database cannot be reached. Check that it runs and that --database names its host and port.",
        NpgsqlException => "The connection to the database broke. Run the command again; what was acknowledged is kept.",
        SettingException setting => setting.Message,
        UnauthorizedAccessException => "The data folder may not be written to. Choose another with --data or change its owner.",
        IOException { HResult: NoSpace } => "The disk is full. Make room and run the command again; what was acknowledged is kept.",
        IOException io => $"A file could not be read or written: {io.Message}",
        _ => null,
    };

    private const int NoSpace = 28;

    private static string? OfSqlite(int code) => code switch
    {
        SqliteFull => "The disk is full. Make room and run the command again; what was acknowledged is kept.",
        SqliteReadOnly or SqliteCannotOpen => "The data folder may not be written to. Choose another with --data or change its owner.",
        SqliteNotADatabase or SqliteCorrupt => "goldthread.db is damaged or is no register. Put a backup back: `goldthread restore FILE --data NEWFOLDER`.",
        SqliteIo => "The disk failed while the register was read or written. Look at the disk, then run `goldthread audit`.",
        SqliteBusy => "Another program has held the register for a minute. Run the command again when it is done.",
        _ => null,
    };
}
