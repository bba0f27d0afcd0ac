using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A number of things found in a text, in figures or in words up to ninety-nine; no money, percentage, date or time.</summary>
/// <param name="Value">The number.</param>
/// <param name="Quote">The words as printed.</param>
/// <param name="Start">Where it begins in the text.</param>
internal sealed partial record Count(int Value, string Quote, int Start)
{
    private static readonly string[] Small =
    [
        "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Quote.Length;

    /// <summary>Every count in a text, in order.</summary>
    public static IReadOnlyList<Count> In(string text) =>
        [.. Printed().Matches(text).Select(match => new Count(Read(match.Value.ToLowerInvariant()), match.Value, match.Index))];

    private static int Read(string printed)
    {
        if (char.IsAsciiDigit(printed[0]))
        {
            return int.Parse(printed.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }

        var words = printed.Split('-', ' ');
        return words.Sum(word => Array.IndexOf(Small, word) is >= 0 and var small ? small : 10 * Array.IndexOf(Tens, word));
    }

    private const string Units = "one|two|three|four|five|six|seven|eight|nine";

    [GeneratedRegex(
        @"(?<![£$€#/\-\u2010-\u2015.])\b(?:[0-9]{1,3}(?:,[0-9]{3})|[0-9]{1,5}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:" + Units + @"))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|" + Units + @")\b(?![%/:\-\u2010-\u2015]|[.,][0-9]|\s?(?:%|per\s?cent|percent|[ap]\.?m\b|k\b|m\b|million|thousand|hundred|(?:st|nd|rd|th)\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Printed();
}
