namespace Goldthread.Core.History;

/// <summary>What became of a stretch of a row of things.</summary>
public enum Edit
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stood before and is gone.</summary>
    Deleted,

    /// <summary>It was not there before.</summary>
    Inserted,
}

/// <summary>A stretch of two rows that are held against each other.</summary>
/// <param name="Edit">What became of it.</param>
/// <param name="Before">Where it begins in the row before, from 0; of something inserted, where it was put in.</param>
/// <param name="After">Where it begins in the row after, from 0; of something deleted, where it was taken out.</param>
/// <param name="Length">How many things it holds, at least 1.</param>
public readonly record struct Stretch(Edit Edit, int Before, int After, int Length);

/// <summary>The fewest deletions and insertions that make one row of things into another.</summary>
/// <remarks>
/// The greedy algorithm of E. W. Myers, "An O(ND) difference algorithm and its variations" (Algorithmica 1, 1986).
/// Time grows with the number of differences, not with the square of the length. Beyond <see cref="MostEdits"/>
/// differences what differs is given as replaced whole, so that no pair of texts costs more than a fraction of a second.
/// </remarks>
public static class ShortestEdit
{
    /// <summary>The most deletions and insertions that are looked for one by one; what is kept meanwhile is 4 MB at most.</summary>
    public const int MostEdits = 1000;

    /// <summary>The stretches in order; together they hold every thing of both rows once.</summary>
    public static IReadOnlyList<Stretch> Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, int most = MostEdits)
        where T : notnull
    {
        var (a, b) = Numbered(before, after);
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;

        var stretches = new List<Stretch>();
        Add(stretches, new Stretch(Edit.Same, 0, 0, start));
        foreach (var stretch in Middle(a.AsSpan(start, a.Length - start - end), b.AsSpan(start, b.Length - start - end), most))
            Add(stretches, stretch with { Before = stretch.Before + start, After = stretch.After + start });
        Add(stretches, new Stretch(Edit.Same, a.Length - end, b.Length - end, end));
        return stretches;
    }

    private static List<Stretch> Middle(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int most)
    {
        if (a.IsEmpty || b.IsEmpty || Furthest(a, b, Math.Min(most, a.Length + b.Length)) is not { } rounds)
            return [new Stretch(Edit.Deleted, 0, 0, a.Length), new Stretch(Edit.Inserted, a.Length, 0, b.Length)];

        // Back along the way that reached the end, one round at a time.
        var back = new List<Stretch>();
        var (x, y) = (a.Length, b.Length);
        for (var round = rounds.Count; round > 0; round--)
        {
            var reached = rounds[round - 1];
            var k = x - y;
            var down = k == -round || (k != round && At(reached, k - 1) < At(reached, k + 1));
            var fromX = At(reached, down ? k + 1 : k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            var (stepX, stepY) = down ? (fromX, fromY + 1) : (fromX + 1, fromY);
            back.Add(new Stretch(Edit.Same, stepX, stepY, x - stepX));
            back.Add(down ? new Stretch(Edit.Inserted, fromX, fromY, 1) : new Stretch(Edit.Deleted, fromX, fromY, 1));
            (x, y) = (fromX, fromY);
        }

        back.Add(new Stretch(Edit.Same, 0, 0, x));
        back.Reverse();
        return back;
    }

    /// <summary>
    /// For each number of differences d, from 0, how far along the first row each diagonal from -d to d comes; the last
    /// round, which reaches the end, is left out. Null where it takes more differences than are looked for.
    /// </summary>
    private static List<int[]>? Furthest(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int most)
    {
        var reached = new int[(2 * most) + 3];
        var zero = most + 1;
        var rounds = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = d == 0 ? 0 : k == -d || (k != d && reached[zero + k - 1] < reached[zero + k + 1]) ? reached[zero + k + 1] : reached[zero + k - 1] + 1;
                var y = x - k;
                while (x < a.Length && y < b.Length && a[x] == b[y])
                    (x, y) = (x + 1, y + 1);
                reached[zero + k] = x;
                if (x >= a.Length && y >= b.Length)
                    return rounds;
            }

            rounds.Add(reached[(zero - d)..(zero + d + 1)]);
        }

        return null;
    }

    private static int At(int[] reached, int k) => reached[(reached.Length / 2) + k];

    private static void Add(List<Stretch> stretches, Stretch next)
    {
        if (next.Length == 0)
            return;
        if (stretches.Count > 0 && stretches[^1] is var last && last.Edit == next.Edit)
            stretches[^1] = last with { Length = last.Length + next.Length };
        else
            stretches.Add(next);
    }

    // Equal things get equal numbers, which compare fast.
    private static (int[] Before, int[] After) Numbered<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        return ([.. before.Select(Number)], [.. after.Select(Number)]);

        int Number(T thing)
        {
            if (!numbers.TryGetValue(thing, out var number))
                numbers[thing] = number = numbers.Count;
            return number;
        }
    }
}
