namespace Goldthread.Core.Pathways.Engine;

/// <summary>Which parts of the answer are worked out; the parts that are left out stay empty.</summary>
[Flags]
internal enum Parts
{
    /// <summary>Reached, no wrong door, hand-offs.</summary>
    Needs = 0,

    /// <summary>The figures by every value, and the shares.</summary>
    ByValue = 1,

    /// <summary>The dead ends of each door.</summary>
    Doors = 2,

    /// <summary>The services that are somebody's last route.</summary>
    LastRoutes = 4,

    /// <summary>The days on which somebody is lost.</summary>
    CliffEdges = 8,

    /// <summary>The gaps as boxes.</summary>
    Gaps = 16,

    /// <summary>The whole answer.</summary>
    All = ByValue | Doors | LastRoutes | CliffEdges | Gaps,
}

/// <summary>Works out block after block, and counts.</summary>
internal sealed class CheckWorker
{
    private readonly Plan _plan;
    private readonly Parts _parts;
    private readonly IReadOnlyList<Turn> _turns;
    private readonly CheckResults _results;
    private readonly BlockSearch _blocks;
    private readonly BlockMasks _masks;
    private readonly Graph _graph;
    private readonly Search _search;
    private readonly LastRoutes _lastRoutes;
    private readonly Losses _losses;
    private readonly BlockShares? _shares;

    public CheckWorker(Plan plan, Parts parts, int[] candidates, IReadOnlyList<Turn> turns, CheckResults results)
    {
        (_plan, _parts, _turns, _results) = (plan, parts, turns, results);
        _blocks = new BlockSearch(plan, candidates);
        (_masks, _graph, _search) = (_blocks.Masks, _blocks.Graph, _blocks.Search);
        _lastRoutes = new LastRoutes(_graph, _masks.Arena, plan.Question.MaxHandOffs);
        _losses = new Losses(_blocks);
        _shares = parts.HasFlag(Parts.ByValue) && plan.Map.Shares is { } shares ? new BlockShares(plan.Layout, shares) : null;
        Figures = new Figures(plan, turns.Count);
    }

    public Figures Figures { get; }

    public void Work(int block)
    {
        _blocks.TurnTo(block);
        _shares?.TurnTo(_masks.Chunks);
        var entered = CountEntering();
        var arena = _masks.Arena;
        for (var need = 0; need < _plan.Map.Needs.Count; need++)
        {
            var mark = arena.Mark;
            _blocks.Run(need);
            CountReached(need, block);
            CountDoors(need, block, entered);
            if (_parts.HasFlag(Parts.LastRoutes))
            {
                CountLastRoutes(need);
            }
            arena.GiveBack(mark);
        }
        if (_turns.Count > 0)
        {
            _losses.Count(_turns, need => _results.Reached.Of(need, block), Figures.Lost);
        }
    }

    /// <summary>Counts who may enter each door, and gives all who may enter one.</summary>
    private int CountEntering()
    {
        var arena = _masks.Arena;
        var entered = arena.Take();
        arena[entered].Clear();
        for (var door = 0; door < _graph.Doors.Length; door++)
        {
            var mask = arena[_graph.DoorMask(door)];
            Figures.MayEnter[_graph.Doors[door]] += Bits.Count(mask);
            Bits.Or(arena[entered], mask);
        }
        return entered;
    }

    private void CountReached(int need, int block)
    {
        var arena = _masks.Arena;
        var reached = arena[_search.Reached];
        reached.CopyTo(_results.Reached.Of(need, block));
        var row = need * (_plan.Question.MaxHandOffs + 1);
        for (var links = 1; links <= _plan.Question.MaxHandOffs; links++)
        {
            Figures.Within[row + links] += Bits.Count(arena[_search.Within(links)]);
        }
        if (_parts.HasFlag(Parts.ByValue))
        {
            Figures.Reached.Count(need, reached, _masks.Chunks, Bits.Count(reached));
            _results.SetShare(need, block, CheckResults.ReachedShare, _shares?.Of(reached) ?? 0);
        }
        else
        {
            Figures.Reached.CountTotal(need, Bits.Count(reached));
        }
    }

    private void CountDoors(int need, int block, int entered)
    {
        var arena = _masks.Arena;
        var noWrongDoor = arena.Take();
        arena[entered].CopyTo(arena[noWrongDoor]);
        var dead = arena.Take();
        for (var door = 0; door < _graph.Doors.Length; door++)
        {
            var mark = arena.Mark;
            var mask = _graph.DoorMask(door);
            var living = _search.From(_graph.FromDoors.Of(door), mask);
            Bits.Without(arena[dead], arena[mask], arena[living]);
            Bits.Without(arena[noWrongDoor], arena[noWrongDoor], arena[dead]);
            if (_parts.HasFlag(Parts.Doors))
            {
                Figures.DeadEnds[(_graph.Doors[door] * _plan.Map.Needs.Count) + need] += Bits.Count(arena[dead]);
            }
            arena.GiveBack(mark);
        }
        if (_parts.HasFlag(Parts.ByValue))
        {
            Figures.NoWrongDoor.Count(need, arena[noWrongDoor], _masks.Chunks, Bits.Count(arena[noWrongDoor]));
            _results.SetShare(need, block, CheckResults.NoWrongDoorShare, _shares?.Of(arena[noWrongDoor]) ?? 0);
        }
        else
        {
            Figures.NoWrongDoor.CountTotal(need, Bits.Count(arena[noWrongDoor]));
        }
    }

    private void CountLastRoutes(int need) =>
        _lastRoutes.Run(_search, need, _blocks.ServiceMasks, (service, profiles) =>
            Figures.LastRoutes[((_graph.Services[service] - _plan.FirstService) * _plan.Map.Needs.Count) + need] += profiles);
}
