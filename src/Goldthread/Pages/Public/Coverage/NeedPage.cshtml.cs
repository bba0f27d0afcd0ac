using Goldthread.Commands;
using Goldthread.Core.Pathways;
using Goldthread.Pathways;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>Who reaches one kind of help, borough by borough, and who finds no way.</summary>
public sealed class NeedModel(Pathways.Coverage coverage, RecordAddress addresses, TimeProvider clock) : CoveragePageModel(coverage, addresses, clock)
{
    private const int MostGaps = 12;

    /// <summary>The help.</summary>
    public Need? Need { get; private set; }

    /// <summary>What the engine says of it.</summary>
    public NeedAnswer Of => Answer!.Needs[Map.Needs.Index().First(pair => pair.Item.Id == Need!.Id).Index];

    /// <summary>The characteristics that are looked at: for each that has one, the value chosen.</summary>
    public IReadOnlyDictionary<int, int> Chosen { get; private set; } = new Dictionary<int, int>();

    /// <summary>The map as it is looked at: with the chosen values alone.</summary>
    public PathwayMap Focus { get; private set; } = null!;

    /// <summary>The borough map; null where the map of help has no boroughs.</summary>
    public TileMap? Tiles { get; private set; }

    /// <summary>The first gaps as sentences, the largest first, each with how many situations it holds.</summary>
    public IReadOnlyList<(string Sentence, long Profiles)> Gaps { get; private set; } = [];

    /// <summary>The doors from which most find no way, each with its record's page.</summary>
    public IReadOnlyList<DoorRow> Failing { get; private set; } = [];

    /// <summary>The services on which most depend: that are the last way to it.</summary>
    public IReadOnlyList<LastRouteRow> LastWays { get; private set; } = [];

    /// <summary>The characteristic that the map and the table go by.</summary>
    public int ByIndex { get; private set; }

    /// <summary>The name of a field of the form for a characteristic.</summary>
    public static string FieldOf(string dimension) => Core.Records.Slug.Of(dimension);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string need)
    {
        if (await LoadAsync(ChosenOf, map => map.Needs.Any(one => one.Id == need)) is { } error)
            return error;
        if (Here?.Map is null)
            return NotFound();
        Need = Map.Needs.FirstOrDefault(one => one.Id == need);
        if (Need is null)
            return NotFound();

        Focus = MapFocus.Of(Map, [.. Map.Dimensions.Select((_, d) => Chosen.TryGetValue(d, out var value) ? (IReadOnlyList<int>?)[value] : null)]);
        var (rules, problem) = await HttpContext.RequestServices.GetRequiredService<CurrentRules>().GetAsync(HttpContext.RequestAborted);
        var book = rules?.Book ?? throw new SettingException(problem!);
        ByIndex = Math.Max(0, Map.Dimensions.Index().FirstOrDefault(pair => pair.Item.Name == GapSentences.Place).Index);
        var rows = Of.By[ByIndex];
        var shares = Focus.Dimensions[ByIndex].Values.Index().ToDictionary(value => value.Item, value => Share(rows[value.Index].Reached, rows[value.Index].Profiles), StringComparer.Ordinal);
        if (Map.Dimensions[ByIndex].Name == GapSentences.Place)
            Tiles = TileMap.OfShares($"Share of situations that reach {InSentence(Need.Name)}, by borough", book.Boroughs, shares);
        var sentences = new GapSentences(Focus, book.ProfileWords);
        Gaps = [.. Of.Gaps.Take(MostGaps).Select(gap => (sentences.Of(gap.Where, InSentence(Need.Name)), gap.Profiles))];
        Failing = [.. Answer!.Doors.Where(door => door.Need == need && door.DeadEnds > 0).OrderByDescending(door => door.DeadEnds).Take(8)];
        LastWays = [.. Answer.LastRoutes.Where(row => row.Need == need).OrderByDescending(row => row.Profiles).Take(8)];
        return Page();
    }

    private string ChosenOf(PathwayMap map)
    {
        var chosen = new SortedDictionary<int, int>();
        foreach (var (d, dimension) in map.Dimensions.Index())
        {
            var value = Request.Query[FieldOf(dimension.Name)].ToString();
            if (dimension.Values.Index().FirstOrDefault(pair => pair.Item == value) is (var v, { } found) && found == value && value.Length > 0)
                chosen[d] = v;
        }

        Chosen = chosen;
        return string.Join(' ', chosen.Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}")));
    }
}
