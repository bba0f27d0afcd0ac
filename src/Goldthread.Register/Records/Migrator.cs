using Goldthread.Register.History;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Records;

/// <summary>Brings a register's tables up to date. Any number of processes may start at once; one that was killed half-way leaves nothing in the way.</summary>
public static class Migrator
{
    /// <summary>Applies what has not been applied yet, and derives everything again where another version of the program derived it.</summary>
    public static async Task MigrateAsync(this RegisterDatabase database, CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (database.SqliteFile is null)
        {
            await MigratePostgresAsync(database, context, stop);
            return;
        }

        await using var alone = await LockAsync(database.SqliteFile + ".lock", stop);
        await context.Database.OpenConnectionAsync(stop);
        await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", stop);
        if (await LockTableIsThere(context, stop))
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", stop);
        if ((await context.Database.GetPendingMigrationsAsync(stop)).Any())
            await context.Database.MigrateAsync(stop);
        await new Reindexer(database).CatchUpAsync(stop);
    }

    // EF Core's own lock on PostgreSQL ends with each migration's transaction, so that two starters could both begin the
    // second one. A lock of the session stands over all of them, and goes with the session when a process is killed.
    private static async Task MigratePostgresAsync(RegisterDatabase database, RegisterContext context, CancellationToken stop)
    {
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10)); // another starter may be deriving a large register anew
        await context.Database.OpenConnectionAsync(stop);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtext('goldthread migrations'))", stop);
        try
        {
            await context.Database.MigrateAsync(stop);
            await new Reindexer(database).CatchUpAsync(stop);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtext('goldthread migrations'))", CancellationToken.None);
        }
    }

    // EF Core's own lock on SQLite is a row that a killed process leaves behind; the operating system's lock on a
    // file goes with the process. Under it, such a row is nobody's.
    private static async Task<bool> LockTableIsThere(RegisterContext context, CancellationToken stop) =>
        await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(stop) > 0;

    private static async Task<FileStream> LockAsync(string file, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), stop);
            }
        }
    }
}
