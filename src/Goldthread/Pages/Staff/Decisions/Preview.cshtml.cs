using Goldthread.Core.Decisions;
using Goldthread.Decisions;
using Goldthread.Pages.Public.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>A draft as the page of the decision would look, each paragraph with a link to comment on it.</summary>
public sealed class PreviewModel(DraftService drafts, DraftReviews reviews, CurrentPerson current, TimeProvider clock) : DraftPage(drafts, current)
{
    /// <inheritdoc/>
    public override string Here => "preview";

    /// <summary>The decision that it would be.</summary>
    public Decision Decision { get; private set; } = null!;

    /// <summary>Its words, as the public page has them.</summary>
    public DecisionArticle Article { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        Decision = (await reviews.OfAsync(Draft.Content, Head.Reference, Wording.Today(clock), HttpContext.RequestAborted)).Decision;
        Article = new DecisionArticle(Decision) { RemarkOn = RemarkOn };
        return Page();
    }

    private Where RemarkOn(FormattableString pointer, string what) =>
        new(MayComment ? $"{Address}/comments?at={Uri.EscapeDataString(FormattableString.Invariant(pointer))}#words" : null, what);
}
