using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Publication deferred without a reason or an end. Each that is missing has its own label in the form.</summary>
internal static partial class GT4001Deferral
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var publication = one.Decision.Publication;
        if (publication.Deferred != true)
        {
            yield break;
        }

        if (Blank.Is(publication.DeferralReason))
        {
            yield return new("GT4001", "Publication is deferred and no reason is given. Expected why it must wait.", "/publication/deferralReason");
        }

        if (publication.DeferredUntil is null && !NamesEnd().IsMatch(publication.DeferralReason ?? ""))
        {
            yield return new("GT4001", "Publication is deferred and no end is given. Expected the date until which it is deferred.", "/publication/deferredUntil");
        }
    }

    [GeneratedRegex(@"\buntil\s+(?!further notice)\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesEnd();
}
