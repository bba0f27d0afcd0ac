using System.Text.Json.Serialization;
using Goldthread.Core.History;
using Goldthread.Core.Publishing;

namespace Goldthread.Core.Records;

/// <summary>What a list shows of a record: its columns, without its body.</summary>
/// <param name="Id">The record's id, a UUIDv7.</param>
/// <param name="Kind">The kind's name, such as <c>decision</c>.</param>
/// <param name="Body">The short name of the public body it belongs to.</param>
/// <param name="Reference">The reference as printed, such as <c>PCD 542</c>.</param>
/// <param name="Slug">The reference as it stands in an address, such as <c>pcd-542</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Visibility">The widest audience that may see it.</param>
/// <param name="Owner">The reference of the organisation that owns it, or null.</param>
/// <param name="Starts">The day it starts or happened.</param>
/// <param name="Ends">The day it ends.</param>
/// <param name="Amount">Its amount in pence, or null.</param>
/// <param name="Revision">The number of its current revision, from 1.</param>
/// <param name="ChangedAt">When the current revision was saved, in UTC.</param>
public sealed record RecordHead(
    Guid Id,
    string Kind,
    string Body,
    string Reference,
    string Slug,
    string Title,
    RecordStatus Status,
    Audience Visibility,
    string? Owner,
    DateOnly? Starts,
    DateOnly? Ends,
    long? Amount,
    int Revision,
    DateTime ChangedAt);

/// <summary>Where a record stands.</summary>
public enum RecordStatus
{
    /// <summary>In use; for a decision that was imported, what its document says.</summary>
    Current = 0,

    /// <summary>Taken out of everything public; a tombstone says that there was something, when it went and on what ground.</summary>
    Withdrawn = 1,

    /// <summary>Withdrawn, and the text lawfully removed from the register as well.</summary>
    Erased = 2,
}

/// <summary>A record at the other end of a link.</summary>
/// <param name="Relation">The relation's name, such as <c>cites</c>.</param>
/// <param name="Upstream">True when the other record answers "why?" (this one points at it), false when it is what came of this one.</param>
/// <param name="Other">The other record, or null where it is not in the register yet.</param>
/// <param name="WaitingFor">The reference of a record that is named but not in the register yet, else null.</param>
public sealed record LinkedRecord(string Relation, bool Upstream, RecordHead? Other, string? WaitingFor);

/// <summary>One entry of a record's history.</summary>
/// <param name="Number">The revision's number, from 1.</param>
/// <param name="At">When it was saved, in UTC.</param>
/// <param name="Who">Who saved it: an office or a person; the public sees an office only.</param>
/// <param name="Process">By what process, such as <c>import</c>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Status">Where the record stood then.</param>
/// <param name="Hash">The revision's hash in the register's chain, lower-case hexadecimal.</param>
/// <param name="Until">When the next state took its place, in UTC; null for the present one.</param>
/// <param name="Visibility">The widest audience that may see this state; it stands on pages alone.</param>
public sealed record RevisionHead(int Number, DateTime At, string Who, string Process, string Reason, RecordStatus Status, string Hash, DateTime? Until = null, [property: JsonIgnore] Audience Visibility = Audience.Public);

/// <summary>What a revision changed in what its reader may see.</summary>
/// <param name="Number">The revision's number.</param>
/// <param name="Before">The number of the state before it that this reader may see; null for the first.</param>
/// <param name="Changes">The changes, field by field; null where one of the two texts was lawfully removed.</param>
public sealed record RevisionChanges(int Number, int? Before, IReadOnlyList<FieldChange>? Changes);

/// <summary>What is left of a record that was withdrawn: that there was something, when it went and on what ground.</summary>
public sealed record Tombstone(string Kind, string Reference, DateTime WithdrawnAt, string Ground);

/// <summary>A record as one reader sees it.</summary>
/// <param name="Head">Its columns.</param>
/// <param name="Content">Its body (a <c>Decision</c>, <c>Minutes</c>, …) with the fields that this reader may not see left out.</param>
/// <param name="Links">Its links, in both directions, to what this reader may see.</param>
/// <param name="History">Its history, newest first; the public sees the states that were published.</param>
public sealed record FoundRecord(
    RecordHead Head, object Content, IReadOnlyList<LinkedRecord> Links, IReadOnlyList<RevisionHead> History);
