using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Following;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Following;

/// <summary>An address that is to get emails, as whoever asks gives it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Mark">A keyed hash of the address.</param>
/// <param name="Key">The key of the links in her emails; kept as a hash alone, and in the box.</param>
/// <param name="Box">Address and key, encrypted for this id.</param>
public sealed record NewFollower(Guid Id, string Mark, string Key, byte[] Box);

/// <summary>Who follows.</summary>
/// <param name="Id">Her id.</param>
/// <param name="IsConfirmed">Whether she confirmed it; nothing is sent before.</param>
/// <param name="Box">Address and key, encrypted.</param>
/// <param name="Follows">What she follows.</param>
public sealed record FollowerEntry(Guid Id, bool IsConfirmed, byte[] Box, IReadOnlyList<Followed> Follows);

/// <summary>
/// Who follows the register by email: asked for by whoever enters an address, begun by the link that only its owner gets,
/// and gone at once where she ends it. One that is not confirmed is forgotten after a week.
/// </summary>
public sealed class Followers(RegisterDatabase database)
{
    /// <summary>For so long a link can be confirmed.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromDays(7);

    /// <summary>An address is asked once in this time, whoever enters it how often.</summary>
    public static readonly TimeSpan AskedAgain = TimeSpan.FromDays(1);

    /// <summary>What a row of the table <c>due</c> is called that asks an address; its record is the follower.</summary>
    public const string Confirm = "confirm-follower";

    /// <summary>What a row is called that forgets who did not confirm; its record is the follower.</summary>
    public const string Forget = "forget-follower";

    /// <summary>Keeps that an address wants to follow something and asks it, unless it was asked within a day.</summary>
    /// <returns>Whether it is asked. Nobody but the owner of the address is to learn it.</returns>
    public async Task<bool> AskAsync(NewFollower follower, IReadOnlyCollection<Followed> follows, CancellationToken stop = default)
    {
        var now = database.Now;
        var again = now - AskedAgain;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.Followers.AnyAsync(row => row.Mark == follower.Mark && row.AskedAt > again, stop))
            return false;

        // Only what was asked for a day ago gives way: what somebody else asks for at this moment stays, and this one fails.
        await DropAsync(context, context.Followers.Where(row => row.Mark == follower.Mark && row.ConfirmedAt == null && row.AskedAt <= again), stop);
        context.Followers.Add(new FollowerRow { Id = follower.Id, Mark = follower.Mark, KeyHash = HashOf(follower.Key), Box = follower.Box, AskedAt = now });
        context.Followed.AddRange(follows.Distinct().Select(one => new FollowedRow { Follower = follower.Id, Kind = one.Kind, Subject = one.Subject }));
        context.Due.Add(new DueRow { Id = Guid.CreateVersion7(), What = Confirm, Record = follower.Id, At = now });
        context.Due.Add(new DueRow { Id = Guid.CreateVersion7(), What = Forget, Record = follower.Id, At = now + Waiting });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Somebody entered the same address at this moment; whatever else it is, is not swallowed.
            await transaction.RollbackAsync(stop);
            await using var other = database.Open();
            if (!await other.Followers.AnyAsync(row => row.Mark == follower.Mark && row.AskedAt > again, stop))
                throw;
            return false;
        }

        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>Whoever has the key of her emails; null where nobody has, or what was not confirmed is a week old.</summary>
    public async Task<FollowerEntry?> FindAsync(string key, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await RowAsync(context, key, stop) is { } row ? await EntryAsync(context, row, stop) : null;
    }

    /// <summary>A follower of an id.</summary>
    public async Task<FollowerEntry?> FindAsync(Guid id, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Followers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } row ? await EntryAsync(context, row, stop) : null;
    }

    /// <summary>Confirms what was asked for; where the same address follows something already, the new comes to it.</summary>
    /// <returns>Whoever follows now; null where the key is nobody's.</returns>
    public async Task<FollowerEntry?> ConfirmAsync(string key, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await RowAsync(context, key, stop) is not { } row)
            return null;
        var id = row.Id;
        if (row.ConfirmedAt is null && await context.Followers.SingleOrDefaultAsync(other => other.Mark == row.Mark && other.ConfirmedAt != null, stop) is { } before)
        {
            var both = await context.Followed.Where(one => one.Follower == row.Id || one.Follower == before.Id).ToListAsync(stop);
            var had = both.Where(one => one.Follower == before.Id).Select(ToFollowed).ToHashSet();
            context.Followed.AddRange(both.Where(one => one.Follower == row.Id).Select(ToFollowed).Where(one => !had.Contains(one))
                .Select(one => new FollowedRow { Follower = before.Id, Kind = one.Kind, Subject = one.Subject }));
            (id, before.AskedAt) = (before.Id, row.AskedAt);
            await context.SaveChangesAsync(stop);
            await DropAsync(context, context.Followers.Where(one => one.Id == row.Id), stop);
        }
        else if (row.ConfirmedAt is null)
        {
            var now = database.Now;
            await context.Followers.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ConfirmedAt, now), stop);
            await context.Due.Where(due => due.Record == id && (due.What == Forget || due.What == Confirm)).ExecuteDeleteAsync(stop);
        }

        await transaction.CommitAsync(stop);
        return await FindAsync(id, stop);
    }

    /// <summary>Ends one thing that somebody follows, or all of it; with the last of them she and her address are forgotten.</summary>
    /// <returns>Whether there was anything to end.</returns>
    public async Task<bool> EndAsync(string key, Followed? one = null, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await RowAsync(context, key, stop) is not { Id: var id })
            return false;
        if (one is not null)
            await context.Followed.Where(row => row.Follower == id && row.Kind == one.Kind && row.Subject == one.Subject).ExecuteDeleteAsync(stop);
        if (one is null || !await context.Followed.AnyAsync(row => row.Follower == id, stop))
            await DropAsync(context, context.Followers.Where(row => row.Id == id), stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>How many addresses follow something, confirmed.</summary>
    public async Task<int> CountAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Followers.CountAsync(row => row.ConfirmedAt != null, stop);
    }

    /// <summary>Forgets followers, with all that is due for them.</summary>
    internal static async Task DropAsync(RegisterContext context, IQueryable<FollowerRow> followers, CancellationToken stop)
    {
        var ids = await followers.Select(row => row.Id).ToListAsync(stop);
        await context.Due.Where(due => due.Record != null && ids.Contains(due.Record.Value) && (due.What == Confirm || due.What == Forget || due.What == FollowerNews.Mail)).ExecuteDeleteAsync(stop);
        await context.Followers.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(stop);
    }

    private async Task<FollowerRow?> RowAsync(RegisterContext context, string key, CancellationToken stop)
    {
        var (hash, since) = (HashOf(key), database.Now - Waiting);
        return await context.Followers.AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash && (row.ConfirmedAt != null || row.AskedAt > since), stop);
    }

    private static async Task<FollowerEntry> EntryAsync(RegisterContext context, FollowerRow row, CancellationToken stop) => new(
        row.Id, row.ConfirmedAt is not null, row.Box,
        [.. (await context.Followed.AsNoTracking().Where(one => one.Follower == row.Id).ToListAsync(stop)).Select(ToFollowed).OrderBy(one => one.Kind).ThenBy(one => one.Subject, StringComparer.Ordinal)]);

    private static Followed ToFollowed(FollowedRow row) => new(row.Kind, row.Subject);

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
