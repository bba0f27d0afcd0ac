namespace Goldthread.Core.Pathways.Engine;

/// <summary>Who gains and who loses each need.</summary>
internal sealed class CompareResults(Layout layout, int needs)
{
    public ProfileSets Gained { get; } = new(layout, needs);

    public ProfileSets Lost { get; } = new(layout, needs);
}

/// <summary>One of the two maps compared, and its subjects that differ from the other's.</summary>
internal sealed record Side(Plan Plan, IReadOnlyList<int> Touched)
{
    /// <summary>Whether anything that differs may matter to a profile of the block.</summary>
    public bool IsTouched(ReadOnlySpan<int> chunks)
    {
        foreach (var subject in Touched)
        {
            if (Plan.Conditions.MayAccept(subject, chunks)
                && (subject < Plan.FirstLink
                    || (Plan.Conditions.MayAccept(Plan.StartOf(subject), chunks) && Plan.Conditions.MayAccept(Plan.EndOf(subject), chunks))))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>Compares block after block.</summary>
internal sealed class CompareWorker
{
    private readonly Side _first;
    private readonly Side _second;
    private readonly CompareResults _results;
    private readonly BlockSearch _before;
    private readonly BlockSearch _after;
    private readonly int[] _chunks;

    public CompareWorker(Side first, Side second, CompareResults results)
    {
        (_first, _second, _results) = (first, second, results);
        _before = new BlockSearch(first.Plan, first.Plan.Usable());
        _after = new BlockSearch(second.Plan, second.Plan.Usable());
        _chunks = new int[first.Plan.Layout.Sizes.Length];
    }

    public void Work(int block)
    {
        _first.Plan.Layout.ChunksOf(block, _chunks);
        if (!_first.IsTouched(_chunks) && !_second.IsTouched(_chunks))
        {
            return;
        }
        _before.TurnTo(block);
        _after.TurnTo(block);
        for (var need = 0; need < _first.Plan.Map.Needs.Count; need++)
        {
            var (mark, otherMark) = (_before.Arena.Mark, _after.Arena.Mark);
            _before.Run(need);
            _after.Run(need);
            var before = _before.Arena[_before.Search.Reached];
            var after = _after.Arena[_after.Search.Reached];
            Bits.Without(_results.Gained.Of(need, block), after, before);
            Bits.Without(_results.Lost.Of(need, block), before, after);
            _before.Arena.GiveBack(mark);
            _after.Arena.GiveBack(otherMark);
        }
    }
}
