using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>What a step does, once all that it wants is there: the draft moves on, and where it is signed or further the record is saved in the same transaction.</summary>
/// <param name="database">The register.</param>
/// <param name="draft">The draft as it was seen; for a correction with its new words.</param>
/// <param name="step">The step.</param>
/// <param name="request">What was said with it.</param>
/// <param name="who">Who takes it; null where it happens by itself.</param>
/// <param name="ground">On what ground.</param>
/// <param name="reviewed">What the draft says, for whoever signs or corrects it.</param>
internal sealed class DraftStepTaking(RegisterDatabase database, DraftEntry draft, FlowStep step, StepRequest request, Standing? who, Ground? ground, DraftReview? reviewed)
{
    /// <summary>Takes the step.</summary>
    /// <returns>Why nothing was done; null where it was.</returns>
    public Task<StepOutcome?> TakeAsync(CancellationToken stop) => step.Act switch
    {
        DraftAct.Approve => SignAsync(stop),
        DraftAct.Publish or DraftAct.Defer or DraftAct.Correct => ReviseAsync(stop),
        DraftAct.Withdraw => WithdrawAsync(stop),
        _ => MoveAsync(stop),
    };

    private DateTime Now => database.Now;

    private DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    private string Reason => request.Reason.Trim();

    private async Task<StepOutcome?> MoveAsync(CancellationToken stop)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (!await WriteAsync(context, row => row.SentAt = step.Act == DraftAct.SendOn ? Now : row.SentAt, stop))
            return DraftFlowService.Changed;
        if (step.Act == DraftAct.AskAdvice)
            await DraftAdvice.AskAsync(context, draft, (reviewed?.Demanded ?? []).Concat(request.Advice), who!.Person, Now, stop);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return null;
    }

    private async Task<StepOutcome?> SignAsync(CancellationToken stop)
    {
        await using var context = database.Open();
        var office = ground?.For is { } covered ? await context.People.Where(person => person.Id == covered).Select(person => person.Office).SingleOrDefaultAsync(stop) : null;
        var hashes = await new Part2Signing(database).HashesAsync(draft.Head.Id, stop);
        var signed = reviewed!.Decision with
        {
            Reference = draft.Head.Reference,
            DateSigned = Today,
            DecisionMaker = new DecisionMaker(null, office ?? who!.Office),
            Interests = request.Interests.Trim() is { Length: > 0 } declared ? declared : null,
            Part2Hashes = hashes,
        };
        var change = Change(signed, Audience.Staff, "signature", Reason.Length > 0 ? Reason : "Signed.", 0) with { Who = Acting.Words(who!.Name, office is null ? who.Office : $"{who.Office}, for {office}") };
        var isTaken = false;
        var saved = await new RegisterWriter(database).SaveAsync([change], async (along, outcomes) =>
        {
            isTaken = outcomes[0].Result != SaveResult.Created;
            return !isTaken
                && await WriteAsync(along, row => (row.Record, row.SignedAt) = (outcomes[0].Record.Id, Now), stop)
                && await Part2Signing.TieAsync(along, draft.Head.Id, outcomes[0].Record.Id, hashes ?? [], stop);
        }, stop);
        return saved is not null ? null
            : isTaken ? StepOutcome.Wrong("taken", "reference", $"{draft.Head.Reference} is another decision's reference already. Take the draft back and choose another.")
            : DraftFlowService.Changed;
    }

    private async Task<StepOutcome?> ReviseAsync(CancellationToken stop)
    {
        if (step.Act == DraftAct.Defer && DraftDeferral.Refuse(request, Today) is { } refused)
            return refused;
        if (await StoredAsync(stop) is not ({ } decision, var revision))
            return StepOutcome.Wrong("withdrawn", "", "The record was withdrawn. It cannot be published again from here.");
        var change = step.Act switch
        {
            DraftAct.Publish => Change(decision, Audience.Public, "publication", Reason.Length > 0 ? Reason : "Published.", revision),
            DraftAct.Defer => Change(decision with { Publication = DraftDeferral.Of(decision.Publication, request) }, Audience.Staff, "deferral", Reason, revision),
            _ => Change(
                reviewed!.Decision with { Reference = decision.Reference, DateSigned = decision.DateSigned, DecisionMaker = decision.DecisionMaker, Interests = decision.Interests, Part2Hashes = decision.Part2Hashes, Publication = DraftDeferral.Kept(decision.Publication, reviewed.Decision.Publication) },
                Audience.Public, "correction", Reason, revision),
        };
        var saved = await new RegisterWriter(database).SaveAsync([change], async (along, outcomes) =>
            outcomes[0].Result != SaveResult.Conflict
            && await WriteAsync(along, row => Follow(row, along), stop)
            && await AfterAsync(along, stop), stop);
        return saved is null ? DraftFlowService.Changed : null;
    }

    private async Task<StepOutcome?> WithdrawAsync(CancellationToken stop)
    {
        var by = who is null ? "" : Acting.Words(who.Name, who.Office);
        var head = await new RegisterWriter(database).WithdrawAsync(draft.Head.Record!.Value, by, Reason, erase: false, async along =>
        {
            await DraftDeferral.ForgetAsync(along, draft.Head.Id, stop);
            return await WriteAsync(along, row => (row.DeferredUntil, row.DeferredEvent) = (null, null), stop);
        }, stop);
        return head is null ? DraftFlowService.Changed : null;
    }

    private void Follow(DraftRow row, RegisterContext context)
    {
        switch (step.Act)
        {
            case DraftAct.Publish:
                (row.PublishedAt, row.DeferredUntil, row.DeferredEvent) = (Now, null, null);
                break;
            case DraftAct.Defer:
                (row.DeferredUntil, row.DeferredEvent) = (request.DeferUntil, request.DeferUntil is null ? DraftTexts.OneLine(request.DeferEvent) : null);
                context.Due.AddRange(DraftDeferral.Rows(row, Now, database.Clock.LocalTimeZone));
                break;
            case DraftAct.Correct:
                foreach (var field in DraftForm.Fields)
                    DraftService.Copy(row, field.Name, draft.Content[field.Name]);
                break;
        }
    }

    private async Task<bool> AfterAsync(RegisterContext context, CancellationToken stop)
    {
        if (step.Act == DraftAct.Correct)
            await CorrectPartsAsync(context, stop);
        if (step.Act == DraftAct.Publish)
            await SupersedeAsync(context, stop);
        await context.SaveChangesAsync(stop);
        return true;
    }

    private async Task CorrectPartsAsync(RegisterContext context, CancellationToken stop)
    {
        var parts = await context.DraftParts.Where(part => part.Draft == draft.Head.Id).ToDictionaryAsync(part => part.Name, StringComparer.Ordinal, stop);
        foreach (var field in DraftForm.Fields)
        {
            var (text, part) = (draft.Content[field.Name], parts.GetValueOrDefault(field.Name));
            if (text == (part?.Text ?? ""))
                continue;
            if (part is null)
                context.DraftParts.Add(part = new DraftPartRow { Draft = draft.Head.Id, Name = field.Name });
            (part.Text, part.Version, part.At, part.By) = (text, part.Version + 1, Now, who!.Person);
        }
    }

    // The decision that this one names as replaced; one that was never drafted here stays as it is.
    private async Task SupersedeAsync(RegisterContext context, CancellationToken stop)
    {
        if (!DecisionReference.TryParse(draft.Content["supersedes"], out var earlier))
            return;
        var replaced = await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Body == draft.Head.Body && row.Slug == earlier.Slug && row.State == DraftState.Published && row.Id != draft.Head.Id), stop);
        if (replaced is null)
            return;
        var supersede = DraftFlow.Find(DraftState.Published, DraftAct.Supersede)!;
        var said = new StepRequest(replaced.Head.Version) { Reason = $"{draft.Head.Reference} takes its place." };
        await new DraftStepTaking(database, replaced, supersede, said, who, ground, null).WriteAsync(context, _ => { }, stop);
    }

    // Moves the draft on where it still is what was seen, and keeps the step.
    private async Task<bool> WriteAsync(RegisterContext context, Action<DraftRow> change, CancellationToken stop)
    {
        var (id, seen, from) = (draft.Head.Id, request.Version, step.From);
        if (await context.Drafts.Where(row => row.Id == id && row.Version == seen && row.State == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), stop) == 0)
            return false;
        if (step.Act is DraftAct.Publish or DraftAct.Defer)
            await DraftDeferral.ForgetAsync(context, id, stop);
        var row = await context.Drafts.SingleAsync(row => row.Id == id, stop);
        (row.State, row.ChangedAt) = (step.To, Now);
        change(row);
        var interests = request.Interests.Trim();
        await DraftTexts.AddStepAsync(context, new DraftStepRow
        {
            Draft = id,
            Act = step.Act,
            FromState = step.From,
            ToState = step.To,
            At = Now,
            By = who?.Person,
            ActingFor = ground?.For,
            Reason = Reason,
            Interests = step.Act == DraftAct.Approve ? interests : null,
        }, draft.Content, stop);
        if (step.WantsAcknowledgement)
            await AcknowledgeAsync(context, stop);
        await context.SaveChangesAsync(stop);
        return true;
    }

    private async Task AcknowledgeAsync(RegisterContext context, CancellationToken stop)
    {
        var known = await context.DraftAcknowledgements.Where(row => row.Draft == draft.Head.Id && row.By == who!.Person).Select(row => row.Subject).ToListAsync(stop);
        foreach (var warning in reviewed!.Findings.Where(found => found.Severity == Severity.Warning && request.Acknowledged.Contains(found.Subject) && !known.Contains(found.Subject)).DistinctBy(found => found.Subject))
            context.DraftAcknowledgements.Add(new DraftAcknowledgementRow { Draft = draft.Head.Id, Code = warning.Code, Subject = warning.Subject, At = Now, By = who!.Person });
    }

    // The decision as it was signed, with the number of its last revision; null where the record is no longer in use.
    private async Task<(Decision? Decision, int Revision)> StoredAsync(CancellationToken stop)
    {
        await using var context = database.Open();
        var stored = await (
            from record in context.Records
            join revision in context.Revisions on new { Record = record.Id, Number = record.Revision } equals new { revision.Record, revision.Number }
            where record.Id == draft.Head.Record && record.Status == RecordStatus.Current && revision.Body != null
            select new { revision.Body, revision.Shape, revision.Number }).SingleOrDefaultAsync(stop);
        return stored is null ? (null, 0) : ((Decision)RecordKinds.Decision.Read(stored.Body!, stored.Shape), stored.Number);
    }

    private Change Change(Decision decision, Audience visibility, string process, string reason, int expected) => new()
    {
        Kind = RecordKinds.Decision,
        Body = draft.Head.Body,
        Reference = draft.Head.Reference!,
        Content = decision,
        Visibility = visibility,
        Who = who is null ? "Goldthread" : Acting.Words(who.Name, who.Office),
        Process = process,
        Reason = reason,
        ExpectedRevision = expected,
    };
}
