namespace Goldthread.Core.Pathways.Engine;

/// <summary>How the space of profiles is cut into blocks of equal shape, and where each profile's bit stands.</summary>
/// <remarks>
/// A block holds <see cref="Step"/> consecutive values of each dimension: one value where the dimension is
/// cut, all of them where it is not, and a part of a dimension too long for either. Within a block the last
/// dimension turns fastest. Cutting by the dimensions on which most conditions hang, the borough above all,
/// leaves in each block only what is open to those profiles, in sets small enough for the second-level cache.
/// </remarks>
internal sealed class Layout
{
    /// <summary>Sets are padded to this many words, so that loops over them need no remainder.</summary>
    public const int WordsPerStride = 32;

    private readonly int[] _order;

    private Layout(int[] sizes, int[] step, int[] order)
    {
        (Sizes, Step, _order) = (sizes, step, order);
        Chunks = [.. sizes.Select((size, d) => (size + step[d] - 1) / step[d])];
        Stride = new int[sizes.Length];
        var bits = 1;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            Stride[d] = bits;
            bits *= step[d];
        }
        Bits = bits;
        Words = (bits + (64 * WordsPerStride) - 1) / (64 * WordsPerStride) * WordsPerStride;
        Blocks = Chunks.Aggregate(1, (product, chunks) => checked(product * chunks));
    }

    /// <summary>The number of values of each dimension.</summary>
    public int[] Sizes { get; }

    /// <summary>How many values of each dimension a block holds.</summary>
    public int[] Step { get; }

    /// <summary>Into how many parts each dimension is cut.</summary>
    public int[] Chunks { get; }

    /// <summary>How many bits apart two neighbouring values of a dimension stand in a block.</summary>
    public int[] Stride { get; }

    /// <summary>The profiles of a block; in the last part of a dimension some may not exist.</summary>
    public int Bits { get; }

    /// <summary>The words of 64 bits of a set of a block's profiles, padding included.</summary>
    public int Words { get; }

    /// <summary>The number of blocks.</summary>
    public int Blocks { get; }

    /// <summary>The dimension that changes slowest from block to block.</summary>
    public int Slowest => _order[0];

    /// <summary>Whether a dimension is cut into parts of more than one value.</summary>
    public bool HasParts(int dimension) => Step[dimension] > 1 && Chunks[dimension] > 1;

    /// <summary>Cuts the space until a block has at most <paramref name="mostBits"/> profiles.</summary>
    /// <param name="sizes">The number of values of each dimension.</param>
    /// <param name="spread">For each dimension, the mean part of its values that a subject accepts: the lower, the more a cut leaves out.</param>
    /// <param name="mostBits">The most profiles of a block.</param>
    public static Layout Cut(int[] sizes, double[] spread, int mostBits)
    {
        var fewestBits = Math.Max(1, mostBits / 8);
        var step = (int[])sizes.Clone();
        var order = new List<int>();
        var bits = sizes.Aggregate(1L, (product, size) => product * size);
        while (bits > mostBits)
        {
            var best = Enumerable.Range(0, sizes.Length)
                .Where(d => step[d] > 1 && step[d] == sizes[d] && bits / sizes[d] >= fewestBits)
                .OrderBy(d => spread[d]).ThenBy(d => d).Append(-1).First();
            if (best < 0)
            {
                bits = CutIntoParts(step, order, bits, mostBits);
                break;
            }
            step[best] = 1;
            order.Add(best);
            bits /= sizes[best];
        }
        order.AddRange(Enumerable.Range(0, sizes.Length).Where(d => !order.Contains(d)));
        return new Layout(sizes, step, [.. order]);
    }

    /// <summary>The number of the part of each dimension that the block holds.</summary>
    public void ChunksOf(int block, Span<int> chunks)
    {
        for (var i = _order.Length - 1; i >= 0; i--)
        {
            var d = _order[i];
            (block, chunks[d]) = Math.DivRem(block, Chunks[d]);
        }
    }

    /// <summary>The bits of a block in which the dimension has one of the values, numbered from the block's first.</summary>
    public ulong[] ValueBits(int dimension, Func<int, bool> accepts)
    {
        var words = new ulong[Words];
        var (stride, step) = (Stride[dimension], Step[dimension]);
        for (var value = 0; value < step; value++)
        {
            if (!accepts(value))
            {
                continue;
            }
            for (var start = value * stride; start < Bits; start += stride * step)
            {
                SetRange(words, start, stride);
            }
        }
        return words;
    }

    private static long CutIntoParts(int[] step, List<int> order, long bits, int mostBits)
    {
        var longest = Array.IndexOf(step, step.Max());
        var others = bits / step[longest];
        var parts = (int)Math.Min(step[longest], (bits + mostBits - 1) / mostBits);
        step[longest] = (step[longest] + parts - 1) / parts;
        order.Add(longest);
        return others * step[longest];
    }

    private static void SetRange(ulong[] words, int start, int length)
    {
        for (var end = start + length; start < end;)
        {
            var inWord = Math.Min(64 - (start & 63), end - start);
            var ones = inWord == 64 ? ulong.MaxValue : (1UL << inWord) - 1;
            words[start >> 6] |= ones << (start & 63);
            start += inWord;
        }
    }
}
