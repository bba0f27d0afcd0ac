using Goldthread.Register.Following;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.History;

/// <summary>
/// Copies of the whole register in one file, made and put back while it serves. The file is a register in SQLite
/// whichever database the register lives in, so that a copy of one can be put back into the other.
/// </summary>
/// <remarks>
/// People are in it, but none of their sessions and no key that protects cookies. Put back, it brings people only where
/// there are none: who may sign in is a matter of today, and whoever left since must not come back with an old copy.
/// The same holds for those who follow by email: their addresses are in it as they are stored, encrypted, once confirmed.
/// Confidential parts are in it as they are stored, encrypted; their key is not.
/// Drafts are put back with the records that they became.
/// </remarks>
public sealed class Backups(RegisterDatabase database)
{
    private const int Batch = 500;

    /// <summary>Writes the register, as it is at this moment, to a file that must not be there yet.</summary>
    /// <returns>The number of revisions in it.</returns>
    public async Task<long> BackupAsync(string file, CancellationToken stop = default)
    {
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        await using (var context = database.Open())
        {
            if (database.SqliteFile is not null)
                await CopyFileAsync(context, unfinished, stop);
            else
                await CopyOutAsync(context, unfinished, stop);
        }

        SqliteConnection.ClearAllPools();
        File.Move(unfinished, file);
        await using var copy = database.InFile(file).Open();
        return await copy.Revisions.LongCountAsync(stop);
    }

    /// <summary>Says why a file cannot be put back, or null where it can.</summary>
    public async Task<string?> RefuseAsync(string file, CancellationToken stop = default)
    {
        if (!File.Exists(file))
            return "There is no such file.";
        try
        {
            var register = database.InFile(file);
            await using (var context = register.Open())
            {
                if (!(await context.Database.GetAppliedMigrationsAsync(stop)).Any())
                    return "It is not a backup of a register.";
            }

            await using var present = await PresentAsync(file, stop);
            return await FirstFaultAsync(present.Register, stop);
        }
        catch (SqliteException)
        {
            return "It is not a backup of a register, or it is damaged.";
        }
    }

    /// <summary>Puts a backup in place of all that the register holds, in one transaction.</summary>
    /// <returns>The number of revisions put back.</returns>
    public async Task<long> RestoreAsync(string file, CancellationToken stop = default)
    {
        await using (var present = await PresentAsync(file, stop))
        await using (var from = present.Register.Open())
        await using (var to = database.Open())
        {
            await using var transaction = await to.Database.BeginTransactionAsync(stop);
            await database.Dialect.LockChainAsync(to, stop);
            var about = await to.Asks.Where(ask => ask.Record != null).Select(ask => new { ask.Id, ask.Record }).ToListAsync(stop);
            await to.Asks.Where(ask => ask.Record != null).ExecuteUpdateAsync(set => set.SetProperty(ask => ask.Record, (Guid?)null), stop);
            await EmptyAsync(to, stop);
            await CopyAsync(from, to, stop);

            // What was asked stays with the people who are here; of a record that the backup does not hold, it says no more which.
            foreach (var ask in about)
                await to.Asks.Where(row => row.Id == ask.Id && to.Records.Any(record => record.Id == ask.Record)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Record, ask.Record), stop);
            if (!await to.People.AnyAsync(stop))
                await CopyPeopleAsync(from, to, stop);
            if (!await to.Followers.AnyAsync(stop))
                await CopyFollowersAsync(from, to, stop);
            await transaction.CommitAsync(stop);
        }

        SqliteConnection.ClearAllPools();
        await new Reindexer(database).RunAsync(null, stop);
        var checkpoints = new Checkpoints(database);
        checkpoints.SetAside();
        await checkpoints.WriteAsync(stop);
        await using var context = database.Open();
        return await context.Revisions.LongCountAsync(stop);
    }

    /// <summary>The backup as this version of the program would have made it; one of an earlier version is brought up to date in a copy.</summary>
    private async Task<Present> PresentAsync(string file, CancellationToken stop)
    {
        var register = database.InFile(file);
        await using (var context = register.Open())
            if (!(await context.Database.GetPendingMigrationsAsync(stop)).Any() && await context.Derivations.AnyAsync(row => row.Version == Reindexer.Version, stop))
                return new Present(register, null);
        var copy = Path.Combine(database.DataFolder, $"restoring-{Guid.NewGuid():N}.db");
        File.Copy(file, copy);
        var present = new Present(database.InFile(copy), copy);
        try
        {
            await present.Register.MigrateAsync(stop);
            return present;
        }
        catch
        {
            await present.DisposeAsync();
            throw;
        }
    }

    private sealed record Present(RegisterDatabase Register, string? Copy) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            if (Copy is not null)
            {
                SqliteConnection.ClearAllPools();
                foreach (var rest in (string[])["", "-wal", "-shm", ".lock"])
                    File.Delete(Copy + rest);
            }

            return ValueTask.CompletedTask;
        }
    }

    private async Task CopyFileAsync(RegisterContext from, string file, CancellationToken stop)
    {
        await from.Database.ExecuteSqlAsync($"VACUUM INTO {file}", stop);
        await using var copy = database.InFile(file).Open();
        if ((await copy.Database.GetPendingMigrationsAsync(stop)).Any())
            return; // made by an earlier version, which had nobody signed in
        await copy.Sessions.ExecuteDeleteAsync(stop);
        await copy.KeptForms.ExecuteDeleteAsync(stop);
        await copy.CookieKeys.ExecuteDeleteAsync(stop);
        await copy.Followers.Where(row => row.ConfirmedAt == null).ExecuteDeleteAsync(stop);
        await copy.FollowNews.ExecuteDeleteAsync(stop);
        await copy.Due.Where(due => FollowerNews.Works.Contains(due.What)).ExecuteDeleteAsync(stop);
    }

    private async Task CopyOutAsync(RegisterContext from, string file, CancellationToken stop)
    {
        var copy = database.InFile(file);
        await copy.MigrateAsync(stop);
        await using (var to = copy.Open())
        {
            await using var snapshot = await from.Database.BeginSnapshotAsync(database, stop);
            await using var transaction = await to.Database.BeginTransactionAsync(stop);
            await CopyAsync(from, to, stop);
            await CopyPeopleAsync(from, to, stop);
            await CopyFollowersAsync(from, to, stop);
            await transaction.CommitAsync(stop);
        }

        await new Reindexer(copy).RunAsync(null, stop);
        SqliteConnection.ClearAllPools(); // the file's own mode changes only while nobody else has it open
        await using var last = copy.Open();
        await last.Database.ExecuteSqlAsync($"PRAGMA journal_mode = DELETE", stop);
        File.Delete(file + ".lock");
    }

    private static async Task EmptyAsync(RegisterContext context, CancellationToken stop)
    {
        await context.Part2Revisions.ExecuteDeleteAsync(stop);
        await context.Part2s.ExecuteDeleteAsync(stop);
        await context.Drafts.ExecuteDeleteAsync(stop); // all that belongs to a draft goes with it
        await context.Links.ExecuteDeleteAsync(stop);
        await context.Pending.ExecuteDeleteAsync(stop);
        await context.Fields.ExecuteDeleteAsync(stop);
        await context.Due.Where(due => !FollowerNews.Works.Contains(due.What)).ExecuteDeleteAsync(stop);
        await context.Revisions.ExecuteDeleteAsync(stop);
        await context.Records.ExecuteDeleteAsync(stop);
        await context.Originals.ExecuteDeleteAsync(stop);
    }

    /// <summary>Copies what is not derived; columns come along because revisions point at their record.</summary>
    private static async Task CopyAsync(RegisterContext from, RegisterContext to, CancellationToken stop)
    {
        await CopyAsync(from.Originals.OrderBy(row => row.Sha256), to, 20, stop);
        await CopyAsync(from.Records.OrderBy(row => row.Key), to, Batch, stop);
        await CopyAsync(from.Revisions.OrderBy(row => row.Sequence), to, Batch, stop);
        await CopyAsync(from.Due.Where(due => !FollowerNews.Works.Contains(due.What)).OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Part2s.OrderBy(row => row.Subject), to, Batch, stop);
        await CopyAsync(from.Part2Revisions.OrderBy(row => row.Subject).ThenBy(row => row.Number), to, Batch, stop);
        await CopyAsync(from.Drafts.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.DraftParts.OrderBy(row => row.Draft).ThenBy(row => row.Name), to, Batch, stop);
        await CopyAsync(from.DraftAsides.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.DraftSteps.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.DraftComments.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.DraftAdvice.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.DraftAcknowledgements.OrderBy(row => row.Draft).ThenBy(row => row.Subject).ThenBy(row => row.By), to, Batch, stop);
        await CopyReadersAsync(from, to, stop);
    }

    // Who was named to read confidential parts, and who read them, is added to what is there: whose reading was ended since stays ended.
    private static async Task CopyReadersAsync(RegisterContext from, RegisterContext to, CancellationToken stop)
    {
        var named = await to.Part2Readers.Select(row => row.Id).ToListAsync(stop);
        to.Part2Readers.AddRange(await from.Part2Readers.AsNoTracking().Where(row => !named.Contains(row.Id)).ToListAsync(stop));
        var opened = await to.Part2Opened.Select(row => row.Id).ToListAsync(stop);
        to.Part2Opened.AddRange(await from.Part2Opened.AsNoTracking().Where(row => !opened.Contains(row.Id)).ToListAsync(stop));
        await to.SaveChangesAsync(stop);
        to.ChangeTracker.Clear();
    }

    private static async Task CopyPeopleAsync(RegisterContext from, RegisterContext to, CancellationToken stop)
    {
        await CopyAsync(from.People.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Holdings.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Covers.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.PersonChanges.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Opened.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Asks.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.HandOvers.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Given.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.GivenFiles.OrderBy(row => row.Given).ThenBy(row => row.Number), to, 5, stop);
        await CopyAsync(from.Set<IdentityUserToken<Guid>>().OrderBy(row => row.UserId).ThenBy(row => row.Name), to, Batch, stop);
        await CopyAsync(from.Set<IdentityUserLogin<Guid>>().OrderBy(row => row.ProviderKey), to, Batch, stop);
        await CopyAsync(from.Set<IdentityUserPasskey<Guid>>().OrderBy(row => row.CredentialId), to, Batch, stop);
    }

    private static async Task CopyFollowersAsync(RegisterContext from, RegisterContext to, CancellationToken stop)
    {
        var confirmed = from.Followers.Where(row => row.ConfirmedAt != null);
        await CopyAsync(confirmed.OrderBy(row => row.Id), to, Batch, stop);
        await CopyAsync(from.Followed.Where(row => confirmed.Any(follower => follower.Id == row.Follower)).OrderBy(row => row.Follower).ThenBy(row => row.Kind).ThenBy(row => row.Subject), to, Batch, stop);
    }

    private static async Task CopyAsync<TRow>(IQueryable<TRow> rows, RegisterContext to, int batch, CancellationToken stop)
        where TRow : class
    {
        var waiting = 0;
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            to.Set<TRow>().Add(row);
            if (++waiting < batch)
                continue;
            await to.SaveChangesAsync(stop);
            to.ChangeTracker.Clear();
            waiting = 0;
        }

        await to.SaveChangesAsync(stop);
        to.ChangeTracker.Clear();
    }

    private static async Task<string?> FirstFaultAsync(RegisterDatabase register, CancellationToken stop)
    {
        var report = await new Audit(register).RunAsync(null, stop);
        var fault = report.Findings.FirstOrDefault(finding => finding.Code != "checkpoint");
        return fault is null ? null : $"The backup does not audit clean: {fault.Where}: {fault.What}";
    }
}
