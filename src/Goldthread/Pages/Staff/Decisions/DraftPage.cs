using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>A page of a draft of a decision: found by its id, or not there.</summary>
public abstract class DraftPage(DraftService drafts, CurrentPerson current) : FormPage
{
    /// <summary>The draft.</summary>
    public DraftEntry Draft { get; protected set; } = null!;

    /// <summary>What lists show of it.</summary>
    public DraftHead Head => Draft.Head;

    /// <summary>Who looks at it.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Whether she may write in it now.</summary>
    public bool MayWrite => DraftRules.MayWrite(Me) && Head.State.IsWritten();

    /// <summary>Whether she may comment on it.</summary>
    public bool MayComment => DraftRules.MayComment(Me);

    /// <summary>Where it is.</summary>
    public string Address => AddressOf(Head.Id);

    /// <summary>Its pages, for the line under its title.</summary>
    public abstract string Here { get; }

    /// <summary>Where a draft is.</summary>
    public static string AddressOf(Guid draft) => $"/desk/decisions/{draft}";

    /// <summary>Finds the draft.</summary>
    /// <returns>Null where it was found; else that it is not there.</returns>
    protected async Task<IActionResult?> FindAsync(Guid id)
    {
        if (await drafts.FindAsync(id, Me, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        Draft = found;
        return null;
    }
}
