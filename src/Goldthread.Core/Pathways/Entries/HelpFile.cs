using System.Globalization;
using Goldthread.Core.Pathways.Reading;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>
/// The optional file <c>help.csv</c> of a map's folder: how each door and service is reached, and when somebody last looked
/// whether that is so. The engine does not read it; a row is one door or service by its id.
/// </summary>
public static class HelpFile
{
    /// <summary>Its name.</summary>
    public const string Name = "help.csv";

    private const string Columns = "id,about,telephone,web,safely,hours,languages,cost,access,passes_on,keeps,checked,checked_by";
    private const char BetweenLanguages = '|'; // as in the files of rules

    /// <summary>A map's entries with what the file says of them. An entry without a row stays as it is.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="map">The entries.</param>
    /// <param name="problems">Takes what is wrong in the file, each with its place.</param>
    public static MapEntries Read(string text, MapEntries map, ICollection<MapProblem> problems)
    {
        var found = new List<MapProblem>();
        var table = new MapTable(new Dictionary<string, string>(StringComparer.Ordinal) { [Name] = text }, Name, Columns, found);
        var known = map.Doors.Concat<MapEntry>(map.Services).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var said = new Dictionary<string, (HowToReach Reach, Checked? Checked)>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            if (!row.Whole || row["id"] is not { } id)
                continue;
            if (!known.Contains(id.Text))
                table.Error(id, $"id: there is no door or service \"{id.Text}\".");
            else if (!said.TryAdd(id.Text, (Reach(table, row), Checked(table, row))))
                table.Error(id, $"id: \"{id.Text}\" stands twice.");
        }

        foreach (var problem in found)
            problems.Add(problem);
        return map with { Doors = [.. map.Doors.Select(With)], Services = [.. map.Services.Select(With)] };

        T With<T>(T entry)
            where T : MapEntry =>
            said.TryGetValue(entry.Id, out var one) ? entry with { Reach = one.Reach, Checked = one.Checked ?? entry.Checked } : entry;
    }

    /// <summary>The file's text; null where the entries say nothing that stands in it.</summary>
    public static string? Write(MapEntries map)
    {
        var entries = map.Doors.Concat<MapEntry>(map.Services).Where(entry => entry.Reach is not null || entry.Checked is not null).ToList();
        return entries.Count == 0 ? null : MapWriter.Table(Columns, entries.Select(Row));
    }

    private static string Row(MapEntry entry)
    {
        var reach = entry.Reach ?? new HowToReach();
        return MapWriter.Row(
            entry.Id, reach.About, reach.Telephone, reach.Web, reach.Safely, reach.Hours, string.Join(BetweenLanguages, reach.Languages), reach.Cost, reach.Access,
            reach.PassesOn, reach.Keeps, entry.Checked?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", entry.Checked?.By ?? "");
    }

    private static HowToReach Reach(MapTable table, MapRow row)
    {
        return new()
        {
            About = Text("about"),
            Telephone = Valid("telephone", IsTelephone, "a number of digits and spaces"),
            Web = Valid("web", IsWeb, "an address that begins with https://"),
            Safely = Text("safely"),
            Hours = Text("hours"),
            Languages = Text("languages").Split(BetweenLanguages, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Cost = Text("cost"),
            Access = Text("access"),
            PassesOn = Text("passes_on"),
            Keeps = Text("keeps"),
        };

        string Text(string column) => row[column]?.Text.Trim() ?? "";

        string Valid(string column, Func<string, bool> isValid, string wanted)
        {
            var text = Text(column);
            if (text.Length == 0 || isValid(text))
                return text;
            table.Error(row[column]!.Value, $"{column}: \"{text}\" is not {wanted}.");
            return "";
        }
    }

    private static Checked? Checked(MapTable table, MapRow row) =>
        Fields.Day(table, row, "checked") is { } on ? new Checked { On = on, By = row["checked_by"]?.Text.Trim() ?? "" } : null;

    /// <summary>Whether a text is a telephone number, as people write it.</summary>
    public static bool IsTelephone(string text) => text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+');

    /// <summary>Whether a text is the address of a page that is sent encrypted.</summary>
    public static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
