using System.Text;
using Goldthread.Commands;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.People;

/// <summary>
/// Keys of authenticator apps and recovery codes as the database has them: encrypted with a secret that is outside it, each
/// for its person and its name alone. A copy of the database makes no code.
/// </summary>
internal sealed class SealedCodes(Secrets secrets)
{
    /// <summary>The name of the secret.</summary>
    public const string Secret = "codes";

    // No key and no recovery code of an earlier version, which stood there as they were, holds a colon.
    private const string Mark = "sealed:";

    /// <summary>Whether it is encrypted.</summary>
    public static bool IsSealed(string kept) => kept.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Encrypts.</summary>
    public string Seal(Guid person, string name, string value) =>
        Mark + Convert.ToBase64String(SecretBox.Seal(secrets.Get(Secret), Encoding.UTF8.GetBytes(value), About(person, name)));

    /// <summary>Decrypts; what is not encrypted is as it stands. Null where the secret is another: no code is then right.</summary>
    public string? Open(Guid person, string name, string kept) => IsSealed(kept) ? Open(secrets.Get(Secret), person, name, kept) : kept;

    /// <summary>Whether a secret is the one that this was encrypted with.</summary>
    public static bool Opens(byte[] secret, IdentityUserToken<Guid> token) => !IsSealed(token.Value!) || Open(secret, token.UserId, token.Name, token.Value!) is not null;

    private static string? Open(byte[] secret, Guid person, string name, string kept)
    {
        var box = new byte[kept.Length];
        return Convert.TryFromBase64String(kept[Mark.Length..], box, out var length) && SecretBox.Open(secret, box.AsSpan(0, length), About(person, name)) is { } text
            ? Encoding.UTF8.GetString(text) : null;
    }

    private static byte[] About(Guid person, string name) => Encoding.UTF8.GetBytes($"{person} {name}");
}

/// <summary>Encrypts at the start what an earlier version kept as it was.</summary>
internal sealed partial class SealEarlierCodes(RegisterDatabase database, SealedCodes codes, ILogger<SealEarlierCodes> log) : BackgroundService
{
    /// <summary>Encrypts what is not.</summary>
    /// <returns>How much that was.</returns>
    public static async Task<int> RunAsync(RegisterDatabase database, SealedCodes codes, CancellationToken stop)
    {
        await using var context = database.Open();
        var plain = (await context.Set<IdentityUserToken<Guid>>().AsNoTracking().Where(token => token.Value != null).ToListAsync(stop)).Where(token => !SealedCodes.IsSealed(token.Value!)).ToList();
        foreach (var token in plain)
        {
            // Only while it is as it was read: a recovery code may be used at this moment.
            var kept = codes.Seal(token.UserId, token.Name, token.Value!);
            await context.Set<IdentityUserToken<Guid>>()
                .Where(row => row.UserId == token.UserId && row.LoginProvider == token.LoginProvider && row.Name == token.Name && row.Value == token.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, kept), stop);
        }

        return plain.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(database, codes, stoppingToken);
        }
        catch (Exception e) when (Failure.Of(e) is { } why)
        {
            NotSealed(why);
        }
    }

    [LoggerMessage(LogLevel.Error, "Keys of codes that an earlier version kept as they were could not be encrypted; the next start tries again. {Why}")]
    private partial void NotSealed(string why);
}
