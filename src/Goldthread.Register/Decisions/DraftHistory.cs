using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.History;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>What was done with a draft, by whom and why.</summary>
/// <param name="Number">Its number within the draft, from 1.</param>
/// <param name="Act">What was done; null for its beginning.</param>
/// <param name="From">Where it stood before.</param>
/// <param name="To">Where it stood after.</param>
/// <param name="At">When; UTC.</param>
/// <param name="By">Who did it; null where it happened by itself or she is not known here.</param>
/// <param name="ActingFor">Whom she covered.</param>
/// <param name="Reason">Why.</param>
/// <param name="Interests">What whoever signed declared of her interests.</param>
/// <param name="Changes">What was written since the step before; nothing for the first.</param>
public sealed record StepEntry(
    int Number, DraftAct? Act, DraftState From, DraftState To, DateTime At, PersonName? By, PersonName? ActingFor, string Reason, string? Interests, IReadOnlyList<DraftChange> Changes);

/// <summary>What changed in a field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Pieces">Its words, those taken out and put in marked.</param>
public sealed record DraftChange(string Field, IReadOnlyList<Piece> Pieces)
{
    /// <summary>What changed from one content to another, in the order of the form.</summary>
    public static IReadOnlyList<DraftChange> Between(DraftContent before, DraftContent after) =>
        [.. DraftForm.Fields.Where(field => before[field.Name] != after[field.Name]).Select(field => new DraftChange(field.Name, WordDiff.Between(before[field.Name], after[field.Name])))];
}

/// <summary>The history of a draft: its steps, and what was written between them.</summary>
public sealed class DraftHistory(RegisterDatabase database)
{
    /// <summary>Every step, the first first.</summary>
    public async Task<IReadOnlyList<StepEntry>> ListAsync(Guid draft, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayRead(who))
            return [];
        await using var context = database.Open();
        var rows = await context.DraftSteps.AsNoTracking().Where(row => row.Draft == draft).OrderBy(row => row.Number).ToListAsync(stop);
        var names = await DraftTexts.NamesAsync(context, rows.SelectMany(row => new[] { row.By, row.ActingFor }), stop);
        var entries = new List<StepEntry>(rows.Count);
        DraftContent? before = null;
        foreach (var row in rows)
        {
            var after = row.Texts is null ? before : DraftTexts.Read(row.Texts);
            var changes = before is null || after is null || ReferenceEquals(before, after) ? [] : DraftChange.Between(before, after);
            entries.Add(new StepEntry(row.Number, row.Act, row.FromState, row.ToState, row.At, Name(row.By), Name(row.ActingFor), row.Reason, row.Interests, changes));
            before = after;
        }

        return entries;

        PersonName? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    /// <summary>Why the publication of a decision was last deferred; empty where it never was.</summary>
    public async Task<string> WhyDeferredAsync(Guid draft, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayRead(who))
            return "";
        await using var context = database.Open();
        return await context.DraftSteps.Where(row => row.Draft == draft && row.Act == DraftAct.Defer).OrderByDescending(row => row.Number).Select(row => row.Reason).FirstOrDefaultAsync(stop) ?? "";
    }

    /// <summary>What was written since a draft was last returned, or since another kind of step; null where that never happened.</summary>
    public async Task<IReadOnlyList<DraftChange>?> SinceAsync(DraftEntry draft, DraftAct act, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayRead(who))
            return null;
        await using var context = database.Open();
        var number = await context.DraftSteps.Where(row => row.Draft == draft.Head.Id && row.Act == act).MaxAsync(row => (int?)row.Number, stop);
        var texts = number is null ? null : await context.DraftSteps.Where(row => row.Draft == draft.Head.Id && row.Number <= number && row.Texts != null).OrderByDescending(row => row.Number).Select(row => row.Texts).FirstOrDefaultAsync(stop);
        return texts is null ? null : DraftChange.Between(DraftTexts.Read(texts), draft.Content);
    }
}
