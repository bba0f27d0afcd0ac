using System.Globalization;
using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>Writes the number of a list item in the list's style: <c>1</c>, <c>a</c>, <c>A</c>, <c>i</c> or <c>I</c>.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Letters)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    public static string Format(string type, int number) => type switch
    {
        "a" when number > 0 => Letters(number),
        "A" when number > 0 => Letters(number).ToUpperInvariant(),
        "i" when number is > 0 and < 4000 => ToRoman(number),
        "I" when number is > 0 and < 4000 => ToRoman(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The value of a Roman numeral in lower case, or 0 for anything else.</summary>
    public static int FromRoman(string letters)
    {
        var value = 0;
        var rest = letters.AsSpan();
        foreach (var (unit, sign) in Roman)
        {
            while (rest.StartsWith(sign) && value < 4000)
            {
                value += unit;
                rest = rest[sign.Length..];
            }
        }

        return rest.IsEmpty && value is > 0 and < 4000 && ToRoman(value) == letters ? value : 0;
    }

    private static string ToRoman(int number)
    {
        var text = new StringBuilder();
        foreach (var (unit, sign) in Roman)
        {
            for (; number >= unit; number -= unit)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    private static string Letters(int number)
    {
        var text = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            text = (char)('a' + ((number - 1) % 26)) + text;
        }

        return text;
    }
}
