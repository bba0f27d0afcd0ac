using System.Numerics;
using System.Security.Cryptography;

namespace Goldthread.Core.Proof;

/// <summary>
/// The Merkle tree of RFC 6962, section 2.1, with SHA-256: what a log of so many entries hashes to, and the short lists of
/// hashes that show that an entry is in it, or that a longer log begins with a shorter one.
/// </summary>
/// <remarks>Hashes are 32 bytes. Positions and sizes count entries, positions from 0.</remarks>
public static class MerkleTree
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int HashLength = 32;

    private const byte OfLeaf = 0;
    private const byte OfNode = 1;

    /// <summary>The hash of an entry.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([OfLeaf]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of two subtrees side by side.</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * HashLength)];
        both[0] = OfNode;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashLength)..]);
        return SHA256.HashData(both);
    }

    /// <summary>The hash of a whole tree.</summary>
    /// <param name="size">The number of its entries.</param>
    /// <param name="subtree">Gives the hash of a complete subtree.</param>
    public static byte[] Root(long size, SubtreeHash subtree) => size == 0 ? SHA256.HashData([]) : Hash(0, size, subtree);

    /// <summary>The hashes that lead from an entry to the root of a tree of that size, the entry's neighbour first.</summary>
    public static IReadOnlyList<byte[]> Inclusion(long position, long size, SubtreeHash subtree)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, size);
        var path = new List<byte[]>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            path.Add(position < middle ? Hash(middle, to, subtree) : Hash(from, middle, subtree));
            (from, to) = position < middle ? (from, middle) : (middle, to);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The hashes that show that the tree of one size begins with the tree of another.</summary>
    public static IReadOnlyList<byte[]> Consistency(long earlier, long size, SubtreeHash subtree)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        var proof = new List<byte[]>();
        if (earlier == 0)
            return proof;
        var (from, to) = (0L, size);
        while (earlier != to)
        {
            var middle = from + Split(to - from);
            proof.Add(earlier <= middle ? Hash(middle, to, subtree) : Hash(from, middle, subtree));
            (from, to) = earlier <= middle ? (from, middle) : (middle, to);
        }

        if (from > 0)
            proof.Add(Hash(from, to, subtree));
        proof.Reverse();
        return proof;
    }

    /// <summary>The root that an entry's hash and its path lead to; null where the path has not the length that it must have.</summary>
    public static byte[]? RootByInclusion(ReadOnlySpan<byte> leaf, long position, long size, IReadOnlyList<byte[]> path)
    {
        if (position < 0 || position >= size || path.Any(hash => hash.Length != HashLength))
            return null;
        var (hash, at, last, used) = (leaf.ToArray(), position, size - 1, 0);
        for (; last > 0; at >>= 1, last >>= 1)
        {
            if ((at & 1) == 0 && at == last)
                continue; // alone on its level: goes up as it is
            if (used == path.Count)
                return null;
            hash = (at & 1) == 1 ? NodeHash(path[used], hash) : NodeHash(hash, path[used]);
            used++;
        }

        return used == path.Count ? hash : null;
    }

    /// <summary>Whether a proof shows that the tree with one root begins with the tree with another.</summary>
    public static bool IsConsistent(long earlier, ReadOnlySpan<byte> earlierRoot, long size, ReadOnlySpan<byte> root, IReadOnlyList<byte[]> proof)
    {
        if (earlier < 0 || earlier > size || proof.Any(hash => hash.Length != HashLength))
            return false;
        if (earlier == 0)
            return proof.Count == 0 && earlierRoot.SequenceEqual(SHA256.HashData([]));
        if (earlier == size)
            return proof.Count == 0 && earlierRoot.SequenceEqual(root);

        // Up from the end of the earlier tree: as long as it is a right-hand end, both trees are the same there.
        var up = BitOperations.TrailingZeroCount(earlier);
        var (at, last, used) = ((earlier - 1) >> up, (size - 1) >> up, 0);
        byte[] was;
        if (at == 0)
            was = earlierRoot.ToArray(); // the earlier tree is one complete subtree
        else if (proof.Count == 0)
            return false;
        else
            was = proof[used++];
        var now = was;
        for (; last > 0; at >>= 1, last >>= 1)
        {
            if ((at & 1) == 0 && at == last)
                continue;
            if (used == proof.Count)
                return false;
            if ((at & 1) == 1)
                (was, now) = (NodeHash(proof[used], was), NodeHash(proof[used], now));
            else
                now = NodeHash(now, proof[used]);
            used++;
        }

        return used == proof.Count && earlierRoot.SequenceEqual(was) && root.SequenceEqual(now);
    }

    // The hash of the entries from one position up to another; asks for complete subtrees alone.
    private static byte[] Hash(long from, long to, SubtreeHash subtree)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
            return subtree(BitOperations.Log2((ulong)count), from / count);
        var middle = from + Split(count);
        return NodeHash(Hash(from, middle, subtree), Hash(middle, to, subtree));
    }

    // The largest power of two below a number above 1.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}

/// <summary>The hash of a complete subtree.</summary>
/// <param name="level">The height: it has two to this power entries.</param>
/// <param name="index">Which of its height, from 0.</param>
public delegate byte[] SubtreeHash(int level, long index);
