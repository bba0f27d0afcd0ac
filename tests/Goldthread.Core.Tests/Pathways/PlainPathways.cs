using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>The question, in the words of the format's page.</summary>
internal sealed record PlainQuestion(DateOnly Day, int MaxHandOffs, long? MaxWaitDays, bool StandardOnly, DateOnly? Until);

/// <summary>
/// The answer worked out slowly and plainly from the format's page and the map's files alone: one profile at a time,
/// one breadth-first search for each question. It shares no code with the engine, not even the reading of the files.
/// </summary>
internal sealed class PlainPathways
{
    private readonly PlainQuestion _question;
    private readonly List<(string Name, List<string> Values)> _dimensions = [];
    private readonly List<string> _needs;
    private readonly List<Door> _doors;
    private readonly List<Service> _services;
    private readonly List<Link> _links;
    private readonly Dictionary<(string Dimension, string Value), decimal>? _shares;

    public PlainPathways(IReadOnlyDictionary<string, string> files, PlainQuestion question)
    {
        _question = question;
        foreach (var row in PlainCsv.Rows(files["dimensions.csv"]))
        {
            if (!_dimensions.Exists(dimension => dimension.Name == row["dimension"]))
            {
                _dimensions.Add((row["dimension"], []));
            }
            _dimensions.Find(dimension => dimension.Name == row["dimension"]).Values.Add(row["value"]);
        }
        Profiles = AllProfiles();

        var conditions = PlainCsv.Rows(files["conditions.csv"]);
        var provides = PlainCsv.Rows(files["provides.csv"]);
        _needs = [.. PlainCsv.Rows(files["needs.csv"]).Select(row => row["need"])];
        _doors = [.. PlainCsv.Rows(files["doors.csv"]).Select(row => new Door(row["door"], FirstDay(row), LastDay(row), Accepts(row["door"], conditions)))];
        _services =
        [
            .. PlainCsv.Rows(files["services.csv"]).Select(row => new Service(
                row["service"], FirstDay(row), LastDay(row), Accepts(row["service"], conditions),
                row["meets_standard"] == "yes",
                [.. provides.Where(provided => provided["service"] == row["service"]).Select(provided => provided["need"])])),
        ];
        _links =
        [
            .. PlainCsv.Rows(files["links.csv"]).Select(row => new Link(
                row["link"], FirstDay(row), LastDay(row), Accepts(row["link"], conditions),
                row["from"],
                _services.Single(service => service.Id == row["to"]),
                long.Parse(row["wait_days"], CultureInfo.InvariantCulture))),
        ];
        if (files.TryGetValue("shares.csv", out var shares))
        {
            _shares = PlainCsv.Rows(shares).ToDictionary(
                row => (row["dimension"], row["value"]), row => decimal.Parse(row["share"], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Every profile: the value it takes in each dimension.</summary>
    public List<Dictionary<string, string>> Profiles { get; }

    /// <summary>The dimensions and their values, in the map's order.</summary>
    public IReadOnlyList<(string Name, List<string> Values)> Dimensions => _dimensions;

    /// <summary>The needs, in the map's order.</summary>
    public IReadOnlyList<string> Needs => _needs;

    /// <summary>The answer's JSON, without the gaps and the shares, which cannot be compared letter by letter.</summary>
    public JsonObject Answer() => new()
    {
        ["profiles"] = Profiles.Count,
        ["day"] = Text(_question.Day),
        ["maxHandOffs"] = _question.MaxHandOffs,
        ["maxWaitDays"] = _question.MaxWaitDays,
        ["standardOnly"] = _question.StandardOnly,
        ["until"] = _question.Until is { } until ? Text(until) : null,
        ["needs"] = new JsonArray([.. _needs.Select(AnswerForNeed)]),
        ["doors"] = new JsonArray([.. DoorRows()]),
        ["lastRoutes"] = new JsonArray([.. LastRouteRows()]),
        ["cliffEdges"] = new JsonArray([.. CliffEdgeRows()]),
    };

    /// <summary>Whether the profile reaches the need on the question's day.</summary>
    public bool Reaches(int profile, string need) => Reaches(profile, need, _question.Day, null);

    /// <summary>The shares of the profiles that reach the need and of those for which no wrong door holds.</summary>
    public (decimal Reached, decimal NoWrongDoor)? Share(string need) => _shares is null
        ? null
        : (Every().Where(profile => Reaches(profile, need)).Sum(ShareOf), Every().Where(profile => NoWrongDoor(profile, need)).Sum(ShareOf));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly FirstDay(Dictionary<string, string> row) =>
        row["first_day"].Length == 0 ? DateOnly.MinValue : DateOnly.ParseExact(row["first_day"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly LastDay(Dictionary<string, string> row) =>
        row["last_day"].Length == 0 ? DateOnly.MaxValue : DateOnly.ParseExact(row["last_day"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<Dictionary<string, string>> AllProfiles()
    {
        List<Dictionary<string, string>> profiles = [new(StringComparer.Ordinal)];
        foreach (var (name, values) in _dimensions)
        {
            profiles = [.. profiles.SelectMany(profile => values.Select(value => new Dictionary<string, string>(profile, StringComparer.Ordinal) { [name] = value }))];
        }
        return profiles;
    }

    /// <summary>For each profile, whether it meets the subject's conditions.</summary>
    private bool[] Accepts(string subject, List<Dictionary<string, string>> conditions)
    {
        var alternatives = conditions.Where(row => row["subject"] == subject).GroupBy(row => row["alternative"], StringComparer.Ordinal).ToList();
        return [.. Profiles.Select(profile => alternatives.Count == 0 || alternatives.Exists(rows => Meets(profile, rows)))];
    }

    private static bool Meets(Dictionary<string, string> profile, IEnumerable<Dictionary<string, string>> alternative) => alternative
        .GroupBy(row => row["dimension"], StringComparer.Ordinal)
        .All(rows => rows.Any(row => row["value"] == profile[rows.Key]));

    private IEnumerable<int> Every() => Enumerable.Range(0, Profiles.Count);

    private decimal ShareOf(int profile) => Profiles[profile].Aggregate(1m, (product, taken) => product * _shares![(taken.Key, taken.Value)]);

    private static bool MayEnter(int profile, Door door, DateOnly day) => door.IsOpen(day) && door.Accepts[profile];

    private bool MayFollow(int profile, Link link, DateOnly day, Service? removed) =>
        link.IsOpen(day)
        && (_question.MaxWaitDays is null || link.WaitDays <= _question.MaxWaitDays)
        && link.Accepts[profile]
        && link.To != removed
        && link.To.IsOpen(day)
        && link.To.Accepts[profile];

    private bool Ends(Service service, string need) =>
        service.Provides.Contains(need, StringComparer.Ordinal) && (!_question.StandardOnly || service.MeetsStandard);

    /// <summary>The fewest links of a route from the door, or null where there is no route.</summary>
    private int? HandOffs(int profile, Door door, string need, DateOnly day, Service? removed)
    {
        if (!MayEnter(profile, door, day))
        {
            return null;
        }
        HashSet<string> here = new(StringComparer.Ordinal) { door.Id };
        for (var handOffs = 1; handOffs <= _question.MaxHandOffs; handOffs++)
        {
            var next = _links.Where(link => here.Contains(link.From) && MayFollow(profile, link, day, removed)).Select(link => link.To).ToList();
            if (next.Exists(service => Ends(service, need)))
            {
                return handOffs;
            }
            here = next.Select(service => service.Id).ToHashSet(StringComparer.Ordinal);
        }
        return null;
    }

    private bool HasRoute(int profile, Door door, string need) => HandOffs(profile, door, need, _question.Day, null) is not null;

    private bool Reaches(int profile, string need, DateOnly day, Service? removed) =>
        _doors.Exists(door => HandOffs(profile, door, need, day, removed) is not null);

    private bool NoWrongDoor(int profile, string need)
    {
        var enters = _doors.Where(door => MayEnter(profile, door, _question.Day)).ToList();
        return enters.Count > 0 && enters.TrueForAll(door => HasRoute(profile, door, need));
    }

    private JsonObject AnswerForNeed(string need)
    {
        var handOffs = new int[_question.MaxHandOffs + 1];
        foreach (var profile in Every())
        {
            if (_doors.Min(door => HandOffs(profile, door, need, _question.Day, null)) is { } fewest)
            {
                handOffs[fewest]++;
            }
        }
        var by = new JsonObject();
        foreach (var (name, values) in _dimensions)
        {
            var rows = new JsonObject();
            foreach (var value in values)
            {
                rows[value] = Counts([.. Every().Where(profile => Profiles[profile][name] == value)], need);
            }
            by[name] = rows;
        }
        var all = Counts([.. Every()], need);
        return new JsonObject
        {
            ["need"] = need,
            ["reached"] = all["reached"]!.DeepClone(),
            ["noWrongDoor"] = all["noWrongDoor"]!.DeepClone(),
            ["handOffs"] = new JsonArray([.. handOffs.Select(count => JsonValue.Create(count))]),
            ["by"] = by,
        };
    }

    private JsonObject Counts(List<int> profiles, string need) => new()
    {
        ["profiles"] = profiles.Count,
        ["reached"] = profiles.Count(profile => Reaches(profile, need)),
        ["noWrongDoor"] = profiles.Count(profile => NoWrongDoor(profile, need)),
    };

    private IEnumerable<JsonNode> DoorRows() =>
        from door in _doors
        from need in _needs
        let enters = Every().Where(profile => MayEnter(profile, door, _question.Day)).ToList()
        where enters.Count > 0
        select new JsonObject
        {
            ["door"] = door.Id,
            ["need"] = need,
            ["mayEnter"] = enters.Count,
            ["deadEnds"] = enters.Count(profile => !HasRoute(profile, door, need)),
        };

    private IEnumerable<JsonNode> LastRouteRows() =>
        from service in _services
        from need in _needs
        let profiles = Every().Count(profile => Reaches(profile, need) && !Reaches(profile, need, _question.Day, service))
        where profiles > 0
        select new JsonObject { ["service"] = service.Id, ["need"] = need, ["profiles"] = profiles };

    private IEnumerable<JsonNode> CliffEdgeRows()
    {
        for (var day = _question.Day.AddDays(1); day <= _question.Until; day = day.AddDays(1))
        {
            foreach (var need in _needs)
            {
                var lost = Every().Count(profile => Reaches(profile, need, day.AddDays(-1), null) && !Reaches(profile, need, day, null));
                if (lost > 0)
                {
                    yield return new JsonObject { ["day"] = Text(day), ["need"] = need, ["lost"] = lost, ["closing"] = Closing(day.AddDays(-1)) };
                }
            }
        }
    }

    private JsonArray Closing(DateOnly lastDay)
    {
        var ids = _doors.Concat<Subject>(_services).Concat(_links).Where(subject => subject.Last == lastDay).Select(subject => subject.Id).ToList();

        // The order of UTF-32 in big-endian bytes is the order of code points.
        ids.Sort((one, two) => new UTF32Encoding(true, false).GetBytes(one).AsSpan().SequenceCompareTo(new UTF32Encoding(true, false).GetBytes(two)));
        return new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
    }

    private abstract class Subject(string id, DateOnly first, DateOnly last, bool[] accepts)
    {
        public string Id => id;

        public DateOnly Last => last;

        public bool[] Accepts => accepts;

        public bool IsOpen(DateOnly day) => first <= day && day <= last;
    }

    private sealed class Door(string id, DateOnly first, DateOnly last, bool[] accepts) : Subject(id, first, last, accepts);

    private sealed class Service(string id, DateOnly first, DateOnly last, bool[] accepts, bool meetsStandard, List<string> provides)
        : Subject(id, first, last, accepts)
    {
        public bool MeetsStandard => meetsStandard;

        public List<string> Provides => provides;
    }

    private sealed class Link(string id, DateOnly first, DateOnly last, bool[] accepts, string from, Service to, long waitDays)
        : Subject(id, first, last, accepts)
    {
        public string From => from;

        public Service To => to;

        public long WaitDays => waitDays;
    }
}

/// <summary>A reader of RFC 4180, no larger than it must be.</summary>
internal static class PlainCsv
{
    /// <summary>The rows, each from column to text.</summary>
    public static List<Dictionary<string, string>> Rows(string text)
    {
        var records = Records(text.TrimStart('\uFEFF'));
        return [.. records.Skip(1).Select(fields => records[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static List<List<string>> Records(string text)
    {
        var records = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            List<string> fields = [Field(text, ref at)];
            while (at < text.Length && text[at] == ',')
            {
                at++;
                fields.Add(Field(text, ref at));
            }
            var isBlank = at == start;
            at += at < text.Length && text[at] == '\r' ? 2 : 1;
            if (!isBlank)
            {
                records.Add(fields);
            }
        }
        return records;
    }

    private static string Field(string text, ref int at)
    {
        var field = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
            {
                at += text[at] == '"' ? 1 : 0;
                field.Append(text[at]);
            }
            at++;
            return field.ToString();
        }
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            field.Append(text[at++]);
        }
        return field.ToString();
    }
}
