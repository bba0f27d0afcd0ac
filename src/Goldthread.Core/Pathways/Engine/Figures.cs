namespace Goldthread.Core.Pathways.Engine;

/// <summary>What is counted while the blocks are gone through; each worker counts its own, and they are added up.</summary>
internal sealed class Figures
{
    private readonly int _needs;

    public Figures(Plan plan, int turns)
    {
        _needs = plan.Map.Needs.Count;
        Reached = new Counts(plan.Layout, _needs);
        NoWrongDoor = new Counts(plan.Layout, _needs);
        Within = new long[_needs * (plan.Question.MaxHandOffs + 1)];
        MayEnter = new long[plan.Map.Doors.Count];
        DeadEnds = new long[plan.Map.Doors.Count * _needs];
        LastRoutes = new long[plan.Map.Services.Count * _needs];
        Lost = new long[turns * _needs];
    }

    public Counts Reached { get; }

    public Counts NoWrongDoor { get; }

    /// <summary>By need, then by hand-offs: who has a route with at most so many.</summary>
    public long[] Within { get; }

    public long[] MayEnter { get; }

    /// <summary>By door, then need.</summary>
    public long[] DeadEnds { get; }

    /// <summary>By service, then need.</summary>
    public long[] LastRoutes { get; }

    /// <summary>By turn, then need.</summary>
    public long[] Lost { get; }

    public void Add(Figures other)
    {
        Reached.Add(other.Reached);
        NoWrongDoor.Add(other.NoWrongDoor);
        Add(Within, other.Within);
        Add(MayEnter, other.MayEnter);
        Add(DeadEnds, other.DeadEnds);
        Add(LastRoutes, other.LastRoutes);
        Add(Lost, other.Lost);
    }

    internal static void Add(long[] sum, long[] other)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += other[i];
        }
    }
}

/// <summary>For each need, the profiles counted by every value of every dimension.</summary>
/// <remarks>
/// Values of a cut dimension are counted by whole blocks; of a dimension that stands whole in a block, by
/// its place there, which is turned into values only at the end.
/// </remarks>
internal sealed class Counts
{
    private readonly Layout _layout;
    private readonly long[] _total;
    private readonly int[][] _byPlace;
    private readonly long[][][] _byValue;

    public Counts(Layout layout, int needs)
    {
        _layout = layout;
        _total = new long[needs];
        _byPlace = [.. Enumerable.Range(0, needs).Select(_ => new int[layout.Bits])];
        _byValue = new long[needs][][];
        for (var need = 0; need < needs; need++)
        {
            _byValue[need] = [.. layout.Sizes.Select(size => new long[size])];
        }
    }

    /// <summary>All profiles counted for a need.</summary>
    public long Total(int need) => _total[need];

    /// <summary>The profiles counted for a need that have the value.</summary>
    public long Of(int need, int dimension, int value) => _byValue[need][dimension][value];

    /// <summary>Counts profiles without asking for their values.</summary>
    public void CountTotal(int need, long profiles) => _total[need] += profiles;

    /// <summary>Counts a block's set; its count of profiles is known already.</summary>
    public void Count(int need, ReadOnlySpan<ulong> set, ReadOnlySpan<int> chunks, long profiles)
    {
        if (profiles == 0)
        {
            return;
        }
        _total[need] += profiles;
        for (var d = 0; d < chunks.Length; d++)
        {
            if (_layout.Step[d] == 1)
            {
                _byValue[need][d][chunks[d]] += profiles;
            }
            else if (_layout.HasParts(d))
            {
                CountParts(_byValue[need][d], set, d, chunks[d]);
            }
        }
        CountPlaces(_byPlace[need], set);
    }

    public void Add(Counts other)
    {
        Figures.Add(_total, other._total);
        for (var need = 0; need < _byPlace.Length; need++)
        {
            for (var place = 0; place < _layout.Bits; place++)
            {
                _byPlace[need][place] += other._byPlace[need][place];
            }
            for (var d = 0; d < _layout.Sizes.Length; d++)
            {
                Figures.Add(_byValue[need][d], other._byValue[need][d]);
            }
        }
    }

    /// <summary>Turns the counts by place into counts by value; once, at the end.</summary>
    public void Finish()
    {
        for (var need = 0; need < _byPlace.Length; need++)
        {
            for (var d = 0; d < _layout.Sizes.Length; d++)
            {
                if (_layout.Step[d] > 1 && !_layout.HasParts(d))
                {
                    AddPlaces(_byValue[need][d], _byPlace[need], d);
                }
            }
        }
    }

    private void AddPlaces(long[] byValue, ReadOnlySpan<int> byPlace, int dimension)
    {
        var (stride, step) = (_layout.Stride[dimension], _layout.Step[dimension]);
        for (var first = 0; first < _layout.Bits; first += stride)
        {
            var sum = 0L;
            foreach (var count in byPlace.Slice(first, stride))
            {
                sum += count;
            }
            byValue[first / stride % step] += sum;
        }
    }

    private void CountParts(long[] byValue, ReadOnlySpan<ulong> set, int dimension, int chunk)
    {
        var first = chunk * _layout.Step[dimension];
        for (var at = 0; at < set.Length; at++)
        {
            for (var word = set[at]; word != 0; word &= word - 1)
            {
                var place = (at << 6) + System.Numerics.BitOperations.TrailingZeroCount(word);
                byValue[first + (place / _layout.Stride[dimension] % _layout.Step[dimension])]++;
            }
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
    private static void CountPlaces(int[] byPlace, ReadOnlySpan<ulong> set)
    {
        for (var at = 0; at < set.Length; at++)
        {
            for (var word = set[at]; word != 0; word &= word - 1)
            {
                byPlace[(at << 6) + System.Numerics.BitOperations.TrailingZeroCount(word)]++;
            }
        }
    }
}
