using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Goldthread.Publishing;

/// <summary>The one place that makes a text harmless to a spreadsheet, which would run a cell that begins like a formula.</summary>
/// <remarks>
/// A text is dangerous where a cell could begin (at its start, and after a tab, a line break or a semicolon, which
/// part cells in other countries' settings) and the first sign there that is not a space, a quotation mark or
/// invisible is <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>, in whatever width Unicode has it. An apostrophe is put
/// before such a place: a spreadsheet then shows words. A plain number keeps its sign. After OWASP's advice on CSV injection.
/// </remarks>
internal static partial class SpreadsheetText
{
    /// <summary>The text, with an apostrophe before each place at which a formula could begin.</summary>
    public static string Safe(string text)
    {
        if (Number().IsMatch(text))
            return text;
        StringBuilder? safe = null;
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at > 0 && !Parts(text[at - 1]))
                continue;
            if (!BeginsFormula(text.AsSpan(at)))
                continue;
            safe ??= new StringBuilder(text.Length + 4);
            safe.Append(text, from, at - from).Append('\'');
            from = at;
        }

        return safe is null ? text : safe.Append(text, from, text.Length - from).ToString();
    }

    private static bool Parts(char c) => c is '\t' or '\r' or '\n' or ';' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f' or '\uFF1B' or '\uFE54';

    private static bool BeginsFormula(ReadOnlySpan<char> text)
    {
        var passed = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Parts(rune.Value <= char.MaxValue ? (char)rune.Value : 'x'))
                return passed is false && rune.Value is '\t' or '\r'; // a cell that begins with one of these is refused as it is
            if (!Skipped(rune))
                return Plain(rune) is '=' or '+' or '-' or '@';
            passed = true;
        }

        return false;
    }

    private static bool Skipped(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is '`' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || Plain(rune) is '"' or '\'';

    // The same signs in other widths and places on the line.
    private static char Plain(Rune rune) => rune.Value switch
    {
        '＝' or '﹦' or '⁼' or '₌' => '=',
        '＋' or '﹢' or '⁺' or '₊' => '+',
        '－' or '﹣' or '⁻' or '₋' or '−' => '-',
        '＠' or '﹫' => '@',
        '＂' or '„' or '‟' => '"',
        '＇' or '‚' or '‛' => '\'',
        <= 0x7F => (char)rune.Value,
        _ => '\0',
    };

    [GeneratedRegex(@"^[+-]?[0-9]+(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
