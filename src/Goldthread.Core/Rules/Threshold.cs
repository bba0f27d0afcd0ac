using Goldthread.Core.Money;

namespace Goldthread.Core.Rules;

/// <summary>The procurement thresholds of one period for services bought by sub-central bodies.</summary>
/// <param name="Effect">The days on which they hold.</param>
/// <param name="Services">The threshold for services, in pounds.</param>
/// <param name="LightTouch">The threshold for light-touch services, or null where there was none.</param>
/// <param name="IncludesVat">Whether the figures are compared with prices that include VAT.</param>
/// <param name="Regime">The law they belong to.</param>
/// <param name="Source">Where they were found.</param>
public sealed record Threshold(Effect Effect, decimal Services, decimal? LightTouch, bool IncludesVat, string Regime, string Source)
{
    /// <summary>The basis of the prices that the figures are compared with.</summary>
    public VatBasis Basis => IncludesVat ? VatBasis.Included : VatBasis.Excluded;

    /// <summary>The figures of the period.</summary>
    public IEnumerable<decimal> Figures => LightTouch is { } light ? [Services, light] : [Services];
}
