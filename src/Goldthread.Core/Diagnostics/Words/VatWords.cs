using System.Text.RegularExpressions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Money;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>What a text says right after a sum about the value added tax in it.</summary>
internal static partial class VatWords
{
    private const int Near = 30;

    /// <summary>The sum with what the words after it say of the tax.</summary>
    public static AskedSum Asked(string text, Sum sum) => new(sum.Pounds, After(text, sum.End));

    /// <summary>What the words after a place say of the tax.</summary>
    public static VatBasis After(string text, int end)
    {
        var after = text[end..Math.Min(text.Length, end + Near)];
        var (without, with) = (WithoutVat().Match(after), WithVat().Match(after));
        return without.Success && (!with.Success || without.Index < with.Index) ? VatBasis.Excluded
            : with.Success ? VatBasis.Included
            : VatBasis.Unknown;
    }

    [GeneratedRegex(@"\b(?:exclu\w+|excl?\.?|ex\.?|net of|without|plus|before|exclusive of)\s+(?:of\s+)?VAT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutVat();

    [GeneratedRegex(@"\b(?:inclu\w+|incl?\.?|inclusive of|with)\s+(?:of\s+)?VAT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithVat();
}
