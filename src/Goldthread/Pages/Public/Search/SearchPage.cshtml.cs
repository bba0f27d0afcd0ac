using System.Globalization;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Search;

/// <summary>Search over everything that the public may see.</summary>
public sealed class SearchModel(RegisterView view) : PageModel
{
    private const int Rows = 20;
    private const int Longest = 200;

    /// <summary>What was searched for; empty when nothing was.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The kind chosen, or null.</summary>
    public PageKind? Kind { get; private set; }

    /// <summary>What was found; null when nothing was searched for.</summary>
    public SearchResults? Results { get; private set; }

    /// <summary>The records that a reference typed as the search means.</summary>
    public IReadOnlyList<RecordHead> Meant { get; private set; } = [];

    /// <summary>The kinds to choose from.</summary>
    public Facet Kinds { get; private set; } = new("Kind", []);

    /// <summary>Which page this is.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Searches, or shows an empty box.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, string? kind, [FromQuery] string? page, CancellationToken stop)
    {
        var number = 1;
        Kind = kind is { Length: > 0 } ? PageKind.Of(kind) : null;
        if ((kind is { Length: > 0 } && Kind is null)
            || (page is { Length: > 0 } && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 10_000)))
        {
            return NotFound();
        }

        Text = (q ?? "").Trim();
        if (Text.Length > Longest)
        {
            Text = Text[..(char.IsHighSurrogate(Text[Longest - 1]) ? Longest - 1 : Longest)];
        }

        if (Text.Length == 0)
        {
            return Page();
        }

        Meant = number == 1 && Text.Any(char.IsAsciiDigit) && Text.Length <= 60 ? await view.ReferredToAsync(Text, stop) : [];
        Results = await view.SearchAsync(new SearchQuery(Text, Kind?.Name, number, Rows), stop);
        Paging = new Paging(number, Paging.Count(Results.Total, Rows), "/search", Filters(Kind));
        var kinds = Results.Kinds.Select(each => (Kind: PageKind.Of(each.Kind), each.Count)).Where(each => each.Kind is not null).OrderByDescending(each => each.Count).ToList();
        Kinds = new Facet("Kind",
            [
                new FacetChoice("Everything", kinds.Sum(each => each.Count), Address(null), Kind is null),
                .. kinds.Select(each => new FacetChoice(Words(each.Kind!), each.Count, Address(each.Kind), Kind == each.Kind)),
            ]);
        return number > Paging.Pages ? NotFound() : Page();
    }

    private static string Words(PageKind kind) => char.ToUpperInvariant(kind.Many[0]) + kind.Many[1..];

    private IReadOnlyList<(string, string)> Filters(PageKind? kind) =>
        kind is null ? [("q", Text)] : [("q", Text), ("kind", kind.Name)];

    private string Address(PageKind? kind) => Paging.AddressOf("/search", Filters(kind));
}
