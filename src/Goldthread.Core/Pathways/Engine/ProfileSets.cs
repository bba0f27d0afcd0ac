namespace Goldthread.Core.Pathways.Engine;

/// <summary>A set of profiles of the whole map for each need, as one bit a profile, block after block.</summary>
internal sealed class ProfileSets
{
    private readonly Layout _layout;
    private readonly ulong[][] _words;

    public ProfileSets(Layout layout, int needs)
    {
        _layout = layout;
        _words = new ulong[needs][];
        for (var need = 0; need < needs; need++)
        {
            _words[need] = new ulong[(long)layout.Blocks * layout.Words];
        }
    }

    /// <summary>A need's set in a block.</summary>
    public Span<ulong> Of(int need, int block) => _words[need].AsSpan(block * _layout.Words, _layout.Words);

    /// <summary>The number of profiles in a need's set.</summary>
    public long Count(int need) => Bits.Count(_words[need]);

    /// <summary>A byte for each profile, the last dimension turning fastest: 1 where the profile is not in the need's set.</summary>
    public byte[] Outside(int need) => Spread(need, 1);

    /// <summary>A byte for each profile, the last dimension turning fastest: 1 where the profile is in the need's set.</summary>
    public byte[] Inside(int need) => Spread(need, 0);

    private byte[] Spread(int need, byte flip)
    {
        var sizes = _layout.Sizes;
        var cells = new byte[sizes.Aggregate(1, (product, size) => checked(product * size))];
        var chunks = new int[sizes.Length];
        var offsets = Offsets();
        for (var block = 0; block < _layout.Blocks; block++)
        {
            _layout.ChunksOf(block, chunks);
            var first = 0;
            for (var d = 0; d < sizes.Length; d++)
            {
                first = (first * sizes[d]) + (chunks[d] * _layout.Step[d]);
            }
            SpreadBlock(cells, Of(need, block), chunks, first, offsets, flip);
        }
        return cells;
    }

    private void SpreadBlock(byte[] cells, ReadOnlySpan<ulong> set, int[] chunks, int first, int[] offsets, byte flip)
    {
        var isWhole = IsWhole(chunks);
        for (var place = 0; place < offsets.Length; place++)
        {
            if (isWhole || Exists(chunks, place))
            {
                cells[first + offsets[place]] = (byte)(((set[place >> 6] >> (place & 63)) & 1) ^ flip);
            }
        }
    }

    /// <summary>How far after the block's first profile each of its profiles stands among all.</summary>
    private int[] Offsets()
    {
        var offsets = new int[_layout.Bits];
        for (var place = 0; place < offsets.Length; place++)
        {
            for (var d = 0; d < _layout.Sizes.Length; d++)
            {
                offsets[place] = (offsets[place] * _layout.Sizes[d]) + (place / _layout.Stride[d] % _layout.Step[d]);
            }
        }
        return offsets;
    }

    private bool IsWhole(int[] chunks)
    {
        for (var d = 0; d < chunks.Length; d++)
        {
            if ((chunks[d] + 1) * _layout.Step[d] > _layout.Sizes[d])
            {
                return false;
            }
        }
        return true;
    }

    private bool Exists(int[] chunks, int place)
    {
        for (var d = 0; d < chunks.Length; d++)
        {
            if ((chunks[d] * _layout.Step[d]) + (place / _layout.Stride[d] % _layout.Step[d]) >= _layout.Sizes[d])
            {
                return false;
            }
        }
        return true;
    }
}
