using System.Globalization;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Decisions;

/// <summary>All decisions of the body, newest first, by year.</summary>
public sealed class DecisionsModel(RegisterView view, IOptions<BodySettings> own) : PageModel
{
    private const int Rows = 25;

    /// <summary>The page of the list.</summary>
    public RecordList List { get; private set; } = null!;

    /// <summary>The year chosen, or null.</summary>
    public int? Year { get; private set; }

    /// <summary>Which page this is.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>The years to choose from.</summary>
    public Facet Years { get; private set; } = null!;

    /// <summary>How many, how much and from when to when, in a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(string? year, [FromQuery] string? page, CancellationToken stop)
    {
        var number = 1;
        if ((year is { Length: > 0 } && !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            || (page is { Length: > 0 } && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1)))
        {
            return NotFound();
        }

        Year = year is { Length: > 0 } ? int.Parse(year, CultureInfo.InvariantCulture) : null;
        List = await view.ListAsync(new ListQuery(PageKind.Decision.Name, own.Value.Id, Year, Page: number, PageSize: Rows), stop);
        var pages = Paging.Count(List.Total, Rows);
        if (number > pages)
        {
            return NotFound();
        }

        IReadOnlyList<(string, string)> filters = Year is { } chosen ? [("year", Text(chosen))] : [];
        Paging = new Paging(number, pages, "/decisions", filters);
        var years = List.Years.OrderByDescending(each => each.Year).ToList();
        Years = new Facet("Year",
            [
                new FacetChoice("All years", years.Sum(each => each.Count), "/decisions", Year is null),
                .. years.Select(each => new FacetChoice(Text(each.Year), each.Count, Paging.AddressOf("/decisions", [("year", Text(each.Year))]), Year == each.Year)),
            ]);
        Sentence = Say(years);
        return Page();
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Say(List<(int Year, int Count)> years)
    {
        var count = PageKind.Decision.Count(List.Total);
        var money = List.TotalAmount > 0 ? $", {Wording.MoneyShort(List.TotalAmount)}" : "";
        var when = (Year, years) switch
        {
            ({ } year, _) => $", {year}",
            (_, []) => "",
            (_, [var only]) => $", {only.Year}",
            _ => $", {years[^1].Year} to {years[0].Year}",
        };
        return count + money + when;
    }
}
