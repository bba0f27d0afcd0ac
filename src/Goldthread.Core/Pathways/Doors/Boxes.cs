namespace Goldthread.Core.Pathways.Doors;

/// <summary>
/// Sets of profiles as boxes: for each characteristic the values allowed, a bit for each. One way of being accepted is a box,
/// and whoever meets several is in the box of what they have in common, so a route can be followed by some profile exactly
/// where no characteristic is left without a value.
/// </summary>
internal sealed class Boxes
{
    private const int Bits = 64;

    private readonly int[] first; // of each characteristic, the place of its first word; and the number of words

    public Boxes(PathwayMap map)
    {
        first = new int[map.Dimensions.Count + 1];
        for (var d = 0; d < map.Dimensions.Count; d++)
            first[d + 1] = first[d] + ((map.Dimensions[d].Values.Count + Bits - 1) / Bits);
        Everyone = new ulong[first[^1]];
        for (var d = 0; d < map.Dimensions.Count; d++)
        {
            for (var value = 0; value < map.Dimensions[d].Values.Count; value++)
                Allow(Everyone, d, value);
        }
    }

    /// <summary>The box of all profiles.</summary>
    public ulong[] Everyone { get; }

    /// <summary>The boxes of those who meet some conditions, one for each way.</summary>
    public ulong[][] Of(Conditions conditions) => conditions.Alternatives.Count == 0 ? [Everyone] : [.. conditions.Alternatives.Select(Of)];

    /// <summary>The box of those who are as somebody said.</summary>
    public ulong[] Of(Situation who)
    {
        var box = (ulong[])Everyone.Clone();
        for (var d = 0; d < who.Values.Count; d++)
        {
            if (who.Values[d] is { } value)
                Only(box, d, [value]);
        }

        return box;
    }

    /// <summary>What two boxes have in common, written into a third; false where it is nobody.</summary>
    public bool Meet(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> common)
    {
        for (var d = 0; d + 1 < first.Length; d++)
        {
            var any = 0UL;
            for (var word = first[d]; word < first[d + 1]; word++)
                any |= common[word] = a[word] & b[word];
            if (any == 0)
                return false;
        }

        return true;
    }

    /// <summary>The characteristics in which one box allows less than another.</summary>
    public List<int> Narrowed(ReadOnlySpan<ulong> box, ReadOnlySpan<ulong> than)
    {
        var narrowed = new List<int>();
        for (var d = 0; d + 1 < first.Length; d++)
        {
            if (!box[first[d]..first[d + 1]].SequenceEqual(than[first[d]..first[d + 1]]))
                narrowed.Add(d);
        }

        return narrowed;
    }

    private ulong[] Of(Alternative way)
    {
        var box = (ulong[])Everyone.Clone();
        foreach (var asked in way.Restrictions)
            Only(box, asked.Dimension, asked.Values);
        return box;
    }

    private void Only(ulong[] box, int dimension, IReadOnlyList<int> values)
    {
        box.AsSpan(first[dimension]..first[dimension + 1]).Clear();
        foreach (var value in values)
            Allow(box, dimension, value);
    }

    private void Allow(ulong[] box, int dimension, int value) => box[first[dimension] + (value / Bits)] |= 1UL << (value % Bits);
}
