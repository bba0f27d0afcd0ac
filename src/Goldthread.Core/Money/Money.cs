using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Money;

/// <summary>A sum of money in pounds sterling, held in whole pence.</summary>
/// <remarks>
/// Pence in a <c>long</c> add up exactly and can be summed by a database. The forms read are those that
/// public bodies print: <c>£600,000</c>, <c>£600k</c>, <c>£4m</c>, <c>£1.2 million</c>, <c>£1,476,140.33</c>.
/// </remarks>
public readonly partial record struct Money(long Pence) : IComparable<Money>
{
    /// <summary>The sum in pounds.</summary>
    public decimal Pounds => Pence / 100m;

    /// <summary>A sum of so many pounds, rounded to the penny.</summary>
    public static Money FromPounds(decimal pounds) => new((long)decimal.Round(pounds * 100m, MidpointRounding.AwayFromZero));

    /// <summary>Reads a printed sum; the pound sign may be missing, the rest must be the sum alone.</summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = default;
        var match = Printed().Match(text ?? "");
        if (!match.Success || !TryScale(match, out var pounds))
        {
            return false;
        }

        money = FromPounds(pounds);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>The sum with thousands separated, and pence only where there are any: <c>£600,000</c>.</summary>
    public override string ToString() =>
        (Pence < 0 ? "-£" : "£") + Math.Abs(Pounds).ToString(Pence % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);

    private static bool TryScale(Match match, out decimal pounds)
    {
        const decimal Largest = 10_000_000_000_000m;
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out pounds) || pounds > Largest)
        {
            return false;
        }

        pounds *= match.Groups["scale"].Value.ToUpperInvariant() switch
        {
            "K" or "THOUSAND" => 1_000m,
            "M" or "MILLION" => 1_000_000m,
            "BN" or "BILLION" => 1_000_000_000m,
            _ => 1m,
        };
        return pounds <= Largest;
    }

    [GeneratedRegex(@"^\s*£?\s*(?<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)\s*(?<scale>k|thousand|m|million|bn|billion)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();
}
