using System.Text.Json;
using Goldthread.Core.Proof;

namespace Goldthread.Core.Tests.Proof;

/// <summary>The tree against the test vectors beside the repository (<c>../shared/standards/merkle</c>); skipped where they are not there.</summary>
public sealed class MerkleVectorTests
{
    [Fact]
    public void Tree_OfTheVectors_HasTheirRootsPathsAndProofs()
    {
        var file = Path.Combine(RepositoryFiles.Root, "..", "shared", "standards", "merkle", "vectors.json");
        Assert.SkipUnless(File.Exists(file), "The Merkle test vectors are not beside the repository (../shared/standards/merkle).");
        using var vectors = JsonDocument.Parse(File.ReadAllText(file));
        var all = vectors.RootElement;
        byte[][] entries = [.. all.GetProperty("leaves").EnumerateArray().Select(leaf => Convert.FromHexString(leaf.GetString()!))];
        var roots = all.GetProperty("roots").EnumerateObject().ToDictionary(root => long.Parse(root.Name, System.Globalization.CultureInfo.InvariantCulture), root => Convert.FromHexString(root.Value.GetString()!));
        byte[] Subtree(int level, long index) => level == 0 ? MerkleTree.LeafHash(entries[index]) : MerkleTree.NodeHash(Subtree(level - 1, 2 * index), Subtree(level - 1, (2 * index) + 1));

        Assert.All(roots, root => Assert.Equal(root.Value, MerkleTree.Root(root.Key, Subtree)));
        var checks = 0;
        foreach (var one in all.GetProperty("inclusion").EnumerateArray())
        {
            var (at, size) = (one.GetProperty("leaf").GetInt64(), one.GetProperty("size").GetInt64());
            var path = Hashes(one.GetProperty("path"));
            Assert.Equal(path, MerkleTree.Inclusion(at, size, Subtree));
            Assert.Equal(roots[size], MerkleTree.RootByInclusion(MerkleTree.LeafHash(entries[at]), at, size, path));
            checks++;
        }

        foreach (var one in all.GetProperty("consistency").EnumerateArray())
        {
            var (from, to) = (one.GetProperty("from").GetInt64(), one.GetProperty("to").GetInt64());
            var proof = Hashes(one.GetProperty("proof"));
            Assert.Equal(proof, MerkleTree.Consistency(from, to, Subtree));
            Assert.True(MerkleTree.IsConsistent(from, roots[from], to, roots[to], proof));
            checks++;
        }

        Assert.True(checks > 60, $"{checks} proofs");
    }

    private static List<byte[]> Hashes(JsonElement list) => [.. list.EnumerateArray().Select(hash => Convert.FromHexString(hash.GetString()!))];
}
