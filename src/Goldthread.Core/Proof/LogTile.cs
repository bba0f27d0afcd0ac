using System.Globalization;

namespace Goldthread.Core.Proof;

/// <summary>
/// A tile of a log's tree as C2SP <c>tlog-tiles</c> lays it out: up to 256 hashes that stand side by side. Level 0 has the
/// hashes of entries; each hash of a higher level is that of a full tile below it.
/// </summary>
/// <param name="Level">The level of tiles, from 0.</param>
/// <param name="Index">Which of its level, from 0.</param>
/// <param name="Width">How many hashes it has, 1 to 256; 256 where it is full.</param>
public sealed record LogTile(int Level, long Index, int Width)
{
    /// <summary>The hashes of a full tile.</summary>
    public const int Full = 256;

    /// <summary>The levels of the tree within one tile.</summary>
    public const int Height = 8;

    private const int HighestLevel = 63;
    private const string Partial = ".p";

    /// <summary>Its path: the level, the index in groups of three digits, and the width where it is not full.</summary>
    public string Path => $"{Level.ToString(CultureInfo.InvariantCulture)}/{Tail}";

    /// <summary>The path without the level; a bundle of entries has it as well.</summary>
    public string Tail => IndexPath(Index) + (Width == Full ? "" : string.Create(CultureInfo.InvariantCulture, $"{Partial}/{Width}"));

    /// <summary>The tiles of a level in a tree of a size: how many hashes the level has in all.</summary>
    public static long HashesOf(int level, long size) => level * Height >= 63 ? 0 : size >> (level * Height);

    /// <summary>The tile that a path names; null where it names none.</summary>
    /// <param name="level">The level as it stands in the path.</param>
    /// <param name="tail">What follows it.</param>
    public static LogTile? Of(string level, string tail)
    {
        if (Number(level, HighestLevel) is not { } at)
            return null;
        var parts = tail.Split('/');
        var width = Full;
        if (parts is [.. var before, var last, var wide] && last.EndsWith(Partial, StringComparison.Ordinal))
        {
            if (Number(wide, Full - 1) is not (> 0 and { } given))
                return null;
            (width, parts) = (given, [.. before, last[..^Partial.Length]]);
        }

        long index = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var digits = i < parts.Length - 1 ? parts[i].StartsWith('x') ? parts[i][1..] : "" : parts[i];
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit) || index > long.MaxValue / 1_000_000)
                return null;
            index = (index * 1000) + int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var tile = new LogTile(at, index, width);
        return tile.Tail == tail ? tile : null;
    }

    private static string IndexPath(long index)
    {
        var path = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (index /= 1000; index > 0; index /= 1000)
            path = $"x{(index % 1000).ToString("000", CultureInfo.InvariantCulture)}/{path}";
        return path;
    }

    private static int? Number(string text, int most) =>
        text.Length is > 0 and < 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most && (text.Length == 1 || text[0] != '0') ? number : null;
}
