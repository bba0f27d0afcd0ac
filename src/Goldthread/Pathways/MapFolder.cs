using System.CommandLine;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Reading;

namespace Goldthread.Pathways;

/// <summary>Reads a map from a folder.</summary>
internal static class MapFolder
{
    /// <summary>An argument that takes a folder that is there.</summary>
    public static Argument<DirectoryInfo> Argument(string name, string description) =>
        new Argument<DirectoryInfo>(name) { Description = description }.AcceptExistingOnly();

    /// <summary>The map; null where it has errors or is too large. All that is wrong goes to standard error.</summary>
    public static PathwayMap? Read(DirectoryInfo folder)
    {
        var problems = new List<MapProblem>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in MapReader.Files)
        {
            var path = new FileInfo(Path.Combine(folder.FullName, file));
            if (!path.Exists)
            {
                continue;
            }
            if (MapLimits.RefusalOfBytes(path.Length) is { } tooLong)
            {
                return Refuse($"{file}: {tooLong}");
            }
            var bytes = File.ReadAllBytes(path.FullName);
            if (MapLimits.RefusalOfLines(bytes) is { } tooMany)
            {
                return Refuse($"{file}: {tooMany}");
            }
            files[file] = MapText.Decode(file, bytes, problems);
        }
        var reading = MapReader.Read(files);
        problems.AddRange(reading.Problems);
        foreach (var problem in problems.OrderBy(p => MapReader.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column))
        {
            Console.Error.WriteLine(problem);
        }
        if (reading.Map is null || problems.Exists(problem => problem.Severity == Severity.Error))
        {
            return null;
        }
        return MapLimits.Refusal(reading.Map) is { } reason ? Refuse(reason) : reading.Map;
    }

    /// <summary>The entries of the folder's map with what its <c>help.csv</c> says, where it has one; null where that has errors, which go to standard error.</summary>
    public static MapEntries? WithHelp(DirectoryInfo folder, MapEntries map)
    {
        var path = new FileInfo(Path.Combine(folder.FullName, HelpFile.Name));
        if (!path.Exists)
            return map;
        if (MapLimits.RefusalOfBytes(path.Length) is { } tooLong)
        {
            Console.Error.WriteLine($"error: {HelpFile.Name}: {tooLong}");
            return null;
        }

        var problems = new List<MapProblem>();
        var with = HelpFile.Read(MapText.Decode(HelpFile.Name, File.ReadAllBytes(path.FullName), problems), map, problems);
        foreach (var problem in problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column))
            Console.Error.WriteLine(problem);
        return problems.Exists(problem => problem.Severity == Severity.Error) ? null : with;
    }

    private static PathwayMap? Refuse(string reason)
    {
        Console.Error.WriteLine($"error: {reason}");
        return null;
    }
}
