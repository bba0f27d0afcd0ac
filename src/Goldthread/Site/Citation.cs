using Goldthread.Core.Records;

namespace Goldthread.Site;

/// <summary>A record's citation, ready to be copied: who keeps it, what it is, which state of it, where that is and since when.</summary>
public static class Citation
{
    private const int HashShown = 12;

    /// <summary>The citation of one state of a record.</summary>
    /// <param name="head">The record as it was in that state.</param>
    /// <param name="revision">The state.</param>
    /// <param name="own">The body whose register it is.</param>
    /// <param name="address">The state's whole address.</param>
    /// <param name="today">The day on which it is read.</param>
    public static string Of(RecordHead head, RevisionHead revision, BodySettings own, string address, DateOnly today)
    {
        var kind = PageKind.Of(head.Kind);
        var body = head.Body == own.Id || head.Body == RecordKind.CommonBody ? own.Name : $"{head.Body}, in the register of {own.Name}";
        var what = kind == PageKind.Decision ? $"decision {head.Reference}" : kind?.One ?? head.Kind;
        var day = kind == PageKind.Decision && head.Starts is { } signed ? $", signed {Wording.Date(signed)}" : "";
        return $"{body}. “{head.Title}”, {what}{day}. Revision {revision.Number} of {Wording.Day(revision.At)}, hash {revision.Hash[..HashShown]}. {address} (read on {Wording.Date(today)}).";
    }
}
