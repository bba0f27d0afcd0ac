using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Register.Publishing;

/// <summary>The register as one reader sees it. Every page, list, search, feed and file asks here and nowhere else.</summary>
public sealed class RegisterView
{
    /// <summary>For whom this view answers.</summary>
    public Reader Reader => throw new NotSupportedException();

    /// <summary>The number of the register's last revision: whatever was rendered under it is fresh until it grows.</summary>
    public Task<long> VersionAsync(CancellationToken stop = default) => throw new NotSupportedException();

    /// <summary>A list of records of a kind, newest first, with the count of all that match.</summary>
    public Task<RecordList> ListAsync(ListQuery query, CancellationToken stop = default) => throw new NotSupportedException();

    /// <summary>One record by public body, kind and slug; a tombstone where it was withdrawn; null where there is none.</summary>
    public Task<Lookup?> FindAsync(string body, string kind, string slug, CancellationToken stop = default) => throw new NotSupportedException();

    /// <summary>One past state of a record, as this reader sees it; null where there is none.</summary>
    public Task<FoundRecord?> RevisionAsync(string body, string kind, string slug, int number, CancellationToken stop = default) => throw new NotSupportedException();

    /// <summary>Full-text search, best first.</summary>
    public Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken stop = default) => throw new NotSupportedException();
}

/// <summary>Which records to list.</summary>
/// <param name="Kind">The kind's name, such as <c>decision</c>.</param>
/// <param name="Body">Only those of this public body.</param>
/// <param name="Year">Only those that start in this calendar year.</param>
/// <param name="LinkedTo">Only those with a link to this record.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Rows on a page, 1 to 200.</param>
public sealed record ListQuery(string Kind, string? Body = null, int? Year = null, Guid? LinkedTo = null, int Page = 1, int PageSize = 50);

/// <summary>A page of a list: the rows, how many match in all, the sum of their amounts in pence, the first and last year, and how many there are a year.</summary>
public sealed record RecordList(
    IReadOnlyList<RecordHead> Rows, int Total, long TotalAmount, IReadOnlyList<(int Year, int Count)> Years);

/// <summary>What an address leads to: a record, or what is left of one.</summary>
public sealed record Lookup(FoundRecord? Record, Tombstone? Tombstone);

/// <summary>What to search for.</summary>
public sealed record SearchQuery(string Text, string? Kind = null, int Page = 1, int PageSize = 20);

/// <summary>A page of results with how many match of each kind.</summary>
public sealed record SearchResults(IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyList<(string Kind, int Count)> Kinds);

/// <summary>A record found, with a passage around the words; <c>Passage</c> is text in pieces, those that match marked.</summary>
public sealed record SearchHit(RecordHead Head, IReadOnlyList<(string Text, bool Match)> Passage);
