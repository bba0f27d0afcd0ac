using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Publishing;
using Goldthread.Core.Rules;
using Goldthread.Register.Pathways;
using Goldthread.Register.Records;
using Goldthread.Rules;

namespace Goldthread.Pathways;

/// <summary><c>goldthread pathways import</c> and <c>export</c>: a map from a folder into the register, and out again.</summary>
internal static class MapCommands
{
    public static Command CreateImport()
    {
        var folder = MapFolder.Argument("FOLDER", "The folder with the map's CSV files.");
        var who = new Option<string>("--as") { Description = "The office that does it.", HelpName = "OFFICE", DefaultValueFactory = _ => "Records office" };
        var reason = new Option<string>("--reason") { Description = "Why, for the history.", HelpName = "TEXT", DefaultValueFactory = _ => "The map was brought in." };
        var whole = new Option<bool>("--whole") { Description = "The folder is the whole map: entries of the register that it does not have are withdrawn." };
        var command = new Command("import",
            """
            Bring a map into the register: its doors and services become records. The same map again changes nothing.

            Example:
              goldthread pathways import map/
            """) { folder, who, reason, whole };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, database =>
            ImportAsync(database, parsed.GetRequiredValue(folder), new MapImportChoices(register.Body(parsed).Id, parsed.GetValue(who)!, parsed.GetValue(reason)!, parsed.GetValue(whole)), stop), stop));
        return command;
    }

    public static Command CreateExport()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "The folder to write; it is made where it is not there." };
        var day = new Option<DateOnly?>("--as-of") { Description = "The map as it was at the end of this day.", HelpName = "DAY" };
        var command = new Command("export",
            """
            Write the register's map as a folder of CSV files.

            Example:
              goldthread pathways export map/
            """) { folder, day };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var end = parsed.GetValue(day)?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            if (await new MapStore(database).LoadAsync(Reader.Staff, register.Body(parsed).Id, end, stop: stop) is not { } map)
                return RegisterOptions.Fail("The register has no map. Bring one in with: goldthread pathways import FOLDER");
            var to = parsed.GetRequiredValue(folder);
            to.Create();
            foreach (var (name, text) in MapWriter.Write(map.Entries))
                await File.WriteAllTextAsync(Path.Combine(to.FullName, name), text, stop);
            Console.Out.WriteLine($"{map.Entries.Doors.Count:N0} doors and {map.Entries.Services.Count:N0} services written");
            return 0;
        }, stop));
        return command;
    }

    /// <summary>Brings a folder in and says what became of it.</summary>
    public static async Task<int> ImportAsync(RegisterDatabase database, DirectoryInfo folder, MapImportChoices choices, CancellationToken stop)
    {
        if (MapFolder.Read(folder) is not { } map)
            return Job.MapHasErrors;
        var (rules, problem) = await RulesFolder.LoadAsync(database, stop);
        if (rules is null)
            return RegisterOptions.Fail(problem!);
        if (MapFolder.WithHelp(folder, MapEntries.Of(map, Owners(rules.Book))) is not { } entries)
            return Job.MapHasErrors;
        using var progress = new ProgressLine("Entries of the map", entries.Doors.Count + entries.Services.Count + 1);
        var done = await new MapStore(database).ImportAsync(entries, choices, progress, stop);
        if (done.Refusal is { } refusal)
            return RegisterOptions.Fail($"Nothing was brought in. {refusal}.");
        Console.Out.WriteLine($"{done.Created:N0} new, {done.Revised:N0} changed, {done.Unchanged:N0} unchanged, {done.Withdrawn:N0} withdrawn");
        if (done.NotInFolder > 0)
            Console.Error.WriteLine($"{done.NotInFolder:N0} entries of the register are not in the folder and stay; --whole withdraws them.");
        return 0;
    }

    // A name means an organisation where it is one of its names, whatever its capitals.
    internal static Func<string, string?> Owners(RuleBook rules)
    {
        var known = rules.Organisations.SelectMany(one => one.Aliases.Prepend(one.Name).Select(name => (name, one.Reference)))
            .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase).ToDictionary(pair => pair.name, pair => pair.Reference, StringComparer.OrdinalIgnoreCase);
        return name => known.GetValueOrDefault(name);
    }
}
