namespace Goldthread.Core.Pathways.Gaps;

/// <summary>Orders of the dimensions in which boxes are grown.</summary>
internal static class GrowthOrders
{
    /// <summary>The dimensions forwards, backwards, and shuffled, the same way for the same seed.</summary>
    public static int[][] Of(int dimensions, int count, uint seed)
    {
        int[] forwards = [.. Enumerable.Range(0, dimensions)];
        var orders = new List<int[]> { forwards, forwards.Reverse().ToArray() };
        while (orders.Count < count)
        {
            var order = (int[])forwards.Clone();
            for (var i = dimensions - 1; i > 0; i--)
            {
                seed = (seed * 1664525) + 1013904223;
                var j = (int)((seed >> 8) % (uint)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
            orders.Add(order);
        }
        return [.. orders];
    }
}
