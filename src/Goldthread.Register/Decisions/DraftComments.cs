using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>A comment with its answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Part">The field that it stands beside.</param>
/// <param name="Quote">The words of the paragraph that it stands beside; empty for the whole field.</param>
/// <param name="IsThere">Whether that paragraph still says so.</param>
/// <param name="Text">What is said.</param>
/// <param name="At">When; UTC.</param>
/// <param name="By">By whom.</param>
/// <param name="ResolvedAt">When it was resolved; null while it is open.</param>
/// <param name="ResolvedBy">By whom.</param>
/// <param name="Answers">The answers, the first first.</param>
public sealed record CommentEntry(
    Guid Id, string Part, string Quote, bool IsThere, string Text, DateTime At, PersonName? By, DateTime? ResolvedAt, PersonName? ResolvedBy, IReadOnlyList<CommentEntry> Answers);

/// <summary>Comments beside the paragraphs of a draft. A comment is open until somebody resolves it, and may be opened again; none is ever changed or removed.</summary>
public sealed class DraftComments(RegisterDatabase database)
{
    /// <summary>The most characters of a comment.</summary>
    public const int Longest = 4000;

    private const int LongestQuote = 2000;

    /// <summary>Puts a comment beside a paragraph.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="part">The field.</param>
    /// <param name="quote">The words of the paragraph; empty for the whole field.</param>
    /// <param name="text">What is said.</param>
    /// <param name="who">Who says it.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The comment's id in place of the draft's, or what was wrong.</returns>
    public async Task<DraftOutcome> AddAsync(Guid draft, string part, string quote, string text, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (!DraftRules.MayComment(who) || !await context.Drafts.AnyAsync(row => row.Id == draft, stop))
            return DraftOutcome.Nothing;
        if (DraftForm.Find(part) is null)
            return DraftOutcome.Wrong("field", "part", "The form has no such field.");
        return Refuse(text) ?? await SaveAsync(context, new DraftCommentRow { Draft = draft, Part = part, Quote = Cut(DraftTexts.OneLine(quote)), By = who.Person }, text, stop);
    }

    /// <summary>Answers a comment; an answer to an answer belongs to the same comment.</summary>
    public async Task<DraftOutcome> AnswerAsync(Guid comment, string text, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (!DraftRules.MayComment(who) || await context.DraftComments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == comment, stop) is not { } to)
            return DraftOutcome.Nothing;
        return Refuse(text) ?? await SaveAsync(context, new DraftCommentRow { Draft = to.Draft, Part = to.Part, By = who.Person, Answers = to.Answers ?? to.Id }, text, stop);
    }

    /// <summary>Says that a comment is dealt with.</summary>
    public Task<DraftOutcome> ResolveAsync(Guid comment, Standing who, CancellationToken stop = default) => SetAsync(comment, who, database.Now, stop);

    /// <summary>Opens a comment again.</summary>
    public Task<DraftOutcome> ReopenAsync(Guid comment, Standing who, CancellationToken stop = default) => SetAsync(comment, who, null, stop);

    /// <summary>The comments on a draft in the order of the form, open ones and resolved ones.</summary>
    public async Task<IReadOnlyList<CommentEntry>> ListAsync(DraftEntry draft, Standing who, CancellationToken stop = default)
    {
        if (!DraftRules.MayRead(who))
            return [];
        await using var context = database.Open();
        var rows = await context.DraftComments.AsNoTracking().Where(row => row.Draft == draft.Head.Id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(stop);
        var names = await DraftTexts.NamesAsync(context, rows.SelectMany(row => new[] { row.By, row.ResolvedBy }), stop);
        var answers = rows.ToLookup(row => row.Answers);
        var order = DraftForm.Fields.Select((field, i) => (field.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        return [.. answers[null].OrderBy(row => order.GetValueOrDefault(row.Part, int.MaxValue)).Select(Entry)];

        CommentEntry Entry(DraftCommentRow row) => new(
            row.Id, row.Part, row.Quote, Stands(draft.Content[row.Part], row.Quote), row.Text, row.At, names.GetValueOrDefault(row.By),
            row.ResolvedAt, row.ResolvedBy is { } by ? names.GetValueOrDefault(by) : null, [.. answers[row.Id].Select(Entry)]);
    }

    /// <summary>How many comments on a draft are open.</summary>
    public async Task<int> OpenAsync(Guid draft, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.DraftComments.CountAsync(row => row.Draft == draft && row.Answers == null && row.ResolvedAt == null, stop);
    }

    // A paragraph is quoted as it is shown, without marks of emphasis; white space is no difference.
    private static bool Stands(string text, string quote) =>
        quote.Length == 0 || DraftTexts.OneLine(text).Contains(quote, StringComparison.Ordinal)
        || DraftText.Sections(text).SelectMany(section => section.Paragraphs).Any(paragraph => DraftTexts.OneLine(paragraph.Text).Contains(quote, StringComparison.Ordinal));

    private static string Cut(string quote) => quote.Length <= LongestQuote ? quote : quote[..LongestQuote];

    private static DraftOutcome? Refuse(string text) => text.Trim().Length is 0 or > Longest ? DraftOutcome.Wrong("words", "text", $"Say it in up to {Longest:N0} characters.") : null;

    private async Task<DraftOutcome> SaveAsync(RegisterContext context, DraftCommentRow row, string text, CancellationToken stop)
    {
        (row.Id, row.Text, row.At) = (Guid.CreateVersion7(), text.Trim().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal), database.Now);
        context.DraftComments.Add(row);
        await context.SaveChangesAsync(stop);
        return new DraftOutcome(row.Id, 0, null);
    }

    private async Task<DraftOutcome> SetAsync(Guid comment, Standing who, DateTime? at, CancellationToken stop)
    {
        if (!DraftRules.MayComment(who))
            return DraftOutcome.Nothing;
        Guid? by = at is null ? null : who.Person;
        await using var context = database.Open();
        return await context.DraftComments.Where(row => row.Id == comment && row.Answers == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ResolvedAt, at).SetProperty(row => row.ResolvedBy, by), stop) == 1
            ? new DraftOutcome(comment, 0, null)
            : DraftOutcome.Nothing;
    }
}
