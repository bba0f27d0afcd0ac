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
    private readonly BlockMasks _masks;
    private readonly Graph _graph;
    private readonly Search _search;
    private readonly LastRoutes _lastRoutes;
    private readonly Losses _losses;
    private readonly BlockShares? _shares;
    private int[] _serviceMasks = [];

    public CheckWorker(Plan plan, Parts parts, int[] candidates, IReadOnlyList<Turn> turns, CheckResults results)
    {
        (_plan, _parts, _turns, _results) = (plan, parts, turns, results);
        _masks = new BlockMasks(plan, candidates);
        _graph = new Graph(plan, _masks);
        _search = new Search(_graph, _masks.Arena, plan.Question.MaxHandOffs);
        _lastRoutes = new LastRoutes(_graph, _masks.Arena, plan.Question.MaxHandOffs);
        _losses = new Losses(plan, _masks, _graph, _search);
        _shares = parts.HasFlag(Parts.ByValue) && plan.Map.Shares is { } shares ? new BlockShares(plan.Layout, shares) : null;
        Figures = new Figures(plan, turns.Count);
    }

    public Figures Figures { get; }

    public void Work(int block)
    {
        _masks.TurnTo(block);
        _graph.Build(_plan.Question.Day);
        _shares?.TurnTo(_masks.Chunks);
        ReadServiceMasks();
        var entered = CountEntering();
        var arena = _masks.Arena;
        for (var need = 0; need < _plan.Map.Needs.Count; need++)
        {
            var mark = arena.Mark;
            var masks = _serviceMasks.AsSpan(0, _graph.Services.Length);
            _search.Run(need, masks);
            CountReached(need, block);
            CountDoors(need, block, entered);
            if (_parts.HasFlag(Parts.LastRoutes))
            {
                CountLastRoutes(need, masks);
            }
            arena.GiveBack(mark);
        }
        if (_turns.Count > 0)
        {
            _losses.Count(_turns, need => _results.Reached.Of(need, block), Figures.Lost);
        }
    }

    private void ReadServiceMasks()
    {
        Array.Resize(ref _serviceMasks, Math.Max(_serviceMasks.Length, _graph.Services.Length));
        for (var service = 0; service < _graph.Services.Length; service++)
        {
            _serviceMasks[service] = _graph.ServiceMask(service);
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

    private void CountLastRoutes(int need, ReadOnlySpan<int> masks) =>
        _lastRoutes.Run(_search, need, masks, (service, profiles) =>
            Figures.LastRoutes[((_graph.Services[service] - _plan.FirstService) * _plan.Map.Needs.Count) + need] += profiles);
}
