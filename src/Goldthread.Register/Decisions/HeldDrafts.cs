using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>Everything that is held of a draft, as it is stored; for whoever must give account of it.</summary>
/// <param name="Head">What lists show of it.</param>
/// <param name="Texts">What stands in its fields now.</param>
/// <param name="Asides">What waits beside them.</param>
/// <param name="Steps">Its steps; each with all fields as they stood, where they had changed.</param>
/// <param name="Comments">Its comments.</param>
/// <param name="Advice">The advice on it.</param>
/// <param name="Acknowledgements">Which warnings were acknowledged.</param>
public sealed record HeldDraft(
    DraftHead Head,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyList<HeldText> Asides,
    IReadOnlyList<HeldStep> Steps,
    IReadOnlyList<HeldComment> Comments,
    IReadOnlyList<HeldAdvice> Advice,
    IReadOnlyList<HeldAcknowledgement> Acknowledgements);

/// <summary>A text of a field, with who wrote it when.</summary>
public sealed record HeldText(string Field, string Text, DateTime At, string By);

/// <summary>A step of a draft.</summary>
public sealed record HeldStep(int Number, string Act, string From, string To, DateTime At, string By, string? ActingFor, string Reason, string? Interests, IReadOnlyDictionary<string, string>? Texts);

/// <summary>A comment on a draft.</summary>
public sealed record HeldComment(Guid Id, Guid? Answers, string Field, string Quote, string Text, DateTime At, string By, DateTime? ResolvedAt, string? ResolvedBy);

/// <summary>Advice on a draft, and on what it was given.</summary>
public sealed record HeldAdvice(string Field, string State, DateTime AskedAt, string AskedBy, DateTime? At, string? By, string Text, IReadOnlyDictionary<string, string>? Texts);

/// <summary>That somebody acknowledged a warning.</summary>
public sealed record HeldAcknowledgement(string Code, string Subject, DateTime At, string By);

/// <summary>Gathers everything that is held of drafts. It asks nobody who she is: it is for commands on the register's own machine.</summary>
public sealed class HeldDrafts(RegisterDatabase database)
{
    private const string Unknown = "somebody who is not known here";

    /// <summary>The draft of a record.</summary>
    public Task<HeldDraft?> OfRecordAsync(Guid record, CancellationToken stop = default) => FindAsync(drafts => drafts.Where(row => row.Record == record), stop);

    /// <summary>The drafts of a reference as it stands in an address that made no record yet, whichever body's they are.</summary>
    public async Task<IReadOnlyList<HeldDraft>> UnsignedAsync(string slug, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var found = new List<HeldDraft>();
        foreach (var id in await context.Drafts.Where(row => row.Slug == slug && row.Record == null).OrderBy(row => row.Body).Select(row => row.Id).ToListAsync(stop))
            if (await FindAsync(drafts => drafts.Where(row => row.Id == id), stop) is { } held)
                found.Add(held);
        return found;
    }

    private async Task<HeldDraft?> FindAsync(Func<IQueryable<DraftRow>, IQueryable<DraftRow>> which, CancellationToken stop)
    {
        await using var context = database.Open();
        if (await DraftTexts.EntryAsync(context, which(context.Drafts), stop) is not { } entry)
            return null;
        var id = entry.Head.Id;
        var steps = await context.DraftSteps.AsNoTracking().Where(row => row.Draft == id).OrderBy(row => row.Number).ToListAsync(stop);
        var comments = await context.DraftComments.AsNoTracking().Where(row => row.Draft == id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(stop);
        var advice = await DraftAdvice.AllAsync(context, id, stop);
        var known = await context.DraftAcknowledgements.AsNoTracking().Where(row => row.Draft == id).OrderBy(row => row.At).ThenBy(row => row.Subject).ToListAsync(stop);
        var names = await DraftTexts.NamesAsync(context,
        [
            .. entry.Asides.Select(row => (Guid?)row.By),
            .. steps.SelectMany(row => new[] { row.By, row.ActingFor }),
            .. comments.SelectMany(row => new[] { row.By, row.ResolvedBy }),
            .. advice.SelectMany(row => new[] { row.AskedBy, row.By }),
            .. known.Select(row => (Guid?)row.By),
        ], stop);
        return new HeldDraft(
            entry.Head,
            entry.Content.Texts,
            [.. entry.Asides.Select(row => new HeldText(row.Field, row.Text, row.At, Name(row.By)!))],
            [.. steps.Select(row => new HeldStep(row.Number, row.Act?.ToString() ?? "Begin", row.FromState.ToString(), row.ToState.ToString(), row.At, Name(row.By) ?? "by itself", Name(row.ActingFor), row.Reason, row.Interests, Texts(row.Texts)))],
            [.. comments.Select(row => new HeldComment(row.Id, row.Answers, row.Part, row.Quote, row.Text, row.At, Name(row.By)!, row.ResolvedAt, Name(row.ResolvedBy)))],
            [.. advice.Select(row => new HeldAdvice(row.Field.ToString(), row.State.ToString(), row.AskedAt, Name(row.AskedBy)!, row.At, Name(row.By), row.Text, Texts(row.Texts)))],
            [.. known.Select(row => new HeldAcknowledgement(row.Code, row.Subject, row.At, Name(row.By)!))]);

        string? Name(Guid? person) => person is { } someone ? names.GetValueOrDefault(someone)?.Words ?? Unknown : null;
    }

    private static IReadOnlyDictionary<string, string>? Texts(string? stored) => stored is null ? null : DraftTexts.Read(stored).Texts;
}
