using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Goldthread.Core.Pathways.Engine;

/// <summary>The share of people in sets of a block's profiles: the product of the shares of each one's values.</summary>
internal sealed class BlockShares
{
    private readonly Layout _layout;
    private readonly IReadOnlyList<double[]> _shares;
    private readonly double[] _inner;
    private double _outer;
    private int _partDimension = -1;
    private int _firstOfPart;

    public BlockShares(Layout layout, IReadOnlyList<double[]> shares)
    {
        (_layout, _shares) = (layout, shares);
        _inner = new double[layout.Words * 64];
        for (var place = 0; place < layout.Bits; place++)
        {
            _inner[place] = 1;
            for (var d = 0; d < layout.Sizes.Length; d++)
            {
                if (layout.Step[d] > 1 && layout.Chunks[d] == 1)
                {
                    _inner[place] *= shares[d][place / layout.Stride[d] % layout.Step[d]];
                }
            }
        }
    }

    /// <summary>Turns to the block with these parts of the dimensions.</summary>
    public void TurnTo(ReadOnlySpan<int> chunks)
    {
        _outer = 1;
        for (var d = 0; d < chunks.Length; d++)
        {
            if (_layout.Step[d] == 1)
            {
                _outer *= _shares[d][chunks[d]];
            }
        }
        _partDimension = -1;
        for (var d = 0; d < chunks.Length; d++)
        {
            if (_layout.HasParts(d))
            {
                (_partDimension, _firstOfPart) = (d, chunks[d] * _layout.Step[d]);
            }
        }
    }

    /// <summary>The share of a set of the block's profiles.</summary>
    public double Of(ReadOnlySpan<ulong> set)
    {
        if (_partDimension < 0)
        {
            return _outer * WeightedSum(set, _inner);
        }
        var sum = 0.0;
        for (var at = 0; at < set.Length; at++)
        {
            for (var word = set[at]; word != 0; word &= word - 1)
            {
                sum += OfPlace((at << 6) + BitOperations.TrailingZeroCount(word));
            }
        }
        return sum * _outer;
    }

    /// <summary>The share of one of the block's profiles.</summary>
    public double At(int place) => _outer * OfPlace(place);

    private double OfPlace(int place) => _partDimension < 0
        ? _inner[place]
        : _inner[place] * _shares[_partDimension][_firstOfPart + (place / _layout.Stride[_partDimension] % _layout.Step[_partDimension])];

    /// <summary>Adds up the weights of the bits that are set, eight at a time; the weights are padded to the set's length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double WeightedSum(ReadOnlySpan<ulong> set, double[] weights)
    {
        var places = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
        var sum = Vector512<double>.Zero;
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var at = 0; at < set.Length; at++)
        {
            var word = set[at];
            for (var first = at << 6; word != 0; word >>= 8, first += 8)
            {
                var chosen = Vector512.Equals(Vector512.Create(word) & places, places).AsDouble();
                sum += chosen & Vector512.LoadUnsafe(ref weight, (nuint)first);
            }
        }
        return Vector512.Sum(sum);
    }
}
