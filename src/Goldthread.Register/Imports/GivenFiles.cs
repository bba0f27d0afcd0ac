using Goldthread.Core.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Imports;

/// <summary>
/// Files that people gave in the browser: stored first, read afterwards, one at a time. A reading that a stopped process
/// had begun is anybody's again after a while.
/// </summary>
public sealed class GivenFiles(RegisterDatabase database)
{
    /// <summary>The most files that are given at once.</summary>
    public const int MostFiles = 300;

    /// <summary>How often the reading of a file is begun; one that ends the program each time is given up.</summary>
    public const int MostTries = 3;

    /// <summary>For so long one process has a file that it reads.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Stores files to be read; whoever gave them may leave when this returns.</summary>
    /// <param name="given">Who gave them and what is chosen for them.</param>
    /// <param name="files">Their names without folders, and their bytes.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Guid> StoreAsync(Giving given, IAsyncEnumerable<(string File, byte[] Bytes)> files, CancellationToken stop = default)
    {
        var id = Guid.CreateVersion7();
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        context.Given.Add(new GivenRow { Id = id, At = database.Now, Person = given.Person, Who = given.Who, Body = given.Body, Visibility = given.Visibility });
        await context.SaveChangesAsync(stop);
        var number = 0;
        await foreach (var (file, bytes) in files.WithCancellation(stop))
        {
            context.GivenFiles.Add(new GivenFileRow { Given = id, Number = ++number, File = file, Length = bytes.Length, Bytes = bytes });
            await context.SaveChangesAsync(stop);
            context.ChangeTracker.Clear(); // one file in memory at a time
        }

        await transaction.CommitAsync(stop);
        return id;
    }

    /// <summary>Takes the next file that waits, for this process alone; null where none does.</summary>
    public async Task<ClaimedFile?> ClaimAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        while (true)
        {
            var now = database.Now;
            // Instants are stored as text that sorts; few files are claimed at any time, so that they are looked at here.
            var waiting = (await context.GivenFiles.AsNoTracking().Where(row => row.Result == null).OrderBy(row => row.Given).ThenBy(row => row.Number)
                .Select(row => new { row.Given, row.Number, row.ClaimedUntil, row.Tries }).Take(50).ToListAsync(stop)).Find(row => row.ClaimedUntil is not { } until || until <= now);
            if (waiting is null)
                return null;
            var until = now + Lease;
            var taken = await context.GivenFiles
                .Where(row => row.Given == waiting.Given && row.Number == waiting.Number && row.Result == null && row.Tries == waiting.Tries && row.ClaimedUntil == waiting.ClaimedUntil)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.Tries, row => row.Tries + 1), stop);
            if (taken == 0)
                continue; // another process was quicker
            var file = await context.GivenFiles.AsNoTracking().SingleAsync(row => row.Given == waiting.Given && row.Number == waiting.Number, stop);
            var given = await context.Given.AsNoTracking().SingleAsync(row => row.Id == waiting.Given, stop);
            return new ClaimedFile(given.Id, file.Number, file.File, file.Bytes ?? [], file.Tries, new Giving(given.Person, given.Who, given.Body, given.Visibility));
        }
    }

    /// <summary>Gives a file back unread, to be read by whoever comes next.</summary>
    public async Task ReleaseAsync(ClaimedFile file, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await context.GivenFiles.Where(row => row.Given == file.Given && row.Number == file.Number && row.Result == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, (DateTime?)null).SetProperty(row => row.Tries, row => row.Tries - 1), stop);
    }

    /// <summary>Keeps what became of a file; its bytes are not needed any more.</summary>
    public async Task SettleAsync(ClaimedFile file, string result, string? reason, Guid? record, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await context.GivenFiles.Where(row => row.Given == file.Given && row.Number == file.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Result, result).SetProperty(row => row.Reason, reason).SetProperty(row => row.Record, record)
                .SetProperty(row => row.Bytes, (byte[]?)null).SetProperty(row => row.ClaimedUntil, (DateTime?)null), stop);
    }

    /// <summary>What became of the files given at once; null where there are none of this id.</summary>
    public async Task<GivenState?> FindAsync(Guid id, CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (await context.Given.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } given)
            return null;
        var files = await context.GivenFiles.AsNoTracking().Where(row => row.Given == id).OrderBy(row => row.Number)
            .Select(row => new GivenFile(row.Number, row.File, row.Length, row.Result, row.Reason, row.Record)).ToListAsync(stop);
        return new GivenState(id, given.At, given.Who, given.Body, given.Visibility, files);
    }

    /// <summary>The latest that were given, with how many of each result there are.</summary>
    public async Task<IReadOnlyList<GivenCount>> LatestAsync(int most, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var latest = await context.Given.AsNoTracking().OrderByDescending(row => row.Id).Take(most).ToListAsync(stop);
        var ids = latest.Select(row => row.Id).ToList();
        var counts = await context.GivenFiles.Where(row => ids.Contains(row.Given)).GroupBy(row => new { row.Given, row.Result })
            .Select(group => new { group.Key.Given, group.Key.Result, Count = group.Count() }).ToListAsync(stop);
        return [.. latest.Select(row => new GivenCount(row.Id, row.At, row.Who, counts.Where(count => count.Given == row.Id).ToDictionary(count => count.Result ?? "", count => count.Count)))];
    }
}

/// <summary>Who gives files, and what is chosen for them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Who">Her name and office.</param>
/// <param name="Body">The public body whose documents they are.</param>
/// <param name="Visibility">The widest audience that may see what is recognised.</param>
public sealed record Giving(Guid Person, string Who, string Body, Audience Visibility);

/// <summary>A file that this process has, to read it.</summary>
public sealed record ClaimedFile(Guid Given, int Number, string File, byte[] Bytes, int Tries, Giving Giving);

/// <summary>A file that was given, and what became of it; no result while it waits.</summary>
public sealed record GivenFile(int Number, string File, long Length, string? Result, string? Reason, Guid? Record);

/// <summary>Files that were given at once.</summary>
public sealed record GivenState(Guid Id, DateTime At, string Who, string Body, Audience Visibility, IReadOnlyList<GivenFile> Files);

/// <summary>How many files given at once have which result; those that wait stand under the empty text.</summary>
public sealed record GivenCount(Guid Id, DateTime At, string Who, IReadOnlyDictionary<string, int> Counts);
