namespace Goldthread.Core.Pathways.Engine;

/// <summary>For one need in one block: for each service, who would no longer reach the need without it.</summary>
/// <remarks>
/// <para>
/// A service on all routes of a profile is on all its shortest ones, and there always the same number of
/// links from the end. So the shortest routes alone name at most one candidate for each such number: the
/// service where all of them meet, if they do. They are found by walking the shortest routes of all
/// profiles at once and keeping, with two sets ("at one service", "at two or more"), who stands at one only.
/// </para>
/// <para>
/// Whoever's shortest route is as long as a route may be has no others, and is counted at once. For the rest
/// the need is searched again with every profile's own candidate taken away from that profile alone: one
/// search for each number of links from the end, instead of one for each service.
/// </para>
/// </remarks>
internal sealed class LastRoutes
{
    private readonly Graph _graph;
    private readonly Arena _arena;
    private readonly int _handOffs;
    private readonly Search _without;
    private readonly List<int> _plain = [];
    private readonly List<int> _guarded = [];
    private readonly List<(int Service, int Profiles)> _candidates = [];
    private int[] _here = [];
    private int[] _ahead = [];
    private int[] _masks = [];

    public LastRoutes(Graph graph, Arena arena, int handOffs)
    {
        (_graph, _arena, _handOffs) = (graph, arena, handOffs);
        _without = new Search(graph, arena, handOffs);
    }

    /// <summary>Adds, for each service of the graph, the profiles whose last route to the need it is.</summary>
    public void Run(Search search, int need, ReadOnlySpan<int> masks, Action<int, long> add)
    {
        Array.Resize(ref _here, Math.Max(_here.Length, masks.Length));
        Array.Resize(ref _ahead, Math.Max(_ahead.Length, masks.Length));
        Array.Fill(_ahead, _arena.Nobody);
        var longest = Take(search.Within(_handOffs), search.Within(_handOffs - 1));
        for (var left = _handOffs - 1; left >= 0; left--)
        {
            if (Walk(search, left))
            {
                FindCandidates();
                Count(need, masks, longest, add);
            }
            (_here, _ahead) = (_ahead, _here);
        }
    }

    /// <summary>Finds who may stand where on a shortest route with so many links left; false if nobody stands anywhere.</summary>
    private bool Walk(Search search, int left)
    {
        var starting = Take(search.Within(left + 1), search.Within(left));
        var anyone = false;
        for (var service = 0; service < _graph.Services.Length; service++)
        {
            _here[service] = _arena.Nobody;
            var mask = search.Layer(left, service);
            if (mask == _arena.Nobody)
            {
                continue;
            }
            Gather(service, starting);
            _here[service] = _arena.Join(_arena.Nobody, mask, _plain, _guarded);
            anyone |= _here[service] != _arena.Nobody;
        }
        return anyone;
    }

    /// <summary>Gathers who may come to the service: from a door, if the route starts here, and from the services one link back.</summary>
    private void Gather(int service, int starting)
    {
        _plain.Clear();
        _guarded.Clear();
        var arrival = _graph.ArrivalMask(service);
        if (arrival != _arena.Nobody && starting != _arena.Nobody)
        {
            _guarded.Add(arrival);
            _guarded.Add(starting);
        }
        foreach (var link in _graph.IntoFromServices.Of(service))
        {
            var set = _ahead[link.End];
            if (set == _arena.Nobody)
            {
                continue;
            }
            if (link.Guard == _arena.Everybody)
            {
                _plain.Add(set);
            }
            else
            {
                _guarded.Add(set);
                _guarded.Add(link.Guard);
            }
        }
    }

    private void FindCandidates()
    {
        _candidates.Clear();
        var (one, more) = (_arena.Take(), _arena.Take());
        var both = _arena.Take();
        _arena[one].Clear();
        _arena[more].Clear();
        for (var service = 0; service < _graph.Services.Length; service++)
        {
            if (_here[service] != _arena.Nobody)
            {
                Bits.And(_arena[both], _arena[one], _arena[_here[service]]);
                Bits.Or(_arena[more], _arena[both]);
                Bits.Or(_arena[one], _arena[_here[service]]);
            }
        }
        for (var service = 0; service < _graph.Services.Length; service++)
        {
            if (_here[service] != _arena.Nobody && Take(_here[service], more) is var alone && alone != _arena.Nobody)
            {
                _candidates.Add((service, alone));
            }
        }
    }

    private void Count(int need, ReadOnlySpan<int> masks, int longest, Action<int, long> add)
    {
        Array.Resize(ref _masks, masks.Length);
        masks.CopyTo(_masks);
        var mark = _arena.Mark;
        var doubtful = false;
        foreach (var (service, profiles) in _candidates)
        {
            add(service, Bits.CountBoth(_arena[profiles], _arena[longest]));
            Bits.Without(_arena[profiles], _arena[profiles], _arena[longest]);
            if (_arena[profiles].ContainsAnyExcept(0UL))
            {
                doubtful = true;
                _masks[service] = Take(masks[service], profiles);
            }
        }
        if (doubtful)
        {
            _without.Run(need, _masks);
            foreach (var (service, profiles) in _candidates)
            {
                add(service, Bits.CountWithout(_arena[profiles], _arena[_without.Reached]));
            }
        }
        _arena.GiveBack(mark);
    }

    /// <summary>A new set of those who are in one set and not in the other, or nobody.</summary>
    private int Take(int set, int other)
    {
        if (set == other || set == _arena.Nobody)
        {
            return _arena.Nobody;
        }
        var mark = _arena.Mark;
        var result = _arena.Take();
        Bits.Without(_arena[result], _arena[set], _arena[other]);
        if (_arena[result].ContainsAnyExcept(0UL))
        {
            return result;
        }
        _arena.GiveBack(mark);
        return _arena.Nobody;
    }
}
