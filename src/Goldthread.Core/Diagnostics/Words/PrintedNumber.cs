using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A number as printed before a paragraph, taken apart: <c>1.4.2</c> is 1, 4, 2; <c>iii</c> is 3.</summary>
internal static partial class PrintedNumber
{
    /// <summary>The parts of a printed number; letters count as Roman numerals or as the alphabet.</summary>
    public static IReadOnlyList<int>? Parts(string? printed, bool roman)
    {
        if (string.IsNullOrWhiteSpace(printed) || printed.Length > 30)
        {
            return null;
        }

        var parts = new List<int>();
        for (var at = AfterWord(printed); at < printed.Length;)
        {
            var length = TokenLength(printed.AsSpan(at));
            if (length > 0)
            {
                parts.Add(Value(printed.AsSpan(at, length), roman));
            }

            at += Math.Max(1, length);
        }

        return parts.Count is > 0 and <= 6 && !parts.Contains(-1) ? parts : null;
    }

    // "Recommendation 3" and "Rec. 3" are 3.
    private static int AfterWord(string printed)
    {
        var at = printed.Length - printed.AsSpan().TrimStart().Length;
        var letters = TokenLength(printed.AsSpan(at));
        if (letters < 2 || char.IsAsciiDigit(printed[at]))
        {
            return 0;
        }

        at += letters;
        at += at < printed.Length && printed[at] == '.' ? 1 : 0;
        at = printed.Length - printed.AsSpan(at).TrimStart().Length;
        return at < printed.Length && char.IsAsciiDigit(printed[at]) ? at : 0;
    }

    // How many digits, or how many letters, the text begins with.
    private static int TokenLength(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
        if (digits > 0)
        {
            return digits;
        }

        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]))
        {
            letters++;
        }

        return letters;
    }

    /// <summary>The leading part as a number, whichever way it is written, or null.</summary>
    public static int? Leading(string? printed) => (Parts(printed, roman: true) ?? Parts(printed, roman: false))?[0];

    /// <summary>Whether the number has more than one part, such as <c>4.1</c>.</summary>
    public static bool HasParts(string? printed) => printed is not null && printed.Contains('.') && Dotted().IsMatch(printed);

    private static int Value(ReadOnlySpan<char> token, bool roman)
    {
        if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number < 100_000 ? number : -1;
        }

        return roman ? Roman(token.ToString()) : Letter(token);
    }

    // a is 1, z is 26, aa is 27 as in lists that run over.
    private static int Letter(ReadOnlySpan<char> token) => token.Length switch
    {
        1 => char.ToUpperInvariant(token[0]) - 'A' + 1,
        2 when char.ToUpperInvariant(token[0]) == char.ToUpperInvariant(token[1]) => 26 + char.ToUpperInvariant(token[0]) - 'A' + 1,
        _ => -1,
    };

    private static int Roman(string token)
    {
        if (!RomanNumeral().IsMatch(token))
        {
            return -1;
        }

        var values = token.ToUpperInvariant().Select(c => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 100 }).ToList();
        return values.Select((value, i) => i + 1 < values.Count && value < values[i + 1] ? -value : value).Sum();
    }

    [GeneratedRegex(@"^\s*(?:[0-9]+|[A-Za-z])\s*\.\s*[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dotted();

    [GeneratedRegex("^(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RomanNumeral();
}
