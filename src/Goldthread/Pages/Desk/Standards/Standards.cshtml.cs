using Goldthread.Core.People;
using Goldthread.Core.Standards;
using Goldthread.People;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Desk.Standards;

/// <summary>What waits for her of the standards: her own organisation's answers, and those of others to review.</summary>
public sealed class DeskStandardsModel(StandardsRegister register, CurrentPerson current) : PageModel
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Her own organisation; null for the body's own staff.</summary>
    public OrganisationStanding? Own { get; private set; }

    /// <summary>The others, those with most answers to review first, with how many that is.</summary>
    public IReadOnlyList<(OrganisationStanding Of, int Unreviewed)> Others { get; private set; } = [];

    /// <summary>Whether she reviews.</summary>
    public bool MayReview => Me.Holds(AssessmentRules.Reviewing);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (Me.Organisation is { } organisation && Me.Holds(AssessmentRules.Assessing))
            Own = await register.OfAsync(organisation, stop);
        Others = [.. (await register.AllAsync(stop)).Where(of => of.Reference != Me.Organisation).Select(of => (of, Unreviewed(of))).OrderByDescending(one => one.Item2)];
    }

    private static int Unreviewed(OrganisationStanding of) => of.All.Sum(answers => answers.Rows.Count(row => row is { OfTheWhole: false, Answer: { Review: null } }));
}
