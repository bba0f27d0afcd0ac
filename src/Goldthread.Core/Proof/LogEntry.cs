using System.Globalization;
using System.Text;
using Goldthread.Core.History;

namespace Goldthread.Core.Proof;

/// <summary>
/// An entry of the log: that a state of a record was kept, and a salted hash of which and of its public text. The entry alone
/// tells nobody what it is about; whoever is given the salt with the text can see that it is this one.
/// </summary>
/// <param name="Act">What was done.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Commitment">The salted hash, lower-case hexadecimal.</param>
public sealed record LogEntry(LogAct Act, DateTime At, string Commitment)
{
    private const string Form = "goldthread entry 1";

    /// <summary>Its bytes, which the tree hashes: four lines.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes($"{Form}\n{Act.ToString().ToLowerInvariant()}\n{Chain.Instant(At)}\n{Commitment}\n");

    /// <summary>The salted hash of a state.</summary>
    public static string Commit(string salt, LogSubject subject, string text) =>
        Chain.Hash(["goldthread state 1", salt, subject.Body, subject.Kind, subject.Reference, subject.Revision.ToString(CultureInfo.InvariantCulture), text]);
}

/// <summary>What was done with a record.</summary>
public enum LogAct
{
    /// <summary>A state was saved: a first one, or a correction.</summary>
    Saved,

    /// <summary>It was taken out of what is public.</summary>
    Withdrawn,

    /// <summary>Its text went for good; that there was something stays.</summary>
    Erased,
}

/// <summary>Which state of which record.</summary>
/// <param name="Body">The public body.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Revision">The number of its revision.</param>
public sealed record LogSubject(string Body, string Kind, string Reference, int Revision);
