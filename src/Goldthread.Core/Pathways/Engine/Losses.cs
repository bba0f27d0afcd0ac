namespace Goldthread.Core.Pathways.Engine;

/// <summary>In one block: who reached a need the day before a turn, and does not on the day.</summary>
/// <remarks>
/// Only a turn on which something closes that is alive in the block can lose anyone there. Openings in
/// between are taken in when the next such turn comes.
/// </remarks>
internal sealed class Losses(Plan plan, BlockMasks masks, Graph graph, Search search)
{
    private int[] _serviceMasks = [];

    /// <summary>Adds, by turn and need, who is lost.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="reachedFirst">Who reaches each need on the question's day.</param>
    /// <param name="lost">Where it is added.</param>
    public void Count(IReadOnlyList<Turn> turns, Func<int, Span<ulong>> reachedFirst, long[] lost)
    {
        var needs = plan.Map.Needs.Count;
        var arena = masks.Arena;
        var mark = arena.Mark;
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
                lost[(t * needs) + need] += Bits.CountWithout(arena[before[need]], arena[now[need]]);
            }
            (before, now) = (now, before);
        }
        arena.GiveBack(mark);
    }

    private bool IsAlive(int subject) => masks.MaskOf(subject) != masks.Arena.Nobody;

    private int[] TakeAll(int needs)
    {
        var sets = new int[needs];
        for (var need = 0; need < needs; need++)
        {
            sets[need] = masks.Arena.Take();
        }
        return sets;
    }

    private int[] CopyAll(int needs, Func<int, Span<ulong>> reached)
    {
        var sets = TakeAll(needs);
        for (var need = 0; need < needs; need++)
        {
            reached(need).CopyTo(masks.Arena[sets[need]]);
        }
        return sets;
    }

    private void SearchAll(DateOnly day, int[] reached)
    {
        var arena = masks.Arena;
        var mark = arena.Mark;
        graph.Build(day);
        Array.Resize(ref _serviceMasks, Math.Max(_serviceMasks.Length, graph.Services.Length));
        for (var service = 0; service < graph.Services.Length; service++)
        {
            _serviceMasks[service] = graph.ServiceMask(service);
        }
        for (var need = 0; need < reached.Length; need++)
        {
            var inner = arena.Mark;
            search.Run(need, _serviceMasks.AsSpan(0, graph.Services.Length));
            arena[search.Reached].CopyTo(arena[reached[need]]);
            arena.GiveBack(inner);
        }
        arena.GiveBack(mark);
    }
}
