using System.Buffers;
using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>From bytes to characters: a byte order mark decides, else valid UTF-8, else Windows-1252.</summary>
internal static class Decoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What Windows-1252 has at 0x80 to 0x9F; elsewhere it is Latin-1.</summary>
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Control characters but for the line end and the tab.</summary>
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))]);

    /// <summary>The characters that the bytes stand for, line ends as LF, control characters as spaces.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Clean(Characters(bytes));

    private static string Characters(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => new UTF32Encoding(bigEndian: false, byteOrderMark: false).GetString(rest),
        [0, 0, 0xFE, 0xFF, .. var rest] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => Unmarked(bytes),
    };

    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Latin(bytes);
        }
    }

    private static string Latin(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var at = 0; at < bytes.Length; at++)
        {
            text[at] = bytes[at] is >= 0x80 and < 0xA0 and var value ? Windows1252[value - 0x80] : (char)bytes[at];
        }

        return new string(text);
    }

    /// <summary>Folds line ends to LF and puts a space for every other control character but the tab.</summary>
    public static string Clean(string text, bool keepPages = false)
    {
        if (text.AsSpan().IndexOfAny(Unclean) < 0)
        {
            return text;
        }

        var clean = new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\r')
            {
                letter = '\n';
                at += at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            }
            else if (char.IsControl(letter) && letter is not ('\n' or '\t') && !(keepPages && letter == '\f'))
            {
                letter = ' ';
            }

            clean[length++] = letter;
        }

        return new string(clean, 0, length);
    }
}
