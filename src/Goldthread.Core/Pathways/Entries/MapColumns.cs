using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>What lists show of a map's records.</summary>
public static class MapColumns
{
    /// <summary>The field that holds each need that a service meets.</summary>
    public const string Need = "need";

    /// <summary>The field that holds the day of the last check.</summary>
    public const string CheckedOn = "checked";

    /// <summary>The columns of what a map is drawn on.</summary>
    public static Columns Of(MapFrame frame) => new("Map of help");

    /// <summary>The columns of a door.</summary>
    public static Columns Of(DoorEntry door) => Columns(door);

    /// <summary>The columns of a service.</summary>
    public static Columns Of(ServiceEntry service) => Columns(service) with
    {
        Fields = [.. Checks(service), .. service.Provides.Distinct(StringComparer.Ordinal).Select(need => new Field(Need, need, Audience: Audience.Public))],
    };

    private static Columns Columns(MapEntry entry) => new(entry.Name.Length > 0 ? entry.Name : entry.Id, entry.Owner?.Reference, entry.FirstDay, entry.LastDay) { Fields = [.. Checks(entry)] };

    private static IEnumerable<Field> Checks(MapEntry entry) =>
        entry.Checked is { } look ? [new Field(CheckedOn, Day: look.On, Audience: Audience.Public)] : [];
}
