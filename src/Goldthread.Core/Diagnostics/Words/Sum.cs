using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A sum of money found in a text.</summary>
/// <param name="Pounds">The sum.</param>
/// <param name="Quote">The words as printed.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Unit">The smallest step that the print shows: 1,000 for <c>£600k</c>, 100,000 for <c>£1.5m</c>.</param>
internal sealed partial record Sum(decimal Pounds, string Quote, int Start, decimal Unit)
{
    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Quote.Length;

    /// <summary>Whether another sum is this one, each as exact as it is printed.</summary>
    public bool Matches(Sum other)
    {
        var unit = Math.Max(Unit, other.Unit);
        return Pounds == other.Pounds || (unit > 1 && Math.Abs(Pounds - other.Pounds) <= unit / 2 && Unit != other.Unit);
    }

    /// <summary>Every sum in a text, in order.</summary>
    public static IReadOnlyList<Sum> In(string text) => text.Contains('£') ? [.. Printed().Matches(text).Select(Read).OfType<Sum>()] : [];

    /// <summary>A sum for a person.</summary>
    public static string Show(decimal pounds) => Core.Money.Money.FromPounds(pounds).ToString();

    private static Sum? Read(Match match)
    {
        if (!Core.Money.Money.TryParse(match.Value, out var money) || money.Pence == 0)
        {
            return null;
        }

        var scale = match.Groups["scale"].Value.ToUpperInvariant() switch
        {
            "" => 1m,
            "K" or "THOUSAND" => 1_000m,
            "M" or "MILLION" => 1_000_000m,
            _ => 1_000_000_000m,
        };
        var decimals = match.Groups["decimals"].Length;
        return new Sum(money.Pounds, match.Value, match.Index, scale / decimal.Parse("1" + new string('0', decimals), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"£\s?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?<decimals>[0-9]+))?(?:\s?(?<scale>thousand|million|billion|bn|k|m)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();
}
