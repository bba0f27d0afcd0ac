using System.Globalization;
using System.Text;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>Writes the entries of a map as the files of its folder, which <see cref="Reading.MapReader"/> reads.</summary>
public static class MapWriter
{
    /// <summary>The text of each file by its name: RFC 4180, lines ended by LF, a row for each thing in the order of the entries.</summary>
    /// <remarks>A hand-off to a service that is not among them is left out: the service was withdrawn, and nobody is led there.</remarks>
    public static IReadOnlyDictionary<string, string> Write(MapEntries map)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dimensions.csv"] = Table("dimension,value", from dimension in map.Frame.Dimensions from value in dimension.Values select Row(dimension.Name, value.Value)),
            ["needs.csv"] = Table("need,name", map.Frame.Needs.Select(need => Row(need.Id, need.Name))),
            ["doors.csv"] = Table("door,name,organisation,stage,first_day,last_day", map.Doors.Select(door => Row(door.Id, door.Name, door.Organisation, door.Stage, Day(door.FirstDay), Day(door.LastDay)))),
            ["services.csv"] = Table(
                "service,name,organisation,stage,meets_standard,first_day,last_day,funding",
                map.Services.Select(one => Row(one.Id, one.Name, one.Organisation, one.Stage, one.MeetsStandard ? "yes" : "no", Day(one.FirstDay), Day(one.LastDay), one.Funding))),
            ["provides.csv"] = Table("service,need", from service in map.Services from need in service.Provides select Row(service.Id, need)),
            ["links.csv"] = Table("link,from,to,wait_days,first_day,last_day", HandOffs(map).Select(each =>
                Row(each.Link.Id, each.From, each.Link.To.Reference, each.Link.WaitDays.ToString(CultureInfo.InvariantCulture), Day(each.Link.FirstDay), Day(each.Link.LastDay)))),
            ["conditions.csv"] = Table("subject,alternative,dimension,value", Conditions(map)),
        };
        if (map.Frame.Dimensions.SelectMany(dimension => dimension.Values).Any(value => value.Share is not null))
            files["shares.csv"] = Table("dimension,value,share", from dimension in map.Frame.Dimensions from value in dimension.Values select Row(dimension.Name, value.Value, value.Share ?? ""));
        if (HelpFile.Write(map) is { } help)
            files[HelpFile.Name] = help;
        return files;
    }

    private static IEnumerable<(string From, HandOff Link)> HandOffs(MapEntries map)
    {
        var there = map.Services.Select(service => service.Id).ToHashSet(StringComparer.Ordinal);
        return from entry in map.Doors.Concat<MapEntry>(map.Services)
               from link in entry.HandOffs
               where there.Contains(link.To.Reference)
               select (entry.Id, link);
    }

    private static IEnumerable<string> Conditions(MapEntries map) =>
        from subject in map.Doors.Concat<MapEntry>(map.Services).Select(entry => (entry.Id, entry.Accepts)).Concat(HandOffs(map).Select(each => (each.Link.Id, each.Link.Accepts)))
        where subject.Accepts.All(way => way.Values.Count > 0) // a way that asks nothing accepts everyone, whatever the others ask
        from way in subject.Accepts
        from asked in way.Values
        from value in asked.Values
        select Row(subject.Id, way.Label, asked.Dimension, value);

    /// <summary>A file: its header row and its rows.</summary>
    internal static string Table(string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
            text.Append(row).Append('\n');
        return text.ToString();
    }

    /// <summary>A row of fields, quoted where they need it.</summary>
    internal static string Row(params ReadOnlySpan<string> fields)
    {
        var (row, at) = (new StringBuilder(), 0);
        foreach (var field in fields)
        {
            if (at++ > 0)
                row.Append(',');
            row.Append(field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        return row.ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
