using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>What becomes of a draft when the record that it made is withdrawn, by whatever way: it stands as withdrawn too, and nothing is due for it any more.</summary>
internal static class DraftWithdrawal
{
    /// <summary>Lets the draft of a record follow. With <paramref name="erase"/> its texts go as well, and those of its steps, comments and advice.</summary>
    public static async Task FollowAsync(RegisterContext context, Guid record, string ground, DateTime at, bool erase, CancellationToken stop)
    {
        if (await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Record == record), stop) is not { } draft)
            return;
        var row = (await DraftService.HoldAsync(context, draft.Head.Id, stop))!;
        await DraftDeferral.ForgetAsync(context, row.Id, stop);
        if (row.State != DraftState.Withdrawn)
        {
            await DraftTexts.AddStepAsync(context, new DraftStepRow { Draft = row.Id, Act = DraftAct.Withdraw, FromState = row.State, ToState = DraftState.Withdrawn, At = at, Reason = ground }, draft.Content, stop);
            (row.State, row.Version, row.ChangedAt, row.DeferredUntil, row.DeferredEvent) = (DraftState.Withdrawn, row.Version + 1, at, null, null);
        }

        if (erase)
            (row.Title, row.Supplier, row.Commitment, row.Category) = ("", null, null, null);
        await context.SaveChangesAsync(stop);
        if (erase)
            await EraseAsync(context, row.Id, stop);
    }

    private static async Task EraseAsync(RegisterContext context, Guid draft, CancellationToken stop)
    {
        await context.DraftParts.Where(row => row.Draft == draft).ExecuteDeleteAsync(stop);
        await context.DraftAsides.Where(row => row.Draft == draft).ExecuteDeleteAsync(stop);
        await context.DraftComments.Where(row => row.Draft == draft).ExecuteDeleteAsync(stop);
        await context.DraftSteps.Where(row => row.Draft == draft && row.Texts != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Texts, (string?)null), stop);
        await context.DraftAdvice.Where(row => row.Draft == draft).ExecuteUpdateAsync(set => set.SetProperty(row => row.Texts, (string?)null).SetProperty(row => row.Text, ""), stop);
    }
}
