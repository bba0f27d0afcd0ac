using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Pages.Desk.Keeping;
using Goldthread.Pages.Public.Coverage;
using Goldthread.Pathways;
using Goldthread.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.WhatIfs;

/// <summary>One what-if: its changes, whom they bring against the map that it was tried on, and on the map as it is.</summary>
public sealed class WhatIfModel(WhatIfDesk desk, Pathways.Coverage coverage, RecordAddress addresses, CurrentPerson current) : FormPage
{
    /// <summary>Its record's columns.</summary>
    public RecordHead Head { get; private set; } = null!;

    /// <summary>What it says.</summary>
    public WhatIf One { get; private set; } = null!;

    /// <summary>Its record's address.</summary>
    public string Address => addresses.Of(Head)!;

    /// <summary>Whether she may change it.</summary>
    public bool MayChange => current.Standing!.Holds(Role.Officer);

    /// <summary>What it brings when it is tried again on the map of its moment; null where that was not asked, or cannot be said.</summary>
    public IReadOnlyList<WhatIfDifference>? Again { get; private set; }

    /// <summary>What it brings on the map as it is; null where that was not asked, or cannot be said.</summary>
    public IReadOnlyList<WhatIfDifference>? Today { get; private set; }

    /// <summary>Why it cannot be said.</summary>
    public string? Problem { get; private set; }

    /// <summary>Each entry with what would be otherwise, against the map as it is.</summary>
    public IReadOnlyList<(WhatIfChange Change, EntryChanges Otherwise)> Changes { get; private set; } = [];

    /// <summary>Whether it is tried again.</summary>
    [FromQuery(Name = "again")]
    public bool IsAgain { get; set; }

    /// <summary>Whether trying it again gave what is kept.</summary>
    public bool IsSame => Again is not null && Again.SequenceEqual(One.Differences);

    /// <summary>Whom it brings to a kind of help, in words.</summary>
    public static string Say(WhatIfDifference each) => (each.Gained, each.Lost) switch
    {
        (0, 0) => "Nothing changes",
        (> 0, 0) => $"{CoveragePageModel.Number(each.Gained)} newly reach it",
        (0, > 0) => $"{CoveragePageModel.Number(each.Lost)} no longer reach it",
        _ => $"{CoveragePageModel.Number(each.Gained)} newly reach it, {CoveragePageModel.Number(each.Lost)} no longer",
    };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var stop = HttpContext.RequestAborted;
        if (await desk.FindAsync(slug, stop) is not { } found)
            return NotFound();
        (Head, One) = found;
        if (IsAgain)
        {
            (Again, Problem) = await desk.TryAsync(One, One.Against, stop);
            (Today, var problem) = await desk.TryAsync(One, asOf: null, stop);
            Problem ??= problem;
        }

        var map = (await coverage.MapAsync(stop))?.Stored;
        Changes =
        [
            .. from pair in One.Changes.Zip(One.Entries() ?? [])
               let there = map?.Entries.Doors.Concat<MapEntry>(map.Entries.Services).FirstOrDefault(entry => entry.Id == pair.Second.Id && entry.GetType() == pair.Second.GetType())
               select (pair.First, EntryChanges.Between(there, pair.Second, id => map?.Heads.GetValueOrDefault(id)?.Title)),
        ];
        return Page();
    }

    /// <summary>Takes an entry out again.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(string slug, string? kind, string? reference)
    {
        if (await desk.ChangeAsync(slug, null, (kind ?? "", reference ?? ""), current.Standing!, HttpContext.RequestAborted) is not { } problem)
            return LocalRedirect($"/desk/what-ifs/{Uri.EscapeDataString(slug)}");
        ModelState.AddModelError("main", problem);
        return await OnGetAsync(slug);
    }
}
