using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>Another decision that this one takes the place of, or that takes its place.</summary>
public sealed record OtherDecision(string Address, string Words);

/// <summary>Where a decision stands, how it came there, and what can be done with it.</summary>
public sealed class StepsModel(DraftService drafts, DraftHistory history, DraftLists lists, RegisterView view, RecordAddress addresses, CurrentPerson current) : DraftPage(drafts, current)
{
    private readonly DraftService drafts = drafts;

    /// <inheritdoc/>
    public override string Here => "steps";

    /// <summary>The last step; null where it was only begun.</summary>
    public StepEntry? Last { get; private set; }

    /// <summary>Its record's page.</summary>
    public string? Public { get; private set; }

    /// <summary>The decision whose place it takes.</summary>
    public OtherDecision? Replaces { get; private set; }

    /// <summary>The decision that takes its place.</summary>
    public OtherDecision? ReplacedBy { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        var stop = HttpContext.RequestAborted;
        Last = (await history.ListAsync(id, Me, stop)) is [_, .., var last] ? last : null;
        Public = Head.Record is { } record && await view.HeadAsync(record, stop) is { } head ? addresses.Of(head) : null;
        if (DecisionReference.TryParse(Draft.Content["supersedes"], out var replaced))
            Replaces = new OtherDecision(await drafts.FindAsync(Head.Body, replaced.Slug, Me, stop) is { } earlier ? AddressOf(earlier.Head.Id) + "/steps" : $"/decisions/{replaced.Slug}", replaced.Canonical);
        if (Head.State == DraftState.Superseded && await lists.ReplacingAsync(Draft.Head, Me, stop) is { } later)
            ReplacedBy = new OtherDecision(AddressOf(later.Id) + "/steps", $"{later.Reference}, {later.Title}");
        return Page();
    }
}
