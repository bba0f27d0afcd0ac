using System.Globalization;

namespace Goldthread.Core.Proof;

/// <summary>What a log says of itself at a time, the text of a C2SP checkpoint: whose it is, how many entries it has, and their root.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">The number of entries.</param>
/// <param name="Root">The hash of the tree.</param>
public sealed record LogHead(string Origin, long Size, byte[] Root)
{
    /// <summary>The text that is signed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>The head that a note's text is; null where it is none. Lines after the third are left alone.</summary>
    public static LogHead? Of(string text)
    {
        if (text.Split('\n') is not [{ Length: > 0 } origin, var count, var hash, ..]
            || !long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size.ToString(CultureInfo.InvariantCulture) != count)
            return null;
        var root = new byte[MerkleTree.HashLength + 4];
        return Convert.TryFromBase64String(hash, root, out var length) && length == MerkleTree.HashLength ? new(origin, size, root[..length]) : null;
    }
}
