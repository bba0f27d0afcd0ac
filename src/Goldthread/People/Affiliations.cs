using Goldthread.Core.Records;
using Goldthread.Register.Publishing;

namespace Goldthread.People;

/// <summary>The names of organisations that people belong to, as a reader may see them.</summary>
internal static class Affiliations
{
    /// <summary>The names by reference; what the reader may not see, or is not there, has none.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(RegisterView view, IReadOnlyCollection<string> references, CancellationToken stop) =>
        references.Count == 0
            ? new Dictionary<string, string>()
            : (await view.CommonAsync(RecordKinds.Organisation.Name, references, stop)).ToDictionary(head => head.Slug, head => head.Title, StringComparer.Ordinal);
}
