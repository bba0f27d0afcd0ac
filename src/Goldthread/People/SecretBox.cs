using System.Security.Cryptography;

namespace Goldthread.People;

/// <summary>Encrypts with a key of 32 bytes (AES-256-GCM), so that what was changed or belongs elsewhere does not open. A box is nonce, tag and text.</summary>
internal static class SecretBox
{
    private const int Nonce = 12, Tag = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="text">What is kept secret.</param>
    /// <param name="about">What it belongs to; the box opens with the same alone.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> about = default)
    {
        var box = new byte[Nonce + Tag + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), text, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), about);
        return box;
    }

    /// <summary>Decrypts; null where the key is another, or the box was changed or belongs elsewhere.</summary>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> about = default)
    {
        if (box.Length < Nonce + Tag)
            return null;
        var text = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        try
        {
            aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), text, about);
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
