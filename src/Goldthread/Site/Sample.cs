using Goldthread.Boards;
using Goldthread.Commands;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Imports;
using Goldthread.Pathways;
using Goldthread.Register.Pathways;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Goldthread.Standards;

namespace Goldthread.Site;

/// <summary>The sample, an illustrative city to start with.</summary>
internal static class Sample
{
    /// <summary>Who the history says brought the sample in; its pages say that they are illustrative.</summary>
    public const string Who = "Sample";

    /// <summary>Imports the sample's documents; what is there already stays as it is.</summary>
    public static async Task LoadAsync(RegisterDatabase database, BodySettings body, CancellationToken stop)
    {
        var folder = Path.Combine(Folder, "documents");
        await ImportCommand.RunAsync(database, [folder], new ImportChoices(body.Id, Who: Who), stop);
        await SampleBoards.LoadAsync(database, body.Id, stop);
    }

    /// <summary>Draws the sample's map of help into the register, while the site serves already. What is there stays as it is; a stopped load goes on where it was.</summary>
    /// <returns>How many entries were added.</returns>
    public static async Task<int> LoadMapAsync(RegisterDatabase database, BodySettings body, CancellationToken stop)
    {
        var view = database.For(Reader.Staff);
        if (await view.FindAsync(body.Id, RecordKinds.Map.Name, MapFrame.Reference, stop) is not null)
            return 0;
        var (rules, problem) = await RulesFolder.LoadAsync(database, stop);
        var drawn = new SampleMap(Path.Combine(Folder, "map"), Owners(MapCommands.Owners((rules ?? throw new SettingException(problem!)).Book))).Draw();
        drawn = SampleReach.With(drawn, Path.Combine(Folder, "map"), Wording.Today(database.Clock));
        var there = new HashSet<string>(StringComparer.Ordinal);
        await using (var snapshot = await view.SnapshotAsync(stop))
        {
            foreach (var kind in new[] { RecordKinds.Service.Name, RecordKinds.Door.Name })
                await foreach (var head in snapshot.HeadsAsync(kind).WithCancellation(stop))
                    there.Add(head.Reference);
        }

        var missing = drawn with { Doors = [.. drawn.Doors.Where(door => !there.Contains(door.Id))], Services = [.. drawn.Services.Where(service => !there.Contains(service.Id))] };
        var done = await new MapStore(database).ImportAsync(missing, new MapImportChoices(body.Id, Who, "Drawn for the sample; illustrative."), stop: stop);
        return done.Created;
    }

    /// <summary>Says how some illustrative organisations of the sample stand to the standards. What is there stays as it is.</summary>
    /// <returns>How many assessments were added.</returns>
    public static async Task<int> LoadStandardsAsync(RegisterDatabase database, BodySettings body, CancellationToken stop)
    {
        var (rules, problem) = await RulesFolder.LoadAsync(database, stop);
        return await SampleStandards.LoadAsync(database, body, (rules ?? throw new SettingException(problem!)).Book, Path.Combine(Folder, "standards.json"), stop);
    }

    // The sample's own organisations are known to nobody else.
    private static Func<string, string?> Owners(Func<string, string?> known)
    {
        var ours = SampleStandards.References(Path.Combine(Folder, "standards.json"));
        return name => known(name) ?? ours.GetValueOrDefault(name);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "london");
}
