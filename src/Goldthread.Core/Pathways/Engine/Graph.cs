using System.Runtime.InteropServices;

namespace Goldthread.Core.Pathways.Engine;

/// <summary>What is open in a block on a day: the doors and services that any of its profiles may use, and the links between them.</summary>
/// <remarks>Doors and services have numbers of their own here, from 0, in the order of the map.</remarks>
internal sealed class Graph
{
    /// <summary>The distance of a service to which no door leads.</summary>
    public const int Unreachable = int.MaxValue;

    private readonly Plan _plan;
    private readonly BlockMasks _masks;
    private readonly int[] _numberOf;
    private readonly List<int> _doors = [];
    private readonly List<int> _services = [];
    private readonly List<int> _doorLinks = [];
    private readonly List<int> _serviceLinks = [];
    private readonly List<int> _arrivals = [];
    private readonly List<int>[] _providers;
    private readonly List<int> _plain = [];
    private readonly List<int> _guarded = [];
    private int[] _distance = [];
    private int[] _arrivalMask = [];

    public Graph(Plan plan, BlockMasks masks)
    {
        (_plan, _masks) = (plan, masks);
        _numberOf = new int[plan.FirstLink];
        Array.Fill(_numberOf, -1);
        _providers = new List<int>[plan.Map.Needs.Count];
        for (var need = 0; need < _providers.Length; need++)
        {
            _providers[need] = [];
        }
    }

    /// <summary>The doors, as subjects.</summary>
    public ReadOnlySpan<int> Doors => CollectionsMarshal.AsSpan(_doors);

    /// <summary>The services, as subjects.</summary>
    public ReadOnlySpan<int> Services => CollectionsMarshal.AsSpan(_services);

    /// <summary>The services that a link from a door leads to.</summary>
    public ReadOnlySpan<int> Arrivals => CollectionsMarshal.AsSpan(_arrivals);

    /// <summary>The links out of each door.</summary>
    public OutLinks FromDoors { get; } = new();

    /// <summary>The links out of each service.</summary>
    public OutLinks FromServices { get; } = new();

    /// <summary>The links from a door into each service: the end is the door.</summary>
    public OutLinks IntoFromDoors { get; } = new();

    /// <summary>The links from a service into each service: the end is the one they come from.</summary>
    public OutLinks IntoFromServices { get; } = new();

    /// <summary>The number here of a door or service; negative where it is not open.</summary>
    public int NumberOf(int subject) => _numberOf[subject];

    /// <summary>The services where a route to the need may end.</summary>
    public ReadOnlySpan<int> Providers(int need) => CollectionsMarshal.AsSpan(_providers[need]);

    /// <summary>The profiles that a door accepts.</summary>
    public int DoorMask(int door) => _masks.MaskOf(_doors[door]);

    /// <summary>The profiles that a service accepts.</summary>
    public int ServiceMask(int service) => _masks.MaskOf(_services[service]);

    /// <summary>The fewest links from any door to the service, conditions apart.</summary>
    public int Distance(int service) => _distance[service];

    /// <summary>The profiles that some door accepts and some link takes from it to the service, whether or not that accepts them.</summary>
    public int ArrivalMask(int service) => _arrivalMask[service];

    /// <summary>Builds the graph of the masks' block on a day.</summary>
    public void Build(DateOnly day)
    {
        Clear();
        foreach (var subject in _masks.Alive)
        {
            if (!_plan.IsUsable(subject, day))
            {
                continue;
            }
            if (subject >= _plan.FirstLink)
            {
                AddLink(subject);
            }
            else if (subject < _plan.FirstService)
            {
                _numberOf[subject] = _doors.Count;
                _doors.Add(subject);
            }
            else
            {
                AddService(subject);
            }
        }
        FromDoors.Build(_doors.Count, _doorLinks, Forwards);
        FromServices.Build(_services.Count, _serviceLinks, Forwards);
        IntoFromDoors.Build(_services.Count, _doorLinks, Backwards);
        IntoFromServices.Build(_services.Count, _serviceLinks, Backwards);
        FindDistances();
        FindArrivals();
    }

    private (int Start, int End, int Guard) Forwards(int link) =>
        (_numberOf[_plan.StartOf(link)], _numberOf[_plan.EndOf(link)], _masks.MaskOf(link));

    private (int Start, int End, int Guard) Backwards(int link) =>
        (_numberOf[_plan.EndOf(link)], _numberOf[_plan.StartOf(link)], _masks.MaskOf(link));

    private void Clear()
    {
        foreach (var subject in _doors)
        {
            _numberOf[subject] = -1;
        }
        foreach (var subject in _services)
        {
            _numberOf[subject] = -1;
        }
        _doors.Clear();
        _services.Clear();
        _doorLinks.Clear();
        _serviceLinks.Clear();
        foreach (var providers in _providers)
        {
            providers.Clear();
        }
    }

    private void AddService(int subject)
    {
        var service = subject - _plan.FirstService;
        if (_plan.MayEnd(service))
        {
            foreach (var need in _plan.Map.Services[service].Provides)
            {
                _providers[need].Add(_services.Count);
            }
        }
        _numberOf[subject] = _services.Count;
        _services.Add(subject);
    }

    private void AddLink(int link)
    {
        var start = _plan.StartOf(link);
        if (_numberOf[start] < 0 || _numberOf[_plan.EndOf(link)] < 0)
        {
            return;
        }
        (start < _plan.FirstService ? _doorLinks : _serviceLinks).Add(link);
    }

    /// <summary>Breadth first from all doors at once.</summary>
    private void FindDistances()
    {
        Array.Resize(ref _distance, Math.Max(_distance.Length, _services.Count));
        Array.Fill(_distance, Unreachable);
        _arrivals.Clear();
        foreach (var link in FromDoors.All)
        {
            if (_distance[link.End] == Unreachable)
            {
                _distance[link.End] = 1;
                _arrivals.Add(link.End);
            }
        }
        _plain.Clear();
        _plain.AddRange(_arrivals);
        for (var i = 0; i < _plain.Count; i++)
        {
            foreach (var link in FromServices.Of(_plain[i]))
            {
                if (_distance[link.End] == Unreachable)
                {
                    _distance[link.End] = _distance[_plain[i]] + 1;
                    _plain.Add(link.End);
                }
            }
        }
    }

    private void FindArrivals()
    {
        var arena = _masks.Arena;
        Array.Resize(ref _arrivalMask, Math.Max(_arrivalMask.Length, _services.Count));
        Array.Fill(_arrivalMask, arena.Nobody);
        foreach (var service in _arrivals)
        {
            _plain.Clear();
            _guarded.Clear();
            foreach (var link in IntoFromDoors.Of(service))
            {
                AddBoth(DoorMask(link.End), link.Guard);
            }
            _arrivalMask[service] = arena.Join(arena.Nobody, arena.Everybody, _plain, _guarded);
        }
    }

    /// <summary>Adds the profiles that are in both sets to the union to be made.</summary>
    private void AddBoth(int set, int guard)
    {
        if (guard == _masks.Arena.Everybody)
        {
            _plain.Add(set);
        }
        else if (guard != _masks.Arena.Nobody)
        {
            _guarded.Add(set);
            _guarded.Add(guard);
        }
    }
}

/// <summary>A link as seen from its start.</summary>
/// <param name="End">The number of what it leads to.</param>
/// <param name="Guard">The profiles that the link itself accepts.</param>
internal readonly record struct OutLink(int End, int Guard);

/// <summary>Links side by side, grouped by their start.</summary>
internal sealed class OutLinks
{
    private int[] _first = [0];
    private OutLink[] _links = [];
    private int _count;

    /// <summary>All links, by start.</summary>
    public ReadOnlySpan<OutLink> All => _links.AsSpan(0, _count);

    /// <summary>The links of one start.</summary>
    public ReadOnlySpan<OutLink> Of(int start) => _links.AsSpan(_first[start], _first[start + 1] - _first[start]);

    /// <summary>Groups the links.</summary>
    public void Build(int starts, List<int> links, Func<int, (int Start, int End, int Guard)> read)
    {
        Array.Resize(ref _first, Math.Max(_first.Length, starts + 2));
        Array.Clear(_first);
        Array.Resize(ref _links, Math.Max(_links.Length, links.Count));
        _count = links.Count;
        foreach (var link in links)
        {
            _first[read(link).Start + 2]++;
        }
        for (var start = 1; start < starts + 1; start++)
        {
            _first[start + 1] += _first[start];
        }
        foreach (var link in links)
        {
            var (start, end, guard) = read(link);
            _links[_first[start + 1]++] = new OutLink(end, guard);
        }
    }
}
