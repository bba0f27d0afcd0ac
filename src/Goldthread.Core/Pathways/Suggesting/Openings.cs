using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>In one block, for one need: whom a change would let through, were the thing changed open to all.</summary>
/// <remarks>
/// A route that uses a change more than once can be cut short to one that uses it once, so whoever newly
/// reaches the need comes to the changed place by the old map, passes it once, and goes on by the old map.
/// </remarks>
internal sealed class Openings(BlockSearch blocks, Forward forward)
{
    private readonly Arena _arena = blocks.Arena;
    private readonly Graph _graph = blocks.Graph;
    private readonly Search _search = blocks.Search;
    private readonly int _handOffs = blocks.Plan.Question.MaxHandOffs;
    private readonly List<int> _plain = [];
    private readonly List<int> _guarded = [];

    /// <summary>Those of a set who would have a route if there were a link from the door to the service.</summary>
    public int FromDoor(int door, int service, int among) =>
        _arena.Join(_arena.Nobody, among, Clear(_plain), Pair(_graph.DoorMask(door), _search.Layer(_handOffs - 1, service)));

    /// <summary>Those of a set who would have a route if there were a link from the one service to the other.</summary>
    public int FromService(int from, int service, int among)
    {
        Clear(_guarded);
        for (var links = 1; links < _handOffs; links++)
        {
            var before = forward.Standing(links, from);
            var after = _search.Layer(_handOffs - 1 - links, service);
            if (before != forward.Standing(links - 1, from))
            {
                AddPair(before, after);
            }
        }
        return _arena.Join(_arena.Nobody, among, Clear(_plain), _guarded);
    }

    /// <summary>Those of a set who would have a route if the door accepted everyone.</summary>
    public int ThroughDoor(int door, int among) => _search.From(_graph.FromDoors.Of(door), among);

    /// <summary>Those of a set who would have a route if the service accepted everyone.</summary>
    public int ThroughService(int service, bool provides, int among)
    {
        var result = _arena.Nobody;
        for (var links = 1; links <= _handOffs; links++)
        {
            var arriving = forward.Arriving(links, service);
            if (arriving == forward.Arriving(links - 1, service))
            {
                continue;
            }
            var onwards = provides ? _arena.Everybody : Onwards(service, _handOffs - links, arriving);
            result = _arena.Join(result, among, Clear(_plain), Pair(arriving, onwards));
        }
        return result;
    }

    /// <summary>Those of a set who, standing at the service, have a route to the need with at most so many links more, accepted or not.</summary>
    private int Onwards(int service, int links, int among)
    {
        if (links == 0)
        {
            return _arena.Nobody;
        }
        Clear(_plain);
        Clear(_guarded);
        foreach (var link in _graph.FromServices.Of(service))
        {
            var set = _search.Layer(links - 1, link.End);
            if (link.Guard == _arena.Everybody && set != _arena.Nobody)
            {
                _plain.Add(set);
            }
            else
            {
                AddPair(set, link.Guard);
            }
        }
        return _arena.Join(_arena.Nobody, among, _plain, _guarded);
    }

    private List<int> Pair(int set, int other)
    {
        Clear(_guarded);
        AddPair(set, other);
        return _guarded;
    }

    private void AddPair(int set, int other)
    {
        if (set != _arena.Nobody && other != _arena.Nobody)
        {
            _guarded.Add(set);
            _guarded.Add(other);
        }
    }

    private static List<int> Clear(List<int> list)
    {
        list.Clear();
        return list;
    }
}
