using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Goldthread.Core.Proof;

/// <summary>A record's public text with what shows, offline and by a key alone, that it is in the log: a file to be kept.</summary>
public sealed record RecordProof
{
    /// <summary>The form of the file.</summary>
    public const string Written = "goldthread proof 1";

    /// <summary>The form: <see cref="Written"/>.</summary>
    public string Form { get; init; } = "";

    /// <summary>Which state.</summary>
    public LogSubject Subject { get; init; } = new("", "", "", 0);

    /// <summary>Its public text, JSON, byte for byte as it was entered.</summary>
    public string Text { get; init; } = "";

    /// <summary>The salt of the entry.</summary>
    public string Salt { get; init; } = "";

    /// <summary>What was done: saved, withdrawn or erased.</summary>
    public string Act { get; init; } = "";

    /// <summary>When it was entered, UTC to the microsecond.</summary>
    public string At { get; init; } = "";

    /// <summary>The place of the entry in the log, from 0.</summary>
    public long Position { get; init; }

    /// <summary>The hashes from the entry to the root, in hexadecimal.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The signed checkpoint.</summary>
    public string Checkpoint { get; init; } = "";

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ProofJson.Default.RecordProof);

    /// <summary>The proof that a file is; null where it is none.</summary>
    public static RecordProof? Of(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProofJson.Default.RecordProof) is { Form: Written } proof && proof.Subject is not null && proof.Path is not null ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Checks it under a key.</summary>
    public ProofResult Check(LogKey key)
    {
        if (SignedNote.Of(Checkpoint) is not { } note || LogHead.Of(note.Text) is not { } head)
            return new(ProofFault.NotSigned, null);
        if (head.Origin != key.Name || note.Signatures.All(signature => signature.Name != key.Name || !signature.KeyId.AsSpan().SequenceEqual(key.Id)))
            return new(ProofFault.AnotherKey, head);
        if (!note.IsSignedBy(key))
            return new(ProofFault.NotSigned, head);
        if (Position >= head.Size)
            return new(ProofFault.Older, head);
        if (!Enum.TryParse<LogAct>(Act, ignoreCase: true, out var act) || !DateTime.TryParseExact(At, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) || Hashes() is not { } path)
            return new(ProofFault.NotThisText, head);
        var entry = new LogEntry(act, at, LogEntry.Commit(Salt, Subject, Text));
        var root = MerkleTree.RootByInclusion(MerkleTree.LeafHash(entry.Bytes), Position, head.Size, path);
        return new(root is not null && root.AsSpan().SequenceEqual(head.Root) ? null : ProofFault.NotThisText, head);
    }

    private List<byte[]>? Hashes()
    {
        var path = new List<byte[]>();
        foreach (var hash in Path)
        {
            if (hash.Length != 2 * MerkleTree.HashLength || !hash.All(char.IsAsciiHexDigitLower))
                return null;
            path.Add(Convert.FromHexString(hash));
        }

        return path;
    }
}

/// <summary>What came of a check.</summary>
/// <param name="Fault">Why it fails; null where the text is in the log.</param>
/// <param name="Head">The checkpoint that it was held against, where there is one.</param>
public sealed record ProofResult(ProofFault? Fault, LogHead? Head);

/// <summary>Why a proof fails.</summary>
/// <param name="Code">A code that stays.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ProofFault(string Code, string Message)
{
    /// <summary>The checkpoint names another log or another key.</summary>
    public static readonly ProofFault AnotherKey = new("proof-another-key", "The checkpoint is of another log or signed with another key than the one given. Ask the body that keeps the register for its key, by another way than this file.");

    /// <summary>The checkpoint is no signed checkpoint, or its signature is not the key's.</summary>
    public static readonly ProofFault NotSigned = new("proof-not-signed", "The checkpoint is not signed with the log’s key. Download the record’s proof again from the register.");

    /// <summary>The checkpoint is of a time before the entry.</summary>
    public static readonly ProofFault Older = new("proof-older-checkpoint", "The checkpoint is older than the entry that it should hold. Download the record’s proof again from the register.");

    /// <summary>The text, its place or its path is another one than was entered.</summary>
    public static readonly ProofFault NotThisText = new("proof-not-this-text", "This text is not what stands in the log there: the text or its proof was changed. Compare it with the register’s own.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RecordProof))]
internal sealed partial class ProofJson : JsonSerializerContext;
