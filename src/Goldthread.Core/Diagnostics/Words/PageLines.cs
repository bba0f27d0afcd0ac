using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>The lines of a document's text without the feet and heads of its pages.</summary>
/// <remarks>
/// A foot or head says its page's number, or stands apart by two empty lines and more and comes word for word on other pages too.
/// What directly follows one and comes again is one as well.
/// </remarks>
internal static partial class PageLines
{
    /// <summary>Stands where a page ended.</summary>
    public const string Break = "\f";

    private const int LongestLine = 140;
    private const int FewestEmpty = 2;

    /// <summary>Every line with words in it, trimmed, in order, and <see cref="Break"/> once for all that stood between two pages.</summary>
    public static IEnumerable<string> Of(string document)
    {
        var lines = document.Split('\n').Select(line => line.Trim()).ToList();
        var again = lines.Where(line => line.Length is > 0 and <= LongestLine).GroupBy(line => line, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        var (empty, broken) = (0, false);
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                empty++;
                continue;
            }

            var ends = line.Length <= LongestLine && (PageNumber().IsMatch(line) || ((broken || empty >= FewestEmpty) && (BareNumber().IsMatch(line) || (again.Contains(line) && !TableGap.StandsIn(line)))));
            if (!ends || !broken)
            {
                yield return ends ? Break : line;
            }

            (empty, broken) = (0, ends);
        }
    }

    [GeneratedRegex(@"^\W{0,3}(?:page\s+[0-9]{1,4}(?:\s+(?:of|/)\s+[0-9]{1,4})?|[0-9]{1,4}\s+of\s+[0-9]{1,4}|[-–]\s?[0-9]{1,3}\s?[-–])\W{0,3}$|(?:\s|\|)\W{0,4}page\s+[0-9]{1,4}(?:\s+(?:of|/)\s+[0-9]{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^[0-9]{1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareNumber();
}
