using Goldthread.Core.Decisions;

namespace Goldthread.Site;

/// <summary>What a decision says of its own publication, in sentences.</summary>
public static class Publications
{
    /// <summary>Whether publication was to be held back.</summary>
    public static string Deferral(Publication publication) => publication switch
    {
        { Deferred: true, DeferredUntil: { } until } => $"Publication was to be held back until {Wording.Date(until)}.",
        { Deferred: true } => "Publication was to be held back; the document does not say until when.",
        { Deferred: false } => "Publication was not held back.",
        _ => "The document does not say whether publication was to be held back.",
    };

    /// <summary>Whether there is a confidential part.</summary>
    public static string Confidential(Publication publication) => publication.Part2 switch
    {
        true => "There is a confidential part, which is not published.",
        false => "There is no confidential part.",
        null => "It does not say whether there is a confidential part.",
    };
}
