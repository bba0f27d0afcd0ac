using Goldthread.Core.Records;

namespace Goldthread.Register.Publishing;

/// <summary>What to search for. Without words, the filters alone choose.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Filters">What to narrow to; all of them hold.</param>
/// <param name="Order">In which order.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Rows on a page, 1 to 100.</param>
public sealed record SearchQuery(
    string Text, IReadOnlyList<SearchFilter>? Filters = null, SearchOrder Order = SearchOrder.Best, int Page = 1, int PageSize = 20)
{
    /// <summary>The filters, none where none were given.</summary>
    public IReadOnlyList<SearchFilter> Filters { get; init; } = Filters ?? [];
}

/// <summary>One narrowing: a facet (<see cref="RecordFacets"/>) and the value it must have.</summary>
public sealed record SearchFilter(string Facet, string Value);

/// <summary>The order of what was found.</summary>
public enum SearchOrder
{
    /// <summary>What fits the words best first.</summary>
    Best = 0,

    /// <summary>The latest day first, what has no day last.</summary>
    Newest = 1,
}

/// <summary>A page of what was found.</summary>
/// <param name="Hits">The records of the page.</param>
/// <param name="Total">How many were counted, at the most <see cref="Most"/>.</param>
/// <param name="IsCut">Whether there are, or may be, more than were counted; those counted were then added to the register last.</param>
/// <param name="Ranked">How many of them stand in the order of how well they fit; the rest follow, those added last first.</param>
/// <param name="Facets">What it can be narrowed to, with counts given the other filters.</param>
public sealed record SearchResults(IReadOnlyList<SearchHit> Hits, int Total, bool IsCut, int Ranked, IReadOnlyList<SearchFacet> Facets)
{
    /// <summary>How many records a search counts at most.</summary>
    public const int Most = 5_000;

    /// <summary>Nothing.</summary>
    public static SearchResults None { get; } = new([], 0, false, 0, []);

    /// <summary>The choices of a facet.</summary>
    public IReadOnlyList<FacetCount> Of(string facet) => Facets.FirstOrDefault(each => each.Name == facet)?.Choices ?? [];
}

/// <summary>A record found, with a passage around the words; <c>Passage</c> is text in pieces, those that match marked.</summary>
public sealed record SearchHit(RecordHead Head, IReadOnlyList<(string Text, bool Match)> Passage);

/// <summary>A facet with the values to choose from.</summary>
/// <param name="Name">One of <see cref="RecordFacets.All"/>.</param>
/// <param name="Choices">Its values.</param>
/// <param name="IsCut">Whether the counts are of those added last.</param>
public sealed record SearchFacet(string Name, IReadOnlyList<FacetCount> Choices, bool IsCut);

/// <summary>A value of a facet and how many it would leave. <c>Title</c> is an organisation's name; of other facets it is the value.</summary>
public sealed record FacetCount(string Value, string Title, int Count);

/// <summary>What helps when nothing was found.</summary>
/// <param name="DidYouMean">The query with mistyped words put right, where that finds something; else null.</param>
/// <param name="Looser">Queries with one filter or one word less that find something, most promising first.</param>
public sealed record SearchHelp(LooserQuery? DidYouMean, IReadOnlyList<LooserQuery> Looser);

/// <summary>A query that finds something.</summary>
/// <param name="Query">The query.</param>
/// <param name="Count">How many it finds, 1,000 at the most.</param>
/// <param name="IsCut">Whether it finds more.</param>
/// <param name="Without">The filter that was left out, or null.</param>
/// <param name="WithoutWord">The word or phrase that was left out, or null.</param>
public sealed record LooserQuery(SearchQuery Query, int Count, bool IsCut, SearchFilter? Without = null, string? WithoutWord = null);
