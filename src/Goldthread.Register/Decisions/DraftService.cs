using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>
/// Drafts of decisions: begun, written by several people at once, numbered. Each field has a version of its own: a text
/// that was written on an earlier one is kept aside and never put over another's. Steps are taken by
/// <see cref="DraftFlowService"/>.
/// </summary>
public sealed class DraftService(RegisterDatabase database)
{
    private const int Tries = 5;

    /// <summary>Begins a draft.</summary>
    /// <param name="body">The public body.</param>
    /// <param name="start">What stands in it at first.</param>
    /// <param name="who">Who begins it; it is hers.</param>
    /// <param name="reference">Its reference, where it has one already.</param>
    /// <param name="startedFrom">The record it begins from, as <c>kind/body/slug</c>.</param>
    /// <param name="wantedBy">The day by which it is wanted.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<DraftOutcome> StartAsync(string body, DraftContent start, Standing who, string? reference = null, string? startedFrom = null, DateOnly? wantedBy = null, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftOutcome.NotHers;
        DecisionReference given = default;
        if (reference is not null && !DecisionReference.TryParse(reference, out given))
            return NoReference;
        var now = database.Now;
        var row = new DraftRow { Id = Guid.CreateVersion7(), Body = body, Owner = who.Person, Version = 1, StartedFrom = startedFrom, WantedBy = wantedBy, CreatedAt = now, ChangedAt = now };
        if (reference is not null)
            (row.Reference, row.Slug) = (given.Canonical, given.Slug);
        var content = DraftContent.Empty;
        await using var context = database.Open();
        foreach (var field in DraftForm.Fields)
        {
            var text = DraftTexts.Clean(field, start[field.Name]);
            if (DraftForm.Refuse(field, text) is { } refused)
                return DraftOutcome.Wrong("text", field.Name, refused);
            if (text.Length == 0)
                continue;
            content = content.With(field.Name, text);
            context.DraftParts.Add(new DraftPartRow { Draft = row.Id, Name = field.Name, Text = text, Version = 1, At = now, By = who.Person });
            Copy(row, field.Name, text);
        }

        context.Drafts.Add(row);
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (row.Slug is not null && await DraftTexts.IsTakenAsync(context, body, row.Slug, row.Id, stop))
            return Taken(row.Reference!);
        await DraftTexts.AddStepAsync(context, new DraftStepRow { Draft = row.Id, At = now, By = who.Person, ActingFor = DraftRules.GroundOf(who, [Role.Officer])!.For }, content, stop);
        if (!await TrySaveAsync(context, stop))
            return Taken(row.Reference!);
        await transaction.CommitAsync(stop);
        return new DraftOutcome(row.Id, row.Version, null);
    }

    /// <summary>
    /// Saves what was typed, field by field. Only what changed is written; a text based on an earlier version than the
    /// field has now is kept aside, unless it says the same.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="changes">The texts, by the field's name, each with the version of the field that it was typed over.</param>
    /// <param name="who">Who typed them.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<DraftSaved> SaveAsync(Guid draft, IReadOnlyDictionary<string, (string Text, int BasedOn)> changes, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftSaved.None(DraftRules.MayRead(who) ? DraftOutcome.NotHers : DraftOutcome.Nothing);
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await HoldAsync(context, draft, stop) is not { } row)
            return DraftSaved.None(DraftOutcome.Nothing);
        var names = changes.Keys.ToList();
        var parts = await context.DraftParts.Where(part => part.Draft == draft && names.Contains(part.Name)).ToDictionaryAsync(part => part.Name, StringComparer.Ordinal, stop);
        var writing = new Writing(context, row, who.Person, database.Now);
        var fields = new Dictionary<string, FieldSaved>(StringComparer.Ordinal);
        foreach (var (name, (text, basedOn)) in changes)
            fields[name] = await writing.PutAsync(name, text, basedOn, parts.GetValueOrDefault(name), stop);
        if (context.ChangeTracker.HasChanges())
        {
            await context.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return new DraftSaved(row.Version, fields, row.State.IsWritten() ? null : Frozen(row).Fault);
    }

    /// <summary>Puts a text that was kept aside into its field; the text that stood there is kept in its place.</summary>
    public async Task<DraftOutcome> TakeAsideAsync(Guid draft, Guid aside, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftRules.MayRead(who) ? DraftOutcome.NotHers : DraftOutcome.Nothing;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await HoldAsync(context, draft, stop) is not { } row)
            return DraftOutcome.Nothing;
        if (!row.State.IsWritten())
            return Frozen(row);
        if (await context.DraftAsides.SingleOrDefaultAsync(one => one.Id == aside && one.Draft == draft, stop) is not { } kept)
            return Gone;
        var part = await context.DraftParts.SingleOrDefaultAsync(one => one.Draft == draft && one.Name == kept.Name, stop);
        var (text, before) = (kept.Text, part?.Text ?? "");
        if (before.Length == 0 || before == text)
            context.DraftAsides.Remove(kept);
        else
            (kept.Text, kept.At, kept.By) = (before, part!.At, part.By);
        await new Writing(context, row, who.Person, database.Now).PutAsync(kept.Name, text, part?.Version ?? 0, part, stop);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new DraftOutcome(draft, row.Version, null);
    }

    /// <summary>Drops a text that was kept aside.</summary>
    public async Task<DraftOutcome> DropAsideAsync(Guid draft, Guid aside, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftRules.MayRead(who) ? DraftOutcome.NotHers : DraftOutcome.Nothing;
        await using var context = database.Open();
        return await context.DraftAsides.Where(one => one.Id == aside && one.Draft == draft).ExecuteDeleteAsync(stop) == 1 ? new DraftOutcome(draft, 0, null) : Gone;
    }

    /// <summary>Gives a draft its reference: the one given, or the number after the greatest that records and drafts of the body have.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="prefix">How the body's references begin, such as <c>PCD</c>.</param>
    /// <param name="given">A reference to give; null for the next.</param>
    /// <param name="who">Who gives it.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<DraftOutcome> NumberAsync(Guid draft, string prefix, string? given, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftRules.MayRead(who) ? DraftOutcome.NotHers : DraftOutcome.Nothing;
        DecisionReference reference = default;
        if (given is not null && !DecisionReference.TryParse(given, out reference))
            return NoReference;
        for (var tries = 0; tries < Tries; tries++)
        {
            await using var context = database.Open();
            await using var transaction = await context.Database.BeginTransactionAsync(stop);
            if (await HoldAsync(context, draft, stop) is not { } row)
                return DraftOutcome.Nothing;
            if (!row.State.IsWritten())
                return Frozen(row);
            if (given is null && !DecisionReference.TryParse($"{prefix} {await NextAsync(context, row.Body, prefix, stop)}", out reference))
                return NoReference;
            if (await DraftTexts.IsTakenAsync(context, row.Body, reference.Slug, row.Id, stop))
            {
                if (given is null)
                    continue; // another draft was given the same number since it was looked for
                return Taken(reference.Canonical);
            }

            (row.Reference, row.Slug) = (reference.Canonical, reference.Slug);
            (row.Version, row.ChangedAt) = (row.Version + 1, database.Now);
            if (await TrySaveAsync(context, stop))
            {
                await transaction.CommitAsync(stop);
                return new DraftOutcome(draft, row.Version, null);
            }
        }

        return Taken(reference.Canonical);
    }

    /// <summary>Says by which day it is wanted; null for no day.</summary>
    public async Task<DraftOutcome> WantAsync(Guid draft, DateOnly? by, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftRules.MayRead(who) ? DraftOutcome.NotHers : DraftOutcome.Nothing;
        await using var context = database.Open();
        return await context.Drafts.Where(row => row.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(row => row.WantedBy, by), stop) == 1
            ? new DraftOutcome(draft, 0, null)
            : DraftOutcome.Nothing;
    }

    /// <summary>A draft with what stands in its fields; null where there is none that she may see.</summary>
    public async Task<DraftEntry?> FindAsync(Guid draft, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return DraftRules.MayRead(who) ? await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Id == draft), stop) : null;
    }

    /// <summary>The draft of a reference as it stands in an address.</summary>
    public async Task<DraftEntry?> FindAsync(string body, string slug, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return DraftRules.MayRead(who) ? await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Body == body && row.Slug == slug), stop) : null;
    }

    /// <summary>The draft whose signature made a record: where the decision came from.</summary>
    public async Task<DraftEntry?> FindByRecordAsync(Guid record, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return DraftRules.MayRead(who) ? await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Record == record), stop) : null;
    }

    /// <summary>Copies what lists show of a field into the draft's row.</summary>
    internal static void Copy(DraftRow row, string field, string text)
    {
        switch (field)
        {
            case "title":
                row.Title = text;
                break;
            case "money":
                row.AskedAmount = MoneyLine.Parse(text) is { Count: > 0 } lines ? lines.Sum(line => line.Amount.Pence) : null;
                break;
            case "supplier":
                row.Supplier = Splitting.Key(text);
                break;
            case "commitment":
                row.Commitment = Splitting.Key(text);
                break;
            case "category":
                row.Category = Splitting.Key(text);
                break;
        }
    }

    private static DraftOutcome Gone { get; } = DraftOutcome.Wrong("gone", "", "This text was taken or dropped meanwhile.");

    private static DraftOutcome NoReference { get; } = DraftOutcome.Wrong("reference", "reference", "Enter a reference such as PCD 542.");

    private static DraftOutcome Taken(string reference) => DraftOutcome.Wrong("taken", "reference", $"{reference} is another decision's reference already. Choose another.");

    private static DraftOutcome Frozen(DraftRow row) =>
        DraftOutcome.Wrong("state", "", $"Its words cannot be changed now: it is {row.State.Words()}. What you typed is kept beside it.");

    /// <summary>A draft's row, held until the transaction ends: the statement changes nothing, but whoever else works on this draft waits.</summary>
    internal static async Task<DraftRow?> HoldAsync(RegisterContext context, Guid draft, CancellationToken stop) =>
        await context.Drafts.Where(row => row.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), stop) == 0
            ? null
            : await context.Drafts.SingleAsync(row => row.Id == draft, stop);

    // A reference is taken where another process was quicker; whatever else is wrong goes on.
    private static async Task<bool> TrySaveAsync(RegisterContext context, CancellationToken stop)
    {
        try
        {
            await context.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException?.Message is { } why && (why.Contains("draft_slug", StringComparison.Ordinal) || why.Contains("draft.slug", StringComparison.Ordinal)))
        {
            return false;
        }
    }

    private static async Task<int> NextAsync(RegisterContext context, string body, string prefix, CancellationToken stop)
    {
        var start = DecisionReference.SlugOf(prefix) + "-";
        var slugs = await context.Records.Where(row => row.Body == body && row.Kind == RecordKinds.Decision.Name && row.Slug.StartsWith(start)).Select(row => row.Slug)
            .Concat(context.Drafts.Where(row => row.Body == body && row.Slug!.StartsWith(start)).Select(row => row.Slug!)).ToListAsync(stop);
        return slugs.Select(slug => int.TryParse(slug.AsSpan(start.Length), out var number) ? number : 0).DefaultIfEmpty().Max() + 1;
    }
}
