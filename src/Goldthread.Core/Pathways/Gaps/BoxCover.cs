namespace Goldthread.Core.Pathways.Gaps;

/// <summary>Describes a set of profiles by few boxes: each maximal, together exactly the set, none superfluous.</summary>
/// <remarks>
/// From the first cell not yet covered, a box is grown in several orders of the dimensions, and the one that
/// takes in the most uncovered cells is kept. Boxes that the rest cover are dropped at the end, small ones first.
/// </remarks>
internal static class BoxCover
{
    /// <summary>In how many orders of the dimensions a box is grown from a cell.</summary>
    private const int Orders = 24;

    /// <summary>The boxes of a set, the largest first.</summary>
    /// <param name="sizes">The number of values of each dimension.</param>
    /// <param name="cells">For each profile, the last dimension turning fastest, 1 where it is in the set.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<Box> Of(IReadOnlyList<int> sizes, byte[] cells, CancellationToken cancellation)
    {
        var quotient = Quotient.Of(sizes, cells);
        var grid = new Grid(quotient);
        var boxes = DropSuperfluous(grid, Cover(grid, cancellation));
        return [.. boxes
            .Select(box => ToBox(quotient, sizes, box))
            .OrderByDescending(box => box.Profiles)];
    }

    private static List<GridBox> Cover(Grid grid, CancellationToken cancellation)
    {
        var boxes = new List<GridBox>();
        var left = (ulong[])grid.Set.Clone();
        var orders = MakeOrders(grid.Sizes.Length);
        var cell = new int[grid.Sizes.Length];
        for (var word = 0; word < left.Length; word++)
        {
            while (left[word] != 0)
            {
                cancellation.ThrowIfCancellationRequested();
                grid.Locate(word, System.Numerics.BitOperations.TrailingZeroCount(left[word]), cell);
                var box = Best(grid, cell, orders, left);
                boxes.Add(box);
                foreach (var covered in box.Words)
                {
                    left[covered] &= ~box.Bits;
                }
            }
        }
        return boxes;
    }

    private static GridBox Best(Grid grid, int[] cell, int[][] orders, ulong[] left)
    {
        GridBox? best = null;
        var most = 0L;
        foreach (var order in orders)
        {
            var box = new GridBox(grid, cell);
            box.Grow(order);
            var covered = box.Count(left);
            if (covered > most)
            {
                (best, most) = (box, covered);
            }
        }
        return best!;
    }

    /// <summary>The dimensions forwards, backwards, and shuffled, the same way every time.</summary>
    private static int[][] MakeOrders(int dimensions)
    {
        int[] forwards = [.. Enumerable.Range(0, dimensions)];
        var orders = new List<int[]> { forwards, forwards.Reverse().ToArray() };
        var state = 1u;
        while (orders.Count < Orders)
        {
            var order = (int[])forwards.Clone();
            for (var i = dimensions - 1; i > 0; i--)
            {
                state = (state * 1664525) + 1013904223;
                var j = (int)((state >> 8) % (uint)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
            orders.Add(order);
        }
        return [.. orders];
    }

    /// <summary>The boxes without those whose every cell is in another.</summary>
    private static List<GridBox> DropSuperfluous(Grid grid, List<GridBox> boxes)
    {
        var cover = new int[grid.Set.Length * 64];
        foreach (var box in boxes)
        {
            AddTo(cover, box, 1);
        }
        var kept = new List<GridBox>();
        foreach (var box in boxes.OrderBy(box => box.Count(grid.Set)))
        {
            if (IsSuperfluous(cover, box))
            {
                AddTo(cover, box, -1);
            }
            else
            {
                kept.Add(box);
            }
        }
        return kept;
    }

    private static void AddTo(int[] cover, GridBox box, int count)
    {
        foreach (var word in box.Words)
        {
            for (var bits = box.Bits; bits != 0; bits &= bits - 1)
            {
                cover[(word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits)] += count;
            }
        }
    }

    private static bool IsSuperfluous(int[] cover, GridBox box)
    {
        foreach (var word in box.Words)
        {
            for (var bits = box.Bits; bits != 0; bits &= bits - 1)
            {
                if (cover[(word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits)] == 1)
                {
                    return false;
                }
            }
        }
        return true;
    }

    private static Box ToBox(Quotient quotient, IReadOnlyList<int> sizes, GridBox box)
    {
        var where = new IReadOnlyList<int>?[sizes.Count];
        var profiles = 1L;
        for (var d = 0; d < sizes.Count; d++)
        {
            int[] values = [.. box.Chosen[d].SelectMany(chosen => quotient.Classes[d][chosen]).Order()];
            profiles *= values.Length;
            where[d] = values.Length == sizes[d] ? null : values;
        }
        return new Box(profiles, where);
    }
}
