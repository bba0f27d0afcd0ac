using System.Numerics;

namespace Goldthread.Core.Pathways.Gaps;

/// <summary>Boxes that together cover a <see cref="Grid"/>'s set, and for each cell how many of them hold it.</summary>
internal sealed class Cover
{
    private readonly Grid _grid;
    private readonly int[] _count;
    private List<GridBox> _boxes;

    public Cover(Grid grid, List<GridBox> boxes)
    {
        (_grid, _boxes) = (grid, boxes);
        _count = new int[grid.Set.Length * grid.BitsInWord];
        foreach (var box in boxes)
        {
            Add(box, 1);
        }
    }

    public IReadOnlyList<GridBox> Boxes => _boxes;

    /// <summary>Drops the boxes whose every cell is in another, small ones first.</summary>
    public void DropSuperfluous()
    {
        var kept = new List<GridBox>();
        foreach (var box in _boxes.OrderBy(box => box.Size))
        {
            if (HasOwn(box))
            {
                kept.Add(box);
            }
            else
            {
                Add(box, -1);
            }
        }
        _boxes = kept;
    }

    /// <summary>Shrinks each box to what it alone covers, grows it again towards what one other box covers, and drops what became superfluous.</summary>
    public void Regrow(int[][] orders, CancellationToken cancellation)
    {
        for (var i = 0; i < _boxes.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var old = _boxes[i];
            if (OwnOf(old) is not { } own)
            {
                Add(old, -1);
                _boxes.RemoveAt(i--);
                continue;
            }
            Add(old, -1);
            _boxes[i] = Best(own, orders);
            Add(_boxes[i], 1);
        }
        DropSuperfluous();
    }

    private GridBox Best(GridBox own, int[][] orders)
    {
        GridBox? best = null;
        var most = -1L;
        foreach (var order in orders)
        {
            var box = own.Copy();
            box.Grow(order);
            var singles = CountSingles(box);
            if (singles > most)
            {
                (best, most) = (box, singles);
            }
        }
        return best!;
    }

    private void Add(GridBox box, int by)
    {
        foreach (var word in box.Words)
        {
            for (var bits = box.Bits; bits != 0; bits &= bits - 1)
            {
                _count[(word * _grid.BitsInWord) + BitOperations.TrailingZeroCount(bits)] += by;
            }
        }
    }

    private bool HasOwn(GridBox box)
    {
        foreach (var word in box.Words)
        {
            for (var bits = box.Bits; bits != 0; bits &= bits - 1)
            {
                if (_count[(word * _grid.BitsInWord) + BitOperations.TrailingZeroCount(bits)] == 1)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>The cells of the box, not in the cover now, that exactly one box of it holds.</summary>
    private long CountSingles(GridBox box)
    {
        var singles = 0L;
        foreach (var word in box.Words)
        {
            for (var bits = box.Bits; bits != 0; bits &= bits - 1)
            {
                singles += _count[(word * _grid.BitsInWord) + BitOperations.TrailingZeroCount(bits)] == 1 ? 1 : 0;
            }
        }
        return singles;
    }

    /// <summary>The smallest box around the cells that only this box holds; null if there are none.</summary>
    private GridBox? OwnOf(GridBox box)
    {
        var own = new bool[_grid.Sizes.Length][];
        for (var d = 0; d < own.Length; d++)
        {
            own[d] = new bool[_grid.Sizes[d]];
        }
        var cell = new int[own.Length];
        var any = false;
        foreach (var word in box.Words)
        {
            for (var bits = box.Bits; bits != 0; bits &= bits - 1)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                if (_count[(word * _grid.BitsInWord) + bit] != 1)
                {
                    continue;
                }
                any = true;
                _grid.Locate(word, bit, cell);
                for (var d = 0; d < cell.Length; d++)
                {
                    own[d][cell[d]] = true;
                }
            }
        }
        return any ? GridBox.Of(_grid, own) : null;
    }
}
