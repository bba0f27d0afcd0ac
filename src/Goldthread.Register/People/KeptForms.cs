using System.Security.Cryptography;
using System.Text;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>
/// Forms that wait until somebody has signed in again: each encrypted, and under the hash of a random key that only her
/// browser has. They are hers alone, for an hour.
/// </summary>
public sealed class KeptForms(RegisterDatabase database)
{
    /// <summary>For so long a form waits.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Whoever sends forms without end has the last of them.
    private const int Most = 5;

    /// <summary>Keeps a form.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="box">What was typed, encrypted.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The key, which is kept nowhere.</returns>
    public async Task<string> KeepAsync(Guid person, byte[] box, CancellationToken stop = default)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = database.Now;
        await using var context = database.Open();
        var last = await context.KeptForms.Where(form => form.Person == person).OrderByDescending(form => form.EndsAt).Select(form => form.Key).Take(Most - 1).ToListAsync(stop);
        await context.KeptForms.Where(form => form.EndsAt <= now || (form.Person == person && !last.Contains(form.Key))).ExecuteDeleteAsync(stop);
        context.KeptForms.Add(new KeptFormRow { Key = HashOf(key), Person = person, EndsAt = now + Longest, Box = box });
        await context.SaveChangesAsync(stop);
        return key;
    }

    /// <summary>A person's form of a key; null where there is none of hers, or its time is over.</summary>
    public async Task<byte[]?> FindAsync(Guid person, string key, CancellationToken stop = default)
    {
        var (hash, now) = (HashOf(key), database.Now);
        await using var context = database.Open();
        return await context.KeptForms.Where(form => form.Key == hash && form.Person == person && form.EndsAt > now).Select(form => form.Box).SingleOrDefaultAsync(stop);
    }

    /// <summary>Forgets a form.</summary>
    public async Task ForgetAsync(string key, CancellationToken stop = default)
    {
        var hash = HashOf(key);
        await using var context = database.Open();
        await context.KeptForms.Where(form => form.Key == hash).ExecuteDeleteAsync(stop);
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
