using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Goldthread.People;
using Goldthread.Register.Following;

namespace Goldthread.Following;

/// <summary>
/// The addresses of those who follow, as the database has them: encrypted with a secret that is outside it, each for its
/// follower alone, and beside that a keyed hash by which the same address is known again.
/// </summary>
internal sealed class FollowerBoxes(Secrets secrets)
{
    /// <summary>The name of the secret.</summary>
    public const string Secret = "followers";

    /// <summary>The most characters of an address (RFC 5321, 4.5.3.1.3).</summary>
    public const int Longest = 254;

    private const int KeyBytes = 32;

    /// <summary>One email address that our mail server can be given, as typed; null where it is none.</summary>
    public static string? Address(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= Longest } text && text.All(c => c is > ' ' and < (char)127)
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.Contains('[', StringComparison.Ordinal)
            ? text : null;

    /// <summary>A follower with this address, to be asked.</summary>
    public NewFollower Make(string address)
    {
        var (id, key) = (Guid.CreateVersion7(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        var secret = secrets.Get(Secret);
        var mark = Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("mark " + address.ToLowerInvariant())));
        return new NewFollower(id, mark, key, SecretBox.Seal(secret, Encoding.UTF8.GetBytes($"{key} {address}"), id.ToByteArray()));
    }

    /// <summary>The address of a follower and the key of her links; null where the secret is another.</summary>
    public (string Address, string Key)? Open(FollowerEntry follower) =>
        SecretBox.Open(secrets.Get(Secret), follower.Box, follower.Id.ToByteArray()) is { } text && Encoding.UTF8.GetString(text).Split(' ', 2) is [var key, var address] ? (address, key) : null;

    /// <summary>Whether a secret is the one that this box was encrypted with.</summary>
    public static bool Opens(byte[] secret, Guid id, byte[] box) => SecretBox.Open(secret, box, id.ToByteArray()) is not null;
}
