using System.Globalization;
using System.Text;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>A small map, as its files, and a question, made from a seed; it uses what the format's page allows and is awkward.</summary>
internal sealed class PlainRandomMap(int seed)
{
    private static readonly DateOnly Day = new(2024, 2, 27);
    private static readonly string[] Marks = ["", "", "", "é", "\uFF5A", "😀", " ", "a,b", "say \"no\" ", "two\r\nlines"];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private List<(string Name, List<string> Values)> _dimensions = [];

    public (Dictionary<string, string> Files, PlainQuestion Question) Make()
    {
        _dimensions = [.. Names("dimension", Chance(10) ? 1 : 2, 4).Select(name => (name, Names("v", 1, 4)))];
        var needs = Names("need", 1, 3);
        var doors = Names("p", Chance(5) ? 0 : 1, 4);
        var services = Names("P", 2, 6);
        var links = Names("l", 6, 18);

        WriteDimensions();
        Write("needs.csv", ["need", "name"], needs.Select(need => new[] { need, "Name of it" }));
        Write("doors.csv", ["door", "name", "organisation", "stage", "first_day", "last_day"], doors.Select(door => (string[])[door, "", "", "", .. Days()]));
        Write("services.csv", ["service", "name", "organisation", "stage", "meets_standard", "first_day", "last_day", "funding"],
            services.Select(service => (string[])[service, "", "", "", Chance(60) ? "yes" : "no", .. Days(), ""]));
        Write("provides.csv", ["service", "need"], Twice(
            from service in services from need in needs where Chance(35) select new[] { service, need }));
        Write("links.csv", ["link", "from", "to", "wait_days", "first_day", "last_day"], links.Select(link => (string[])
            [link, .. Chance(40) && doors.Count > 0 ? Ends(doors, [.. services.Take(1 + (services.Count / 2))]) : Ends(services, services), Number(_random.Next(12)), .. Days()]));
        Write("conditions.csv", ["subject", "alternative", "dimension", "value"], Shuffle(Twice(
            doors.Concat(services).Concat(links).Where(_ => Chance(60)).SelectMany(Conditions))));
        if (Chance(50))
        {
            Write("shares.csv", ["dimension", "value", "share"], Shuffle(_dimensions.SelectMany(Shares)));
        }
        return (_files, new PlainQuestion(
            Day,
            Chance(10) ? 16 : _random.Next(1, 6),
            Chance(30) ? _random.Next(3, 12) : null,
            Chance(25),
            Chance(90) ? Day.AddDays(_random.Next(-1, 9)) : null));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private List<string> Names(string kind, int fewest, int most) =>
        [.. Enumerable.Range(0, _random.Next(fewest, most + 1)).Select(i => Pick(Marks) + kind + Number(i))];

    /// <summary>The dimensions' rows, interleaved.</summary>
    private void WriteDimensions()
    {
        var rows = Shuffle(_dimensions.SelectMany(dimension => dimension.Values.Select(value => new[] { dimension.Name, value })));
        Write("dimensions.csv", ["dimension", "value"], rows);
    }

    /// <summary>The rows, and now and then one of them again, which is a warning and no more.</summary>
    private List<string[]> Twice(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        return all.Count > 0 && Chance(10) ? [.. all, Pick(all)] : all;
    }

    private string[] Ends(List<string> from, List<string> to) => [Pick(from), Pick(to)];

    private string[] Days()
    {
        var first = Chance(93) ? (int?)null : _random.Next(-4, 6);
        var last = Chance(60) ? (int?)null : _random.Next(first ?? (Chance(10) ? -1 : 0), 9);
        return [DayText(first), DayText(last)];
    }

    private static string DayText(int? offset) =>
        offset is { } days ? Day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private IEnumerable<string[]> Conditions(string subject) =>
        from alternative in Names("", 1, 3)
        from dimension in Shuffle(_dimensions).Take(_random.Next(1, 3))
        from value in Shuffle(dimension.Values).Take(_random.Next(1, dimension.Values.Count + 1))
        select new[] { subject, alternative, dimension.Name, value };

    /// <summary>Thousandths that add up to one, now and then with a little over.</summary>
    private IEnumerable<string[]> Shares((string Name, List<string> Values) dimension)
    {
        var left = 1000;
        for (var i = 0; i < dimension.Values.Count; i++)
        {
            var part = i == dimension.Values.Count - 1 ? left : _random.Next(left + 1);
            left -= part;
            var share = (part / 1000m) + (i == 0 && Chance(20) ? 0.0000005m : 0);
            yield return [dimension.Name, dimension.Values[i], share.ToString(CultureInfo.InvariantCulture)];
        }
    }

    /// <summary>Writes a file with its columns in any order, sometimes one more, blank lines, quotes where not needed, and a mark.</summary>
    private void Write(string file, string[] columns, IEnumerable<string[]> rows)
    {
        var order = Shuffle(Enumerable.Range(0, columns.Length));
        var extra = Chance(10);
        var lineEnd = Chance(30) ? "\r\n" : "\n";
        var text = new StringBuilder(Chance(10) ? "\uFEFF" : "");
        foreach (var row in rows.Prepend(columns))
        {
            var fields = order.Select(i => Quote(row[i]));
            text.AppendJoin(',', extra ? fields.Append(row == columns ? "extra" : "") : fields).Append(lineEnd).Append(Chance(5) ? lineEnd : "");
        }
        _files[file] = text.ToString();
    }

    private string Quote(string field) =>
        Chance(15) || field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
}
