using Goldthread.Site;

namespace Goldthread.Pages.Public.Search;

/// <summary>The facets of a search in one place of the page: beside the results, or folded above them on a phone.</summary>
/// <param name="Place">A word that tells the two places apart.</param>
/// <param name="Facets">The facets.</param>
public sealed record SearchFacetsModel(string Place, IReadOnlyList<Facet> Facets)
{
    /// <summary>How many choices of a facet are open at once.</summary>
    public const int Foremost = 6;
}
