using System.Security.Cryptography;

namespace Goldthread.Core.Proof;

/// <summary>
/// The public key of a log: ECDSA on P-256 with SHA-256, the type 0x02 of C2SP <c>signed-note</c>, whose id is the beginning of
/// the hash of the key as SubjectPublicKeyInfo.
/// </summary>
/// <param name="Name">The log's name, such as <c>register.example.org/log</c>: no space and no plus.</param>
/// <param name="PublicKey">The key as SubjectPublicKeyInfo in DER.</param>
public sealed record LogKey(string Name, byte[] PublicKey)
{
    /// <summary>The length of a key's id in bytes.</summary>
    public const int IdLength = 4;

    private const byte Ecdsa = 2;

    /// <summary>Its id.</summary>
    public byte[] Id { get; } = SHA256.HashData(PublicKey)[..IdLength];

    /// <summary>Whether a key may have this name.</summary>
    public static bool IsName(string name) => name.Length is > 0 and < 200 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <summary>The key in one line, to be given to whoever checks: name, id and key with a plus between them.</summary>
    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ecdsa, .. PublicKey])}";

    /// <summary>The key that a line is; null where it is none.</summary>
    public static LogKey? Of(string line)
    {
        // The key itself, in base 64, may hold a plus as well.
        var parts = line.Trim().Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]))
            return null;
        var bytes = new byte[parts[2].Length];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length < 2 || bytes[0] != Ecdsa)
            return null;
        var key = new LogKey(parts[0], bytes[1..length]);
        return Convert.ToHexStringLower(key.Id) == parts[1] && key.Import() is { } found && Done(found) ? key : null;
    }

    /// <summary>Whether the key signed these bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = Import();
        return key?.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true;
    }

    /// <inheritdoc/>
    public bool Equals(LogKey? other) => other is not null && Name == other.Name && PublicKey.AsSpan().SequenceEqual(other.PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, BitConverter.ToInt32(Id));

    private ECDsa? Import()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(PublicKey, out var read);
            if (read == PublicKey.Length && key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
                return key;
        }
        catch (CryptographicException)
        {
            // No key.
        }

        key.Dispose();
        return null;
    }

    private static bool Done(ECDsa key)
    {
        key.Dispose();
        return true;
    }
}

/// <summary>The secret key of a log, kept outside the register.</summary>
public sealed class LogSigner : IDisposable
{
    private readonly ECDsa key;

    private LogSigner(string name, ECDsa key) => (this.key, Key) = (key, new LogKey(name, key.ExportSubjectPublicKeyInfo()));

    /// <summary>The public key.</summary>
    public LogKey Key { get; }

    /// <summary>A new key.</summary>
    public static LogSigner New(string name) => new(name, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>A key from its text, PKCS #8 in PEM; null where it is none on P-256.</summary>
    public static LogSigner? Of(string name, string pem)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            _ = read.ExportPkcs8PrivateKey(); // a public key alone cannot sign
            if (read.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
                return new LogSigner(name, read);
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            // No key.
        }

        read.Dispose();
        return null;
    }

    /// <summary>The key's text, to be kept as a secret.</summary>
    public string ToPem() => key.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> text) => key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
