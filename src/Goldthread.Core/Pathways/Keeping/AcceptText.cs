using Goldthread.Core.Pathways.Entries;

namespace Goldthread.Core.Pathways.Keeping;

/// <summary>Who may use an entry, as people write it: a line for each way of being accepted, <c>age: 16-17, 18-24; recourse: no recourse</c>.</summary>
public static class AcceptText
{
    /// <summary>The ways as text.</summary>
    public static string Write(IReadOnlyList<Acceptance> ways) =>
        string.Join('\n', ways.Select(way => string.Join("; ", way.Values.Select(asked => $"{asked.Dimension}: {string.Join(", ", asked.Values)}"))));

    /// <summary>The ways that a text names, or what is wrong with it.</summary>
    /// <param name="text">A line for each way; an empty text accepts everybody.</param>
    /// <param name="frame">The characteristics that there are.</param>
    /// <returns>The ways; else one sentence that says which line is wrong and what it may hold.</returns>
    public static (IReadOnlyList<Acceptance>? Ways, string? Problem) Read(string text, MapFrame frame)
    {
        var ways = new List<Acceptance>();
        foreach (var (at, line) in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Index())
        {
            if (line.Length == 0)
                continue;
            var asked = new List<AcceptedValues>();
            foreach (var part in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                // A name may hold a colon, so the longest that fits counts.
                var dimension = frame.Dimensions.Where(one => part.StartsWith(one.Name + ":", StringComparison.OrdinalIgnoreCase)).MaxBy(one => one.Name.Length);
                if (dimension is null)
                    return (null, $"Line {at + 1}: “{part}” names no characteristic. Write one of {Join(frame.Dimensions.Select(one => one.Name))}, a colon and its values.");
                if (asked.Exists(one => one.Dimension == dimension.Name))
                    return (null, $"Line {at + 1}: {dimension.Name} stands there twice. Put its values together, with commas between them.");
                var (values, unknown) = Values(part[(dimension.Name.Length + 1)..], dimension);
                if (unknown is not null)
                    return (null, $"Line {at + 1}: “{unknown}” is no value of {dimension.Name}. Write one or more of {Join(dimension.Values.Select(value => value.Value))}.");
                asked.Add(new AcceptedValues { Dimension = dimension.Name, Values = values });
            }

            ways.Add(new Acceptance { Label = (ways.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), Values = asked });
        }

        return (ways, null);
    }

    // Values stand between commas; one that holds commas itself is put together again.
    private static (IReadOnlyList<string> Values, string? Unknown) Values(string text, FrameDimension dimension)
    {
        var known = dimension.Values.Select(value => value.Value).ToList();
        var (parts, named) = (text.Split(','), new HashSet<string>(StringComparer.Ordinal));
        for (var from = 0; from < parts.Length;)
        {
            var upTo = parts.Length;
            string? found = null;
            for (; upTo > from && found is null; upTo--)
                found = known.Find(value => string.Equals(value.Trim(), string.Join(',', parts[from..upTo]).Trim(), StringComparison.OrdinalIgnoreCase));
            if (found is null)
                return ([], parts[from].Trim());
            named.Add(found);
            from = upTo + 1;
        }

        return ([.. known.Where(named.Contains)], null);
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
