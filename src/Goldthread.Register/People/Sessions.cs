using System.Security.Cryptography;
using System.Text;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>
/// Who is signed in, kept on this side: a browser holds a random key and nothing else, so that a copy of it is worth
/// nothing after signing out, wherever that was done.
/// </summary>
public sealed class Sessions(RegisterDatabase database, SessionLimits limits)
{
    private static readonly TimeSpan Noting = TimeSpan.FromMinutes(1);

    // For so long after its end it is still known whose a session was, so that what she was typing can be given back.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Begins a session.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="proof">How she proved that it is she.</param>
    /// <param name="browser">The kind of browser, in words.</param>
    /// <param name="provedAt">When she did, UTC; now where not said.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The key, which is kept nowhere.</returns>
    public async Task<string> BeginAsync(Guid person, string proof, string browser, DateTime? provedAt = null, CancellationToken stop = default)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = database.Now;
        await using var context = database.Open();
        var forgotten = now - Remembered;
        await context.Sessions.Where(session => session.EndsAt < forgotten).ExecuteDeleteAsync(stop);
        context.Sessions.Add(new SessionRow { Key = HashOf(key), Person = person, Proof = proof, ProvedAt = provedAt ?? now, At = now, SeenAt = now, EndsAt = now + limits.Longest, Browser = browser });
        await context.SaveChangesAsync(stop);
        return key;
    }

    /// <summary>The session of a key; null where there is none, or it is over.</summary>
    public async Task<SessionEntry?> FindAsync(string key, CancellationToken stop = default)
    {
        var hash = HashOf(key);
        var now = database.Now;
        await using var context = database.Open();
        var row = await context.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Key == hash, stop);
        if (row is null || row.EndsAt <= now || row.SeenAt + limits.Idle <= now)
            return null;
        if (row.SeenAt + Noting <= now)
            await context.Sessions.Where(session => session.Key == hash).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), stop);
        return Entry(row);
    }

    /// <summary>Whose session it is or, where it ran out within the last day, was; null where it was ended or never began.</summary>
    public async Task<Guid?> WhoseAsync(string key, CancellationToken stop = default)
    {
        var hash = HashOf(key);
        await using var context = database.Open();
        return await context.Sessions.Where(session => session.Key == hash).Select(session => (Guid?)session.Person).SingleOrDefaultAsync(stop);
    }

    /// <summary>Ends the session of a key.</summary>
    public async Task EndAsync(string key, CancellationToken stop = default)
    {
        var hash = HashOf(key);
        await using var context = database.Open();
        await context.Sessions.Where(session => session.Key == hash).ExecuteDeleteAsync(stop);
    }

    /// <summary>Ends one of a person's own sessions, known by its name in the list.</summary>
    public async Task EndAsync(Guid person, string name, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await context.Sessions.Where(session => session.Person == person && session.Key.StartsWith(name)).ExecuteDeleteAsync(stop);
    }

    /// <summary>Ends all sessions of a person.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAllAsync(Guid person, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Sessions.Where(session => session.Person == person).ExecuteDeleteAsync(stop);
    }

    /// <summary>A person's sessions that are not over, the latest used first.</summary>
    public async Task<IReadOnlyList<SessionEntry>> OfAsync(Guid person, CancellationToken stop = default)
    {
        var now = database.Now;
        await using var context = database.Open();
        var rows = await context.Sessions.AsNoTracking().Where(session => session.Person == person).ToListAsync(stop);
        return [.. rows.Where(row => row.EndsAt > now && row.SeenAt + limits.Idle > now).OrderByDescending(row => row.SeenAt).Select(Entry)];
    }

    private static SessionEntry Entry(SessionRow row) => new(row.Key[..16], row.Person, row.Proof, row.ProvedAt, row.At, row.SeenAt, row.Browser);

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>A session, without what would open it.</summary>
/// <param name="Name">A name for it that tells nothing of its key.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Proof">How she proved that it is she: <c>password</c>, <c>code</c>, <c>passkey</c>, <c>provider</c>.</param>
/// <param name="ProvedAt">When; UTC.</param>
/// <param name="At">When it began; UTC.</param>
/// <param name="SeenAt">When it was last used, to the minute; UTC.</param>
/// <param name="Browser">The kind of browser, in words.</param>
public sealed record SessionEntry(string Name, Guid Person, string Proof, DateTime ProvedAt, DateTime At, DateTime SeenAt, string Browser);

/// <summary>How long a sign-in lasts.</summary>
/// <param name="Idle">After so long without a request it is over.</param>
/// <param name="Longest">After so long it is over whatever was done.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Longest);
