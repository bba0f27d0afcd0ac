using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Pathways.Reading;

/// <summary>What came of reading a map.</summary>
/// <param name="Map">The map; null where there is an error.</param>
/// <param name="Problems">Errors and warnings, by file, line and column.</param>
public sealed record MapReading(PathwayMap? Map, IReadOnlyList<MapProblem> Problems);

/// <summary>Reads a map from the text of its CSV files and reports everything that is wrong with it, all at once.</summary>
/// <remarks>
/// An error does not cast a shadow: a row that is broken elsewhere still lends its id to the rows that
/// refer to it, and where a whole file or its key column is missing, references into it are not held
/// against their rows.
/// </remarks>
public static class MapReader
{
    /// <summary>The files of a map, in the order in which problems are listed. Only <c>shares.csv</c> is optional.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        "dimensions.csv", "needs.csv", "doors.csv", "services.csv", "provides.csv", "links.csv", "conditions.csv", "shares.csv",
    ];

    /// <summary>Reads the map.</summary>
    /// <param name="files">The text of each file by its name; files that are not a map's are ignored.</param>
    public static MapReading Read(IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<MapProblem>();
        MapTable Table(string name, string columns) => new(files, name, columns, problems);

        var dimensions = new DimensionsReader(Table("dimensions.csv", "dimension,value"));
        var needs = new NeedsReader(Table("needs.csv", "need,name"));
        var subjects = new SubjectIds();
        var doors = DoorsReader.Read(Table("doors.csv", "door,name,organisation,stage,first_day,last_day"), subjects);
        var services = ServicesReader.Read(
            Table("services.csv", "service,name,organisation,stage,meets_standard,first_day,last_day,funding"), subjects);
        var provides = ProvidesReader.Read(Table("provides.csv", "service,need"), subjects, needs);
        var links = LinksReader.Read(Table("links.csv", "link,from,to,wait_days,first_day,last_day"), subjects);
        var conditions = ConditionsReader.Read(
            Table("conditions.csv", "subject,alternative,dimension,value"), subjects, dimensions);
        var shares = files.ContainsKey("shares.csv")
            ? SharesReader.Read(Table("shares.csv", "dimension,value,share"), dimensions)
            : null;

        var order = problems.OrderBy(problem => IndexOf(problem.File)).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column);
        if (problems.Exists(problem => problem.Severity == Severity.Error))
        {
            return new MapReading(null, [.. order]);
        }
        Conditions Of(string id) => conditions.GetValueOrDefault(id, Conditions.None);
        var map = new PathwayMap(
            dimensions.All,
            needs.All,
            [.. doors.Select(door => door with { Conditions = Of(door.Id) })],
            [.. services.Select((service, i) => service with { Provides = provides[i], Conditions = Of(service.Id) })],
            [.. links.Select(link => link with { Conditions = Of(link.Id) })],
            shares);
        return new MapReading(map, [.. order]);
    }

    /// <summary>The place of a file in <see cref="Files"/>.</summary>
    public static int IndexOf(string file)
    {
        var index = 0;
        while (index < Files.Count && Files[index] != file)
        {
            index++;
        }
        return index;
    }
}
