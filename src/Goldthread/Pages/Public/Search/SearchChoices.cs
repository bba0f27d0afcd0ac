using Goldthread.Core.Money;
using Goldthread.Core.Rules;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Pages.Public.Search;

/// <summary>The filters of a search in words and addresses: what is chosen, how to take it away, what there is to choose.</summary>
/// <param name="query">The search.</param>
public sealed class SearchChoices(SearchQuery query)
{
    private static readonly Dictionary<string, string> Topics =
        StrandNames.BuiltIn.All.ToDictionary(strand => strand.Reference, strand => strand.Name, StringComparer.Ordinal);

    /// <summary>The search, in its first page's address.</summary>
    public static string AddressOf(SearchQuery query) => Paging.AddressOf("/search", FiltersOf(query));

    /// <summary>The query of an address, in the order that addresses have.</summary>
    public static IReadOnlyList<(string Name, string Value)> FiltersOf(SearchQuery query) =>
    [
        .. query.Text.Length > 0 ? [("q", query.Text)] : Array.Empty<(string, string)>(),
        .. query.Filters.Select(filter => (filter.Facet, filter.Value)),
        .. query.Order == SearchOrder.Newest ? [("sort", "newest")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The filter that an address asks for; null where it asks for none; false where no address of ours has such a value.</summary>
    public static bool TryFilter(string facet, string? value, out SearchFilter? filter)
    {
        filter = value is { Length: > 0 } ? new SearchFilter(facet, value) : null;
        return value is not { Length: > 0 } given || facet switch
        {
            RecordFacets.Kind => PageKind.Of(given) is not null,
            RecordFacets.Year => given.Length == 4 && given.All(char.IsAsciiDigit),
            RecordFacets.Topic => Topics.ContainsKey(given),
            RecordFacets.Amount => AmountBand.Of(given) is not null,
            _ => given.Length <= 200,
        };
    }

    /// <summary>The same search without one filter, as an address.</summary>
    public string Without(SearchFilter filter) => AddressOf(query with { Filters = [.. query.Filters.Where(other => other != filter)], Page = 1 });

    /// <summary>The same search in another order, as an address.</summary>
    public string In(SearchOrder order) => AddressOf(query with { Order = order, Page = 1 });

    /// <summary>A facet's heading.</summary>
    public static string Heading(string facet) => facet switch
    {
        RecordFacets.Kind => "Kind",
        RecordFacets.Year => "Year",
        RecordFacets.Organisation => "Organisation",
        RecordFacets.Topic => "Topic",
        RecordFacets.Amount => "Amount",
        _ => facet,
    };

    /// <summary>A value in words.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">Its value.</param>
    /// <param name="title">An organisation's name.</param>
    public static string Words(string facet, string value, string? title = null) => facet switch
    {
        RecordFacets.Kind => PageKind.Of(value) is { } kind ? char.ToUpperInvariant(kind.Many[0]) + kind.Many[1..] : value,
        RecordFacets.Topic => Topics.GetValueOrDefault(value, value),
        RecordFacets.Amount => AmountBand.Of(value)?.Words ?? value,
        _ => title ?? value,
    };

    /// <summary>What there is to choose, facet by facet; a facet with one choice that is not chosen narrows nothing and is left out.</summary>
    public IReadOnlyList<Facet> Of(SearchResults results) =>
    [
        .. results.Facets.Select(facet => (facet.Name, Chosen: Chosen(facet.Name), Choices: Ordered(facet).Where(choice => Words(facet.Name, choice.Value) is { Length: > 0 }).ToList()))
            .Where(facet => facet.Choices.Exists(choice => facet.Chosen is not null || choice.Count < results.Total || facet.Choices.Count > 1))
            .Select(facet => new Facet(
                Heading(facet.Name),
                [.. facet.Choices.Select(choice => new FacetChoice(Words(facet.Name, choice.Value, choice.Title), choice.Count, Choosing(facet.Name, choice.Value), facet.Chosen?.Value == choice.Value))])),
    ];

    /// <summary>The filter chosen of a facet, or null.</summary>
    public SearchFilter? Chosen(string facet) => query.Filters.FirstOrDefault(filter => filter.Facet == facet);

    private string Choosing(string facet, string value) => Chosen(facet) is { } chosen && chosen.Value == value
        ? Without(chosen)
        : AddressOf(query with { Filters = [.. query.Filters.Where(filter => filter.Facet != facet), new SearchFilter(facet, value)], Page = 1 });

    private static IEnumerable<FacetCount> Ordered(SearchFacet facet) => facet.Name switch
    {
        RecordFacets.Year => facet.Choices.OrderByDescending(choice => choice.Value, StringComparer.Ordinal),
        RecordFacets.Amount => facet.Choices.OrderBy(choice => AmountBand.Of(choice.Value)?.AtLeast),
        _ => facet.Choices,
    };
}
