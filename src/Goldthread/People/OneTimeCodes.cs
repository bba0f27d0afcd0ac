using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.People;

/// <summary>
/// Codes of an authenticator app (TOTP, RFC 6238: six digits, HMAC-SHA-1, steps of 30 seconds, one step either way). A
/// code works once: the step of the last accepted one is kept, and only a later one is accepted.
/// </summary>
internal sealed class OneTimeCodes(RegisterDatabase database) : AuthenticatorTokenProvider<PersonRow>
{
    /// <summary>What a code is for where it shows that a new app is set up: it is of that app's key, which nothing else takes yet.</summary>
    public const string NewApp = "NewApp";

    /// <summary>Where the key of an app that is being set up stands until it is confirmed.</summary>
    public const string NewKeyProvider = "[goldthread]", NewKeyName = "NewAuthenticatorKey";

    private const int Step = 30;
    private const int Digits = 6;

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<PersonRow> manager, PersonRow user)
    {
        var known = purpose == NewApp ? await manager.GetAuthenticationTokenAsync(user, NewKeyProvider, NewKeyName) : await manager.GetAuthenticatorKeyAsync(user);
        if (known is not { } key || token.Length != Digits || !token.All(char.IsAsciiDigit))
            return false;
        var bytes = Base32.Read(key);
        var now = new DateTimeOffset(database.Now, TimeSpan.Zero).ToUnixTimeSeconds() / Step;
        for (var step = now + 1; step >= now - 1; step--)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(bytes, step)), System.Text.Encoding.ASCII.GetBytes(token)))
                return await TakeAsync(user, step);
        return false;
    }

    /// <summary>The code of a step.</summary>
    internal static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 and every authenticator app use SHA-1 here
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    // One statement, so that of two requests with the same code one is refused.
    private async Task<bool> TakeAsync(PersonRow user, long step)
    {
        await using var context = database.Open();
        var taken = await context.People.Where(row => row.Id == user.Id && row.LastCode < step)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCode, step));
        return taken == 1;
    }
}

/// <summary>Base 32 as authenticator apps write keys (RFC 4648, without padding).</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The bytes; characters that are none of base 32 are passed over.</summary>
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in text.ToUpperInvariant())
        {
            if (Letters.IndexOf(letter, StringComparison.Ordinal) is not (>= 0 and var value))
                continue;
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
