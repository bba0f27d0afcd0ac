using Goldthread.Core.People;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Records;
using Goldthread.Pathways;
using Goldthread.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.WhatIfs;

/// <summary>What officers tried on the map, a new one, and two beside each other.</summary>
public sealed class WhatIfsModel(WhatIfDesk desk, CurrentPerson current) : FormPage
{
    /// <summary>Whether she may begin one.</summary>
    public bool MayBegin => current.Standing!.Holds(Role.Officer);

    /// <summary>All of them, the latest changed first.</summary>
    public IReadOnlyList<(RecordHead Head, WhatIf Content)> All { get; private set; } = [];

    /// <summary>The two that stand beside each other; fewer where none were chosen.</summary>
    public IReadOnlyList<(RecordHead Head, WhatIf Content)> Two { get; private set; } = [];

    /// <summary>The last part of the address of the first of the two.</summary>
    [FromQuery(Name = "one")]
    public string? One { get; set; }

    /// <summary>The same of the second.</summary>
    [FromQuery(Name = "other")]
    public string? Other { get; set; }

    /// <summary>What a new one is called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What it is to find out.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The kinds of help that one of the two changes something for.</summary>
    public IReadOnlyList<string> Needs => [.. Two.SelectMany(one => one.Content.Differences.Select(each => each.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        All = await desk.AllAsync(HttpContext.RequestAborted);
        Two = [.. new[] { One, Other }.SelectMany(slug => All.Where(one => one.Head.Slug == slug))];
        if (Two.Count < 2)
            Two = [];
    }

    /// <summary>Begins one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (slug, fault) = await desk.BeginAsync(Name ?? "", Why ?? "", current.Standing!, HttpContext.RequestAborted);
        if (slug is not null)
            return LocalRedirect($"/desk/what-ifs/{Uri.EscapeDataString(slug)}");
        ModelState.AddModelError(fault!.Value.Field, fault.Value.Message);
        await OnGetAsync();
        return Page();
    }
}
