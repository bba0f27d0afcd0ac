using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The paragraph cited does not cover this amount or kind of decision. A paragraph that the data does not know is left alone.</summary>
internal static partial class GT3001ParagraphCited
{
    public static IEnumerable<Finding> Check(DecisionCase one) => one.WhoDecides is { Scheme: { } scheme, Version: { } version } ? Check(one, scheme, version) : [];

    private static IEnumerable<Finding> Check(DecisionCase one, Scheme scheme, SchemeVersion version)
    {
        var cited = one.Decision.Authorities.Select((authority, i) => (i, authority, known: Known(scheme, version, authority))).Where(each => each.known.Count > 0).ToList();
        var isCovered = cited.Exists(each => each.known.Exists(provision => Covers(one, provision)));
        foreach (var (i, authority, known) in cited.Where(each => !each.known.Exists(provision => Covers(one, provision))))
        {
            // An upper limit is cited for what is delegated; it is wrong only where nothing else carries the decision.
            if (!isCovered || known.TrueForAll(provision => provision.Most is null))
            {
                var pointer = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/authorities/{i}/paragraph");
                yield return new("GT3001", $"Paragraph {Plain(authority.Paragraph)} does not cover this decision{Amount(one.Request)}: it covers {string.Join("; or ", known.Select(AuthorityWords.Says))}.", pointer);
            }
        }
    }

    private static List<Provision> Known(Scheme scheme, SchemeVersion version, Authority authority) =>
        authority.Paragraph is { } paragraph && IsScheme(scheme, authority.Instrument)
            ? [.. version.Provisions.Where(provision => Plain(provision.Paragraph).Equals(Plain(paragraph), StringComparison.OrdinalIgnoreCase))]
            : [];

    private static bool IsScheme(Scheme scheme, string instrument) =>
        scheme.Names.Any(name => WordSearch.Contains(instrument, name)) || WordSearch.Plain(instrument) is "scheme" or "the scheme";

    private static bool Covers(DecisionCase one, Provision provision) =>
        provision.Acts.Any(act => act == Act.Delegation || RequestWords.Mentions(one, act)) && HoldsAmount(one.Request, provision);

    private static bool HoldsAmount(Request request, Provision provision) =>
        (provision.Least is not { } least || request.AtMost is not { } atMost || atMost >= least)
        && (provision.Most is not { } most || request.Greatest is not { } greatest || greatest.Pounds <= most);

    private static string Amount(Request request) => request.Greatest is { } amount ? $" for {Sum.Show(amount.Pounds)}" : "";

    private static string Plain(string? paragraph) => Word().Replace(paragraph ?? "", "").Trim(' ', '.', '(', ')');

    [GeneratedRegex(@"^\s*(?:paragraph|para)\b\.?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
