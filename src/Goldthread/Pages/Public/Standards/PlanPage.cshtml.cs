using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Standards;

/// <summary>The plan drawn from what organisations do not meet: who does what about it, by when, and what it takes.</summary>
public sealed class StandardsPlanModel(StandardsRegister register) : PageModel
{
    /// <summary>The reference of the one organisation looked at; null for all.</summary>
    [FromQuery(Name = "organisation")]
    public string? Chosen { get; set; }

    /// <summary>Today.</summary>
    public DateOnly Today => register.Today;

    /// <summary>The organisations that have a gap.</summary>
    public IReadOnlyList<OrganisationStanding> Organisations { get; private set; } = [];

    /// <summary>The plan.</summary>
    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];

    /// <summary>The file of the same lines.</summary>
    public string Download => PlanFile.Address + (Chosen is { Length: > 0 } one ? $"?organisation={Uri.EscapeDataString(one)}" : "");

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        var all = await register.AllAsync(HttpContext.RequestAborted);
        Organisations = [.. all.Where(one => one.All.Any(answers => answers.Gaps.Any()))];
        Lines = PlanLine.All(all, Chosen is { Length: > 0 } chosen ? chosen : null);
    }
}
