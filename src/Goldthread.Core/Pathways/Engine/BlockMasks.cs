namespace Goldthread.Core.Pathways.Engine;

/// <summary>One worker's view of a block: which subjects accept any profile of it, and which profiles.</summary>
internal sealed class BlockMasks
{
    /// <summary>Masks of products are kept from block to block up to this many words of memory (64 MiB).</summary>
    private const int MostKeptWords = 8 << 20;

    private readonly Plan _plan;
    private readonly Layout _layout;
    private readonly ConditionTable _conditions;
    private readonly int[] _candidates;
    private readonly List<int> _inRow = [];
    private readonly List<int> _pending = [];
    private readonly int[] _chunks;
    private readonly int[] _maskOf;
    private readonly int[] _maskOfProduct;
    private readonly int _empty;
    private int _kept;
    private int _row = -1;

    /// <summary>Makes a view for the subjects that can matter to the question; a service or door before the links that touch it.</summary>
    public BlockMasks(Plan plan, int[] candidates)
    {
        (_plan, _layout, _conditions, _candidates) = (plan, plan.Layout, plan.Conditions, candidates);
        Arena = new Arena(_layout.Words);
        _empty = _kept = Arena.Mark;
        _chunks = new int[_layout.Sizes.Length];
        _maskOf = new int[plan.Subjects.Count];
        Array.Fill(_maskOf, Arena.Nobody);
        _maskOfProduct = new int[_conditions.ProductCount];
        Array.Fill(_maskOfProduct, -1);
        FillEverybody();
    }

    public Arena Arena { get; }

    /// <summary>Whether subjects that accept nobody in the block stay in view; for asking what would be if they did.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>The subjects that accept any profile of the block, ascending.</summary>
    public List<int> Alive { get; } = [];

    /// <summary>The part of each dimension that the block holds.</summary>
    public ReadOnlySpan<int> Chunks => _chunks;

    /// <summary>The set of the block's profiles that the subject accepts.</summary>
    public int MaskOf(int subject) => _maskOf[subject];

    /// <summary>Turns to a block; all sets taken for the one before are given back.</summary>
    public void TurnTo(int block)
    {
        foreach (var subject in Alive)
        {
            _maskOf[subject] = Arena.Nobody;
        }
        Alive.Clear();
        Arena.GiveBack(_kept);
        _layout.ChunksOf(block, _chunks);
        ForgetStaleProducts();
        TurnToRow(_chunks[_layout.Slowest]);
        foreach (var subject in _inRow)
        {
            Look(subject);
        }
        _kept = Arena.Mark;
        JoinPending();
    }

    /// <summary>The mask of a product: all of its restrictions at once.</summary>
    public int MaskOfProduct(int product)
    {
        if (product == 0)
        {
            return Arena.Everybody;
        }
        if (_maskOfProduct[product] < 0)
        {
            var mask = Arena.Take();
            var bits = Arena[mask];
            Arena[Arena.Everybody].CopyTo(bits);
            foreach (var number in _conditions.Product(product))
            {
                var set = _conditions.Set(number);
                Bits.And(bits, bits, set.BitsIn(_chunks[set.Dimension]));
            }
            _maskOfProduct[product] = bits.IndexOfAnyExcept(0UL) < 0 ? Arena.Nobody : mask;
        }
        return _maskOfProduct[product];
    }

    /// <summary>Product masks are the same in every block, unless a dimension is cut into parts; and they must not fill the memory.</summary>
    private void ForgetStaleProducts()
    {
        var hasParts = Enumerable.Range(0, _chunks.Length).Any(_layout.HasParts);
        if (hasParts || _kept > MostKeptWords)
        {
            Array.Fill(_maskOfProduct, -1);
            Arena.GiveBack(_empty);
            FillEverybody();
        }
    }

    private void FillEverybody()
    {
        var everybody = Arena[Arena.Everybody];
        everybody.Clear();
        everybody[..(_layout.Bits >> 6)].Fill(ulong.MaxValue);
        if ((_layout.Bits & 63) != 0)
        {
            everybody[_layout.Bits >> 6] = (1UL << (_layout.Bits & 63)) - 1;
        }
        for (var d = 0; d < _chunks.Length; d++)
        {
            var left = _layout.Sizes[d] - (_chunks[d] * _layout.Step[d]);
            if (left < _layout.Step[d])
            {
                Bits.And(everybody, everybody, _layout.ValueBits(d, value => value < left));
            }
        }
    }

    private void TurnToRow(int row)
    {
        if (row == _row)
        {
            return;
        }
        _row = row;
        _inRow.Clear();
        foreach (var subject in _candidates)
        {
            if (KeepsAll || _conditions.MayAccept(subject, _layout.Slowest, row))
            {
                _inRow.Add(subject);
            }
        }
    }

    private void Look(int subject)
    {
        if (!KeepsAll && subject >= _plan.FirstLink && !BothEndsAreAlive(subject))
        {
            return;
        }
        var mask = Find(subject);
        if (KeepsAll || mask != Arena.Nobody)
        {
            _maskOf[subject] = mask;
            Alive.Add(subject);
        }
    }

    private bool BothEndsAreAlive(int link) =>
        _maskOf[_plan.StartOf(link)] != Arena.Nobody && _maskOf[_plan.EndOf(link)] != Arena.Nobody;

    /// <summary>The subject's mask, or, where it is a union still to be made, the place of its parts in the pending list, as a negative number.</summary>
    private int Find(int subject)
    {
        var alternatives = _conditions.Of(subject);
        if (alternatives.IsEmpty)
        {
            return Arena.Everybody;
        }
        var start = _pending.Count;
        _pending.Add(subject);
        _pending.Add(0);
        foreach (ref readonly var alternative in alternatives)
        {
            if (_conditions.MayAccept(alternative, _chunks) && MaskOfProduct(alternative.Product) is var mask && mask != Arena.Nobody)
            {
                _pending.Add(mask);
            }
        }
        var parts = _pending.Count - start - 2;
        if (parts >= 2 && _pending.IndexOf(Arena.Everybody, start + 2) < 0)
        {
            _pending[start + 1] = parts;
            return -1;
        }
        var single = parts == 0 ? Arena.Nobody : parts == 1 ? _pending[^1] : Arena.Everybody;
        _pending.RemoveRange(start, parts + 2);
        return single;
    }

    private void JoinPending()
    {
        for (var i = 0; i < _pending.Count; i += 2 + _pending[i + 1])
        {
            var mask = Arena.Take();
            _maskOf[_pending[i]] = mask;
            var bits = Arena[mask];
            Arena[_pending[i + 2]].CopyTo(bits);
            for (var part = 1; part < _pending[i + 1]; part++)
            {
                Bits.Or(bits, Arena[_pending[i + 2 + part]]);
            }
        }
        _pending.Clear();
    }
}
