using System.Globalization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Records;

namespace Goldthread.Pathways;

/// <summary>
/// The sample's map of help: real boroughs and offices, illustrative services. Its files name kinds of door and service
/// and how they are spread; this draws them out over London, always alike: what is chance in a city is here a hash of the
/// entry's id.
/// </summary>
/// <param name="folder">The folder <c>map</c> of the sample; its files say what their columns mean.</param>
/// <param name="ownerOf">The reference of the organisation that a name means; null for one that the register does not know.</param>
internal sealed class SampleMap(string folder, Func<string, string?> ownerOf)
{
    private const string City = "London";
    private const string Region = "REGION ";
    private const string Local = "LOCAL";
    private const string Secret = "secret";

    private readonly ILookup<string, string> characteristics = Rows(folder, "characteristics.csv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> groups = Rows(folder, "groups.csv").ToDictionary(row => row[0], row => row[2].Split('|'), StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Place), List<string>> there = [];

    /// <summary>The day that the sample's papers speak of: the last on which the services that they pay for are open.</summary>
    public static DateOnly Day { get; } = new(2022, 9, 30);

    /// <summary>What every page of the map says.</summary>
    public const string About = "An illustrative map: the boroughs, the offices and the kinds of organisation are real, the services, their conditions and who hands on to whom are made up.";

    private IReadOnlyList<string> Boroughs => [.. characteristics[GapSentences.Place]];

    private IEnumerable<string> Regions => groups.Keys.Where(name => name.StartsWith(Region, StringComparison.Ordinal)).Select(name => name[Region.Length..]);

    /// <summary>Draws the map.</summary>
    public MapEntries Draw()
    {
        var services = Rows(folder, "services.csv").Select(row => new Kind(row[0], row[1], row[2], row[3], row[4], row[6], row[7]) { Needs = row[5], Standard = Whole(row[8]), Funding = row[9], Ends = row[10] }).ToList();
        var doors = Rows(folder, "doors.csv").Select(row => new Kind(row[0], row[1], row[2], "first contact", row[3], row[4], row[5])).ToList();
        var placed = services.SelectMany(Placed).ToList();
        foreach (var spot in placed)
            Of(spot.Kind.Id, spot.Place).Add(spot.Id);
        return new MapEntries(Frame(), [.. doors.SelectMany(Placed).Select(DoorAt)], [.. placed.Select(ServiceAt)]);
    }

    private MapFrame Frame() => new()
    {
        Dimensions = [.. Rows(folder, "characteristics.csv").GroupBy(row => row[0], StringComparer.Ordinal).Select(rows => new FrameDimension
        {
            Name = rows.Key,
            Values = [.. rows.Zip(Shares([.. rows.Select(row => Whole(row[2]))]), (row, share) => new FrameValue { Value = row[1], Share = share })],
        })],
        Needs = [.. Rows(folder, "needs.csv").Select(row => new FrameNeed { Id = row[0], Name = row[1] })],
        About = About,
        Day = Day,
    };

    private DoorEntry DoorAt(Spot spot) => new()
    {
        Id = spot.Id,
        Name = spot.Name,
        Organisation = Organisation(spot),
        Owner = Owner(spot),
        Stage = spot.Kind.Stage,
        Accepts = Accepts(spot),
        HandOffs = HandOffs(spot),
    };

    private ServiceEntry ServiceAt(Spot spot)
    {
        var ends = spot.Kind.Ends.Split(' ') is [var day, var share] && Happens(spot.Id, "ends", Whole(share)) ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        return new ServiceEntry
        {
            Id = spot.Id,
            Name = spot.Name,
            Organisation = Organisation(spot),
            Owner = Owner(spot),
            Stage = spot.Kind.Stage,
            LastDay = ends,
            Accepts = Accepts(spot),
            HandOffs = HandOffs(spot),
            MeetsStandard = Happens(spot.Id, "standard", spot.Kind.Standard),
            Funding = ends is null ? "" : spot.Kind.Funding,
            Provides = spot.Kind.Needs.Split('|', StringSplitOptions.RemoveEmptyEntries),
            SecretIn = spot.IsSecret ? spot.Place : null,
        };
    }

    // Where the entries of a kind stand.
    private IEnumerable<Spot> Placed(Kind kind)
    {
        var words = kind.Each.Split(' ', 2);
        var (places, number) = kind.Each switch
        {
            _ when words[0] == City => ([City], words.Length > 1 ? Whole(words[1]) : 1),
            _ when words[0] is "region" or Secret => (Regions, words.Length > 1 ? Whole(words[1]) : 1),
            _ when words[0] == "not" => (Boroughs.Except(words[1].Split('|')), 1),
            _ when int.TryParse(kind.Each, CultureInfo.InvariantCulture, out var each) => (Boroughs, each),
            _ when double.TryParse(kind.Each, CultureInfo.InvariantCulture, out var share) => (Boroughs.Where(borough => Happens(kind.Id, borough, (int)(share * 100))), 1),
            _ => (kind.Each.Split('|').SelectMany(name => groups.TryGetValue(name, out var named) ? named : [name]), 1),
        };
        return from place in places from i in Enumerable.Range(1, number) select new Spot(kind, place, number == 1 ? 0 : i) { IsRegion = groups.ContainsKey(Region + place) };
    }

    // Whoever is of the place, in one of the ways that the kind names.
    private IReadOnlyList<Acceptance> Accepts(Spot spot)
    {
        var choices = spot.Kind.Accepts.Split(" else ");
        var text = choices[0];
        if (choices.Length > 1 && text.LastIndexOf('@') is var at)
            text = Happens(spot.Id, "accepts", Whole(text[(at + 1)..])) ? text[..at] : choices[1];
        string[] of = spot.Place == City || spot.IsSecret ? [] : groups.GetValueOrDefault(Region + spot.Place) ?? [spot.Place];
        return
        [
            .. text.Split(" // ").Select((way, i) => new Acceptance { Label = (i + 1).ToString(CultureInfo.InvariantCulture), Values = [.. Asked(way, of, spot.Place)] }).Where(way => way.Values.Count > 0),
        ];
    }

    private IEnumerable<AcceptedValues> Asked(string way, string[] of, string place)
    {
        if (of.Length > 0)
            yield return new AcceptedValues { Dimension = GapSentences.Place, Values = of };
        foreach (var asked in way.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => one.Split('=')))
        {
            var named = asked[1].Split('|').SelectMany(name => groups.GetValueOrDefault(name == Local ? $"{Local} {RegionOf(place)}" : name) ?? [name]).ToHashSet(StringComparer.Ordinal);
            string[] values = [.. characteristics[asked[0]].Where(named.Contains)];
            if (values.Length != named.Count)
                throw new InvalidDataException($"{folder}: “{way}” names a value that {asked[0]} does not have.");
            yield return new AcceptedValues { Dimension = asked[0], Values = values };
        }
    }

    private IReadOnlyList<HandOff> HandOffs(Spot spot)
    {
        var handOffs = new List<HandOff>();
        foreach (var lead in spot.Kind.Leads.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(lead => lead.Split(' ')))
        {
            var elsewhere = lead[0].StartsWith('*');
            foreach (var to in Reached(lead[0].TrimStart('*'), spot.Place, elsewhere).Where(to => to != spot.Id && Happens(spot.Id, to, Whole(lead[1]))))
                handOffs.Add(new HandOff { Id = $"{spot.Id}--{to}", To = new Ref<ServiceEntry>(to), WaitDays = Whole(lead[2]) });
        }

        return handOffs;
    }

    // The services of a kind that a place can hand on to: its own, its region's and London's, or those of the other boroughs.
    private IEnumerable<string> Reached(string kind, string place, bool elsewhere)
    {
        var region = RegionOf(place);
        var from = elsewhere ? Boroughs.Concat(Regions).Where(other => other != place && other != region)
            : place == City ? Boroughs.Concat(Regions).Append(City)
            : place == region ? [.. groups[Region + region], region, City]
            : (IEnumerable<string>)[place, region, City];
        return from.SelectMany(one => Of(kind, one));
    }

    private List<string> Of(string kind, string place)
    {
        if (!there.TryGetValue((kind, place), out var ids))
            there[(kind, place)] = ids = [];
        return ids;
    }

    private string RegionOf(string place) => groups.FirstOrDefault(group => group.Key.StartsWith(Region, StringComparison.Ordinal) && (group.Key[Region.Length..] == place || group.Value.Contains(place))).Key?[Region.Length..] ?? place;

    private Ref<Organisation>? Owner(Spot spot) => ownerOf(Organisation(spot)) is { } reference ? new Ref<Organisation>(reference) : null;

    private static string Organisation(Spot spot) => spot.Kind.Organisation != "COUNCIL" ? spot.Kind.Organisation : spot.Place switch
    {
        "City of London" => "City of London Corporation",
        "Westminster" => "Westminster City Council",
        "Greenwich" or "Kensington and Chelsea" or "Kingston upon Thames" => $"Royal Borough of {spot.Place}",
        _ => $"London Borough of {spot.Place}",
    };

    // The shares of weights, to six places; the largest takes what rounding leaves, so that they add up to 1.
    private static IEnumerable<string> Shares(IReadOnlyList<int> weights)
    {
        const int whole = 1_000_000;
        long[] parts = [.. weights.Select(weight => (long)weight * whole / weights.Sum())];
        parts[weights.Index().MaxBy(pair => pair.Item).Index] += whole - parts.Sum();
        return parts.Select(part => ((decimal)part / whole).ToString("0.######", CultureInfo.InvariantCulture));
    }

    // So many times in a hundred, always alike for the same two words (FNV-1a).
    private static bool Happens(string one, string other, int share)
    {
        var hash = 2166136261u;
        foreach (var c in $"{one}|{other}")
            hash = (hash ^ c) * 16777619u;
        return ((hash ^ (hash >> 15)) * 2654435761u >> 8) % 100 < share;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray());

    private sealed record Kind(string Id, string Name, string Organisation, string Stage, string Each, string Accepts, string Leads)
    {
        public string Needs { get; init; } = "";

        public int Standard { get; init; }

        public string Funding { get; init; } = "";

        public string Ends { get; init; } = "";
    }

    private sealed record Spot(Kind Kind, string Place, int Number)
    {
        public string Id => $"{Kind.Id}-{Slug.Of(Place)}{(Number > 1 ? FormattableString.Invariant($"-{Number}") : "")}";

        public string Name => $"{Kind.Name}{(Number > 0 ? FormattableString.Invariant($" {Number}") : "")}, {Place}{(IsRegion ? $" {City}" : "")}";

        public bool IsRegion { get; init; }

        public bool IsSecret => Kind.Each.StartsWith(Secret, StringComparison.Ordinal);
    }
}
