using Goldthread.Core.Rules;

namespace Goldthread.Core.Pathways;

/// <summary>Says a gap as a sentence: "In Havering and Bexley, nobody under 16 without recourse to public funds reaches refuge."</summary>
/// <param name="map">The map whose gaps they are.</param>
/// <param name="words">What is said of people with each value.</param>
public sealed class GapSentences(PathwayMap map, IReadOnlyList<ProfileWords> words)
{
    /// <summary>The characteristic that says where somebody is.</summary>
    public const string Place = "borough";

    private const int MostNamed = 4;
    private const int MostLeftOut = 2;
    private readonly Dictionary<(string, string), string> said = words.DistinctBy(one => (one.Dimension, one.Value)).ToDictionary(one => (one.Dimension, one.Value), one => one.Words);

    /// <summary>The sentence of a gap.</summary>
    /// <param name="where">The values of each dimension, as a <see cref="Box"/> has them.</param>
    /// <param name="need">The help that is not reached, in words that follow "reaches".</param>
    public string Of(IReadOnlyList<IReadOnlyList<int>?> where, string need)
    {
        var place = map.Dimensions.Select((dimension, d) => (dimension, values: where[d])).FirstOrDefault(pair => pair.dimension.Name == Place);
        var start = place.values is { } boroughs ? $"{In(place.dimension, boroughs)}, nobody" : "Nobody";
        var who = map.Dimensions.Select((dimension, d) => dimension.Name == Place || where[d] is not { } values ? null : Who(dimension, values)).OfType<string>().ToList();
        if (who.Count == 0)
            return $"{start} reaches {need}.";
        // What stands in one word each runs on; where one of them offers a choice, commas keep them apart.
        return who.Exists(part => part.Contains(" or ", StringComparison.Ordinal) || part.StartsWith("other", StringComparison.Ordinal))
            ? $"{start} {string.Join(", ", who)}, reaches {need}."
            : $"{start} {string.Join(' ', who)} reaches {need}.";
    }

    private static string In(Dimension dimension, IReadOnlyList<int> values)
    {
        var others = Others(dimension, values);
        return others.Count > 0 && others.Count <= MostNamed && others.Count < values.Count
            ? $"Everywhere but in {Join(others, "and")}"
            : $"In {Join([.. values.Select(value => dimension.Values[value])], "and")}";
    }

    private string Who(Dimension dimension, IReadOnlyList<int> values)
    {
        var others = Others(dimension, values);
        return values.Count > MostNamed && others.Count <= MostLeftOut
            ? $"other than somebody {Join([.. others.Select(value => Words(dimension, value))], "or")}"
            : Join([.. values.Select(value => Words(dimension, dimension.Values[value]))], "or");
    }

    private string Words(Dimension dimension, string value) => said.GetValueOrDefault((dimension.Name, value)) ?? $"with {dimension.Name} “{value}”";

    private static List<string> Others(Dimension dimension, IReadOnlyList<int> values) =>
        [.. dimension.Values.Where((_, i) => !values.Contains(i))];

    private static string Join(IReadOnlyList<string> parts, string last) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}";
}
