using Goldthread.Core.Records;

namespace Goldthread.Site;

/// <summary>A page of a record's history, newest first.</summary>
/// <param name="Revisions">The states on this page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record HistoryPart(IReadOnlyList<RevisionHead> Revisions, int Total, int Page)
{
    private const int OnAPage = 10;

    /// <summary>How many pages there are.</summary>
    public int Pages => Paging.Count(Total, OnAPage);

    /// <summary>A page of a record's history; one beyond the last is the last.</summary>
    public static HistoryPart Of(FoundRecord record, int page)
    {
        var at = Math.Clamp(page, 1, Paging.Count(record.History.Count, OnAPage));
        return new HistoryPart([.. record.History.Skip((at - 1) * OnAPage).Take(OnAPage)], record.History.Count, at);
    }
}
