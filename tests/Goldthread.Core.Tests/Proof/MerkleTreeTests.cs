using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Proof;

namespace Goldthread.Core.Tests.Proof;

/// <summary>The tree beside a plain second one that hashes every entry anew, as RFC 6962 section 2.1 defines it.</summary>
public sealed class MerkleTreeTests
{
    private const int Most = 40;
    private static readonly byte[][] Entries = [.. Enumerable.Range(0, Most).Select(i => Encoding.UTF8.GetBytes($"entry {i}"))];

    [Fact]
    public void Root_EverySize_IsThatOfThePlainTree()
    {
        for (var size = 0; size <= Most; size++)
            Assert.Equal(Plain(0, size), MerkleTree.Root(size, Subtree));
    }

    [Fact]
    public void Inclusion_EveryEntryOfEverySize_LeadsToTheRootAndOthersDoNot()
    {
        for (var size = 1; size <= Most; size++)
        {
            for (var at = 0; at < size; at++)
            {
                var path = MerkleTree.Inclusion(at, size, Subtree);
                Assert.Equal(PlainPath(at, 0, size), path);
                Assert.Equal(Plain(0, size), MerkleTree.RootByInclusion(MerkleTree.LeafHash(Entries[at]), at, size, path));
                Assert.NotEqual(Plain(0, size), MerkleTree.RootByInclusion(MerkleTree.LeafHash(Entries[(at + 1) % Most]), at, size, path));
                Assert.Null(MerkleTree.RootByInclusion(MerkleTree.LeafHash(Entries[at]), at, size, [.. path, path.FirstOrDefault() ?? Plain(0, 1)]));
                if (path.Count > 0)
                    Assert.Null(MerkleTree.RootByInclusion(MerkleTree.LeafHash(Entries[at]), at, size, [.. path.Skip(1)]));
            }
        }
    }

    [Fact]
    public void Consistency_EveryPairOfSizes_HoldsAndWithAnotherRootDoesNot()
    {
        for (var size = 0; size <= Most; size++)
        {
            for (var earlier = 0; earlier <= size; earlier++)
            {
                var proof = MerkleTree.Consistency(earlier, size, Subtree);
                Assert.True(MerkleTree.IsConsistent(earlier, Plain(0, earlier), size, Plain(0, size), proof), $"{earlier} in {size}");
                if (earlier > 0)
                    Assert.False(MerkleTree.IsConsistent(earlier, Plain(0, earlier), size, SHA256.HashData([7]), proof));
                if (earlier > 0)
                    Assert.False(MerkleTree.IsConsistent(earlier, SHA256.HashData([7]), size, Plain(0, size), proof));
                Assert.False(MerkleTree.IsConsistent(earlier, Plain(0, earlier), size, Plain(0, size), [.. proof, Plain(0, 1)]));
            }
        }
    }

    [Fact]
    public void Consistency_ForkedLog_IsNotShown()
    {
        byte[] Forked(int level, long index) => index == 0 ? SHA256.HashData([(byte)level]) : Subtree(level, index);
        for (var size = 5; size <= Most; size++)
            Assert.False(MerkleTree.IsConsistent(4, Plain(0, 4), size, MerkleTree.Root(size, Forked), MerkleTree.Consistency(4, size, Forked)));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    public void RootByInclusion_PlaceOutsideTheTree_IsNone(long at, long size) => Assert.Null(MerkleTree.RootByInclusion(Plain(0, 1), at, size, []));

    private static byte[] Subtree(int level, long index) => Plain((int)(index << level), (int)((index + 1) << level));

    private static byte[] Plain(int from, int to)
    {
        if (to == from)
            return SHA256.HashData([]);
        if (to - from == 1)
            return SHA256.HashData([0, .. Entries[from]]);
        var split = 1;
        while (split * 2 < to - from)
            split *= 2;
        return SHA256.HashData([1, .. Plain(from, from + split), .. Plain(from + split, to)]);
    }

    private static List<byte[]> PlainPath(int at, int from, int to)
    {
        if (to - from == 1)
            return [];
        var split = 1;
        while (split * 2 < to - from)
            split *= 2;
        return at < from + split
            ? [.. PlainPath(at, from, from + split), Plain(from + split, to)]
            : [.. PlainPath(at, from + split, to), Plain(from, from + split)];
    }
}
