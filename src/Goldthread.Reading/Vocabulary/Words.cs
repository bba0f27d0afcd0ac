using System.Globalization;

namespace Goldthread.Reading.Vocabulary;

/// <summary>Where words begin and end in a text, as a regular expression's <c>\b</c> has it.</summary>
internal static class Words
{
    /// <summary>How many characters the word has that begins at the place; 0 where none does.</summary>
    public static int LengthAt(string text, int at)
    {
        if (at > 0 && IsPart(text[at - 1]))
        {
            return 0;
        }

        return Skip(text, at) - at;
    }

    /// <summary>Where the word ends that the place stands in.</summary>
    public static int Skip(string text, int at)
    {
        while (at < text.Length && IsPart(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the character is part of a word.</summary>
    public static bool IsPart(char letter) => letter < 128
        ? char.IsAsciiLetterOrDigit(letter) || letter == '_'
        : letter is '\u200C' or '\u200D' || char.GetUnicodeCategory(letter) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
