using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>The deferral of a decision's publication: to a day, on which it is published by itself, or to an event, after which somebody publishes it.</summary>
public static class DraftDeferral
{
    /// <summary>What a row of the table <c>due</c> is called that publishes; its record is the draft.</summary>
    public const string PublishDecision = "publish-decision";

    /// <summary>What a row is called that reminds of it; its record is the draft.</summary>
    public const string RemindPublication = "remind-publication";

    /// <summary>How many days before the publication comes the reminder.</summary>
    public const int ReminderDays = 7;

    /// <summary>Says what is wrong with a deferral; null where nothing is.</summary>
    internal static StepOutcome? Refuse(StepRequest request, DateOnly today)
    {
        var name = DraftTexts.OneLine(request.DeferEvent);
        if ((request.DeferUntil is null) == (name.Length == 0))
            return StepOutcome.Wrong("until", "deferred-until", "Give a day, or name the event after which it is published.");
        if (name.Length > DraftForm.LongestLine)
            return StepOutcome.Wrong("until", "deferred-event", $"Name the event in at most {DraftForm.LongestLine} characters.");
        return request.DeferUntil <= today ? StepOutcome.Wrong("until", "deferred-until", "Give a day after today.") : null;
    }

    /// <summary>What a decision says of its deferral.</summary>
    internal static Publication Of(Publication publication, StepRequest request) => publication with
    {
        Deferred = true,
        DeferredUntil = request.DeferUntil,
        DeferralReason = request.DeferUntil is null ? $"Until after {DraftTexts.OneLine(request.DeferEvent)}. {request.Reason.Trim()}" : request.Reason.Trim(),
    };

    /// <summary>What a corrected decision says of its publication: of its deferral what was said when it was deferred.</summary>
    internal static Publication Kept(Publication signed, Publication corrected) => corrected with
    {
        Deferred = signed.Deferred,
        DeferredUntil = signed.DeferredUntil,
        DeferralReason = signed.DeferralReason,
    };

    /// <summary>What is due for a draft that is deferred to a day; nothing where it waits for an event. A reminder whose day is over is left out.</summary>
    internal static IEnumerable<DueRow> Rows(DraftRow draft, DateTime now, TimeZoneInfo zone)
    {
        if (draft.DeferredUntil is not { } day)
            yield break;
        yield return new DueRow { Id = Guid.CreateVersion7(), What = PublishDecision, Record = draft.Id, At = Midnight(day, zone) };
        if (Midnight(day.AddDays(-ReminderDays), zone) is var reminder && reminder > now)
            yield return new DueRow { Id = Guid.CreateVersion7(), What = RemindPublication, Record = draft.Id, At = reminder };
    }

    /// <summary>Takes what was due for a draft off the list.</summary>
    internal static Task ForgetAsync(RegisterContext context, Guid draft, CancellationToken stop) =>
        context.Due.Where(due => due.Record == draft && (due.What == PublishDecision || due.What == RemindPublication)).ExecuteDeleteAsync(stop);

    // A midnight that the clocks skip is the same day an hour later.
    private static DateTime Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
