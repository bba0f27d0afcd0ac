namespace Goldthread.Core.Pathways.Gaps;

/// <summary>A box of a <see cref="Grid"/>, growing from one cell until no class of any dimension can be added.</summary>
internal sealed class GridBox
{
    private readonly Grid _grid;
    private readonly List<int>[] _chosen;
    private readonly List<int> _words = [0];

    private GridBox(Grid grid, List<int>[] chosen)
    {
        (_grid, _chosen) = (grid, chosen);
        Bits = grid.BitsInWord == 64 ? ulong.MaxValue : (1UL << grid.BitsInWord) - 1;
        for (var d = 0; d < chosen.Length; d++)
        {
            if (grid.IsInWord[d])
            {
                Bits &= chosen[d].Aggregate(0UL, (bits, value) => bits | grid.BitsOf(d, value));
            }
            else
            {
                _words = _words.SelectMany(word => chosen[d].Select(value => word + (value * grid.Stride[d]))).ToList();
            }
        }
    }

    /// <summary>The box of one cell.</summary>
    public static GridBox Of(Grid grid, ReadOnlySpan<int> cell)
    {
        var chosen = new List<int>[cell.Length];
        for (var d = 0; d < cell.Length; d++)
        {
            chosen[d] = [cell[d]];
        }
        return new GridBox(grid, chosen);
    }

    /// <summary>The box of some classes of each dimension.</summary>
    public static GridBox Of(Grid grid, bool[][] classes) => new(
        grid, [.. classes.Select(chosen => Enumerable.Range(0, chosen.Length).Where(value => chosen[value]).ToList())]);

    /// <summary>Another box of the same cells.</summary>
    public GridBox Copy() => new(_grid, [.. _chosen.Select(values => values.ToList())]);

    /// <summary>The number of cells.</summary>
    public long Size => (long)_words.Count * System.Numerics.BitOperations.PopCount(Bits);

    /// <summary>The classes chosen in each dimension.</summary>
    public IReadOnlyList<List<int>> Chosen => _chosen;

    /// <summary>The words that the box has bits in.</summary>
    public List<int> Words => _words;

    /// <summary>Its bits in each of these words.</summary>
    public ulong Bits { get; private set; }

    /// <summary>Adds all classes that can be added, dimension after dimension in the given order.</summary>
    public void Grow(ReadOnlySpan<int> order)
    {
        foreach (var d in order)
        {
            if (_grid.IsInWord[d])
            {
                GrowInWord(d);
            }
            else
            {
                GrowByWords(d);
            }
        }
    }

    /// <summary>How many cells of a set are in the box.</summary>
    public long Count(ulong[] set)
    {
        var count = 0L;
        foreach (var word in _words)
        {
            count += System.Numerics.BitOperations.PopCount(set[word] & Bits);
        }
        return count;
    }

    private void GrowInWord(int d)
    {
        var common = ulong.MaxValue;
        foreach (var word in _words)
        {
            common &= _grid.Set[word];
        }
        var (size, stride, first) = (_grid.Sizes[d], _grid.Stride[d], _chosen[d][0]);
        var section = Bits & _grid.BitsOf(d, first);
        for (var value = 0; value < size; value++)
        {
            var moved = value < first ? section >> ((first - value) * stride) : section << ((value - first) * stride);
            if (!_chosen[d].Contains(value) && (common & moved) == moved)
            {
                _chosen[d].Add(value);
                Bits |= moved;
            }
        }
    }

    private void GrowByWords(int d)
    {
        var (size, stride, first) = (_grid.Sizes[d], _grid.Stride[d], _chosen[d][0]);
        var section = _words.FindAll(word => word / stride % size == first);
        for (var value = 0; value < size; value++)
        {
            var shift = (value - first) * stride;
            if (!_chosen[d].Contains(value) && Holds(section, shift))
            {
                _chosen[d].Add(value);
                foreach (var word in section)
                {
                    _words.Add(word + shift);
                }
            }
        }
    }

    private bool Holds(List<int> section, int shift)
    {
        foreach (var word in section)
        {
            if ((_grid.Set[word + shift] & Bits) != Bits)
            {
                return false;
            }
        }
        return true;
    }
}
