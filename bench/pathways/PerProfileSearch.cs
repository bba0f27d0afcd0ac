using System.Numerics;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways.Bench;

/// <summary>The peer: one search per profile, as good as such a search gets, sharing nothing with the engine but the map.</summary>
/// <remarks>
/// <para>
/// Alternatives are narrowed dimension by dimension, so that a profile only looks at those that its
/// neighbours left open; below the first two dimensions the links are copied into a small graph of what can
/// still matter. All needs (64 at most) are searched at once, one bit each, and both cores work.
/// </para>
/// <para>Every dimension may have 64 values at most.</para>
/// </remarks>
internal sealed class PerProfileSearch
{
    private readonly PathwayMap _map;
    private readonly Question _question;
    private readonly DateOnly _day;
    private readonly int[] _order;
    private readonly Alternative[] _alternatives;
    private readonly bool[] _unconditional;

    public PerProfileSearch(PathwayMap map, Question question, DateOnly day)
    {
        (_map, _question, _day) = (map, question, day);
        var subjects = map.Doors.Concat<Subject>(map.Services).Concat(map.Links).ToList();
        _unconditional = [.. subjects.Select(subject => IsUsable(subject) && subject.Conditions.Alternatives.Count == 0)];
        _order = [.. Enumerable.Range(0, map.Dimensions.Count).OrderByDescending(d => map.Dimensions[d].Values.Count)];
        _alternatives = [.. subjects.SelectMany((subject, i) => IsUsable(subject)
            ? subject.Conditions.Alternatives.Select(alternative => Prepare(i, alternative))
            : [])];
    }

    /// <summary>Searches every profile.</summary>
    /// <param name="report">Told of every profile, its number and what was found; from several threads.</param>
    public void Run(Action<int, Leaf> report)
    {
        var (first, second) = (_order[0], _order.Length > 1 ? _order[1] : -1);
        var pairs = _map.Dimensions[first].Values.Count * (second < 0 ? 1 : _map.Dimensions[second].Values.Count);
        var stride = Strides();
        Parallel.For(0, pairs, pair =>
        {
            var (v, w) = second < 0 ? (pair, 0) : Math.DivRem(pair, _map.Dimensions[second].Values.Count);
            var kept = _alternatives.Where(a => a.Accepts(first, v) && (second < 0 || a.Accepts(second, w))).ToList();
            var leaf = new Leaf(_map, _question, LocalGraph(kept));
            Narrow(leaf, 2, (v * stride[first]) + (second < 0 ? 0 : w * stride[second]), stride, report);
        });
    }

    private void Narrow(Leaf leaf, int depth, int profile, int[] stride, Action<int, Leaf> report)
    {
        if (depth >= _order.Length)
        {
            leaf.Search();
            report(profile, leaf);
            return;
        }
        var d = _order[depth];
        for (var value = 0; value < _map.Dimensions[d].Values.Count; value++)
        {
            leaf.Enter(depth, d, value);
            Narrow(leaf, depth + 1, profile + (value * stride[d]), stride, report);
            leaf.Leave(depth);
        }
    }

    private LocalGraph LocalGraph(List<Alternative> kept)
    {
        var alive = (bool[])_unconditional.Clone();
        foreach (var alternative in kept)
        {
            alive[alternative.Subject] = true;
        }
        return new LocalGraph(_map, _question, alive, _unconditional, kept);
    }

    private int[] Strides()
    {
        var strides = new int[_map.Dimensions.Count];
        var stride = 1;
        for (var d = strides.Length - 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= _map.Dimensions[d].Values.Count;
        }
        return strides;
    }

    private bool IsUsable(Subject subject) =>
        subject.Days.Include(_day) && (subject is not Link link || _question.MaxWaitDays is not { } most || link.WaitDays <= most);

    private Alternative Prepare(int subject, Core.Pathways.Alternative alternative)
    {
        var masks = Masks(alternative);
        return new Alternative(subject, masks, Array.FindLastIndex(_order, d => masks[d] != ulong.MaxValue));
    }

    private ulong[] Masks(Core.Pathways.Alternative alternative)
    {
        var masks = new ulong[_map.Dimensions.Count];
        Array.Fill(masks, ulong.MaxValue);
        foreach (var restriction in alternative.Restrictions)
        {
            masks[restriction.Dimension] = restriction.Values.Aggregate(0UL, (mask, value) => mask | (1UL << value));
        }
        return masks;
    }

    /// <summary>An alternative of a subject, as a mask of the values accepted in each dimension, and the depth from which nothing restricts it.</summary>
    internal sealed record Alternative(int Subject, ulong[] Masks, int SettledAt)
    {
        public bool Accepts(int dimension, int value) => ((Masks[dimension] >> value) & 1) != 0;
    }
}

/// <summary>The doors, services and links that can still matter, numbered anew.</summary>
internal sealed class LocalGraph
{
    public LocalGraph(PathwayMap map, Question question, bool[] alive, bool[] unconditional, List<PerProfileSearch.Alternative> kept)
    {
        var (doors, services) = (map.Doors.Count, map.Services.Count);
        Doors = [.. Enumerable.Range(0, doors).Where(i => alive[i])];
        Services = [.. Enumerable.Range(0, services).Where(i => alive[doors + i])];
        var number = new int[alive.Length];
        Array.Fill(number, -1);
        for (var i = 0; i < Doors.Length; i++)
        {
            number[Doors[i]] = i;
        }
        for (var i = 0; i < Services.Length; i++)
        {
            number[doors + Services[i]] = Doors.Length + i;
        }
        var links = map.Links.Select((link, i) => (link, subject: doors + services + i))
            .Where(pair => alive[pair.subject] && number[StartOf(map, pair.link)] >= 0 && number[doors + pair.link.To] >= 0).ToList();
        for (var i = 0; i < links.Count; i++)
        {
            number[links[i].subject] = Doors.Length + Services.Length + i;
        }
        Nodes = Doors.Length + Services.Length;
        Links = [.. links.Select(pair => (number[StartOf(map, pair.link)], number[doors + pair.link.To], number[pair.subject])).OrderBy(link => link.Item1)];
        First = new int[Nodes + 1];
        foreach (var (from, _, _) in Links)
        {
            First[from + 1]++;
        }
        for (var i = 0; i < Nodes; i++)
        {
            First[i + 1] += First[i];
        }
        Provides = [.. Services.Select(i => question.StandardOnly && !map.Services[i].MeetsStandard
            ? 0 : map.Services[i].Provides.Aggregate(0UL, (bits, need) => bits | (1UL << need)))];
        IsUnconditional = new bool[Nodes + links.Count];
        for (var subject = 0; subject < alive.Length; subject++)
        {
            if (number[subject] >= 0)
            {
                IsUnconditional[number[subject]] = unconditional[subject];
            }
        }
        Kept = [.. kept.Where(a => number[a.Subject] >= 0).Select(a => a with { Subject = number[a.Subject] })];
    }

    public int[] Doors { get; }

    public int[] Services { get; }

    public int Nodes { get; }

    public (int From, int To, int Number)[] Links { get; }

    public int[] First { get; }

    public ulong[] Provides { get; }

    public bool[] IsUnconditional { get; }

    public PerProfileSearch.Alternative[] Kept { get; }

    private static int StartOf(PathwayMap map, Link link) => link.From.IsDoor ? link.From.Index : map.Doors.Count + link.From.Index;
}

/// <summary>The profile at hand: what it may use, and what it reaches. A bit is a need.</summary>
internal sealed class Leaf
{
    private readonly LocalGraph _graph;
    private readonly int _handOffs;
    private readonly int[] _openBy;
    private readonly PerProfileSearch.Alternative[][] _pending;
    private readonly int[] _pendingCount;
    private readonly int[] _settledBefore;
    private readonly int[] _settled;
    private readonly ulong[][] _layers;
    private int _settledCount;

    public Leaf(PathwayMap map, Question question, LocalGraph graph)
    {
        _graph = graph;
        _handOffs = question.MaxHandOffs;
        _pending = new PerProfileSearch.Alternative[map.Dimensions.Count + 2][];
        for (var depth = 0; depth < _pending.Length; depth++)
        {
            _pending[depth] = new PerProfileSearch.Alternative[graph.Kept.Length];
        }
        _pendingCount = new int[_pending.Length];
        _settledBefore = new int[_pending.Length];
        _settled = new int[graph.Kept.Length];
        _openBy = new int[graph.IsUnconditional.Length];
        for (var i = 0; i < _openBy.Length; i++)
        {
            _openBy[i] = graph.IsUnconditional[i] ? 1 : 0;
        }
        _layers = [.. Enumerable.Range(0, _handOffs + 1).Select(_ => new ulong[graph.Nodes])];
        Within = new ulong[_handOffs + 1];
        AllNeeds = map.Needs.Count == 64 ? ulong.MaxValue : (1UL << map.Needs.Count) - 1;
        Start(graph.Kept);
    }

    public ulong AllNeeds { get; }

    public LocalGraph Graph => _graph;

    /// <summary>The needs reached within so many links.</summary>
    public ulong[] Within { get; }

    public ulong Reached => Within[_handOffs];

    /// <summary>The needs for which no wrong door holds.</summary>
    public ulong NoWrongDoor { get; private set; }

    /// <summary>Whether the profile may use a door, service or link of the graph.</summary>
    public bool MayUse(int number) => _openBy[number] > 0;

    /// <summary>The needs reached from a door.</summary>
    public ulong From(int door) => _layers[_handOffs][door];

    public void Enter(int depth, int dimension, int value)
    {
        _settledBefore[depth] = _settledCount;
        var (next, pending) = (0, _pending[depth]);
        foreach (var alternative in _pending[depth - 1].AsSpan(0, _pendingCount[depth - 1]))
        {
            if (alternative.Accepts(dimension, value))
            {
                Take(alternative, depth, pending, ref next);
            }
        }
        _pendingCount[depth] = next;
    }

    public void Leave(int depth)
    {
        while (_settledCount > _settledBefore[depth])
        {
            _openBy[_settled[--_settledCount]]--;
        }
    }

    /// <summary>Searches back from the services, all needs at once; a removed service is as if it were not there.</summary>
    public void Search(int removed = -1)
    {
        var doors = _graph.Doors.Length;
        var layer = _layers[0];
        for (var i = doors; i < _graph.Nodes; i++)
        {
            layer[i] = _openBy[i] > 0 && i != removed ? _graph.Provides[i - doors] : 0;
        }
        for (var links = 1; links <= _handOffs; links++)
        {
            var (before, next) = (_layers[links - 1], _layers[links]);
            for (var i = links < _handOffs ? doors : _graph.Nodes; i < _graph.Nodes; i++)
            {
                next[i] = _openBy[i] > 0 && i != removed ? before[i] | Onwards(before, i) : 0;
            }
            Within[links] = 0;
            var all = AllNeeds;
            var entered = false;
            for (var door = 0; door < doors; door++)
            {
                if (_openBy[door] > 0)
                {
                    next[door] = Onwards(before, door);
                    Within[links] |= next[door];
                    all &= next[door];
                    entered = true;
                }
            }
            NoWrongDoor = entered ? all : 0;
        }
    }

    private ulong Onwards(ulong[] before, int node)
    {
        var needs = 0UL;
        for (var i = _graph.First[node]; i < _graph.First[node + 1]; i++)
        {
            var (_, to, number) = _graph.Links[i];
            if (_openBy[number] > 0)
            {
                needs |= before[to];
            }
        }
        return needs;
    }

    private void Start(PerProfileSearch.Alternative[] kept)
    {
        var next = 0;
        foreach (var alternative in kept)
        {
            Take(alternative, 1, _pending[1], ref next);
        }
        _pendingCount[1] = next;
    }

    /// <summary>Opens what no later dimension can close again, and keeps the rest.</summary>
    private void Take(PerProfileSearch.Alternative alternative, int depth, PerProfileSearch.Alternative[] pending, ref int next)
    {
        if (alternative.SettledAt <= depth)
        {
            _openBy[alternative.Subject]++;
            _settled[_settledCount++] = alternative.Subject;
        }
        else
        {
            pending[next++] = alternative;
        }
    }
}
