using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Proof;

namespace Goldthread.Core.Tests.Proof;

/// <summary>The forms in which a log is given out: tiles, notes, keys, and a record's proof.</summary>
public sealed class LogFormTests : IDisposable
{
    private const string Name = "register.example.org/log";
    private readonly LogSigner signer = LogSigner.New(Name);

    public void Dispose() => signer.Dispose();

    [Theory]
    [InlineData(0, 0, 256, "0/000")]
    [InlineData(0, 1234067, 256, "0/x001/x234/067")]
    [InlineData(1, 5, 17, "1/005.p/17")]
    [InlineData(12, 999_999, 1, "12/x999/999.p/1")]
    public void Path_OfATile_IsReadBack(int level, long index, int width, string path)
    {
        var tile = new LogTile(level, index, width);
        Assert.Equal(path, tile.Path);
        Assert.Equal(tile, LogTile.Of(path.Split('/', 2)[0], path.Split('/', 2)[1]));
    }

    [Theory]
    [InlineData("64", "000")]
    [InlineData("00", "000")]
    [InlineData("-1", "000")]
    [InlineData("0", "0")]
    [InlineData("0", "x000/001")]
    [InlineData("0", "001/067")]
    [InlineData("0", "x1/067")]
    [InlineData("0", "000.p/0")]
    [InlineData("0", "000.p/256")]
    [InlineData("0", "000.p/07")]
    [InlineData("0", "x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("0", "../000")]
    [InlineData("", "")]
    public void Path_ThatNamesNoTile_IsNone(string level, string tail) => Assert.Null(LogTile.Of(level, tail));

    [Theory]
    [InlineData(0, 70_000, 70_000)]
    [InlineData(1, 70_000, 273)]
    [InlineData(2, 70_000, 1)]
    [InlineData(3, 70_000, 0)]
    [InlineData(63, long.MaxValue, 0)]
    public void HashesOf_EachLevel_AreThoseOfFullTilesBelow(int level, long size, long hashes) => Assert.Equal(hashes, LogTile.HashesOf(level, size));

    [Fact]
    public void Note_SignedAndReadBack_IsSignedByItsKeyAlone()
    {
        using var other = LogSigner.New(Name);
        var note = SignedNote.Sign(new LogHead(Name, 3, SHA256.HashData([1])).ToString(), signer);

        var read = SignedNote.Of(note.ToString())!;

        Assert.Equal(note.Text, read.Text);
        Assert.True(read.IsSignedBy(signer.Key));
        Assert.False(read.IsSignedBy(other.Key));
        Assert.False(read.IsSignedBy(signer.Key with { Name = "other.example.org" }));
        Assert.Equal(3, LogHead.Of(read.Text)!.Size);
        Assert.Equal(note.ToString(), (read with { Signatures = [.. read.Signatures] }).ToString());
    }

    [Fact]
    public void Note_WithOneCharacterChanged_IsNotSigned()
    {
        var note = SignedNote.Sign(new LogHead(Name, 3, SHA256.HashData([1])).ToString(), signer).ToString();
        for (var i = 0; i < note.Length; i++)
        {
            var changed = note[..i] + (note[i] == 'A' ? 'B' : 'A') + note[(i + 1)..];
            Assert.False(SignedNote.Of(changed)?.IsSignedBy(signer.Key) == true, $"changed at {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAAAAAA")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("te\txt\n\n— name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAA\n")]
    [InlineData("text\n\nno signature\n")]
    public void Note_ThatIsNone_IsNone(string text) => Assert.Null(SignedNote.Of(text));

    [Fact]
    public void Key_InOneLineAndInPem_IsReadBack()
    {
        Assert.Equal(signer.Key, LogKey.Of(signer.Key.ToString()));
        using var same = LogSigner.Of(Name, signer.ToPem())!;
        Assert.Equal(signer.Key, same.Key);
        Assert.Null(LogSigner.Of(Name, "nothing"));
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Null(LogSigner.Of(Name, longer.ExportPkcs8PrivateKeyPem()));
        Assert.Null(LogKey.Of(signer.Key.ToString().Replace($"+{Convert.ToHexStringLower(signer.Key.Id)}+", "+00000000+", StringComparison.Ordinal)));
        Assert.Null(LogKey.Of(new LogKey(Name, longer.ExportSubjectPublicKeyInfo()).ToString()));
        Assert.Null(LogKey.Of("a+b"));
    }

    [Fact]
    public void Head_ThatIsNone_IsNone()
    {
        var head = new LogHead(Name, 12, SHA256.HashData([1]));
        Assert.Equal(head.Root, LogHead.Of(head.ToString())!.Root);
        Assert.Null(LogHead.Of(head.ToString().Replace("\n12\n", "\n012\n", StringComparison.Ordinal)));
        Assert.Null(LogHead.Of($"{Name}\n12\nAAAA\n"));
        Assert.Null(LogHead.Of(""));
    }

    [Fact]
    public void Check_ProofOfARecord_HoldsUntilAnythingIsChanged()
    {
        var proof = Proof(at: 2, size: 5);

        Assert.Null(RecordProof.Of(proof.ToJson())!.Check(signer.Key).Fault);

        var subject = proof.Subject;
        foreach (var changed in (RecordProof[])
        [
            proof with { Text = proof.Text + " " }, proof with { Salt = new string('1', 64) }, proof with { Act = "withdrawn" }, proof with { Act = "never" },
            proof with { At = "2026-11-22T10:00:00.000001Z" }, proof with { At = "yesterday" }, proof with { Position = 1 }, proof with { Path = [.. proof.Path.Reverse()] },
            proof with { Path = [.. proof.Path.Skip(1)] }, proof with { Path = ["zz"] }, proof with { Subject = subject with { Reference = "PCD 2" } },
            proof with { Subject = subject with { Revision = 2 } }, proof with { Subject = subject with { Kind = "meeting" } }, proof with { Subject = subject with { Body = "other" } },
        ])
            Assert.Equal(ProofFault.NotThisText, changed.Check(signer.Key).Fault);
        using var other = LogSigner.New(Name);
        Assert.Equal(ProofFault.AnotherKey, proof.Check(other.Key).Fault);
        Assert.Equal(ProofFault.Older, (proof with { Checkpoint = Proof(0, 2).Checkpoint }).Check(signer.Key).Fault);
        Assert.Equal(ProofFault.NotSigned, (proof with { Checkpoint = "" }).Check(signer.Key).Fault);
        Assert.Equal(ProofFault.NotSigned, (proof with { Checkpoint = proof.Checkpoint.Replace("\n5\n", "\n6\n", StringComparison.Ordinal) }).Check(signer.Key).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"form\":\"goldthread proof 1\",\"subject\":null}")]
    public void Of_FileThatIsNoProof_IsNone(string json) => Assert.Null(RecordProof.Of(json));

    [Fact]
    public void Entry_Bytes_AreFourLinesThatNameNothing()
    {
        var entry = new LogEntry(LogAct.Saved, new DateTime(2026, 11, 22, 9, 30, 0, DateTimeKind.Utc), LogEntry.Commit(new string('0', 64), new("mayors-office", "decision", "PCD 1", 1), "{}"));
        Assert.Matches("^goldthread entry 1\nsaved\n2026-11-22T09:30:00.000000Z\n[0-9a-f]{64}\n$", Encoding.UTF8.GetString(entry.Bytes));
    }

    // The log of entries whose place is their number, and the proof of one of them.
    private RecordProof Proof(int at, int size)
    {
        LogEntry[] entries = [.. Enumerable.Range(0, size).Select(i => new LogEntry(LogAct.Saved, new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Utc), LogEntry.Commit(new string('0', 64), Subject(i), "{}")))];
        byte[] Subtree(int level, long index) => level == 0 ? MerkleTree.LeafHash(entries[index].Bytes) : MerkleTree.NodeHash(Subtree(level - 1, 2 * index), Subtree(level - 1, (2 * index) + 1));
        return new RecordProof
        {
            Form = RecordProof.Written,
            Subject = Subject(at),
            Text = "{}",
            Salt = new string('0', 64),
            Act = "saved",
            At = "2026-11-22T10:00:00.000000Z",
            Position = at,
            Path = [.. MerkleTree.Inclusion(at, size, Subtree).Select(Convert.ToHexStringLower)],
            Checkpoint = SignedNote.Sign(new LogHead(Name, size, MerkleTree.Root(size, Subtree)).ToString(), signer).ToString(),
        };
    }

    private static LogSubject Subject(int i) => new("mayors-office", "decision", $"PCD {i + 100}", 1);
}
