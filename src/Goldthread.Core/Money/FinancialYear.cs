using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Money;

/// <summary>A financial year of a public body in England and Wales: 1 April to the 31 March after it.</summary>
/// <remarks>
/// Written <c>2018/19</c> here, and read from <c>2018-19</c>, <c>2018-2019</c>, <c>2018–19</c>, <c>18/19</c> and
/// <c>FY2018/19</c> as well. The two years must follow each other: <c>2018-21</c> is a span of years, not one.
/// Source: Local Government Finance Act 1992 section 116(1), "financial year".
/// </remarks>
public readonly partial record struct FinancialYear(int FirstYear) : IComparable<FinancialYear>
{
    /// <summary>The first day, 1 April.</summary>
    public DateOnly Starts => new(FirstYear, 4, 1);

    /// <summary>The last day, 31 March of the year after.</summary>
    public DateOnly Ends => new(FirstYear + 1, 3, 31);

    /// <summary>The financial year that a day falls in.</summary>
    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Reads one financial year, alone.</summary>
    public static bool TryParse(string? text, out FinancialYear year)
    {
        year = default;
        var match = Printed().Match(text ?? "");
        if (!match.Success)
        {
            return false;
        }

        var first = Full(match.Groups["first"].Value);
        var second = Number(match.Groups["second"].Value);
        var follows = match.Groups["second"].Length == 4 ? second == first + 1 : second == (first + 1) % 100;
        if (!follows)
        {
            return false;
        }

        year = new FinancialYear(first);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(FinancialYear other) => FirstYear.CompareTo(other.FirstYear);

    /// <summary>The year as <c>2018/19</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstYear:0000}/{(FirstYear + 1) % 100:00}");

    private static int Full(string digits) => digits.Length == 4 ? Number(digits) : 2000 + Number(digits);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:FY|F/Y|financial year)?\s*(?<first>(?:19|20)[0-9][0-9]|[0-9][0-9])\s*[/\-\u2010-\u2015]\s*(?<second>(?:19|20)[0-9][0-9]|[0-9][0-9])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();
}
