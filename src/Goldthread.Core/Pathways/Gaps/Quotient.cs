namespace Goldthread.Core.Pathways.Gaps;

/// <summary>A set of profiles, with values that make no difference to it put together in classes.</summary>
/// <remarks>
/// Two values of a dimension are of one class if exchanging them never takes a profile into the set or out
/// of it. A maximal box holds all of a class or none of it, so nothing is lost by looking for boxes among
/// the classes, and there are far fewer of them.
/// </remarks>
/// <param name="Classes">For each dimension, its classes: the values of each, ascending.</param>
/// <param name="Cells">For each combination of classes, the last dimension turning fastest, 1 where it is in the set.</param>
internal sealed record Quotient(IReadOnlyList<IReadOnlyList<int[]>> Classes, byte[] Cells)
{
    /// <summary>Puts together the values that make no difference, one dimension after the other.</summary>
    /// <param name="sizes">The number of values of each dimension.</param>
    /// <param name="cells">For each profile, the last dimension turning fastest, 1 where it is in the set.</param>
    public static Quotient Of(IReadOnlyList<int> sizes, byte[] cells)
    {
        var classes = new IReadOnlyList<int[]>[sizes.Count];
        var outer = 1;
        var inner = cells.Length;
        for (var d = 0; d < sizes.Count; d++)
        {
            inner /= sizes[d];
            var slabs = new Slabs(cells, outer, sizes[d], inner);
            classes[d] = slabs.FindClasses();
            cells = slabs.Keep(classes[d]);
            outer *= classes[d].Count;
        }
        return new Quotient(classes, cells);
    }

    /// <summary>The cells seen as outer × values × inner: one slab for each value of the dimension in the middle.</summary>
    private sealed class Slabs(byte[] cells, int outer, int values, int inner)
    {
        public List<int[]> FindClasses()
        {
            var hashes = Hashes();
            var classes = new List<List<int>>();
            var byHash = new Dictionary<ulong, List<List<int>>>();
            for (var value = 0; value < values; value++)
            {
                if (!byHash.TryGetValue(hashes[value], out var alike))
                {
                    alike = byHash[hashes[value]] = [];
                }
                var found = alike.Find(others => AreEqual(others[0], value));
                if (found is null)
                {
                    found = [];
                    alike.Add(found);
                    classes.Add(found);
                }
                found.Add(value);
            }
            return classes.ConvertAll(members => members.ToArray());
        }

        public byte[] Keep(IReadOnlyList<int[]> classes)
        {
            if (classes.Count == values)
            {
                return cells;
            }
            var kept = new byte[outer * classes.Count * inner];
            for (var o = 0; o < outer; o++)
            {
                for (var c = 0; c < classes.Count; c++)
                {
                    Row(o, classes[c][0]).CopyTo(kept.AsSpan(((o * classes.Count) + c) * inner));
                }
            }
            return kept;
        }

        private ulong[] Hashes()
        {
            var hashes = new ulong[values];
            for (var o = 0; o < outer; o++)
            {
                for (var value = 0; value < values; value++)
                {
                    var hash = hashes[value];
                    foreach (var cell in Row(o, value))
                    {
                        hash = (hash * 0x9E3779B97F4A7C15) + cell + 1;
                        hash ^= hash >> 29;
                    }
                    hashes[value] = hash;
                }
            }
            return hashes;
        }

        private bool AreEqual(int value, int other)
        {
            for (var o = 0; o < outer; o++)
            {
                if (!Row(o, value).SequenceEqual(Row(o, other)))
                {
                    return false;
                }
            }
            return true;
        }

        private ReadOnlySpan<byte> Row(int o, int value) => cells.AsSpan(((o * values) + value) * inner, inner);
    }
}
