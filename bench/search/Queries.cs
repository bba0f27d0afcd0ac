using Goldthread.Register.Publishing;

namespace Goldthread.Search.Bench;

/// <summary>Two hundred searches, always the same: a third are very common words, the rest what else people type.</summary>
internal static class Queries
{
    private static readonly string[] Named = ["domestic abuse", "modern slavery", "female genital mutilation", "coercive control", "sexual violence", "forced marriage"];

    private static readonly string[] Kinds = ["decision", "meeting", "workshop"];

    private static readonly string[] Topics = ["domestic-abuse", "stalking", "fgm"];

    public static IReadOnlyList<(string Sort, SearchQuery Query)> All { get; } = [.. Made()];

    private static IEnumerable<(string, SearchQuery)> Made()
    {
        var common = Texts.Common.Select(word => word.Word).ToArray();
        for (var i = 0; i < 67; i++)
        {
            var pick = (i / 12) switch
            {
                0 => [common[i % 12]],
                1 or 2 => new[] { common[i % 12], common[(i + 1 + (i / 12)) % 12] },
                3 => [common[i % 12], common[(i + 1) % 12], common[(i + 3) % 12]],
                _ => [common[i % 12]],
            };
            yield return ("very common", new SearchQuery(string.Join(' ', pick), Page: i >= 48 ? 1 + (i % 4) : 1));
        }

        for (var i = 0; i < 30; i++)
            yield return ("rare", new SearchQuery(Texts.Other[2_000 + (i * 700)]));
        for (var i = 0; i < 25; i++)
            yield return ("common and rare", new SearchQuery($"{common[i % 12]} {Texts.Other[100 + (i * 90)]}"));
        for (var i = 0; i < 12; i++)
            yield return ("phrase", new SearchQuery($"\"{(i < 6 ? Named[i] : $"{common[i]} {common[(i + 1) % 12]}")}\""));
        for (var i = 0; i < 16; i++)
            yield return ("typo", new SearchQuery(Slipped(i < 8 ? common[i] : Texts.Other[300 + (i * 40)], i)));
        for (var i = 0; i < 14; i++)
            yield return ("reference", new SearchQuery((string)((i % 3) switch { 0 => $"PCD {(i + 1) * 6910 / 10 * 10 + 1}", 1 => $"pcd{(i + 1) * 6901}", _ => $"PCD-{(i + 1) * 6903}" })));
        for (var i = 0; i < 24; i++)
            yield return ("filtered", new SearchQuery(i % 4 == 3 ? "" : common[i % 12], Filters(i)));
        for (var i = 0; i < 8; i++)
            yield return ("newest first", new SearchQuery(common[i], Order: SearchOrder.Newest));
        for (var i = 0; i < 4; i++)
            yield return ("nothing", new SearchQuery($"xylophone {common[i]} zeppelin"));
    }

    private static List<SearchFilter> Filters(int i)
    {
        List<SearchFilter> all =
        [
            new(RecordFacets.Kind, Kinds[i % 3]),
            new(RecordFacets.Year, $"{2012 + (i % 13)}"),
            new(RecordFacets.Organisation, $"organisation-{i * 7 % 200}"),
            new(RecordFacets.Topic, Topics[i % 3]),
            new(RecordFacets.Amount, "50000"),
        ];
        return i < 15 ? [all[i % 5]] : [all[i % 5], all[(i + 1 + (i % 3)) % 5]];
    }

    private static string Slipped(string word, int i) => (i % 3) switch
    {
        0 => word.Remove(word.Length / 2, 1),
        1 => word[..2] + word[3] + word[2] + word[4..],
        _ => word[..^2] + "x" + word[^1],
    };
}
