using System.Globalization;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Records;
using Goldthread.Register.Due;
using Goldthread.Register.Records;

namespace Goldthread.Register.Decisions;

/// <summary>Publishes a deferred decision when its day comes: one that still waits for a day that is here, and whose record is still in use.</summary>
public sealed class PublishDecisionWork(RegisterDatabase database) : IDueWork
{
    /// <inheritdoc/>
    public string What => DraftDeferral.PublishDecision;

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        await using var context = database.Open();
        var draft = await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Id == due.Record), stop);
        var today = DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);
        if (draft is not { Head: { State: DraftState.Deferred, DeferredUntil: { } day } head } || day > today)
            return null;
        var step = DraftFlow.Find(DraftState.Deferred, DraftAct.Publish)!;
        var request = new StepRequest(head.Version) { Reason = string.Create(CultureInfo.InvariantCulture, $"Its publication was deferred to {day:d MMMM yyyy}.") };
        var outcome = await new DraftStepTaking(database, draft, step, request, null, null, null).TakeAsync(stop);

        // Somebody who changed it at this very moment is seen at the next try; a record withdrawn since is never published.
        return outcome?.Fault is { Code: not "withdrawn" } fault ? $"{head.Reference} could not be published on its day: {fault.Message}" : null;
    }
}

/// <summary>Reminds whose draft it is, a week before, that a decision is about to be published by itself.</summary>
/// <param name="database">The register.</param>
/// <param name="remind">Tells her; gives what was wrong, or null.</param>
public sealed class RemindPublicationWork(RegisterDatabase database, Func<DraftHead, CancellationToken, Task<string?>> remind) : IDueWork
{
    /// <inheritdoc/>
    public string What => DraftDeferral.RemindPublication;

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        await using var context = database.Open();
        var deferred = context.Drafts.Where(row => row.Id == due.Record && row.State == DraftState.Deferred && row.DeferredUntil != null
            && context.Records.Any(record => record.Id == row.Record && record.Status == RecordStatus.Current));
        return await DraftTexts.HeadsAsync(context, deferred, stop) is [var draft]
            ? await remind(draft, stop)
            : null;
    }
}
