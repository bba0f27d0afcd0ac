namespace Goldthread.Core.Pathways.Engine;

/// <summary>For one need in one block: from each service, who reaches the need within how many links.</summary>
/// <remarks>
/// <para>
/// Layer k holds, for each service, the profiles that it accepts and that have a route from it to the need
/// with at most k links. Layer 0 is the services that provide the need; layer k adds to layer k − 1 whoever
/// may follow a link to a service whose set grew in layer k − 1. All profiles of the block move at once.
/// </para>
/// <para>
/// A service is looked at in layer k only if a door leads to it in at most N − k links: the others cannot be
/// part of a route that long. A set that does not grow is not copied, it is the same set.
/// </para>
/// </remarks>
internal sealed class Search
{
    private readonly Arena _arena;
    private readonly Graph _graph;
    private readonly int _handOffs;
    private readonly int[][] _layers;
    private readonly int[] _within;
    private readonly List<int> _plain = [];
    private readonly List<int> _guarded = [];
    private int _depth;

    public Search(Graph graph, Arena arena, int handOffs)
    {
        (_graph, _arena, _handOffs) = (graph, arena, handOffs);
        _layers = new int[handOffs][];
        Array.Fill(_layers, []);
        _within = new int[handOffs + 1];
    }

    /// <summary>Whether services that no door leads to in time are searched as well; for asking what would be if one did.</summary>
    public bool SearchesEverywhere { get; init; }

    /// <summary>The profiles that, at the service and accepted by it, have a route with at most so many links more.</summary>
    public int Layer(int links, int service) => _layers[Math.Min(links, _depth)][service];

    /// <summary>The profiles that have a route from some door with at most so many links.</summary>
    public int Within(int links) => _within[links];

    /// <summary>The profiles that reach the need.</summary>
    public int Reached => _within[_handOffs];

    /// <summary>Searches for a need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="masks">For each service, the profiles that it accepts.</param>
    public void Run(int need, ReadOnlySpan<int> masks)
    {
        StartLayers(need, masks);
        _within[0] = _arena.Nobody;
        var grew = true;
        for (var links = 1; links <= _handOffs; links++)
        {
            _within[links] = grew ? Arrive(links) : _within[links - 1];
            if (links < _handOffs && grew)
            {
                grew = Grow(links, masks);
            }
        }
    }

    /// <summary>The profiles of the mask from whom some link out of a start leads into a route to the need, within the most hand-offs.</summary>
    public int From(ReadOnlySpan<OutLink> outLinks, int mask)
    {
        _plain.Clear();
        _guarded.Clear();
        foreach (var link in outLinks)
        {
            AddBoth(Layer(_handOffs - 1, link.End), link.Guard);
        }
        return _arena.Join(_arena.Nobody, mask, _plain, _guarded);
    }

    private void StartLayers(int need, ReadOnlySpan<int> masks)
    {
        _depth = 0;
        var first = Room(0);
        Array.Fill(first, _arena.Nobody);
        foreach (var provider in _graph.Providers(need))
        {
            first[provider] = masks[provider];
        }
    }

    private int[] Room(int layer)
    {
        if (_layers[layer].Length < _graph.Services.Length)
        {
            _layers[layer] = new int[_graph.Services.Length];
        }
        return _layers[layer];
    }

    /// <summary>Who has a route with so many links, given the layer of one link fewer.</summary>
    private int Arrive(int links)
    {
        _plain.Clear();
        _guarded.Clear();
        foreach (var service in _graph.Arrivals)
        {
            if (HasGrown(service))
            {
                AddBoth(_layers[_depth][service], _graph.ArrivalMask(service));
            }
        }
        return _arena.Join(_within[links - 1], _arena.Everybody, _plain, _guarded);
    }

    /// <summary>Makes the next layer; false where nothing grew, so that it and all later ones are the last.</summary>
    private bool Grow(int links, ReadOnlySpan<int> masks)
    {
        var before = _layers[_depth];
        var next = Room(_depth + 1);
        before.AsSpan(0, _graph.Services.Length).CopyTo(next);
        var grew = false;
        for (var service = 0; service < _graph.Services.Length; service++)
        {
            if (before[service] == masks[service] || (!SearchesEverywhere && _graph.Distance(service) > _handOffs - links))
            {
                continue;
            }
            _plain.Clear();
            _guarded.Clear();
            foreach (var link in _graph.FromServices.Of(service))
            {
                if (HasGrown(link.End))
                {
                    AddBoth(before[link.End], link.Guard);
                }
            }
            next[service] = _arena.Join(before[service], masks[service], _plain, _guarded);
            grew |= next[service] != before[service];
        }
        _depth++;
        return grew;
    }

    private bool HasGrown(int service) =>
        _layers[_depth][service] != (_depth == 0 ? _arena.Nobody : _layers[_depth - 1][service]);

    private void AddBoth(int set, int guard)
    {
        if (set == _arena.Nobody || guard == _arena.Nobody)
        {
            return;
        }
        if (guard == _arena.Everybody)
        {
            _plain.Add(set);
        }
        else
        {
            _guarded.Add(set);
            _guarded.Add(guard);
        }
    }
}
