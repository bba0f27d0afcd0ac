using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A table of years that stands in no paragraph, known by its amounts alone: a column that its last row does not add up.</summary>
/// <remarks>
/// Rows of the same years in turn, in a document that has a total. One column that does add up shows that the
/// last row is the total, so that one that does not is wrong.
/// </remarks>
internal static partial class TableColumns
{
    private const int FewestRows = 3;

    public static IEnumerable<Finding> Wrong(IReadOnlyList<Amount> amounts, string? document)
    {
        if (document is not null && !Total().IsMatch(document))
        {
            yield break;
        }

        var start = 0;
        while (start < amounts.Count)
        {
            var columns = Columns(amounts, start);
            var rows = columns < 2 ? 0 : Rows(amounts, start, columns);
            if (rows < FewestRows)
            {
                start++;
                continue;
            }

            foreach (var finding in Columns(amounts, start, columns, rows))
            {
                yield return finding;
            }

            start += rows * columns;
        }
    }

    private static IEnumerable<Finding> Columns(IReadOnlyList<Amount> amounts, int start, int columns, int rows)
    {
        var all = Enumerable.Range(0, columns).Select(column =>
            (last: start + ((rows - 1) * columns) + column, parts: Enumerable.Range(0, rows - 1).Select(row => amounts[start + (row * columns) + column]).ToList())).ToList();
        var wrong = all.Where(column => Math.Abs(column.parts.Sum(part => part.Pounds) - amounts[column.last].Pounds) > Rounding(amounts[column.last])).ToList();
        foreach (var (last, parts) in wrong.Count < all.Count ? wrong : [])
        {
            var added = parts.Sum(part => part.Pounds);
            yield return new(
                "GT2001",
                $"{string.Join(" + ", parts.Select(part => part.Quote))} make {Sum.Show(added)}, and the total given is {amounts[last].Quote}, {Sum.Show(amounts[last].Pounds)}: a difference of {Sum.Show(Math.Abs(added - amounts[last].Pounds))}.",
                string.Create(CultureInfo.InvariantCulture, $"/amounts/{last}/pounds"));
        }
    }

    // A figure in millions with one decimal, such as 0.8, is rounded.
    private static decimal Rounding(Amount total) => total.Quote.Length is > 2 and < 6 && total.Quote[^2] == '.' && total.Pounds >= 100_000 ? 100_000 : 0;

    // The years of one row: as many amounts, each of one year, as stand before the first year comes again.
    private static int Columns(IReadOnlyList<Amount> amounts, int start)
    {
        var columns = 0;
        while (start + columns < amounts.Count && IsAlike(amounts[start], amounts[start + columns]) && Year(amounts[start + columns]) is { } year && (columns == 0 || year != Year(amounts[start])))
        {
            columns++;
        }

        return columns;
    }

    private static int Rows(IReadOnlyList<Amount> amounts, int start, int columns)
    {
        var rows = 1;
        while (start + ((rows + 1) * columns) <= amounts.Count
            && Enumerable.Range(0, columns).All(column => IsAlike(amounts[start], amounts[start + (rows * columns) + column]) && Year(amounts[start + (rows * columns) + column]) is { } year && year == Year(amounts[start + column])))
        {
            rows++;
        }

        return rows;
    }

    // A sum of the text above is none of the table's: it stands in another paragraph, or with a sign that the cells do without.
    private static bool IsAlike(Amount one, Amount other) =>
        one.Paragraph == other.Paragraph && one.Quote.StartsWith('£') == other.Quote.StartsWith('£') && one.Quote.Any(char.IsLetter) == other.Quote.Any(char.IsLetter);

    private static string? Year(Amount amount) => amount.FinancialYears is [var year] ? year : null;

    [GeneratedRegex(@"\btotals?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();
}
