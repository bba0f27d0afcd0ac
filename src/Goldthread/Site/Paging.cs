using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Goldthread.Site;

/// <summary>Which page of a list this is, and the addresses of its neighbours; filters stay in the address.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Path">The list's address.</param>
/// <param name="Filters">The filters chosen, by name.</param>
public sealed record Paging(int Page, int Pages, string Path, IReadOnlyList<(string Name, string Value)> Filters)
{
    /// <summary>The page of this number as an address; the first has none.</summary>
    public string Address(int page) => AddressOf(Path, page == 1 ? Filters : [.. Filters, ("page", page.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>A path with these filters in its query.</summary>
    public static string AddressOf(string path, IReadOnlyList<(string Name, string Value)> filters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in filters)
        {
            query.Add(name, value);
        }

        return path + query.ToQueryString();
    }

    /// <summary>How many pages so many rows make; at least one.</summary>
    public static int Count(int total, int pageSize) => Math.Max(1, (total + pageSize - 1) / pageSize);
}
