using System.Globalization;
using Goldthread.Core.Pathways.Entries;

namespace Goldthread.Pathways;

/// <summary>How the doors of the sample's map are reached: illustrative, by the kind of door, with numbers that Ofcom keeps for fiction.</summary>
internal static class SampleReach
{
    private const string File = "reach.csv";
    private const string By = "Sample (illustrative)";
    private const int DaysApart = 11;
    private const int LongestAgo = 240; // some of them more than six months, so that the sample shows what is said then

    /// <summary>The map with how each door is reached, checked on days before the one on which the sample is loaded.</summary>
    /// <param name="map">The map, its doors named by their kind and place.</param>
    /// <param name="folder">The folder <c>map</c> of the sample.</param>
    /// <param name="today">The day of the loading.</param>
    public static MapEntries With(MapEntries map, string folder, DateOnly today)
    {
        var kinds = System.IO.File.ReadLines(Path.Combine(folder, File)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(',')).OrderByDescending(row => row[0].Length).ToList();
        return map with
        {
            Doors =
            [
                .. map.Doors.Select((door, i) => kinds.Find(row => door.Id.StartsWith(row[0] + "-", StringComparison.Ordinal)) is { } row
                    ? door with { Reach = Of(row, i), Checked = new Checked { On = today.AddDays(-(i * DaysApart % LongestAgo)), By = By } }
                    : door),
            ],
        };
    }

    private static HowToReach Of(string[] row, int number) => new()
    {
        About = row[1],
        Telephone = "020 7946 0" + (number % 1000).ToString("000", CultureInfo.InvariantCulture),
        Safely = row[2],
        Hours = row[3],
        Languages = row[4].Split('|'),
        Cost = row[5],
        Access = row[6],
        PassesOn = row[7],
        Keeps = row[8],
    };
}
