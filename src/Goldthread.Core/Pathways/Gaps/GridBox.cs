namespace Goldthread.Core.Pathways.Gaps;

/// <summary>A box of a <see cref="Grid"/>, growing from one cell until no class of any dimension can be added.</summary>
internal sealed class GridBox
{
    private readonly Grid _grid;
    private readonly List<int>[] _chosen;
    private readonly List<int> _words = [];

    public GridBox(Grid grid, ReadOnlySpan<int> cell)
    {
        _grid = grid;
        _chosen = new List<int>[cell.Length];
        Bits = ulong.MaxValue;
        for (var d = 0; d < cell.Length; d++)
        {
            _chosen[d] = [cell[d]];
            if (grid.IsInWord[d])
            {
                Bits &= grid.BitsOf(d, cell[d]);
            }
        }
        _words.Add(WordOf(cell));
    }

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

    private int WordOf(ReadOnlySpan<int> cell)
    {
        var word = 0;
        for (var d = 0; d < cell.Length; d++)
        {
            word += _grid.IsInWord[d] ? 0 : cell[d] * _grid.Stride[d];
        }
        return word;
    }
}
