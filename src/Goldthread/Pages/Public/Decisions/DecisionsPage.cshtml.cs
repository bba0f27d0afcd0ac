using System.Globalization;
using Goldthread.Core.Records;
using Goldthread.Publishing;
using Goldthread.Register.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Decisions;

/// <summary>A filter that was chosen: its words, and the address of the list without it.</summary>
public sealed record Chosen(string Words, string Without);

/// <summary>All decisions of the body, narrowed and ordered as the address says.</summary>
public sealed class DecisionsModel(RegisterView view, PublishedLists lists, RegisterDatabase database, IOptions<BodySettings> own) : PageModel
{
    private const int Rows = 25;

    /// <summary>The page of the list.</summary>
    public RecordList List { get; private set; } = null!;

    /// <summary>How the list is narrowed and ordered.</summary>
    public DecisionFilters Filters { get; private set; } = new();

    /// <summary>The organisation that all of them name, where one was chosen.</summary>
    public RecordHead? Organisation { get; private set; }

    /// <summary>The whole list as files.</summary>
    public PublishedList Published { get; private set; } = null!;

    /// <summary>Which page this is.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>The years to choose from.</summary>
    public Facet Years { get; private set; } = null!;

    /// <summary>How many, how much and from when to when, in a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>How many decisions are signed and not published yet, in a sentence; null where none is. It says no more than that.</summary>
    public string? Deferred { get; private set; }

    /// <summary>The filters chosen, each with the way out of it.</summary>
    public IReadOnlyList<Chosen> Chosen =>
    [
        .. Filters.Year is { } year ? [new Chosen($"Year {year.ToString(CultureInfo.InvariantCulture)}", (Filters with { Year = null }).Address)] : Array.Empty<Chosen>(),
        .. Organisation is not null ? [new Chosen($"Naming {Organisation.Title}", (Filters with { Organisation = null }).Address)] : Array.Empty<Chosen>(),
        .. Filters.Band is { } band ? [new Chosen(band.Words, (Filters with { Band = null }).Address)] : Array.Empty<Chosen>(),
    ];

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? page, CancellationToken stop)
    {
        var number = 1;
        if (!DecisionFilters.TryParse(Request.Query, out var filters)
            || (page is { Length: > 0 } && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1)))
        {
            return NotFound();
        }

        Filters = filters;
        Organisation = await lists.OrganisationAsync(filters.Organisation, stop);
        if (await lists.DecisionsAsync(filters, stop) is not { } published)
        {
            return NotFound();
        }

        Published = published;
        List = await view.ListAsync(filters.ToQuery(own.Value.Id, Organisation, number, Rows), stop);
        var pages = Paging.Count(List.Total, Rows);
        if (number > pages)
        {
            return NotFound();
        }

        Paging = new Paging(number, pages, "/decisions", filters.InAddress);
        var years = List.Years.OrderByDescending(each => each.Year).ToList();
        Years = new Facet("Year",
            [
                new FacetChoice("All years", years.Sum(each => each.Count), (filters with { Year = null }).Address, filters.Year is null),
                .. years.Select(each => new FacetChoice(each.Year.ToString(CultureInfo.InvariantCulture), each.Count, (filters with { Year = each.Year }).Address, filters.Year == each.Year)),
            ]);
        Sentence = Say(years);
        Deferred = Say(await Register.Decisions.Deferred.CountAsync(database, own.Value.Id, stop));
        return Page();
    }

    private static string? Say(Deferred deferred) => deferred switch
    {
        { Count: 0 } => null,
        { Count: 1, First: { } day } => $"One decision is signed and not published yet: until {Wording.Date(day)}.",
        { Count: 1 } => "One decision is signed and not published yet: until something has happened.",
        { First: { } day } => $"{Wording.Number(deferred.Count)} decisions are signed and not published yet, the first of them until {Wording.Date(day)}.",
        _ => $"{Wording.Number(deferred.Count)} decisions are signed and not published yet: until something has happened.",
    };

    private string Say(List<(int Year, int Count)> years)
    {
        var count = PageKind.Decision.Count(List.Total);
        var money = List.TotalAmount > 0 ? $", {Wording.MoneyShort(List.TotalAmount)}" : "";
        var when = (Filters.Year, years) switch
        {
            ({ } year, _) => $", {year}",
            (_, []) => "",
            (_, [var only]) => $", {only.Year}",
            _ => $", {years[^1].Year} to {years[0].Year}",
        };
        return count + money + when;
    }
}
