using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>Takes a draft from one state to the next, as <see cref="DraftFlow"/> has it: what a step wants is asked here, and what it does is done in one transaction.</summary>
/// <param name="database">The register.</param>
/// <param name="proofLasts">For how long whoever takes a grave step counts as having proved who she is.</param>
public sealed class DraftFlowService(RegisterDatabase database, TimeSpan proofLasts)
{
    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Takes a step.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="act">What is done.</param>
    /// <param name="request">What she says with it.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="review">Reviews the draft, where the step asks for it.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<StepOutcome> TakeAsync(Guid draft, DraftAct act, StepRequest request, Standing who, DraftReviewer review, CancellationToken stop = default)
    {
        if (await new DraftService(database).FindAsync(draft, who, stop) is not { } entry)
            return StepOutcome.Nothing;
        if (DraftFlow.Find(entry.Head.State, act) is not { Roles.Count: > 0 } step)
            return StepOutcome.Wrong("state", "", $"This cannot be done now: it is {entry.Head.State.Words()}.");
        if (DraftRules.GroundOf(who, step.Roles) is not { } ground)
            return StepOutcome.Wrong("role", "", $"This is for {Either(step.Roles)}.");
        if (request.Version != entry.Head.Version)
            return Changed;
        if (step.Grave && who.ProvedAt + proofLasts < database.Now)
            return StepOutcome.Wrong("proof", "", "Prove first that it is you: sign in once more.");
        if (RefuseWords(step, request) is { } wordless)
            return wordless;
        if (step.ByAnother && await IsWriterAsync(entry, who, ground, stop))
            return StepOutcome.Wrong("another", "", "You wrote this or sent it on. Somebody else decides on it.");
        if (act == DraftAct.Correct && DraftCorrection.Apply(ref entry, request) is { } uncorrected)
            return uncorrected;

        var reviewed = step.Checks is null && !step.WantsAdvice ? null : await review(entry, Today, stop);
        if (reviewed is not null && await RefuseAsync(entry, step, request, who, reviewed, stop) is { } refused)
            return refused;
        if (reviewed is not null && Choose(step, ref request, reviewed) is { } unchosen)
            return unchosen;
        var taken = await new DraftStepTaking(database, entry, step, request, who, ground, reviewed).TakeAsync(stop);
        if (taken is not null)
            return taken;
        await using var context = database.Open();
        return new StepOutcome((await DraftTexts.HeadsAsync(context, context.Drafts.Where(row => row.Id == draft), stop))[0], null);
    }

    /// <summary>Keeps that somebody carries on knowing of a warning; whoever signs does so for each.</summary>
    public async Task<DraftOutcome> AcknowledgeAsync(Guid draft, DraftFinding warning, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayComment(who))
            return DraftOutcome.Nothing;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await DraftService.HoldAsync(context, draft, stop) is null)
            return DraftOutcome.Nothing;
        if (!await context.DraftAcknowledgements.AnyAsync(row => row.Draft == draft && row.Subject == warning.Subject && row.By == who.Person, stop))
        {
            context.DraftAcknowledgements.Add(new DraftAcknowledgementRow { Draft = draft, Code = warning.Code, Subject = warning.Subject, By = who.Person, At = database.Now });
            await context.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return new DraftOutcome(draft, 0, null);
    }

    /// <summary>The subjects of the warnings that somebody has acknowledged.</summary>
    public async Task<IReadOnlyList<string>> AcknowledgedAsync(Guid draft, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.DraftAcknowledgements.Where(row => row.Draft == draft && row.By == who.Person).Select(row => row.Subject).ToListAsync(stop);
    }

    /// <summary>Whether she wrote it or sent it on, and so does not take a step that is for somebody else.</summary>
    public async Task<bool> IsWriterAsync(DraftEntry entry, FlowStep step, Standing who, CancellationToken stop = default) =>
        DraftRules.GroundOf(who, step.Roles) is { } ground && await IsWriterAsync(entry, who, ground, stop);

    /// <summary>Somebody else was quicker.</summary>
    internal static StepOutcome Changed { get; } = StepOutcome.Wrong("changed", "", "It was changed since you saw it. Read it again, then decide.");

    private static StepOutcome? RefuseWords(FlowStep step, StepRequest request)
    {
        if (step.WantsReason && request.Reason.Trim().Length == 0)
            return StepOutcome.Wrong("reason", "reason", "Say why in a few words.");
        if (request.Reason.Length > StepRequest.LongestWords)
            return StepOutcome.Wrong("reason", "reason", "Say it in at most 4,000 characters.");
        if (step.Act == DraftAct.Approve && request.Interests.Trim() is not { Length: > 0 and <= StepRequest.LongestWords })
            return StepOutcome.Wrong("interests", "interests", "Declare your interests, or that you have none, in at most 4,000 characters.");
        return null;
    }

    // Before something new goes out ahead of an election, somebody says why now; the words are kept with the step.
    private StepOutcome? Choose(FlowStep step, ref StepRequest request, DraftReview reviewed)
    {
        DateOnly? day = step.Act switch { DraftAct.Publish => Today, DraftAct.Defer => request.DeferUntil, _ => null };
        if (day is not { } published || reviewed.ElectionsOn(published) is not { Count: > 0 } elections)
            return null;
        if (ElectionChoice.Find(request.Election) is not { } choice)
            return StepOutcome.Wrong("election", "election", "Choose why it is published before the election, or defer it.");
        request = request with { Reason = $"{choice.KeptBefore(elections)} {request.Reason.Trim()}".Trim() };
        return null;
    }

    private async Task<StepOutcome?> RefuseAsync(DraftEntry entry, FlowStep step, StepRequest request, Standing who, DraftReview reviewed, CancellationToken stop)
    {
        if (step.Act == DraftAct.Approve && step.From == DraftState.ChiefExecutive && !reviewed.MayChiefDecide)
            return StepOutcome.Wrong("authority", "", "The scheme does not leave this decision to the chief executive. Send it to the decision maker.");
        if (step.Act == DraftAct.Approve && entry.Head.Reference is null)
            return StepOutcome.Wrong("reference", "reference", "Give it a reference before it is signed.");
        if (reviewed.Findings.Where(found => found.Severity == Severity.Error && found.Step <= step.Checks).ToList() is { Count: > 0 } errors)
            return StepOutcome.Wrong("checks", errors[0].Field, $"The checks found {errors.Count} {(errors.Count == 1 ? "error" : "errors")} that must be mended first.") with { Findings = errors };
        if (step.WantsAdvice && await MissingAdviceAsync(entry, reviewed, stop) is { Count: > 0 } missing)
            return StepOutcome.Wrong("advice", "", $"Advice is missing, or was given on something else: {string.Join(", ", missing.Select(field => field.Words()))}.") with { Advice = missing };
        if (!step.WantsAcknowledgement)
            return null;
        var known = (await AcknowledgedAsync(entry.Head.Id, who, stop)).Concat(request.Acknowledged).ToHashSet(StringComparer.Ordinal);
        var open = reviewed.Findings.Where(found => found.Severity == Severity.Warning && !known.Contains(found.Subject)).ToList();
        return open.Count == 0 ? null : StepOutcome.Wrong("acknowledge", "", $"Acknowledge {open.Count} open {(open.Count == 1 ? "warning" : "warnings")} first, each by itself.") with { Findings = open };
    }

    private async Task<IReadOnlyList<AdviceField>> MissingAdviceAsync(DraftEntry entry, DraftReview reviewed, CancellationToken stop)
    {
        await using var context = database.Open();
        var all = await DraftAdvice.AllAsync(context, entry.Head.Id, stop);
        return [.. reviewed.Demanded.Distinct().Where(field => all.FindLast(row => row.Field == field) is not { } last || !DraftAdvice.Stands(last, entry.Content))];
    }

    // Whoever owns it, wrote a word that stands in it, or ever asked for advice on it or sent it on; nor does a deputy sign for one of them.
    private async Task<bool> IsWriterAsync(DraftEntry entry, Standing who, Ground ground, CancellationToken stop)
    {
        await using var context = database.Open();
        var senders = await context.DraftSteps.Where(row => row.Draft == entry.Head.Id && (row.Act == null || row.Act == DraftAct.AskAdvice || row.Act == DraftAct.SendOn)).Select(row => row.By).ToListAsync(stop);
        var writers = senders.Append(entry.Head.Owner).Concat(entry.Parts.Values.Select(part => (Guid?)part.By)).ToHashSet();
        return writers.Contains(who.Person) || (ground.For is { } covered && writers.Contains(covered));
    }

    private static string Either(IReadOnlyList<Role> roles) => string.Join(" or ", roles.Select(role => role.Words()));
}
