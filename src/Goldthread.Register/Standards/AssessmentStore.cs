using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Standards;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Register.Standards;

/// <summary>Reads every assessment of a public body's register. There are as many as organisations, and their boroughs.</summary>
public static class AssessmentStore
{
    /// <summary>The assessments as a reader sees them, with their records.</summary>
    public static async Task<IReadOnlyList<StoredAssessment>> LoadAsync(RegisterView view, string body, CancellationToken stop)
    {
        await using var snapshot = await view.SnapshotAsync(stop);
        return await LoadAsync(snapshot, body, asOf: null, stop);
    }

    /// <summary>The same out of a snapshot, as they are or as they were.</summary>
    public static async Task<IReadOnlyList<StoredAssessment>> LoadAsync(RegisterSnapshot snapshot, string body, DateTime? asOf, CancellationToken stop)
    {
        var found = new List<StoredAssessment>();
        await foreach (var (head, content) in snapshot.ContentsAsync(RecordKinds.Assessment, body, asOf).WithCancellation(stop))
            found.Add(new StoredAssessment(head, (Assessment)content));
        return found;
    }
}

/// <summary>An assessment with its record's columns.</summary>
public sealed record StoredAssessment(RecordHead Head, Assessment Content);
