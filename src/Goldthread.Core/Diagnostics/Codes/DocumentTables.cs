using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Tables as they stand in the document's text: a label and figures in columns, the last row called Total.</summary>
/// <remarks>
/// A table that goes on over the end of a page is one. Cells are parted by bars, tabs or two spaces and more. A dash is nought; a column with a cell that is no
/// figure (a percentage, a word) is left alone. Where the heading of the last column is a total, each row is added up as well.
/// Figures in millions with one decimal are rounded, each for itself: the last digit may be out by one.
/// </remarks>
internal static partial class DocumentTables
{
    private const int LongestLabel = 90;
    private const int LongestTold = 1000;

    public static IEnumerable<Finding> Wrong(string? document)
    {
        var (rows, told) = (new List<Row>(), "");
        string? heading = null;
        var (breaks, torn) = (false, false);
        foreach (var line in PageLines.Of(document ?? "").Append("-"))
        {
            var row = line == PageLines.Break ? null : Row.Read(line);
            if ((line == PageLines.Break && !(rows.Count > 0 && Total().IsMatch(rows[^1].Label))) || (breaks && rows.Count > 0 && IsSame(line, heading)))
            {
                breaks = true;
                continue;
            }

            if (row is not null)
            {
                torn |= breaks && rows.Count == 0;
                rows.Add(row);
            }
            else
            {
                foreach (var finding in rows.Count > 0 && !(torn && IsTold(rows, told)) ? Wrong(heading, rows) : [])
                {
                    yield return finding;
                }

                (heading, told, torn) = (line, rows.Count > 0 || told.Length > LongestTold ? line : told + "\n" + line, false);
                rows.Clear();
            }

            breaks = line == PageLines.Break;
        }
    }

    private static bool IsSame(string line, string? heading) =>
        heading is not null && Gap().Split(line).SequenceEqual(Gap().Split(heading), StringComparer.Ordinal);

    // Rows without a heading at the top of a page, whose total is the sum that the text named before them: the first rows stand on the page before.
    private static bool IsTold(List<Row> rows, string told) =>
        rows.Find(row => Total().IsMatch(row.Label)) is { } total && total.Cells.Exists(cell => cell.Value is not null && told.Contains(cell.Text, StringComparison.Ordinal));

    private static IEnumerable<Finding> Wrong(string? heading, List<Row> rows)
    {
        if (rows.Exists(row => SubTotal().IsMatch(row.Label)))
        {
            return [];
        }

        var total = rows.FindIndex(row => Total().IsMatch(row.Label));
        var columns = total < 2 ? [] : Columns([.. rows.Take(total).Where(row => row.Cells.Count == rows[total].Cells.Count)], rows[total]);
        return columns.Concat(heading is not null && LastIsTotal().IsMatch(heading) ? rows.Select(Across).OfType<Finding>() : []).Take(2);
    }

    private static IEnumerable<Finding> Columns(List<Row> parts, Row total)
    {
        for (var column = 0; column < total.Cells.Count && parts.Count > 1; column++)
        {
            var figures = parts.Select(row => row.Cells[column].Value).ToList();
            if (total.Cells[column].Value is not null && figures.TrueForAll(figure => figure is not null) && !Make(figures, total.Cells[column]))
            {
                yield return Finding(total, [.. parts.Select(row => row.Cells[column].Text)], figures.Sum()!.Value, total.Cells[column]);
                yield break;
            }
        }
    }

    private static Finding? Across(Row row)
    {
        var figures = row.Cells.SkipLast(1).Select(cell => cell.Value).ToList();
        return figures.Count > 1 && row.Cells[^1].Value is not null && figures.TrueForAll(figure => figure is not null) && !Make(figures, row.Cells[^1])
            ? Finding(row, [.. row.Cells.SkipLast(1).Select(cell => cell.Text)], figures.Sum()!.Value, row.Cells[^1])
            : null;
    }

    private static bool Make(List<decimal?> parts, Cell total) =>
        Math.Abs(parts.Sum()!.Value - total.Value!.Value) <= (OneDecimal().IsMatch(total.Text) ? 0.1m : 0);

    private static Finding Finding(Row row, List<string> parts, decimal added, Cell given) =>
        new("GT2001", string.Create(CultureInfo.InvariantCulture, $"{string.Join(" + ", parts)} make {added:#,0.##}, and the total given is {given.Text}: a difference of {Math.Abs(added - given.Value!.Value):#,0.##}."), "", row.Line);

    private sealed record Cell(string Text, decimal? Value);

    private sealed record Row(string Line, string Label, List<Cell> Cells)
    {
        public static Row? Read(string line)
        {
            if (!TableGap.StandsIn(line))
            {
                return null;
            }

            var cells = Gap().Split(line).Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
            if (cells.Count < 2 || cells[0].Length > LongestLabel || !cells[0].Any(char.IsLetter))
            {
                return null;
            }

            var figures = cells.Skip(1).Select(cell => new Cell(cell, Figure(cell))).ToList();
            var isHeading = figures.TrueForAll(figure => Year().IsMatch(figure.Text));
            return isHeading || !figures.Exists(figure => figure.Value is not null) ? null : new Row(line, cells[0], figures);
        }

        private static decimal? Figure(string cell) =>
            cell is "-" or "–" or "—" ? 0
            : Printed().Match(cell) is { Success: true } match && Core.Money.Money.TryParse(match.Groups["sum"].Value, out var money) ? money.Pounds : null;
    }

    [GeneratedRegex(@"\s*\|\s*|\t+|\s{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?<sum>£?\s?[0-9,]+(?:\.[0-9]+)?\s?(?:k|m|bn)?)\*?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();

    [GeneratedRegex(@"^[0-9]{1,3}\.[0-9]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneDecimal();

    [GeneratedRegex(@"^(?:19|20)[0-9][0-9]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\W*(?:grand |overall |combined )?totals?\b(?!\s+(?:number|per))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"\bsub-?\s?total\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubTotal();

    [GeneratedRegex(@"(?:\||\t|\s{2,})\s*(?:grand |overall )?total\b[^|\t]{0,12}\|?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastIsTotal();
}
