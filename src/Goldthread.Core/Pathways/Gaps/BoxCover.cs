namespace Goldthread.Core.Pathways.Gaps;

/// <summary>Describes a set of profiles by few boxes: each maximal, together exactly the set, none superfluous.</summary>
/// <remarks>
/// <para>
/// First a cover is made: from the first cell not yet covered, a box is grown in several orders of the
/// dimensions, and the one that takes in the most uncovered cells is kept. Boxes whose every cell is in
/// another are dropped, small ones first.
/// </para>
/// <para>
/// Then it is improved, round by round, as long as that drops a box: each box is shrunk to what it alone
/// covers and grown again the other way, towards cells that only one other box covers, so that others become
/// superfluous. (After the loop of reducing, expanding and dropping of the logic minimiser Espresso,
/// Brayton and others, 1984.) Everything is done in a fixed order, so the same set has always the same boxes.
/// </para>
/// </remarks>
internal static class BoxCover
{
    /// <summary>Rounds of improvement that may drop nothing before it ends.</summary>
    private const int Patience = 2;

    /// <summary>In how many orders of the dimensions a box is grown from an uncovered cell.</summary>
    private const int FirstOrders = 24;

    /// <summary>In how many orders a box is grown again.</summary>
    private const int Orders = 6;

    /// <summary>Covers of more boxes than this are not improved, and their boxes grown in few orders, so that a wild set is still done in time.</summary>
    private const int ManyBoxes = 4000;

    /// <summary>The boxes of a set, the largest first.</summary>
    /// <param name="sizes">The number of values of each dimension.</param>
    /// <param name="cells">For each profile, the last dimension turning fastest, 1 where it is in the set.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<Box> Of(IReadOnlyList<int> sizes, byte[] cells, CancellationToken cancellation)
    {
        var quotient = Quotient.Of(sizes, cells);
        var grid = new Grid(quotient);
        var cover = new Cover(grid, FirstBoxes(grid, cancellation));
        cover.DropSuperfluous();
        var round = 0u;
        for (var patience = Patience; patience > 0 && cover.Boxes.Count is > 1 and <= ManyBoxes; patience--)
        {
            var before = cover.Boxes.Count;
            cover.Regrow(GrowthOrders.Of(grid.Sizes.Length, Orders, ++round), cancellation);
            patience = cover.Boxes.Count < before ? Patience : patience;
        }
        return [.. cover.Boxes
            .Select(box => ToBox(quotient, sizes, box))
            .OrderByDescending(box => box.Profiles)];
    }

    private static List<GridBox> FirstBoxes(Grid grid, CancellationToken cancellation)
    {
        var boxes = new List<GridBox>();
        var left = (ulong[])grid.Set.Clone();
        var (many, few) = (GrowthOrders.Of(grid.Sizes.Length, FirstOrders, 1), GrowthOrders.Of(grid.Sizes.Length, 2, 1));
        var cell = new int[grid.Sizes.Length];
        for (var word = 0; word < left.Length; word++)
        {
            while (left[word] != 0)
            {
                cancellation.ThrowIfCancellationRequested();
                grid.Locate(word, System.Numerics.BitOperations.TrailingZeroCount(left[word]), cell);
                var box = Best(grid, cell, boxes.Count < ManyBoxes ? many : few, left);
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
            var box = GridBox.Of(grid, cell);
            box.Grow(order);
            var covered = box.Count(left);
            if (covered > most)
            {
                (best, most) = (box, covered);
            }
        }
        return best!;
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
