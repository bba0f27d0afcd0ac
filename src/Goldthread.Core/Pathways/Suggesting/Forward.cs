using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>In one block: who can come to each service within how many links, the mirror image of <see cref="Search"/>.</summary>
internal sealed class Forward
{
    private readonly Graph _graph;
    private readonly Arena _arena;
    private readonly int _handOffs;
    private readonly int[][] _arriving;
    private readonly int[][] _standing;
    private readonly List<int> _plain = [];
    private readonly List<int> _guarded = [];

    public Forward(Graph graph, Arena arena, int handOffs)
    {
        (_graph, _arena, _handOffs) = (graph, arena, handOffs);
        _arriving = new int[handOffs + 1][];
        _standing = new int[handOffs + 1][];
        Array.Fill(_arriving, []);
        Array.Fill(_standing, []);
    }

    /// <summary>The profiles that some route of at most so many links brings to the service, whether or not it accepts them.</summary>
    public int Arriving(int links, int service) => _arriving[links][service];

    /// <summary>Those among them whom the service accepts.</summary>
    public int Standing(int links, int service) => _standing[links][service];

    public void Run(ReadOnlySpan<int> masks)
    {
        for (var links = 0; links <= _handOffs; links++)
        {
            Array.Resize(ref _arriving[links], Math.Max(_arriving[links].Length, masks.Length));
            Array.Resize(ref _standing[links], Math.Max(_standing[links].Length, masks.Length));
        }
        _standing[0].AsSpan(0, masks.Length).Fill(_arena.Nobody);
        _arriving[0].AsSpan(0, masks.Length).Fill(_arena.Nobody);
        for (var links = 1; links <= _handOffs; links++)
        {
            for (var service = 0; service < masks.Length; service++)
            {
                _arriving[links][service] = links == 1 ? _graph.ArrivalMask(service) : Arrive(links, service);
            }
            for (var service = 0; service < masks.Length; service++)
            {
                _standing[links][service] = Stand(links, service, masks[service]);
            }
        }
    }

    private int Arrive(int links, int service)
    {
        _plain.Clear();
        _guarded.Clear();
        foreach (var link in _graph.IntoFromServices.Of(service))
        {
            var set = _standing[links - 1][link.End];
            if (set == _standing[links - 2][link.End] || link.Guard == _arena.Nobody)
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
        return _arena.Join(_arriving[links - 1][service], _arena.Everybody, _plain, _guarded);
    }

    private int Stand(int links, int service, int mask)
    {
        var arriving = _arriving[links][service];
        if (arriving == _arriving[links - 1][service])
        {
            return _standing[links - 1][service];
        }
        if (mask == _arena.Everybody || mask == _arena.Nobody)
        {
            return mask == _arena.Nobody ? mask : arriving;
        }
        _plain.Clear();
        _guarded.Clear();
        _plain.Add(arriving);
        return _arena.Join(_standing[links - 1][service], mask, _plain, _guarded);
    }
}
