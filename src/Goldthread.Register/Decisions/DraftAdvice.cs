using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.History;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>What changed in a field since it was advised on.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Before">What stood there then.</param>
/// <param name="After">What stands there now.</param>
public sealed record AdviceChange(string Field, string Before, string After)
{
    /// <summary>The change, word by word.</summary>
    public IReadOnlyList<Piece> Pieces => WordDiff.Between(Before, After);
}

/// <summary>Advice asked for in a field, and what came of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Field">The field of advice.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsLatest">Whether it is the last of its field; earlier advice is history.</param>
/// <param name="AskedAt">When it was asked for; UTC.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="At">When it was given, declined or withdrawn; UTC.</param>
/// <param name="By">Who did so.</param>
/// <param name="Text">The advice, or why it was declined or withdrawn.</param>
/// <param name="Changed">What changed since in what was advised on; it must then be given anew.</param>
public sealed record AdviceEntry(
    Guid Id, AdviceField Field, AdviceState State, bool IsLatest, DateTime AskedAt, PersonName? AskedBy, DateTime? At, PersonName? By, string Text, IReadOnlyList<AdviceChange> Changed)
{
    /// <summary>Whether it waits for an adviser: it was asked for, or what was advised on changed.</summary>
    public bool Waits => IsLatest && (State == AdviceState.Asked || (State is AdviceState.Given or AdviceState.Declined && Changed.Count > 0));
}

/// <summary>Advice on drafts: asked for, given, declined, withdrawn. What was given stays when it is given anew.</summary>
public sealed class DraftAdvice(RegisterDatabase database)
{
    private static readonly DraftState[] Open = [DraftState.Draft, DraftState.Advice, DraftState.ChiefExecutive, DraftState.DecisionMaker];

    /// <summary>Asks for advice in fields, besides what the step that asks for advice does by itself. What is asked for and not given yet is not asked again.</summary>
    public async Task<DraftOutcome> AskAsync(Guid draft, IReadOnlyList<AdviceField> fields, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayWrite(who))
            return DraftRules.MayRead(who) ? DraftOutcome.NotHers : DraftOutcome.Nothing;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await HeldAsync(context, draft, stop) is not { } entry)
            return DraftOutcome.Nothing;
        if (!entry.Head.State.IsWritten())
            return Late(entry.Head.State);
        await AskAsync(context, entry, fields, who.Person, database.Now, stop);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new DraftOutcome(draft, entry.Head.Version, null);
    }

    /// <summary>Gives advice on what stands in the draft now.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="field">The field of advice; she advises in it.</param>
    /// <param name="text">The advice.</param>
    /// <param name="seal">The <see cref="Seal"/> of what she read.</param>
    /// <param name="who">Who advises.</param>
    /// <param name="stop">Stops it.</param>
    public Task<DraftOutcome> GiveAsync(Guid draft, AdviceField field, string text, string seal, Standing who, CancellationToken stop = default) =>
        AnswerAsync(draft, field, AdviceState.Given, text, "Write the advice.", seal, who, stop);

    /// <summary>Declines to advise on what stands in the draft now, and says why.</summary>
    public Task<DraftOutcome> DeclineAsync(Guid draft, AdviceField field, string reason, string seal, Standing who, CancellationToken stop = default) =>
        AnswerAsync(draft, field, AdviceState.Declined, reason, "Say in a few words why no advice is needed.", seal, who, stop);

    /// <summary>Takes advice back, or the asking for it: whoever advises in the field the one, an officer the other.</summary>
    public async Task<DraftOutcome> WithdrawAsync(Guid draft, AdviceField field, string reason, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayComment(who))
            return DraftOutcome.Nothing;
        if (Refuse(reason, "Say in a few words why.") is { } wordless)
            return wordless;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);

        if (await DraftService.HoldAsync(context, draft, stop) is not { } held)
            return DraftOutcome.Nothing;
        if (!Open.Contains(held.State))
            return Late(held.State);
        var all = await AllAsync(context, draft, stop);
        if (all.LastOrDefault(one => one.Field == field) is not { } row || row.State == AdviceState.Withdrawn)
            return DraftOutcome.Wrong("advice", "", "There is no such advice to take back.");
        if (row.State == AdviceState.Asked ? !DraftRules.MayWrite(who) : DraftRules.GroundOf(who, [Role.Adviser], field) is null)
            return DraftOutcome.Wrong("role", "", row.State == AdviceState.Asked ? "Only officers take back that advice was asked for." : "Only advisers in this field take back what was advised.");
        var stood = row.Texts;
        if (row.State == AdviceState.Asked)
            context.DraftAdvice.Attach(row);
        else
            context.DraftAdvice.Add(row = New(all, draft, field, row.AskedAt, row.AskedBy));
        (row.State, row.Text, row.At, row.By, row.Texts) = (AdviceState.Withdrawn, reason.Trim(), database.Now, who.Person, stood);
        held.Version++; // whoever signs at this moment on the strength of this advice finds that the draft has changed
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new DraftOutcome(draft, held.Version, null);
    }

    /// <summary>All advice on a draft, the latest first, with what changed since in what was advised on.</summary>
    public async Task<IReadOnlyList<AdviceEntry>> ListAsync(DraftEntry draft, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayRead(who))
            return [];
        await using var context = database.Open();
        var rows = (await AllAsync(context, draft.Head.Id, stop)).ToArray();
        var names = await DraftTexts.NamesAsync(context, rows.SelectMany(row => new[] { row.AskedBy, row.By }), stop);
        var seen = new HashSet<AdviceField>();
        return
        [
            .. rows.Reverse().Select(row => new AdviceEntry(
                row.Id, row.Field, row.State, seen.Add(row.Field), row.AskedAt, names.GetValueOrDefault(row.AskedBy), row.At, row.By is { } by ? names.GetValueOrDefault(by) : null, row.Text, ChangedIn(row, draft.Content))),
        ];
    }

    /// <summary>What an adviser reads, as 32 hexadecimal digits: given back with the advice, it shows whether that was what stands there.</summary>
    public static string Seal(AdviceField field, DraftContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DraftTexts.Write(AdvisedOn.Of(field, content)))))[..32];

    /// <summary>All advice on a draft, the first first; not tracked.</summary>
    internal static Task<List<DraftAdviceRow>> AllAsync(RegisterContext context, Guid draft, CancellationToken stop) =>
        context.DraftAdvice.AsNoTracking().Where(row => row.Draft == draft).OrderBy(row => row.Number).ToListAsync(stop);

    /// <summary>Whether advice was given or declined on what stands there now.</summary>
    internal static bool Stands(DraftAdviceRow row, DraftContent content) =>
        row.State is AdviceState.Given or AdviceState.Declined && ChangedIn(row, content).Count == 0;

    /// <summary>Asks for advice in each field whose last advice was not given on what stands there now. The caller holds the draft's row, and saves.</summary>
    internal static async Task AskAsync(RegisterContext context, DraftEntry draft, IEnumerable<AdviceField> fields, Guid by, DateTime at, CancellationToken stop)
    {
        var all = await AllAsync(context, draft.Head.Id, stop);
        foreach (var field in fields.Distinct().Order())
        {
            var last = all.FindLast(row => row.Field == field);
            if (last is null || (last.State != AdviceState.Asked && !Stands(last, draft.Content)))
                context.DraftAdvice.Add(New(all, draft.Head.Id, field, at, by));
        }
    }

    /// <summary>What changed since in what a row advised on.</summary>
    internal static IReadOnlyList<AdviceChange> ChangedIn(DraftAdviceRow row, DraftContent content)
    {
        if (row.Texts is null)
            return [];
        var then = DraftTexts.Read(row.Texts);
        return [.. AdvisedOn.Changed(row.Field, then, content, row.State == AdviceState.Given ? row.Text : "").Select(name => new AdviceChange(name, then[name], content[name]))];
    }

    private async Task<DraftOutcome> AnswerAsync(Guid draft, AdviceField field, AdviceState state, string text, string noWords, string seal, Standing who, CancellationToken stop)
    {
        if (!DraftRules.MayRead(who))
            return DraftOutcome.Nothing;
        if (DraftRules.GroundOf(who, [Role.Adviser], field) is null)
            return DraftOutcome.Wrong("role", "", $"Only a {field.Words()} adviser advises here.");
        if (Refuse(text, noWords) is { } wordless)
            return wordless;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await HeldAsync(context, draft, stop) is not { } entry)
            return DraftOutcome.Nothing;
        if (!Open.Contains(entry.Head.State))
            return Late(entry.Head.State);
        if (Seal(field, entry.Content) != seal)
            return DraftOutcome.Wrong("changed", "", "What you advise on was changed since you read it. Read it again, then advise.");
        var all = await AllAsync(context, draft, stop);
        var last = all.LastOrDefault(row => row.Field == field);
        if (last is { State: AdviceState.Asked })
            context.DraftAdvice.Attach(last);
        else
            context.DraftAdvice.Add(last = New(all, draft, field, last?.AskedAt ?? database.Now, last?.AskedBy ?? who.Person));
        (last.State, last.Text, last.At, last.By, last.Texts) = (state, text.Trim(), database.Now, who.Person, DraftTexts.Write(AdvisedOn.Of(field, entry.Content)));
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new DraftOutcome(draft, entry.Head.Version, null);
    }

    private static async Task<DraftEntry?> HeldAsync(RegisterContext context, Guid draft, CancellationToken stop) =>
        await DraftService.HoldAsync(context, draft, stop) is null ? null : await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Id == draft), stop);

    private static DraftAdviceRow New(List<DraftAdviceRow> all, Guid draft, AdviceField field, DateTime at, Guid by)
    {
        var row = new DraftAdviceRow { Id = Guid.CreateVersion7(), Draft = draft, Number = all.Count + 1, Field = field, AskedAt = at, AskedBy = by };
        all.Add(row);
        return row;
    }

    private static DraftOutcome? Refuse(string text, string noWords) => text.Trim().Length switch
    {
        0 => DraftOutcome.Wrong("words", "text", noWords),
        > DraftForm.LongestText => DraftOutcome.Wrong("words", "text", $"Say it in at most {DraftForm.LongestText:N0} characters."),
        _ => null,
    };

    private static DraftOutcome Late(DraftState state) => DraftOutcome.Wrong("state", "", $"Nothing is advised on it now: it is {state.Words()}.");
}
