using System.Globalization;
using System.Runtime.InteropServices;
using Goldthread.Core.Money;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Records;

namespace Goldthread.Register.Publishing;

/// <summary>
/// What a search counts a record under and can be narrowed to: its kind, the year it starts, the band of its amount,
/// the organisations it is tied to, the topics its text names.
/// </summary>
/// <remarks>
/// A record's facets are one line, <c>kind:decision year:2022 amount:under-100k organisation:mps topic:stalking</c>. One
/// that only a narrower audience may see has that audience before it: <c>staff/topic:stalking</c>.
/// </remarks>
public static class RecordFacets
{
    public const string Kind = "kind", Year = "year", Amount = "amount", Organisation = "organisation", Topic = Strand.Field;

    private const int Most = 200;

    /// <summary>The facets, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Kind, Year, Organisation, Topic, Amount];

    /// <summary>The line of a record.</summary>
    internal static string Of(string kind, Derived derived)
    {
        var columns = derived.Columns;
        var facets = new List<string> { Written(Kind, kind) };
        if (columns.Starts is { } day)
            facets.Add(Written(Year, day.Year.ToString(CultureInfo.InvariantCulture)));
        if (columns.Amount is { } pence && AmountBand.Of(pence) is { } band)
            facets.Add(Written(Amount, band.Name));
        facets.AddRange(derived.Links.Where(link => link.Kind == RecordKinds.Organisation.Name)
            .GroupBy(link => RecordKinds.Organisation.SlugOf(link.Reference), StringComparer.Ordinal)
            .Where(same => IsValue(same.Key))
            .Select(same => Written(Organisation, same.Key, same.Min(link => link.Audience))));
        facets.AddRange(columns.Fields.Where(field => field.Name == Topic && field.Text is not null)
            .Select(field => Written(Topic, field.Text!, field.Audience)));
        return string.Join(' ', facets.Take(Most));
    }

    /// <summary>A facet as the line has it.</summary>
    internal static string Written(string name, string value, Audience audience = Audience.Public) =>
        audience == Audience.Public ? $"{name}:{value}" : $"{audience.ToString().ToLowerInvariant()}/{name}:{value}";

    /// <summary>Whether a text can be the value of a facet at all: it is one word, as an address has it.</summary>
    internal static bool IsValue(string text) => text.Length is > 0 and <= 200 && Slug.Of(text) == text;

    /// <summary>Counts every facet of many lines, as the lines have them.</summary>
    internal static Dictionary<string, int> Count(IEnumerable<FoundRow> rows)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in rows)
        {
            var line = row.Facets.AsSpan();
            foreach (var range in line.Split(' '))
                CollectionsMarshal.GetValueRefOrAddDefault(bySpan, line[range], out _)++;
        }

        return counts;
    }

    /// <summary>The counted values of one facet, as far as a reader may see them.</summary>
    internal static Dictionary<string, int> Of(Dictionary<string, int> counts, string name, Visible visible)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var start in visible.Audiences.Select(audience => Written(name, "", audience)))
            foreach (var (facet, count) in counts.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal)))
                seen[facet[start.Length..]] = seen.GetValueOrDefault(facet[start.Length..]) + count;
        return seen;
    }
}
