namespace Goldthread.Core.Pathways.Engine;

/// <summary>In one block: who reached a need the day before a turn, and does not on the day.</summary>
/// <remarks>
/// Only a turn on which something closes that is alive in the block can lose anyone there. Openings in
/// between are taken in when the next such turn comes.
/// </remarks>
internal sealed class Losses(BlockSearch blocks)
{
    private readonly Arena _arena = blocks.Arena;

    /// <summary>Adds, by turn and need, who is lost.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="reachedFirst">Who reaches each need on the question's day.</param>
    /// <param name="lost">Where it is added.</param>
    public void Count(IReadOnlyList<Turn> turns, Func<int, Span<ulong>> reachedFirst, long[] lost)
    {
        var needs = blocks.Plan.Map.Needs.Count;
        var mark = _arena.Mark;
        int[]? before = null;
        int[]? now = null;
        var hasOpened = false;
        for (var t = 0; t < turns.Count; t++)
        {
            hasOpened |= turns[t].Opening.Exists(IsAlive) && !turns[t].Closing.Exists(IsAlive);
            if (!turns[t].Closing.Exists(IsAlive))
            {
                continue;
            }
            before ??= CopyAll(needs, reachedFirst);
            now ??= TakeAll(needs);
            if (hasOpened)
            {
                SearchAll(turns[t].Day.AddDays(-1), before);
                hasOpened = false;
            }
            SearchAll(turns[t].Day, now);
            for (var need = 0; need < needs; need++)
            {
                lost[(t * needs) + need] += Bits.CountWithout(_arena[before[need]], _arena[now[need]]);
            }
            (before, now) = (now, before);
        }
        _arena.GiveBack(mark);
    }

    private bool IsAlive(int subject) => blocks.Masks.MaskOf(subject) != _arena.Nobody;

    private int[] TakeAll(int needs)
    {
        var sets = new int[needs];
        for (var need = 0; need < needs; need++)
        {
            sets[need] = _arena.Take();
        }
        return sets;
    }

    private int[] CopyAll(int needs, Func<int, Span<ulong>> reached)
    {
        var sets = TakeAll(needs);
        for (var need = 0; need < needs; need++)
        {
            reached(need).CopyTo(_arena[sets[need]]);
        }
        return sets;
    }

    private void SearchAll(DateOnly day, int[] reached)
    {
        var mark = _arena.Mark;
        blocks.Build(day);
        for (var need = 0; need < reached.Length; need++)
        {
            var inner = _arena.Mark;
            blocks.Run(need);
            _arena[blocks.Search.Reached].CopyTo(_arena[reached[need]]);
            _arena.GiveBack(inner);
        }
        _arena.GiveBack(mark);
    }
}
