using System.Globalization;
using Goldthread.Core.History;

namespace Goldthread.Core.Decisions.Part2;

/// <summary>
/// The hashes of a confidential part: each revision's covers its salted content, who wrote it and when, and the hash before,
/// so that a decision that holds them proves what its confidential part said without saying any of it.
/// </summary>
/// <remarks>The salt is encrypted together with the text: a short text cannot be guessed from what the database holds.</remarks>
public static class Part2Chain
{
    /// <summary>The salted hash of what is confidential, with the ground and the day that stand beside it.</summary>
    public static string ContentHash(Part2Content content, Part2Stamp stamp) => Chain.ContentHash(content.Salt, Chain.Hash([content.Text, content.Why]), Plain(stamp));

    /// <summary>A revision's hash.</summary>
    /// <param name="previous">The hash of the revision before; <see cref="Chain.Beginning"/> for the first.</param>
    /// <param name="stamp">What stands beside the text.</param>
    /// <param name="contentHash">See <see cref="ContentHash"/>.</param>
    public static string RevisionHash(string previous, Part2Stamp stamp, string contentHash) =>
        Chain.Hash(["goldthread part 2 revision 1", previous, Plain(stamp), Chain.Instant(stamp.At), stamp.By.ToString("D"), contentHash]);

    private static string Plain(Part2Stamp stamp) => string.Join('\n',
        stamp.Subject.ToString("D"), stamp.Number.ToString(CultureInfo.InvariantCulture), stamp.Ground, stamp.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>What is confidential in a revision, with the salt of its hash.</summary>
/// <param name="Salt">32 random bytes in hexadecimal.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Why">Why it must be confidential, and what was weighed.</param>
public sealed record Part2Content(string Salt, string Text, string Why)
{
    /// <summary>Says nothing of itself: what is confidential must not stand in a message because somebody wrote a record into it.</summary>
    public override string ToString() => nameof(Part2Content);
}

/// <summary>What stands beside the confidential text of a revision, for staff to see.</summary>
/// <param name="Subject">Whose confidential part it is: the id of a draft.</param>
/// <param name="Number">The revision, from 1.</param>
/// <param name="At">When it was written; UTC.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Ground">The reference of its exemption.</param>
/// <param name="Ends">The last day on which it needs to be confidential.</param>
public sealed record Part2Stamp(Guid Subject, int Number, DateTime At, Guid By, string Ground, DateOnly Ends);
