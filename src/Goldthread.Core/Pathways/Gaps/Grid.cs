namespace Goldthread.Core.Pathways.Gaps;

/// <summary>The cells of a <see cref="Quotient"/> as words: some dimensions within a word of 64 bits, the others from word to word.</summary>
internal sealed class Grid
{
    private readonly ulong[][] _bitsOf;

    public Grid(Quotient quotient)
    {
        Sizes = [.. quotient.Classes.Select(classes => classes.Count)];
        var bits = 1;
        var inWord = new bool[Sizes.Length];
        foreach (var d in Enumerable.Range(0, Sizes.Length).OrderBy(d => Sizes[d]))
        {
            if (bits * Sizes[d] <= 64)
            {
                inWord[d] = true;
                bits *= Sizes[d];
            }
        }
        IsInWord = inWord;
        Stride = new int[Sizes.Length];
        var (bit, word) = (1, 1);
        for (var d = Sizes.Length - 1; d >= 0; d--)
        {
            if (inWord[d])
            {
                Stride[d] = bit;
                bit *= Sizes[d];
            }
            else
            {
                Stride[d] = word;
                word *= Sizes[d];
            }
        }
        (BitsInWord, Set) = (bit, new ulong[word]);
        _bitsOf = [.. Sizes.Select((size, d) => inWord[d] ? Enumerable.Range(0, size).Select(value => MakeBitsOf(d, value)).ToArray() : [])];
        Fill(quotient.Cells);
    }

    /// <summary>The number of classes of each dimension.</summary>
    public int[] Sizes { get; }

    /// <summary>Whether the dimension stands within a word.</summary>
    public bool[] IsInWord { get; }

    /// <summary>How many bits, or words, apart two neighbouring classes of the dimension stand.</summary>
    public int[] Stride { get; }

    /// <summary>The cells that a word holds, 64 at most.</summary>
    public int BitsInWord { get; }

    /// <summary>The cells that are in the set.</summary>
    public ulong[] Set { get; }

    /// <summary>The bits of a word at which the dimension has the class.</summary>
    public ulong BitsOf(int dimension, int value) => _bitsOf[dimension][value];

    private ulong MakeBitsOf(int dimension, int value)
    {
        var bits = 0UL;
        for (var bit = 0; bit < BitsInWord; bit++)
        {
            if (bit / Stride[dimension] % Sizes[dimension] == value)
            {
                bits |= 1UL << bit;
            }
        }
        return bits;
    }

    /// <summary>The class of each dimension at a bit of a word.</summary>
    public void Locate(int word, int bit, Span<int> cell)
    {
        for (var d = 0; d < Sizes.Length; d++)
        {
            cell[d] = (IsInWord[d] ? bit : word) / Stride[d] % Sizes[d];
        }
    }

    private void Fill(byte[] cells)
    {
        var cell = new int[Sizes.Length];
        foreach (var value in cells)
        {
            if (value != 0)
            {
                var (word, bit) = (0, 0);
                for (var d = 0; d < cell.Length; d++)
                {
                    if (IsInWord[d])
                    {
                        bit += cell[d] * Stride[d];
                    }
                    else
                    {
                        word += cell[d] * Stride[d];
                    }
                }
                Set[word] |= 1UL << bit;
            }
            Advance(cell);
        }
    }

    private void Advance(int[] cell)
    {
        for (var d = cell.Length - 1; d >= 0; d--)
        {
            if (++cell[d] < Sizes[d])
            {
                return;
            }
            cell[d] = 0;
        }
    }
}
