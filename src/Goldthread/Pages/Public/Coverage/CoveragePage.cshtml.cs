using System.Globalization;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Pathways;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>What a page of the map of help has in common: the map, the day and the answer.</summary>
public abstract class CoveragePageModel(Pathways.Coverage coverage, RecordAddress addresses, TimeProvider clock) : PageModel
{
    /// <summary>The day asked for, as typed; empty for the map's own, or today.</summary>
    [FromQuery(Name = "day")]
    public string? Typed { get; set; }

    /// <summary>The day that is looked at.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Whether what was typed is no day.</summary>
    public bool IsNoDay { get; private set; }

    /// <summary>The map; null where the register has none.</summary>
    public CoverageMap? Here { get; private set; }

    /// <summary>The map that the engine answers.</summary>
    public PathwayMap Map => Here!.Map!;

    /// <summary>What the engine answers; null where there is no map, where its entries do not fit together, or where too many ask.</summary>
    public Answer? Answer { get; private set; }

    /// <summary>Whether the page shows gaps.</summary>
    protected virtual bool ShowsGaps => true;

    /// <summary>What was asked.</summary>
    protected CoverageAsked Asked { get; private set; } = null!;

    /// <summary>Today in London.</summary>
    public DateOnly Today { get; } = Wording.Today(clock);

    /// <summary>The day that is looked at where no other is asked for.</summary>
    public DateOnly Usual => Here?.Day ?? Today;

    /// <summary>The end of an address that keeps the day.</summary>
    public string DayQuery => Day == Usual ? "" : FormattableString.Invariant($"?day={Day:yyyy-MM-dd}");

    /// <summary>Loads the map and asks.</summary>
    /// <param name="chosen">The characteristics that are looked at, as <see cref="CoverageAsked"/> has them.</param>
    /// <param name="wanted">Whether there is anything to ask of this map.</param>
    /// <returns>An error to answer with; null where there is none.</returns>
    protected async Task<IActionResult?> LoadAsync(Func<PathwayMap, string> chosen, Func<PathwayMap, bool> wanted)
    {
        Here = await coverage.MapAsync(HttpContext.RequestAborted);
        Day = Usual;
        if (!string.IsNullOrWhiteSpace(Typed))
        {
            if (FormPage.DayOf(Typed) is { } day)
                Day = day;
            else
                IsNoDay = true;
        }

        if (Here?.Map is not { } map || !wanted(map))
            return null;
        Asked = new CoverageAsked(Here.Mark, new Question { Day = Day, Until = Day.AddYears(1) }, chosen(map));
        Answer = ShowsGaps ? await coverage.AnswerAsync(Here, Asked, HttpContext.RequestAborted) : await coverage.AnswerWithoutGapsAsync(Here, Asked, HttpContext.RequestAborted);
        if (Answer is not null)
            return null;
        Response.Headers.RetryAfter = "10";
        return StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The names of some of the services among these ids.</summary>
    public IReadOnlyList<string> Closing(IReadOnlyList<string> ids)
    {
        var ending = ids.ToHashSet(StringComparer.Ordinal);
        return [.. Map.Services.Where(service => ending.Contains(service.Id)).Select(service => service.Name).Distinct(StringComparer.Ordinal).Take(3)];
    }

    /// <summary>The page of a door or a service, by its id.</summary>
    public string? AddressOf(string id) => Here!.Stored.Heads.GetValueOrDefault(id) is { } head ? addresses.Of(head) : null;

    /// <summary>What a door or a service is called, by its id.</summary>
    public string NameOf(string id) => Here!.Stored.Heads.GetValueOrDefault(id)?.Title
        ?? (Here.Stored.Entries.Doors.Concat<MapEntry>(Here.Stored.Entries.Services).FirstOrDefault(entry => entry.HandOffs.Any(link => link.Id == id)) is { } from ? $"The hand-off of {from.Name}" : id);

    /// <summary>A share of profiles.</summary>
    public static double Share(long some, long all) => all == 0 ? 0 : (double)some / all;

    /// <summary>A need's name as it stands in the middle of a sentence.</summary>
    public static string InSentence(string name) => name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>A large number for people: <c>2,940,300</c>.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>Who reaches which help: every need in a line.</summary>
public sealed class CoverageModel(Pathways.Coverage coverage, RecordAddress addresses, TimeProvider clock) : CoveragePageModel(coverage, addresses, clock)
{
    /// <inheritdoc/>
    protected override bool ShowsGaps => false;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync(_ => "", _ => true) ?? Page();
}
