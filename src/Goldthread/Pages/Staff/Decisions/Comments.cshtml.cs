using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>What is said about a draft beside its paragraphs: open comments first, each to be answered or resolved.</summary>
public sealed class CommentsModel(DraftService drafts, DraftComments comments, CurrentPerson current) : DraftPage(drafts, current)
{
    /// <inheritdoc/>
    public override string Here => "comments";

    /// <summary>The place of the paragraph that is commented on: a JSON Pointer into the decision.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>The field that is commented on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    /// <summary>The paragraph that is commented on; empty for the whole field.</summary>
    [BindProperty]
    public string? Quote { get; set; }

    /// <summary>What is said.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The comment that is answered.</summary>
    public Guid? Answered { get; private set; }

    /// <summary>Open comments.</summary>
    public IReadOnlyList<CommentEntry> Open { get; private set; } = [];

    /// <summary>Comments that are dealt with.</summary>
    public IReadOnlyList<CommentEntry> Resolved { get; private set; } = [];

    /// <summary>The fields that can be commented on as a whole.</summary>
    public IReadOnlyList<ChoiceGroup> Fields =>
        [.. DraftForm.Fields.GroupBy(one => one.Group).Select(group => new ChoiceGroup(DraftWords.Of(group.Key), [.. group.Select(one => (one.Name, one.Label))]))];

    /// <summary>Shows them, and the form for one more.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        if (At is { Length: > 0 and < 100 } pointer)
        {
            var written = DraftDecision.Write(Draft.Content, Head.Reference);
            (Part, Quote) = (written.FieldOf(pointer), WordsAt(written.Decision, pointer));
        }

        await ShowAsync();
        return Page();
    }

    /// <summary>Puts a comment beside a paragraph.</summary>
    public Task<IActionResult> OnPostAddAsync(Guid id) =>
        ActAsync(id, "words", () => comments.AddAsync(id, Part ?? "", Quote ?? "", Words ?? "", Me, HttpContext.RequestAborted));

    /// <summary>Answers one.</summary>
    public Task<IActionResult> OnPostAnswerAsync(Guid id, Guid comment)
    {
        (Answered, Words) = (comment, Request.Form[$"answer-{comment}"].ToString());
        return ActAsync(id, $"answer-{comment}", () => comments.AnswerAsync(comment, Words ?? "", Me, HttpContext.RequestAborted));
    }

    /// <summary>Says that one is dealt with.</summary>
    public Task<IActionResult> OnPostResolveAsync(Guid id, Guid comment) =>
        ActAsync(id, "", () => comments.ResolveAsync(comment, Me, HttpContext.RequestAborted));

    /// <summary>Opens one again.</summary>
    public Task<IActionResult> OnPostReopenAsync(Guid id, Guid comment) =>
        ActAsync(id, "", () => comments.ReopenAsync(comment, Me, HttpContext.RequestAborted));

    /// <summary>A field in words.</summary>
    public static string LabelOf(string part) => DraftForm.Find(part)?.Label ?? part;

    private async Task<IActionResult> ActAsync(Guid id, string field, Func<Task<DraftOutcome>> act)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        if ((await act()).Fault is not { } fault)
            return LocalRedirect($"{Address}/comments");
        ModelState.AddModelError(fault.Field == "part" ? "part" : field, fault.Message);
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var all = await comments.ListAsync(Draft, Me, HttpContext.RequestAborted);
        Open = [.. all.Where(comment => comment.ResolvedAt is null)];
        Resolved = [.. all.Where(comment => comment.ResolvedAt is not null).OrderByDescending(comment => comment.ResolvedAt)];
    }

    private static string WordsAt(Decision decision, string pointer) => pointer.Split('/') switch
    {
        [_, "executiveSummary"] => decision.ExecutiveSummary ?? "",
        [_, "recommendations", var at] => decision.Recommendations.ElementAtOrDefault(Number(at))?.Text ?? "",
        [_, "sections", var at, "paragraphs", var within] => decision.Sections.ElementAtOrDefault(Number(at))?.Paragraphs.ElementAtOrDefault(Number(within))?.Text ?? "",
        _ => "",
    };

    private static int Number(string text) => int.TryParse(text, out var number) ? number : -1;
}
