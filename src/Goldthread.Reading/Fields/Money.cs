using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields;

/// <summary>A sum of money and where it stands.</summary>
internal sealed record Sum(decimal Pounds, Passage Quote);

/// <summary>Finds sums of money as printed: <c>£600k</c>, <c>£4.2 million</c>, <c>£1,476,140.33</c>.</summary>
internal static partial class Money
{
    /// <summary>Every sum of the passage, in order.</summary>
    public static IEnumerable<Sum> In(Passage passage)
    {
        if (!passage.HasDigits)
        {
            yield break;
        }

        foreach (Match match in Pattern.Matches(passage.Text))
        {
            if (Read(match.Groups["figure"].Value, Unit(match.Groups["unit"].Value)) is { } pounds && !IsOnlyUnit(match))
            {
                yield return new Sum(pounds, passage.Slice(match.Index, match.Length));
            }
        }
    }

    /// <summary>What a column headed by these words counts in: 1 for pounds, 1,000 for thousands, null for no money.</summary>
    public static decimal? ColumnUnit(string heading)
    {
        var match = UnitOfColumn.Match(heading);
        if (!match.Success)
        {
            return null;
        }

        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "" => 1m,
            "m" or "million" or "millions" => 1_000_000m,
            _ => 1_000m,
        };
    }

    /// <summary>The figure of a cell that holds nothing else, or null.</summary>
    public static decimal? Figure(string cell)
    {
        var match = BareFigure.Match(cell);
        return match.Success ? Read(match.Groups["figure"].Value, 1m) : null;
    }

    private static decimal? Read(string figure, decimal unit)
    {
        var digits = figure.Replace(",", "").Replace(" ", "");
        var isNumber = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        return isNumber && digits.Length <= 18 ? value * unit : null;
    }

    private static decimal Unit(string word) => word.ToLowerInvariant() switch
    {
        "k" or "thousand" => 1_000m,
        "m" or "mn" or "million" => 1_000_000m,
        "bn" or "billion" => 1_000_000_000m,
        _ => 1m,
    };

    /// <summary>Whether it is the <c>£000</c> over a column.</summary>
    private static bool IsOnlyUnit(Match match) => match.Groups["figure"].Value is "000" or "000,000" or "0,000";

    [GeneratedRegex(@"(£|\bGBP\s?)\s?(?<figure>[0-9]{1,3}(,\s?[0-9]{3}){1,5}(\.[0-9]{1,2})?|[0-9]{1,15}(\.[0-9]{1,6})?)(\s?(?<unit>thousand|million|billion|mn|bn|[kKmM])(?![A-Za-z]))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"£\s?['’‘]?(?<unit>0{3}|k\b|m\b|millions?\b|thousands?\b)?|\((?<unit>['’‘]?0{3})s?\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex UnitOfColumn { get; }

    [GeneratedRegex(@"^[(\-–−]?\s?£?\s?(?<figure>[0-9]{1,3}(,[0-9]{3}){1,5}(\.[0-9]{1,2})?|[0-9]{1,12}(\.[0-9]{1,6})?)\)?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex BareFigure { get; }
}
