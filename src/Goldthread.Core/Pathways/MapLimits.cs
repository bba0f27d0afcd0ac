using System.Globalization;
using System.Numerics;

namespace Goldthread.Core.Pathways;

/// <summary>How large a map may be. What is larger is refused with the reason, before any memory is taken.</summary>
public static class MapLimits
{
    /// <summary>The most profiles: 2²⁶. A set of them is 8 MiB of bits, and up to 320 MiB while its boxes are looked for.</summary>
    public const long MostProfiles = 1L << 26;

    /// <summary>The most pairs of a profile and a need: 2³¹, one bit each, 256 MiB in all.</summary>
    public const long MostProfilesTimesNeeds = 1L << 31;

    /// <summary>The most needs: each has a row of counters for every profile of a block.</summary>
    public const int MostNeeds = 4096;

    /// <summary>The most pairs of a need and a door, a service or a value: 2²², each with its figures for every worker.</summary>
    public const long MostRows = 1L << 22;

    /// <summary>The most bytes of one file of a map: 128 MiB.</summary>
    public const long MostBytes = 1L << 27;

    /// <summary>The most lines of one file of a map: 2²⁰, each of which may be a subject, an alternative or a problem to name.</summary>
    public const long MostLines = 1L << 20;

    /// <summary>Why a file has too many bytes to be read; null where it has not.</summary>
    public static string? RefusalOfBytes(long bytes) =>
        bytes > MostBytes ? $"The file has {Text(bytes)} bytes; the limit is {Text(MostBytes)}." : null;

    /// <summary>Why a file has too many lines to be read; null where it has not.</summary>
    public static string? RefusalOfLines(ReadOnlySpan<byte> bytes)
    {
        var lines = bytes.Count((byte)'\n') + (bytes.IsEmpty || bytes[^1] == '\n' ? 0 : 1);
        return lines > MostLines ? $"The file has {Text(lines)} lines; the limit is {Text(MostLines)}." : null;
    }

    /// <summary>Why the map is too large to be answered; null where it is not.</summary>
    public static string? Refusal(PathwayMap map)
    {
        var profiles = map.ProfileCount;
        var values = map.Dimensions.Sum(dimension => (long)dimension.Values.Count);
        var rows = Math.Max(values, Math.Max(map.Doors.Count, map.Services.Count)) * map.Needs.Count;
        if (profiles > MostProfiles)
        {
            return $"The map has {Text(profiles)} profiles (the product of the values of its {map.Dimensions.Count} dimensions); the limit is {Text(MostProfiles)}.";
        }
        if (profiles * map.Needs.Count > MostProfilesTimesNeeds)
        {
            return $"The map has {Text(profiles)} profiles times {map.Needs.Count} needs; the limit of the product is {Text(MostProfilesTimesNeeds)}.";
        }
        if (map.Needs.Count > MostNeeds)
        {
            return $"The map has {Text(map.Needs.Count)} needs; the limit is {Text(MostNeeds)}.";
        }
        return rows > MostRows
            ? $"The map has {Text(rows)} pairs of a need and a door, a service or a value; the limit is {Text(MostRows)}."
            : null;
    }

    private static string Text(BigInteger number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
