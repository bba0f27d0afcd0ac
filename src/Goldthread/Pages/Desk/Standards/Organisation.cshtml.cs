using Goldthread.Core.People;
using Goldthread.Core.Standards;
using Goldthread.People;
using Goldthread.Register.Standards;
using Goldthread.Site;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk.Standards;

/// <summary>The statements that are for an organisation, as a whole or in a borough, with its answers; and signing up.</summary>
public sealed class DeskOrganisationModel(StandardsRegister register, AssessmentService assessments, CurrentPerson current) : FormPage
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The organisation.</summary>
    public OrganisationStanding Of { get; private set; } = null!;

    /// <summary>Its answers as a whole, or for the borough looked at.</summary>
    public Answers Answers { get; private set; } = null!;

    /// <summary>The borough looked at; empty for the organisation as a whole.</summary>
    [FromQuery(Name = "borough")]
    public string? Borough { get; set; }

    /// <summary>The boroughs for which it could answer.</summary>
    public IReadOnlyList<string> Boroughs { get; private set; } = [];

    /// <summary>Whether she answers for it.</summary>
    public bool MayAssess => AssessmentRules.MayAssess(Me, Of.Reference);

    /// <summary>Whether she reviews its answers.</summary>
    public bool MayReview => AssessmentRules.MayReview(Me, Of.Reference);

    /// <summary>Whether she signs up for it.</summary>
    public bool MaySignUp => AssessmentRules.MaySignUp(Me, Of.Reference);

    /// <summary>Whether every statement of the minimum standard is answered, which signing up asks for.</summary>
    public bool IsMinimumAnswered => Of.Whole.Stored?.Content.MeetsMinimum is not null;

    /// <summary>That she is the chief officer, or signs with the chief officer's authority.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string organisation) => await FoundAsync(organisation) ? Page() : NotFound();

    /// <summary>Signs up.</summary>
    public Task<IActionResult> OnPostSignUpAsync(string organisation) => SignAsync(organisation, signsUp: true);

    /// <summary>Takes that back.</summary>
    public Task<IActionResult> OnPostTakeBackAsync(string organisation) => SignAsync(organisation, signsUp: false);

    private async Task<IActionResult> SignAsync(string organisation, bool signsUp)
    {
        if (!await FoundAsync(organisation))
            return NotFound();
        if (signsUp && !Sure)
            ModelState.AddModelError("sure", "Say that you are the chief officer, or sign with the chief officer’s authority");
        else if ((await assessments.SignUpAsync(Of.Of(""), signsUp, Me, HttpContext.RequestAborted)).Fault is { } fault)
            ModelState.AddModelError(fault.Field, fault.Message);
        else
            return LocalRedirect($"/desk/standards/{Uri.EscapeDataString(organisation)}");
        return Page();
    }

    private async Task<bool> FoundAsync(string organisation)
    {
        var stop = HttpContext.RequestAborted;
        Boroughs = [.. (await register.BookAsync(stop)).Boroughs.Where(one => one.Effect.Covers(register.Today)).Select(one => one.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if ((Borough is { Length: > 0 } borough && !Boroughs.Contains(borough)) || await register.OfAsync(organisation, stop) is not { } of || (Me.Organisation == of.Reference ? !MayKeep(of) : !of.All.Any(answers => answers.Stored is not null)))
            return false;
        (Of, Answers) = (of, of.In(Borough ?? ""));
        return true;
    }

    private bool MayKeep(OrganisationStanding of) => AssessmentRules.MayAssess(Me, of.Reference);
}
