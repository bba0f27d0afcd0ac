using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Goldthread.Core.History;

/// <summary>
/// The register's one chain: every revision's hash covers its content, who saved it and why, and the hash of the
/// revision before, so that no saved state can be changed, removed or put in unseen.
/// </summary>
/// <remarks>
/// The body and what is derived from it enter as a salted hash. A body that must lawfully go can then go,
/// together with its salt: the chain still verifies, and nothing can be guessed back from the hash.
/// Hashes are SHA-256 in lower-case hexadecimal; every part is hashed with its length before it.
/// </remarks>
public static class Chain
{
    /// <summary>What the first revision has for the hash before.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>A fresh salt: 32 random bytes in hexadecimal.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The salted hash of a body's stored bytes and of what was derived from it.</summary>
    public static string ContentHash(string salt, string body, string derived) => Hash([salt, body, derived]);

    /// <summary>A revision's hash.</summary>
    public static string RevisionHash(ChainLink link) => Hash(
    [
        "goldthread revision 1",
        link.Previous,
        link.Sequence.ToString(CultureInfo.InvariantCulture),
        link.Record.ToString("D"),
        link.Number.ToString(CultureInfo.InvariantCulture),
        Instant(link.At),
        link.Who,
        link.Process,
        link.Reason,
        link.Status,
        link.Visibility,
        link.Shape.ToString(CultureInfo.InvariantCulture),
        link.ContentHash,
    ]);

    /// <summary>An instant as it is stored and hashed: UTC, to the microsecond, which both databases keep.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    internal static string Hash(ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What a revision's hash covers.</summary>
public sealed record ChainLink(
    long Sequence,
    string Previous,
    Guid Record,
    int Number,
    DateTime At,
    string Who,
    string Process,
    string Reason,
    string Status,
    string Visibility,
    int Shape,
    string ContentHash);
