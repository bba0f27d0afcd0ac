using System.Text;

namespace Goldthread.Core.Proof;

/// <summary>A text with signatures under it, in the form of C2SP <c>signed-note</c>.</summary>
/// <param name="Text">The text, its last line end included.</param>
/// <param name="Signatures">The signatures, in their order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const string Mark = "\u2014 ";
    private const int MostSignatures = 64;
    private const int Longest = 1_000_000;

    /// <summary>The note as it is sent and kept.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            note.Append(Mark).Append(signature.Name).Append(' ').Append(Convert.ToBase64String([.. signature.KeyId, .. signature.Signature])).Append('\n');
        return note.ToString();
    }

    /// <summary>The note that a text is; null where it is none.</summary>
    public static SignedNote? Of(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || note.Length > Longest || !note.EndsWith('\n') || note.Any(c => c < ' ' && c != '\n'))
            return null;
        var lines = note[(end + 2)..].Split('\n')[..^1];
        var signatures = lines.Select(Signature).OfType<NoteSignature>().ToList();
        return signatures.Count == 0 || signatures.Count != lines.Length || signatures.Count > MostSignatures ? null : new(note[..(end + 1)], signatures);
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text; its last line has an end.</param>
    /// <param name="key">The key.</param>
    public static SignedNote Sign(string text, LogSigner key) => new(text, [new(key.Key.Name, key.Key.Id, key.Sign(Encoding.UTF8.GetBytes(text)))]);

    /// <summary>Whether a key has signed it. A signature under the key's name and id that is not the key's own makes it false.</summary>
    public bool IsSignedBy(LogKey key)
    {
        var ofKey = Signatures.Where(signature => signature.Name == key.Name && signature.KeyId.AsSpan().SequenceEqual(key.Id)).ToList();
        return ofKey.Count > 0 && ofKey.All(signature => key.Verify(Encoding.UTF8.GetBytes(Text), signature.Signature));
    }

    private static NoteSignature? Signature(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal) || line[Mark.Length..].Split(' ') is not [{ Length: > 0 } name, var signature] || !LogKey.IsName(name))
            return null;
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length) && length > LogKey.IdLength && Convert.ToBase64String(bytes, 0, length) == signature
            ? new(name, bytes[..LogKey.IdLength], bytes[LogKey.IdLength..length])
            : null;
    }
}

/// <summary>A signature under a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The first four bytes of the hash of the key.</param>
/// <param name="Signature">The signature, as the kind of key writes it.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Signature);
