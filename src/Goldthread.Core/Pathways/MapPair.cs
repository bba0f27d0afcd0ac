namespace Goldthread.Core.Pathways;

/// <summary>Two maps over the same dimensions, put into the same order so that they can be compared.</summary>
/// <remarks>A need that only one map has counts in the other as one that nobody reaches.</remarks>
public sealed class MapPair
{
    private MapPair(PathwayMap first, PathwayMap second) => (First, Second) = (first, second);

    /// <summary>The first map, with the needs of both.</summary>
    public PathwayMap First { get; }

    /// <summary>The second map, with the needs of both and its dimensions in the order of the first.</summary>
    public PathwayMap Second { get; }

    /// <summary>Pairs the maps; null, with the reasons, where their dimensions or values differ in more than order.</summary>
    public static MapPair? TryCreate(PathwayMap first, PathwayMap second, out IReadOnlyList<string> reasons)
    {
        reasons = [.. Missing(first, second, "second"), .. Missing(second, first, "first")];
        if (reasons.Count > 0)
        {
            return null;
        }
        Need[] needs = [.. first.Needs, .. second.Needs.ExceptBy(first.Needs.Select(need => need.Id), need => need.Id)];
        return new MapPair(first with { Needs = needs }, new Reordering(first.Dimensions, needs, second).Map());
    }

    private static IEnumerable<string> Missing(PathwayMap map, PathwayMap other, string nameOfOther)
    {
        var others = other.Dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Values.ToHashSet(), StringComparer.Ordinal);
        foreach (var dimension in map.Dimensions)
        {
            if (!others.TryGetValue(dimension.Name, out var values))
            {
                yield return $"The {nameOfOther} map has no dimension \"{dimension.Name}\".";
                continue;
            }
            foreach (var value in dimension.Values.Where(value => !values.Contains(value)))
            {
                yield return $"In the {nameOfOther} map the dimension \"{dimension.Name}\" has no value \"{value}\".";
            }
        }
    }

    /// <summary>Gives a map the dimensions and needs of another, and every index that refers to them its new number.</summary>
    private sealed class Reordering(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Need> needs, PathwayMap map)
    {
        private readonly int[] _dimension = [.. map.Dimensions.Select(old => IndexOf(dimensions, now => now.Name == old.Name))];
        private readonly int[] _need = [.. map.Needs.Select(old => IndexOf(needs, now => now.Id == old.Id))];
        private readonly int[][] _value = [.. map.Dimensions.Select(old => ValuesOf(old, dimensions.First(now => now.Name == old.Name)))];

        public PathwayMap Map() => map with
        {
            Dimensions = dimensions,
            Needs = needs,
            Doors = [.. map.Doors.Select(door => door with { Conditions = Turn(door.Conditions) })],
            Services = [.. map.Services.Select(service => service with
            {
                Conditions = Turn(service.Conditions),
                Provides = [.. service.Provides.Select(need => _need[need]).Order()],
            })],
            Links = [.. map.Links.Select(link => link with { Conditions = Turn(link.Conditions) })],
            Shares = null,
        };

        private static int[] ValuesOf(Dimension old, Dimension now)
        {
            var index = now.Values.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i, StringComparer.Ordinal);
            return [.. old.Values.Select(value => index[value])];
        }

        private static int IndexOf<T>(IReadOnlyList<T> items, Predicate<T> match)
        {
            var index = 0;
            while (!match(items[index]))
            {
                index++;
            }
            return index;
        }

        private Conditions Turn(Conditions conditions) => conditions.Alternatives.Count == 0 ? conditions : new Conditions(
            [.. conditions.Alternatives.Select(alternative => alternative with { Restrictions = [.. alternative.Restrictions.Select(Turn).OrderBy(restriction => restriction.Dimension)] })]);

        private Restriction Turn(Restriction restriction) =>
            new(_dimension[restriction.Dimension], [.. restriction.Values.Select(value => _value[restriction.Dimension][value]).Order()]);
    }
}
