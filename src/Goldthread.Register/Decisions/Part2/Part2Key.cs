using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Goldthread.Core.Decisions.Part2;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>
/// The key of all confidential parts, which is in no database: the present one encrypts, those before it still open what they
/// encrypted. It shows nothing of itself but an id.
/// </summary>
/// <remarks>
/// AES-256-GCM with a fresh nonce for each revision. The revision's subject and number are authenticated with it, so that
/// nobody can put the text of one in the place of another.
/// </remarks>
public sealed class Part2Key
{
    /// <summary>The bytes of a key.</summary>
    public const int Bytes = 32;

    private readonly IReadOnlyList<(string Id, byte[] Key)> keys;

    /// <summary>Takes the present key and, after it, those before.</summary>
    public Part2Key(IReadOnlyList<byte[]> keys)
    {
        if (keys.Count == 0 || keys.Any(key => key.Length != Bytes))
            throw new ArgumentException($"A key has {Bytes} bytes.", nameof(keys));
        this.keys = [.. keys.Select(key => (IdOf(key), key))];
    }

    /// <summary>The id of the present key; nothing can be guessed from it.</summary>
    public string Id => keys[0].Id;

    /// <summary>Whether the key of an id is among these.</summary>
    public bool Has(string id) => keys.Any(key => key.Id == id);

    /// <summary>Encrypts a text into its row with the present key.</summary>
    internal void Seal(Part2RevisionRow row, Part2Content content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content);
        var (nonce, tag, hidden) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[plain.Length]);
        using var cipher = new AesGcm(keys[0].Key, tag.Length);
        cipher.Encrypt(nonce, plain, hidden, tag, Place(row));
        (row.Sealed, row.Nonce, row.Tag, row.KeyId) = (hidden, nonce, tag, Id);
        CryptographicOperations.ZeroMemory(plain);
    }

    /// <summary>Decrypts a row's text; null where its key is not among these, or where any of it was changed.</summary>
    internal Part2Content? Open(Part2RevisionRow row)
    {
        if (row is not { Sealed: { } hidden, Nonce: { } nonce, Tag: { } tag } || keys.FirstOrDefault(key => key.Id == row.KeyId).Key is not { } key
            || nonce.Length != AesGcm.NonceByteSizes.MaxSize || tag.Length != AesGcm.TagByteSizes.MaxSize)
            return null;
        var plain = new byte[hidden.Length];
        try
        {
            using var cipher = new AesGcm(key, tag.Length);
            cipher.Decrypt(nonce, hidden, tag, plain, Place(row));
            return JsonSerializer.Deserialize<Part2Content>(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static string IdOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "goldthread part 2 key"u8))[..16];

    private static byte[] Place(Part2RevisionRow row)
    {
        var place = new byte[20];
        row.Subject.TryWriteBytes(place, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(16), row.Number);
        return place;
    }
}
