using System.Globalization;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>A price put on the basis of a threshold, like with like: a range where nobody said whether VAT is in it.</summary>
/// <param name="Least">The least that it can be, in pounds.</param>
/// <param name="Most">The most that it can be, in pounds; null where no rate of VAT is known.</param>
/// <param name="Words">The price as it was asked for.</param>
/// <param name="Why">How it was put on the threshold's basis, a sentence each.</param>
internal sealed record Price(decimal? Least, decimal? Most, string Words, IReadOnlyList<string> Why)
{
    /// <summary>Whether it could not be put on the threshold's basis at all.</summary>
    public bool RateIsMissing => Least is null || Most is null;

    /// <summary>Whether it reaches a figure; null where that is not known.</summary>
    public bool? Against(decimal figure) => Least >= figure ? true : Most < figure ? false : null;

    /// <summary>Puts sums together on a threshold's basis.</summary>
    public static Price Of(IReadOnlyList<AskedSum> parts, Threshold threshold, VatRate? vat)
    {
        decimal? least = 0;
        decimal? most = 0;
        foreach (var part in parts)
        {
            var (low, high) = Range(part, threshold, vat);
            least += low;
            most += high;
        }

        var words = string.Join(" and ", parts.Select(part => $"{AuthorityWords.Of(part.Pounds)} {AuthorityWords.Of(part.Vat)}"));
        return new(least, most, words, [.. Reasons(parts, threshold, vat, least, most)]);
    }

    private static (decimal? Low, decimal? High) Range(AskedSum part, Threshold threshold, VatRate? vat) => (part.Vat, threshold.IncludesVat) switch
    {
        (VatBasis.Excluded, false) or (VatBasis.Included, true) or (VatBasis.None, _) => (part.Pounds, part.Pounds),
        (VatBasis.Excluded, true) => (vat?.With(part.Pounds), vat?.With(part.Pounds)),
        (VatBasis.Included, false) => (vat?.Without(part.Pounds), vat?.Without(part.Pounds)),
        (_, true) => (part.Pounds, vat?.With(part.Pounds)),
        (_, false) => (vat?.Without(part.Pounds), part.Pounds),
    };

    private static IEnumerable<string> Reasons(IReadOnlyList<AskedSum> parts, Threshold threshold, VatRate? vat, decimal? least, decimal? most)
    {
        if (vat is null || least is not { } low || most is not { } high || parts.All(part => part.Vat == threshold.Basis || part.Vat == VatBasis.None))
        {
            yield break;
        }

        var range = low == high ? AuthorityWords.Of(low) : $"between {AuthorityWords.Of(low)} and {AuthorityWords.Of(high)}";
        var rate = vat.Percent.ToString("0.##", CultureInfo.InvariantCulture);
        yield return $"{AuthorityWords.Of(threshold.Basis)[0..1].ToUpperInvariant()}{AuthorityWords.Of(threshold.Basis)[1..]} at the standard rate of {rate} % ({vat.Source}) that is {range}.";
    }
}
