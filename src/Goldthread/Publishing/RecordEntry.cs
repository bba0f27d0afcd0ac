using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Publishing;

/// <summary>A record as it stands in a list that is taken away: its public columns, in the order of the CSV.</summary>
/// <param name="Id">The record's id, a UUID that never changes.</param>
/// <param name="Kind">The kind, such as <c>decision</c>.</param>
/// <param name="Body">The short name of the public body it belongs to; <c>all</c> for what all bodies know.</param>
/// <param name="Reference">The reference as printed, such as <c>PCD 542</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Starts">The day it was signed, held or started.</param>
/// <param name="Ends">The day it ends.</param>
/// <param name="Amount">The amount in pounds.</param>
/// <param name="Revision">The number of its current revision, from 1.</param>
/// <param name="ChangedAt">When that revision was saved, in UTC.</param>
/// <param name="Address">Where its page is; with <c>.json</c> behind it, the whole record.</param>
internal sealed record RecordEntry(
    Guid Id,
    string Kind,
    string Body,
    string Reference,
    string Title,
    DateOnly? Starts,
    DateOnly? Ends,
    decimal? Amount,
    int Revision,
    DateTime ChangedAt,
    string Address)
{
    /// <summary>The names of the columns, the same as in JSON.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "kind", "body", "reference", "title", "starts", "ends", "amount", "revision", "changedAt", "address"];

    /// <summary>The cells, under <see cref="Columns"/>.</summary>
    public IReadOnlyList<object?> Cells => [Id, Kind, Body, Reference, Title, Starts, Ends, Amount, Revision, ChangedAt, Address];

    /// <summary>The entry of a record; <paramref name="origin"/> stands before its address, such as <c>https://register.example.org</c>.</summary>
    public static RecordEntry Of(RecordHead head, RecordAddress addresses, string origin) => new(
        head.Id, head.Kind, head.Body, head.Reference, head.Title, head.Starts, head.Ends, head.Amount / 100m, head.Revision, head.ChangedAt,
        origin + addresses.Of(head));
}
