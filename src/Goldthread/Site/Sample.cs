using Goldthread.Commands;
using Goldthread.Imports;
using Goldthread.Register.Records;

namespace Goldthread.Site;

/// <summary>The sample, an illustrative city to start with.</summary>
internal static class Sample
{
    /// <summary>Who the history says brought the sample in; its pages say that they are illustrative.</summary>
    public const string Who = "Sample";

    /// <summary>Imports the sample's documents; what is there already stays as it is.</summary>
    public static async Task LoadAsync(RegisterDatabase database, BodySettings body, CancellationToken stop)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", "london", "documents");
        await ImportCommand.RunAsync(database, [folder], new ImportChoices(body.Id, Who: Who), stop);
    }
}
