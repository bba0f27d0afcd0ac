using System.Globalization;
using Goldthread.Commands;
using Goldthread.Core.Pathways;
using Goldthread.Core.Rules;
using Goldthread.Pathways;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>Who reaches one kind of help, borough by borough, and who finds no way.</summary>
public sealed class NeedModel(Pathways.Coverage coverage, RecordAddress addresses, TimeProvider clock) : CoveragePageModel(coverage, addresses, clock)
{
    private readonly Pathways.Coverage coverage = coverage;
    private const int MostGaps = 12;

    /// <summary>The help.</summary>
    public Need? Need { get; private set; }

    /// <summary>What the engine says of it.</summary>
    public NeedAnswer Of => Answer!.Needs[Map.Needs.Index().First(pair => pair.Item.Id == Need!.Id).Index];

    /// <summary>The characteristics that are looked at: for each of them, the values chosen.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> Chosen { get; private set; } = new Dictionary<int, IReadOnlyList<int>>();

    /// <summary>The map as it is looked at: with the chosen values alone.</summary>
    public PathwayMap Focus { get; private set; } = null!;

    /// <summary>The borough map; null where the map of help has no boroughs.</summary>
    public TileMap? Tiles { get; private set; }

    /// <summary>The first gaps as sentences, the largest first, each with how many situations it holds.</summary>
    public IReadOnlyList<GapShown> Gaps { get; private set; } = [];

    /// <summary>The changes that would help most, where they were asked for; null where they were not, or too many ask.</summary>
    public IReadOnlyList<SuggestionShown>? Helps { get; private set; }

    /// <summary>Whether the changes that would help most are asked for.</summary>
    [FromQuery(Name = "helps")]
    public bool WantsHelps { get; set; }

    /// <summary>The address of this page with the changes that would help most.</summary>
    public string HelpsAddress => AddressOf(Chosen);

    /// <summary>The doors from which most find no way, each with its record's page.</summary>
    public IReadOnlyList<DoorRow> Failing { get; private set; } = [];

    /// <summary>The services on which most depend: that are the last way to it.</summary>
    public IReadOnlyList<LastRouteRow> LastWays { get; private set; } = [];

    /// <summary>How many services that give it, open on the day, are in a secret place, by the region in which they count.</summary>
    public IReadOnlyList<(string Region, int Services)> Secret =>
    [
        .. Here!.Stored.Entries.Services.Where(service => service.SecretIn is not null && service.Provides.Contains(Need!.Id) && !(service.FirstDay > Day) && !(service.LastDay < Day))
            .GroupBy(service => service.SecretIn!, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => (same.Key, same.Count())),
    ];

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

        Focus = MapFocus.Of(Map, [.. Map.Dimensions.Select((_, d) => Chosen.GetValueOrDefault(d))]);
        var (rules, problem) = await HttpContext.RequestServices.GetRequiredService<CurrentRules>().GetAsync(HttpContext.RequestAborted);
        var book = rules?.Book ?? throw new SettingException(problem!);
        ByIndex = Math.Max(0, Map.Dimensions.Index().FirstOrDefault(pair => pair.Item.Name == GapSentences.Place).Index);
        var rows = Of.By[ByIndex];
        var shares = Focus.Dimensions[ByIndex].Values.Index().ToDictionary(value => value.Item, value => Share(rows[value.Index].Reached, rows[value.Index].Profiles), StringComparer.Ordinal);
        if (Map.Dimensions[ByIndex].Name == GapSentences.Place)
            Tiles = TileMap.OfShares($"Share of situations that reach {InSentence(Need.Name)}, by borough", book.Boroughs, shares);
        var sentences = new GapSentences(Focus, book.ProfileWords);
        Gaps = [.. Of.Gaps.Take(MostGaps).Select(gap => new GapShown(sentences.Of(gap.Where, InSentence(Need.Name)), gap.Profiles, AddressOf(WhereOf(gap.Where))))];
        if (WantsHelps && await coverage.SuggestAsync(Here, Asked, need, HttpContext.RequestAborted) is { } found)
            Helps = [.. found.Select(one => Shown(one, book))];
        Failing = [.. Answer!.Doors.Where(door => door.Need == need && door.DeadEnds > 0).OrderByDescending(door => door.DeadEnds).Take(8)];
        LastWays = [.. Answer.LastRoutes.Where(row => row.Need == need).OrderByDescending(row => row.Profiles).Take(8)];
        return Page();
    }

    // The values of a gap among those looked at, as the whole map numbers them.
    private Dictionary<int, IReadOnlyList<int>> WhereOf(IReadOnlyList<IReadOnlyList<int>?> where) =>
        Map.Dimensions.Select((_, d) => (d, Values: where[d] is { } some ? [.. some.Select(value => Chosen.TryGetValue(d, out var chosen) ? chosen[value] : value)] : Chosen.GetValueOrDefault(d)))
            .Where(pair => pair.Values is not null).ToDictionary(pair => pair.d, pair => pair.Values!);

    private string AddressOf(IReadOnlyDictionary<int, IReadOnlyList<int>> values)
    {
        var query = from pair in values.OrderBy(pair => pair.Key)
                    from value in pair.Value
                    select $"{FieldOf(Map.Dimensions[pair.Key].Name)}={Uri.EscapeDataString(Map.Dimensions[pair.Key].Values[value])}";
        return $"/coverage/{Uri.EscapeDataString(Need!.Id)}?{string.Join('&', query.Concat(Day == Usual ? [] : [FormattableString.Invariant($"day={Day:yyyy-MM-dd}")]).Append("helps=true"))}#helps";
    }

    private SuggestionShown Shown(Suggestion one, RuleBook book) => one switch
    {
        AcceptSuggestion accept => new(NameOf(accept.Subject), AddressOf(accept.Subject), "also accepted people", book.ProfileWords.FirstOrDefault(words => words.Dimension == accept.Dimension && words.Value == accept.Value)?.Words ?? $"with {accept.Dimension} “{accept.Value}”", null, one.NewlyReached),
        LinkSuggestion link => new(NameOf(link.From), AddressOf(link.From), "handed people on to", NameOf(link.To), AddressOf(link.To), one.NewlyReached),
        _ => throw new InvalidOperationException($"A suggestion is neither of two kinds: {one}"),
    };

    private string ChosenOf(PathwayMap map)
    {
        var chosen = new SortedDictionary<int, IReadOnlyList<int>>();
        foreach (var (d, dimension) in map.Dimensions.Index())
        {
            var named = Request.Query[FieldOf(dimension.Name)];
            List<int> values = [.. dimension.Values.Index().Where(pair => named.Contains(pair.Item)).Select(pair => pair.Index)];
            if (values.Count > 0 && values.Count < dimension.Values.Count)
                chosen[d] = values;
        }

        Chosen = chosen;
        return string.Join(' ', chosen.Select(pair => $"{pair.Key.ToString(CultureInfo.InvariantCulture)}={string.Join(',', pair.Value.Select(value => value.ToString(CultureInfo.InvariantCulture)))}"));
    }
}

/// <summary>A gap as a page shows it: its sentence, how many situations it holds, and where they are looked at alone.</summary>
public sealed record GapShown(string Sentence, long Profiles, string Address);

/// <summary>A change that would help, in the parts of a sentence: if this one did that with the other.</summary>
public sealed record SuggestionShown(string Name, string? Address, string Does, string Other, string? OtherAddress, long Situations);
