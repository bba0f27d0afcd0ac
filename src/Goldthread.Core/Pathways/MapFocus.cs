namespace Goldthread.Core.Pathways;

/// <summary>Looks at some of a map's profiles alone: those with a given value in a given characteristic.</summary>
public static class MapFocus
{
    /// <summary>
    /// The map of the profiles that have one of the values named in each characteristic named. An entry that accepts none of
    /// them is left out with its hand-offs. Shares count as those of the people looked at: each characteristic's add up to 1 again.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="values">For each characteristic of the map, the indexes of the values looked at, ascending; null for all.</param>
    /// <exception cref="ArgumentException">A characteristic is left without a value.</exception>
    public static PathwayMap Of(PathwayMap map, IReadOnlyList<IReadOnlyList<int>?> values)
    {
        if (values.All(some => some is null))
            return map;
        if (values.Any(some => some is { Count: 0 }))
            throw new ArgumentException("A characteristic is left without a value.", nameof(values));

        // For each characteristic, the new index of each value; -1 for one that is not looked at.
        int[][] now = [.. map.Dimensions.Select((dimension, d) => Enumerable.Range(0, dimension.Values.Count).Select(value => values[d] is { } some ? IndexOf(some, value) : value).ToArray())];
        var (door, service) = (NewIndexes(map.Doors, Accepted), NewIndexes(map.Services, Accepted));
        return map with
        {
            Dimensions = [.. map.Dimensions.Select((dimension, d) => values[d] is { } some ? dimension with { Values = [.. some.Select(value => dimension.Values[value])] } : dimension)],
            Doors = [.. map.Doors.Where((_, i) => door[i] >= 0).Select(one => one with { Conditions = Accepted(one.Conditions)! })],
            Services = [.. map.Services.Where((_, i) => service[i] >= 0).Select(one => one with { Conditions = Accepted(one.Conditions)! })],
            Links =
            [
                .. from link in map.Links
                   let start = link.From.IsDoor ? door[link.From.Index] : service[link.From.Index]
                   let conditions = Accepted(link.Conditions)
                   where start >= 0 && service[link.To] >= 0 && conditions is not null
                   select link with { From = link.From with { Index = start }, To = service[link.To], Conditions = conditions },
            ],
            Shares = map.Shares?.Select((shares, d) => values[d] is { } some ? Whole([.. some.Select(value => shares[value])]) : shares).ToList(),
        };

        // Null where nobody looked at is accepted.
        Conditions? Accepted(Conditions conditions)
        {
            if (conditions.Alternatives.Count == 0)
                return conditions;
            var ways = conditions.Alternatives.Select(Narrowed).OfType<Alternative>().ToList();
            return ways.Count == 0 ? null : ways.Exists(way => way.Restrictions.Count == 0) ? Conditions.None : new Conditions(ways);
        }

        Alternative? Narrowed(Alternative way)
        {
            var asked = new List<Restriction>();
            foreach (var restriction in way.Restrictions)
            {
                int[] left = [.. restriction.Values.Select(value => now[restriction.Dimension][value]).Where(value => value >= 0)];
                if (left.Length == 0)
                    return null;
                if (values[restriction.Dimension] is null || left.Length < values[restriction.Dimension]!.Count)
                    asked.Add(new Restriction(restriction.Dimension, left));
            }

            return way with { Restrictions = asked };
        }
    }

    private static int[] NewIndexes<T>(IReadOnlyList<T> subjects, Func<Conditions, Conditions?> accepted)
        where T : Subject
    {
        var next = 0;
        return [.. subjects.Select(subject => accepted(subject.Conditions) is null ? -1 : next++)];
    }

    private static int IndexOf(IReadOnlyList<int> some, int value)
    {
        for (var i = 0; i < some.Count; i++)
        {
            if (some[i] == value)
                return i;
        }

        return -1;
    }

    // Where nobody has any of the values, each counts alike.
    private static double[] Whole(double[] shares)
    {
        var sum = shares.Sum();
        return [.. shares.Select(share => sum > 0 ? share / sum : 1.0 / shares.Length)];
    }
}
