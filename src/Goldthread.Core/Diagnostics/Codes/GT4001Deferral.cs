using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Publication deferred without a reason or an end. One that lacks both is found once, where the reason was expected.</summary>
internal static partial class GT4001Deferral
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var publication = one.Decision.Publication;
        if (publication.Deferred != true)
        {
            yield break;
        }

        var endless = publication.DeferredUntil is null && (!NamesEnd().IsMatch(publication.DeferralReason ?? "") || LeavesEndBlank(one.Document));
        if (Blank.Is(publication.DeferralReason) && endless)
        {
            yield return new("GT4001", "Publication is deferred, and neither a reason nor an end is given. Expected why it must wait, and the date until which.", "/publication/deferralReason");
        }
        else if (Blank.Is(publication.DeferralReason))
        {
            yield return new("GT4001", "Publication is deferred and no reason is given. Expected why it must wait.", "/publication/deferralReason");
        }
        else if (endless)
        {
            yield return new("GT4001", "Publication is deferred and no end is given. Expected the date until which it is deferred.", "/publication/deferredUntil");
        }
    }

    // A form that asks for the end on a line of its own, and has nothing there: "until" in the reason is then no answer to it.
    private static bool LeavesEndBlank(string? document) =>
        EndAsked().Matches(document ?? "").Any(asked => !Answers().IsMatch(document![(asked.Index + asked.Length)..].TrimStart().Split('\n')[0]));

    [GeneratedRegex(@"^\W{0,4}(?:if (?:yes|so),?\s+)?(?:deferred until|deferral until|until (?:what|which) date|until when|date (?:on which )?deferral ends|(?:end|expiry) (?:date )?of deferral|deferral end date|publish (?:on|after)|date (?:for|of) publication)[ \t]*[:?|]*[ \t.…_-]*(?:t\.?b\.?[ca]\.?|n/?a|to be (?:confirmed|agreed|decided)|not known)?[ \t.]*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndAsked();

    // What stands on the line below a label that asks for the end, where it is the answer and no label itself.
    [GeneratedRegex(@"^\W*(?:until|when|once|after|on|the|[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b(?![^\n]*[?:|])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\buntil\s+(?!further notice)\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesEnd();
}
