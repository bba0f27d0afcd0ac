using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The paragraph cited does not cover this amount or kind of decision. A paragraph that the data does not know is left alone.</summary>
internal static partial class GT3001ParagraphCited
{
    public static IEnumerable<Finding> Check(DecisionCase one) => SchemeCase.Of(one) is { } scheme ? Check(one, scheme) : [];

    private static IEnumerable<Finding> Check(DecisionCase one, SchemeCase scheme)
    {
        var cited = one.Decision.Authorities.Select((authority, i) => (i, authority, known: Known(scheme, authority))).Where(each => each.known.Count > 0).ToList();
        var isCovered = cited.Exists(each => each.known.Exists(provision => Covers(scheme, provision)));
        foreach (var (i, authority, known) in cited.Where(each => !each.known.Exists(provision => Covers(scheme, provision))))
        {
            // An upper limit is cited for what is delegated; it is wrong only where nothing else carries the decision.
            if (!isCovered || known.TrueForAll(provision => provision.Most is null))
            {
                var pointer = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/authorities/{i}/paragraph");
                yield return new("GT3001", $"Paragraph {Plain(authority.Paragraph)} does not cover this decision{Amount(scheme)}: it covers {string.Join("; or ", known.Select(Describe))}.", pointer);
            }
        }
    }

    private static List<Provision> Known(SchemeCase scheme, Authority authority) =>
        authority.Paragraph is { } paragraph && IsScheme(scheme.Scheme, authority.Instrument)
            ? [.. scheme.Version.Provisions.Where(provision => Plain(provision.Paragraph).Equals(Plain(paragraph), StringComparison.OrdinalIgnoreCase))]
            : [];

    private static bool IsScheme(Scheme scheme, string instrument) =>
        scheme.Names.Any(name => WordSearch.Contains(instrument, name)) || WordSearch.Plain(instrument) is "scheme" or "the scheme";

    private static bool Covers(SchemeCase scheme, Provision provision) =>
        provision.Acts.Any(act => act == Act.Delegation || scheme.Mentions(act)) && HoldsAmount(scheme, provision);

    private static bool HoldsAmount(SchemeCase scheme, Provision provision) =>
        (provision.Least is not { } least || scheme.AtMost is not { } atMost || atMost >= least)
        && (provision.Most is not { } most || scheme.Greatest is not { } greatest || greatest <= most);

    private static string Amount(SchemeCase scheme) => scheme.Greatest is { } amount ? $" for {Sum.Show(amount)}" : "";

    private static string Describe(Provision provision) => (provision.Least, provision.Most) switch
    {
        ({ } least, { } most) => $"{provision.Says} from {Sum.Show(least)} to {Sum.Show(most)}",
        ({ } least, null) => $"{provision.Says} of {Sum.Show(least)} and above",
        (null, { } most) => $"{provision.Says} of {Sum.Show(most)} or less",
        _ => provision.Says,
    };

    private static string Plain(string? paragraph) => Word().Replace(paragraph ?? "", "").Trim(' ', '.', '(', ')');

    [GeneratedRegex(@"^\s*(?:paragraph|para)\b\.?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
