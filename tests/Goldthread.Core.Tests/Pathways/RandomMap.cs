using Goldthread.Core.Pathways;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>Small maps and questions at random, the same for the same seed.</summary>
internal sealed class RandomMap(int seed)
{
    private readonly Random _random = new(seed);

    public static DateOnly Day { get; } = new(2022, 9, 30);

    public (PathwayMap Map, Question Question) Make()
    {
        Dimension[] dimensions = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(d => new Dimension($"d{d}",
            [.. Enumerable.Range(0, _random.Next(6) == 0 ? _random.Next(5, 9) : _random.Next(1, 4)).Select(v => $"v{v}")]))];
        Need[] needs = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(n => new Need($"n{n}", $"Need {n}"))];
        Door[] doors = [.. Enumerable.Range(0, _random.Next(0, 5)).Select(i =>
            new Door($"d{i}", "", "", "", Days(), Conditions(dimensions)))];
        Service[] services = [.. Enumerable.Range(0, _random.Next(0, 8)).Select(i => new Service(
            $"s{i}", "", "", "", _random.Next(4) > 0, Days(), "",
            [.. Enumerable.Range(0, needs.Length).Where(_ => _random.Next(3) == 0)], Conditions(dimensions)))];
        Link[] links = [.. Enumerable.Range(0, services.Length == 0 ? 0 : _random.Next(0, 22)).Select(i => new Link(
            $"l{i}", From(doors.Length, services.Length), _random.Next(services.Length), _random.Next(3), Days(),
            _random.Next(3) == 0 ? Conditions(dimensions) : Core.Pathways.Conditions.None))];
        var shares = _random.Next(2) == 0 ? dimensions.Select(Shares).ToList() : null;
        return (new PathwayMap(dimensions, needs, doors, services, links, shares), Question());
    }

    /// <summary>The map with one thing changed.</summary>
    public PathwayMap Change(PathwayMap map)
    {
        switch (_random.Next(4))
        {
            case 0 when map.Services.Count > 0:
                var service = _random.Next(map.Services.Count);
                return map with { Services = [.. map.Services.Select((s, i) => i == service ? s with { Conditions = Conditions(map.Dimensions) } : s)] };
            case 1 when map.Links.Count > 0:
                var link = _random.Next(map.Links.Count);
                return map with { Links = [.. map.Links.Where((_, i) => i != link)] };
            case 2 when map.Doors.Count > 0:
                var door = _random.Next(map.Doors.Count);
                return map with { Doors = [.. map.Doors.Select((d, i) => i == door ? d with { Conditions = Conditions(map.Dimensions) } : d)] };
            default:
                return map;
        }
    }

    private Origin From(int doors, int services) =>
        _random.Next(2) == 0 && doors > 0 ? new Origin(true, _random.Next(doors)) : new Origin(false, _random.Next(services));

    private Days Days()
    {
        var first = _random.Next(6) == 0 ? Day.AddDays(_random.Next(-3, 3)) : (DateOnly?)null;
        var last = _random.Next(3) == 0 ? Day.AddDays(_random.Next(3, 8) - (first is null ? 4 : 0)) : (DateOnly?)null;
        return new Days(first, last);
    }

    private Conditions Conditions(IReadOnlyList<Dimension> dimensions) => _random.Next(3) == 0
        ? Core.Pathways.Conditions.None
        : new Conditions([.. Enumerable.Range(1, _random.Next(1, 4)).Select(label => Alternative(label, dimensions))]);

    private Alternative Alternative(int label, IReadOnlyList<Dimension> dimensions)
    {
        var restrictions = new List<Restriction>();
        while (restrictions.Count == 0)
        {
            for (var d = 0; d < dimensions.Count; d++)
            {
                int[] values = [.. Enumerable.Range(0, dimensions[d].Values.Count).Where(_ => _random.Next(3) > 0)];
                if (values.Length > 0 && _random.Next(2) == 0)
                {
                    restrictions.Add(new Restriction(d, values));
                }
            }
        }
        return new Alternative($"{label}", restrictions);
    }

    private double[] Shares(Dimension dimension)
    {
        double[] weights = [.. dimension.Values.Select(_ => (double)_random.Next(0, 10))];
        weights[0]++;
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private Question Question() => new()
    {
        Day = Day,
        MaxHandOffs = _random.Next(5) == 0 ? 16 : _random.Next(1, 5),
        MaxWaitDays = _random.Next(3) == 0 ? _random.Next(3) : null,
        StandardOnly = _random.Next(4) == 0,
        Until = _random.Next(4) == 0 ? null : Day.AddDays(_random.Next(-1, 10)),
    };
}
