namespace Goldthread.Core.Pathways.Engine;

/// <summary>The conditions of all subjects, made ready for a layout: what decides for a whole block, and what within it.</summary>
/// <remarks>
/// Each alternative is split in two. Its restrictions on dimensions that are cut say for a whole block
/// whether it can be met there at all; those on dimensions that stand whole in a block, together its
/// <em>product</em>, are the same in every block. Few products differ, so each is numbered and made into
/// bits once. Product 0 restricts nothing.
/// </remarks>
internal sealed class ConditionTable
{
    private readonly Layout _layout;
    private readonly Dictionary<string, int> _setNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _productNumbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<ValueSet> _sets = [];
    private readonly List<int[]> _products = [[]];
    private readonly ReadyAlternative[][] _subjects;

    public ConditionTable(IReadOnlyList<Conditions> subjects, Layout layout)
    {
        _layout = layout;
        _subjects = new ReadyAlternative[subjects.Count][];
        for (var i = 0; i < subjects.Count; i++)
        {
            var alternatives = subjects[i].Alternatives;
            _subjects[i] = alternatives.Count == 0 ? [] : [.. alternatives.Select(Prepare)];
        }
    }

    /// <summary>The number of different products.</summary>
    public int ProductCount => _products.Count;

    /// <summary>The alternatives of a subject; none where everyone is accepted.</summary>
    public ReadOnlySpan<ReadyAlternative> Of(int subject) => _subjects[subject];

    /// <summary>The sets of values that a product is made of.</summary>
    public ReadOnlySpan<int> Product(int product) => _products[product];

    /// <summary>A set of values.</summary>
    public ValueSet Set(int set) => _sets[set];

    /// <summary>The set of values of a restriction; only while nobody else uses the table.</summary>
    public ValueSet SetOf(Restriction restriction) => _sets[NumberOf(restriction)];

    /// <summary>Whether any profile of the blocks with this part of the dimension may meet the conditions of a subject.</summary>
    public bool MayAccept(int subject, int dimension, int chunk)
    {
        var alternatives = _subjects[subject];
        return alternatives.Length == 0 || Array.Exists(alternatives, alternative => MayAccept(alternative, dimension, chunk));
    }

    /// <summary>Whether any profile of the block with these parts may meet the conditions of a subject.</summary>
    public bool MayAccept(int subject, ReadOnlySpan<int> chunks)
    {
        foreach (ref readonly var alternative in _subjects[subject].AsSpan())
        {
            if (MayAccept(alternative, chunks))
            {
                return true;
            }
        }
        return _subjects[subject].Length == 0;
    }

    /// <summary>Whether any profile of the block with these parts may meet the alternative.</summary>
    public bool MayAccept(in ReadyAlternative alternative, ReadOnlySpan<int> chunks)
    {
        foreach (var number in alternative.Outer)
        {
            var set = _sets[number];
            if (!set.Chunks[chunks[set.Dimension]])
            {
                return false;
            }
        }
        return true;
    }

    private bool MayAccept(in ReadyAlternative alternative, int dimension, int chunk)
    {
        foreach (var number in alternative.Outer)
        {
            if (_sets[number].Dimension == dimension && !_sets[number].Chunks[chunk])
            {
                return false;
            }
        }
        return true;
    }

    private ReadyAlternative Prepare(Alternative alternative)
    {
        var outer = new List<int>();
        var inner = new List<int>();
        foreach (var restriction in alternative.Restrictions)
        {
            if (restriction.Values.Count == _layout.Sizes[restriction.Dimension])
            {
                continue;
            }
            var set = NumberOf(restriction);
            if (_layout.Chunks[restriction.Dimension] > 1)
            {
                outer.Add(set);
            }
            if (_layout.Step[restriction.Dimension] > 1)
            {
                inner.Add(set);
            }
        }
        return new ReadyAlternative([.. outer], NumberOf(inner));
    }

    private int NumberOf(Restriction restriction)
    {
        var key = $"{restriction.Dimension}:{string.Join(',', restriction.Values)}";
        if (!_setNumbers.TryGetValue(key, out var number))
        {
            number = _setNumbers[key] = _sets.Count;
            _sets.Add(new ValueSet(restriction, _layout));
        }
        return number;
    }

    private int NumberOf(List<int> inner)
    {
        var key = string.Join(',', inner);
        if (!_productNumbers.TryGetValue(key, out var number))
        {
            number = _productNumbers[key] = _products.Count;
            _products.Add([.. inner]);
        }
        return number;
    }
}

/// <summary>An alternative: the sets of values that decide for a whole block, and the number of the product that decides within it.</summary>
internal readonly record struct ReadyAlternative(int[] Outer, int Product);

/// <summary>Some of a dimension's values.</summary>
internal sealed class ValueSet
{
    private readonly Layout _layout;
    private readonly bool[] _accepts;
    private ulong[]? _bits;

    public ValueSet(Restriction restriction, Layout layout)
    {
        _layout = layout;
        Dimension = restriction.Dimension;
        _accepts = new bool[layout.Sizes[Dimension]];
        Chunks = new bool[layout.Chunks[Dimension]];
        foreach (var value in restriction.Values)
        {
            _accepts[value] = true;
            Chunks[value / layout.Step[Dimension]] = true;
        }
    }

    public int Dimension { get; }

    /// <summary>For each part of the dimension, whether it has any of the values.</summary>
    public bool[] Chunks { get; }

    /// <summary>The bits of a block's profiles that have one of the values.</summary>
    /// <param name="chunk">The part of the dimension in the block; it matters only where the dimension is cut into parts.</param>
    public ulong[] BitsIn(int chunk)
    {
        if (_layout.HasParts(Dimension))
        {
            var first = chunk * _layout.Step[Dimension];
            return _layout.ValueBits(Dimension, value => first + value < _accepts.Length && _accepts[first + value]);
        }
        return _bits ??= _layout.ValueBits(Dimension, value => _accepts[value]);
    }
}
