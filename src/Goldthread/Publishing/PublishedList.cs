using Goldthread.Core.Following;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Publishing;

/// <summary>A list of the site that can be taken away as CSV, JSON and a feed.</summary>
/// <param name="Title">What it is called, such as <c>Decisions of 2021</c>.</param>
/// <param name="Path">The address of its page, or what its address would be; the forms are at this path with an ending.</param>
/// <param name="Filters">The filters chosen, by name; they stand in every address of the list.</param>
public sealed record PublishedList(string Title, string Path, IReadOnlyList<(string Name, string Value)> Filters)
{
    /// <summary>The forms, by the ending of their address.</summary>
    public static IReadOnlyList<(string Ending, string Words, string MediaType)> Forms { get; } =
        [("csv", "CSV", "text/csv"), ("json", "JSON", "application/json"), ("atom", "Feed", "application/atom+xml")];

    /// <summary>The page that shows the list, where it is not <see cref="Path"/>.</summary>
    public string? Page { get; init; }

    /// <summary>What somebody follows by email who follows this list; null where nobody can.</summary>
    public Followed? Follow { get; init; }

    /// <summary>Every record of the list, in its order.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<RecordHead>> Each { get; init; }

    /// <summary>So many records of the list, the one changed last first.</summary>
    public required Func<int, CancellationToken, Task<IReadOnlyList<RecordHead>>> Changed { get; init; }

    /// <summary>A list that consists of the lists of some queries, one after the other.</summary>
    public static PublishedList Of(string title, string path, IReadOnlyList<(string Name, string Value)> filters, RegisterView view, params IReadOnlyList<ListQuery> queries) =>
        new(title, path, filters)
        {
            Each = stop => queries.ToAsyncEnumerable().SelectMany(query => view.EachAsync(query, stop)),
            Changed = async (most, stop) =>
            {
                var changed = new List<RecordHead>();
                foreach (var query in queries)
                    changed.AddRange(await view.ChangedAsync(query, most, stop));
                return [.. changed.OrderByDescending(head => head.ChangedAt).ThenByDescending(head => head.Id).Take(most)];
            },
        };

    /// <summary>The address of a form, such as <c>/decisions.csv?year=2021</c>.</summary>
    public string Address(string ending) => Paging.AddressOf($"{Path}.{ending}", Filters);

    /// <summary>The address of its page.</summary>
    public string PageAddress => Page ?? Paging.AddressOf(Path, Filters);
}
