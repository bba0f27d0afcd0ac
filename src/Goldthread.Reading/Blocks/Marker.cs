using System.Buffers;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>The bullet or number that a line begins with.</summary>
internal sealed partial record Marker(bool Bullet, Numeral? Number, int Length, bool Weak)
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsWhiteSpace)]);
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789ivxlcIVXLC./()[]:");

    private const string PlainBullets = "-–—*+>•●○■□▪▫◦‣⁃·➢➤►▶✓✔❖§¨";

    /// <summary>Whether the letter is drawn before items and stands for no word or number.</summary>
    public static bool IsBullet(char glyph) => glyph is '•' or '●' or '▪' or '◦' or '‣' or '■' or '□' or '○' or (>= '\uE000' and <= '\uF8FF');

    /// <summary>Reads the marker at the beginning of the stretch, if there is one.</summary>
    public static Marker? Read(SourceText source, int start, int end)
    {
        var bullet = BulletLength(source.Value.AsSpan(start, end - start));
        var number = ReadNumber(source, start + bullet, end);
        if (number is not null)
        {
            return number with { Length = bullet + number.Length, Bullet = false, Weak = number.Weak };
        }

        return bullet == 0 ? null : new Marker(Bullet: true, Number: null, bullet, Weak: false);
    }

    /// <summary>The bullet alone, where what stands after it is no number: <c>• B. Sample</c>.</summary>
    public static Marker? OnlyBullet(SourceText source, int start, int end)
    {
        var length = BulletLength(source.Value.AsSpan(start, end - start));
        return length == 0 ? null : new Marker(Bullet: true, Number: null, length, Weak: false);
    }

    private static int BulletLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 8)
        {
            var glyph = text[at];
            var isPrivate = glyph is >= '\uE000' and <= '\uF8FF' or '\uFFFD';
            var spaced = at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]);
            var wide = at + 2 < text.Length && spaced && (text[at + 1] == '\t' || char.IsWhiteSpace(text[at + 2]));
            if (!(isPrivate || (spaced && PlainBullets.Contains(glyph)) || (glyph is 'o' && (wide || IsWord(text, at + 1))) || glyph is '•' or '●' or '▪' or '➢'))
            {
                break;
            }

            at = SkipSpaces(text, at + 1);
        }

        return at < text.Length ? at : 0;
    }

    /// <summary>Whether one space and then a word of two letters or more follows: no English line begins with a lone "o".</summary>
    private static bool IsWord(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && text[at] == ' ' && char.IsLetter(text[at + 1]) && char.IsLetterOrDigit(text[at + 2]);

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static Marker? ReadNumber(SourceText source, int start, int end)
    {
        if (!MayBegin(source.Value.AsSpan(start, Math.Min(end - start, 40))))
        {
            return null;
        }

        var head = source.Value.Substring(start, Math.Min(end - start, 40));
        var match = Pattern.Match(head);
        if (!match.Success || match.Length == head.Length)
        {
            return null;
        }

        var printed = match.Groups["number"].Value;
        if (match.Groups["open"].Value == "[" && (printed is "x" or "X"))
        {
            return null;
        }

        var closed = match.Groups["close"].Value;
        var bracketed = closed.Contains(')') || match.Groups["open"].Success;
        var spaces = match.Groups["space"].Value;
        if (StyleOf(printed) is not { } style || IsNoNumber(printed, style, closed, bracketed, head[match.Length..]))
        {
            return null;
        }

        var at = start + match.Groups["number"].Index;
        var numeral = new Numeral(printed, style, Folding.Fold(source, at, at + printed.Length), bracketed);
        var weak = IsWeak(style, closed, spaces, printed);
        return new Marker(Bullet: false, numeral, match.Length, weak);
    }

    /// <summary>Whether the first word has nothing in it that no number has: most lines begin with words.</summary>
    private static bool MayBegin(ReadOnlySpan<char> head)
    {
        var first = head.IndexOfAny(Spaces) is > 0 and var space ? head[..space] : default;
        var number = first.TrimStart("([");
        return number.Length > 0 && char.IsAsciiLetterOrDigit(number[0]) && !number[1..].ContainsAnyExcept(NumberLetters);
    }

    private static bool IsNoNumber(string printed, NumeralStyle style, string closed, bool bracketed, string rest) =>
        (style is NumeralStyle.Letter or NumeralStyle.Roman && closed.Length == 0 && !bracketed)
        || (style == NumeralStyle.Decimal && Unit.IsMatch(rest))
        || (style == NumeralStyle.Integer && closed is ":" && rest.Length > 0 && char.IsDigit(rest[0]))
        || (style == NumeralStyle.Integer && closed.Length == 0 && Month.IsMatch(rest))
        || (printed.Length > 4 && style == NumeralStyle.Integer);

    private static bool IsWeak(NumeralStyle style, string closed, string spaces, string printed) => style switch
    {
        NumeralStyle.Integer => closed.Length == 0 && spaces.Length < 2 && spaces != "\t",
        NumeralStyle.Letter or NumeralStyle.Roman => closed == "." && char.IsUpper(printed[0]) && printed.Length == 1,
        NumeralStyle.Slashed => true,
        _ => false,
    };

    private static NumeralStyle? StyleOf(string printed)
    {
        if (char.IsDigit(printed[0]))
        {
            return printed.Contains('/') ? NumeralStyle.Slashed : printed.Contains('.') ? NumeralStyle.Decimal : NumeralStyle.Integer;
        }

        if (printed.Length > 1 && char.IsDigit(printed[1]))
        {
            return NumeralStyle.Decimal;
        }

        // Nobody counts as far as a hundred in Roman: a lone C, D, L or M is a letter.
        var isRoman = printed.Length > 1 || "ivxIVX".Contains(printed[0]);
        if (isRoman && ListNumber.FromRoman(printed.ToLowerInvariant()) > 0)
        {
            return NumeralStyle.Roman;
        }

        return printed.Length == 1 ? NumeralStyle.Letter : null;
    }

    [GeneratedRegex(@"^(?<open>[(\[])?(?<number>[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}|[A-Z][0-9]{1,2}(?:\.[0-9]{1,2}){0,2}|[0-9]{1,4}/[0-9]{1,4}|[0-9]{1,3}|[A-Za-z]|[ivxlc]{1,7}|[IVXLC]{1,7})(?<close>\.?[)\]]|[.:])?(?<space>\s+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"^((am|pm|a\.m|p\.m|noon|million|billion|per cent|percent|m|k|bn)\b|%)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unit { get; }

    [GeneratedRegex(@"^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Month { get; }
}
