using System.Globalization;
using Goldthread.Core.Following;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Search;

/// <summary>Search over everything that the public may see, narrowed by what stands in the address.</summary>
public sealed class SearchModel(RegisterView view) : PageModel
{
    private const int Rows = 20;
    private const int Longest = 200;

    /// <summary>The search; its text is empty when nothing was typed.</summary>
    public SearchQuery Query { get; private set; } = new("");

    /// <summary>Its filters in words.</summary>
    public SearchChoices Choices => new(Query);

    /// <summary>What was found; null when nothing was searched for.</summary>
    public SearchResults? Results { get; private set; }

    /// <summary>The records that were named outright: by a reference typed in any way, or an organisation by any of its names.</summary>
    public IReadOnlyList<RecordHead> Meant { get; private set; } = [];

    /// <summary>What helps when nothing was found; else null.</summary>
    public SearchHelp? Help { get; private set; }

    /// <summary>What there is to choose.</summary>
    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    /// <summary>The topic that it is narrowed to, to be followed by email.</summary>
    public Followed? Follow => Query.Filters.FirstOrDefault(filter => filter.Facet == RecordFacets.Topic) is { } topic ? new Followed(FollowKind.Topic, topic.Value) : null;

    /// <summary>Which page this is.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Whether something was typed that holds no word to search for.</summary>
    public bool HasNoWord => Query.Text.Length > 0 && SearchWords.Parse(Query.Text).IsEmpty;

    /// <summary>Searches, or shows an empty box.</summary>
    public async Task<IActionResult> OnGetAsync(
        string? q, string? kind, string? year, string? organisation, string? topic, string? amount, string? sort, [FromQuery] string? page, CancellationToken stop)
    {
        var number = 1;
        if ((page is { Length: > 0 } && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 10_000))
            || sort is not (null or "" or "best" or "newest")
            || !TryFilters(kind, year, organisation, topic, amount, out var filters))
        {
            return NotFound();
        }

        Query = new SearchQuery(Shorten((q ?? "").Trim()), filters, sort == "newest" ? SearchOrder.Newest : SearchOrder.Best, number, Rows);
        if ((Query.Text.Length == 0 || HasNoWord) && filters.Count == 0)
        {
            return Page();
        }

        Meant = number == 1 && Query.Text.Length is > 0 and <= 100 ? await MeantAsync(Query.Text, stop) : [];
        Results = await view.SearchAsync(Query, stop);
        Facets = Choices.Of(Results);
        Help = Results.Total == 0 && Meant.Count == 0 ? await view.SearchHelpAsync(Query, stop) : null;
        Paging = new Paging(number, Paging.Count(Results.Total, Rows), "/search", SearchChoices.FiltersOf(Query));
        return number > Paging.Pages ? NotFound() : Page();
    }

    /// <summary>How many were found, in a sentence.</summary>
    public string Count => Results switch
    {
        null or { Total: 0 } => "Nothing was found",
        { IsCut: true } => $"{(Results.Total >= SearchResults.Most ? "More than" : "At least")} {Wording.Number(Results.Total)} results",
        { Total: 1 } => "1 result",
        _ => $"{Wording.Number(Results.Total)} results",
    };

    /// <summary>What is not shown or not ranked, and why; null where all of it is.</summary>
    public string? Bounds => Results switch
    {
        { IsCut: true } when Query.Order == SearchOrder.Newest || SearchWords.Parse(Query.Text).IsEmpty =>
            $"So many records fit that only the {Wording.Number(Results.Total)} added to the register last are counted and listed here. Narrow the search to reach the others.",
        { IsCut: true } when Results.Total > Results.Ranked =>
            $"So many records fit that only the {Wording.Number(Results.Total)} added to the register last are counted here, and the {Wording.Number(Results.Ranked)} added last are put in order of how well they fit. Narrow the search to reach the others.",
        { IsCut: true } => "The words of the phrase are very common, so the phrase was looked for in the newest records that have all of them. Add a word to look through the others.",
        { Total: var total, Ranked: var ranked } when total > ranked && Query.Order == SearchOrder.Best =>
            $"The {Wording.Number(ranked)} added to the register last are put in order of how well they fit; the others follow, those added last first.",
        _ => null,
    };

    /// <summary>A filter that is chosen, in words.</summary>
    public string Words(SearchFilter filter) => SearchChoices.Words(
        filter.Facet, filter.Value, Results?.Of(filter.Facet).FirstOrDefault(choice => choice.Value == filter.Value)?.Title);

    /// <summary>How many a query would find, in words.</summary>
    public static string Say(LooserQuery looser) =>
        looser.IsCut ? $"more than {Wording.Number(looser.Count)} results" : looser.Count == 1 ? "1 result" : $"{Wording.Number(looser.Count)} results";

    /// <summary>What a looser query leaves out, in words.</summary>
    public string SayLooser(LooserQuery looser) => looser switch
    {
        { Without: { } filter } => $"Search without the filter “{Words(filter)}”",
        { WithoutWord: { } word } => $"Search without “{word}”",
        _ when looser.Query.Filters.Count < Query.Filters.Count => "Search without any filter",
        _ => "Search for the same words, side by side or not",
    };

    private async Task<IReadOnlyList<RecordHead>> MeantAsync(string text, CancellationToken stop)
    {
        var referred = text.Any(char.IsAsciiDigit) && text.Length <= 60 ? await view.ReferredToAsync(text, stop) : [];
        return [.. referred.Concat(await view.CalledAsync(text, stop)).DistinctBy(head => head.Id)];
    }

    private static bool TryFilters(string? kind, string? year, string? organisation, string? topic, string? amount, out IReadOnlyList<SearchFilter> filters)
    {
        (string Facet, string? Value)[] asked =
        [
            (RecordFacets.Kind, kind), (RecordFacets.Year, year), (RecordFacets.Organisation, organisation), (RecordFacets.Topic, topic), (RecordFacets.Amount, amount),
        ];
        var chosen = new List<SearchFilter>();
        var allRight = true;
        foreach (var (facet, value) in asked)
        {
            allRight &= SearchChoices.TryFilter(facet, value, out var filter);
            if (filter is not null)
            {
                chosen.Add(filter);
            }
        }

        filters = chosen;
        return allRight;
    }

    private static string Shorten(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}
