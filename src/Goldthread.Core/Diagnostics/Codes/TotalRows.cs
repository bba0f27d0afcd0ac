using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Rows or list items with sums and a last one called Total, column by column.</summary>
internal static partial class TotalRows
{
    private const int LongestLabel = 120;

    public static IEnumerable<WrongTotal> Wrong(string text)
    {
        var rows = Rows(text);
        for (var i = 2; i < rows.Count; i++)
        {
            if (TotalLabel().IsMatch(rows[i].Label) && Wrong(Above(rows, i), rows[i]) is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    private static List<Row> Rows(string text)
    {
        var rows = new List<Row>();
        var end = 0;
        foreach (var sum in Sum.In(text))
        {
            var between = text[end..sum.Start];
            if (rows.Count > 0 && Gap().IsMatch(between))
            {
                rows[^1].Sums.Add(sum);
            }
            else
            {
                rows.Add(new Row(between, [sum]));
            }

            end = sum.End;
        }

        return rows;
    }

    // The rows that the total closes: as many columns, short labels, none of them a sub-total.
    private static List<Row> Above(List<Row> rows, int total)
    {
        var above = new List<Row>();
        for (var i = total - 1; i >= 0 && rows[i].Sums.Count == rows[total].Sums.Count && !TotalLabel().IsMatch(rows[i].Label); i--)
        {
            above.Insert(0, rows[i]);
            if (rows[i].Label.Length > LongestLabel)
            {
                break;
            }
        }

        return above;
    }

    private static WrongTotal? Wrong(List<Row> above, Row total)
    {
        if (above.Count < 2 || above.Exists(row => row.Sums.Zip(total.Sums).Any(pair => pair.First.Pounds > pair.Second.Pounds)) || above.Skip(1).Any(row => Prose().IsMatch(row.Label)) || above.Exists(row => SubTotal().IsMatch(row.Label)))
        {
            return null;
        }

        // What stands before the list (a sum in the sentence that opens it) is no row.
        var startsRight = Enumerable.Range(0, above.Count - 1).Any(from => Column(above.Skip(from), total) is null);
        return startsRight ? null : Column(OwnRows(above, total), total);
    }

    private static IEnumerable<Row> OwnRows(List<Row> above, Row total) =>
        above.Count > 2 && above[0].Sums.Select(sum => sum.Pounds).SequenceEqual(total.Sums.Select(sum => sum.Pounds)) ? above.Skip(1) : above;

    private static WrongTotal? Column(IEnumerable<Row> rows, Row total)
    {
        for (var column = 0; column < total.Sums.Count; column++)
        {
            var parts = rows.Select(row => row.Sums[column]).ToList();
            var sum = total.Sums[column];
            var tolerance = sum.Unit > parts.Max(part => part.Unit) && sum.Unit > 1 ? sum.Unit / 2 : 0;
            if (Math.Abs(parts.Sum(part => part.Pounds) - sum.Pounds) > tolerance)
            {
                return new(sum, parts);
            }
        }

        return null;
    }

    private sealed record Row(string Label, List<Sum> Sums);

    [GeneratedRegex(@"^[\s|:;,\t–—-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:^|[\n|;.•]|(?<!\b(?:in|a|the))\s)\s*(?:grand |overall |combined )?total(?:\s+(?:cost|costs|budget|spend|expenditure|value|award|funding|requested|sum))?\s*(?:\([^)]*\))?[\s:|–—=-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalLabel();

    [GeneratedRegex(@"\b(?:was|were|will|has|have|from|of which|out of|includ\w+|per|each|compared|remain\w*|balance)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prose();

    [GeneratedRegex(@"\bsub-?\s?total\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubTotal();
}
