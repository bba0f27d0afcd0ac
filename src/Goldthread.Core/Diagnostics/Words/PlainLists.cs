using System.Globalization;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>Follows lists of plain numbers and letters (1, 2, 3; a, b, c; i, ii) among a section's paragraphs.</summary>
/// <remarks>A list may begin again after any paragraph without a number or with one of several parts.</remarks>
internal static class PlainLists
{
    private enum Style
    {
        Digits,
        Letters,
        Roman,
    }

    public static IEnumerable<NumberFault> Faults(IReadOnlyList<string?> numbers)
    {
        var last = new Dictionary<Style, int>();
        Style? before = null;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is not { } printed || PrintedNumber.HasParts(printed))
            {
                // A numbered paragraph ends every list; one without a number only lets it begin again.
                if (numbers[i] is not null)
                {
                    last.Clear();
                }

                before = null;
                continue;
            }

            if (Read(printed, last) is not { } read)
            {
                continue;
            }

            var known = last.TryGetValue(read.Style, out var previous);
            var begins = read.Value == 1 && before != read.Style;
            if (known && !begins && read.Value != previous + 1)
            {
                yield return new NumberFault(i, previous, read.Value, read.Value == previous);
            }

            last[read.Style] = read.Value;
            before = read.Style;
        }
    }

    private static (Style Style, int Value)? Read(string printed, Dictionary<Style, int> last)
    {
        var text = printed.Trim();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return (Style.Digits, digits);
        }

        var roman = One(text, roman: true);
        var letter = One(text, roman: false);
        var goesOn = letter is { } l && last.TryGetValue(Style.Letters, out var previous) && l == previous + 1;
        return (letter, roman) switch
        {
            ({ } value, _) when goesOn => (Style.Letters, value),
            (_, { } value) when last.ContainsKey(Style.Roman) || value == 1 => (Style.Roman, value),
            ({ } value, _) => (Style.Letters, value),
            (_, { } value) => (Style.Roman, value),
            _ => null,
        };
    }

    private static int? One(string text, bool roman) =>
        text.All(char.IsAsciiLetter) && PrintedNumber.Parts(text, roman) is [var value] ? value : null;
}
