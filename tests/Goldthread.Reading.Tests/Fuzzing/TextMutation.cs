using System.Text;

namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>Changes a plain text as lines: shuffled, doubled, joined, indented, spliced with another's, in unusual encodings.</summary>
internal static class TextMutation
{
    private const int Longest = 4_000_000;

    /// <summary>Some changes to the lines, and now and then to the bytes or the encoding.</summary>
    public static byte[] Mutate(byte[] bytes, byte[] other, Random random)
    {
        if (random.Next(4) == 0)
        {
            return ByteMutation.Mutate(bytes, other, random);
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var others = Encoding.UTF8.GetString(other).Split('\n');
        for (var times = random.Next(1, 12); times > 0; times--)
        {
            Change(lines, others, random);
        }

        var text = string.Join((string[])["\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", " "] is var ends ? ends[random.Next(ends.Length)] : "", lines);
        var encoded = Encode(text.Length > Longest ? text[..Longest] : text, random);
        return random.Next(8) == 0 ? ByteMutation.Mutate(encoded, bytes, random) : encoded;
    }

    /// <summary>The text in some encoding, UTF-8 mostly; marked or not, whole or cut in the middle of a character.</summary>
    public static byte[] Encode(string text, Random random)
    {
        Encoding encoding = random.Next(20) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => Encoding.UTF32,
            3 => Encoding.Latin1,
            4 => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            _ => Encoding.UTF8,
        };
        var marked = random.Next(3) > 0 && encoding is not UTF8Encoding ? encoding.GetPreamble() : random.Next(10) == 0 ? encoding.GetPreamble() : [];
        byte[] bytes = [.. marked, .. encoding.GetBytes(text)];
        return random.Next(30) == 0 && bytes.Length > 4 ? bytes[..^random.Next(1, 4)] : bytes;
    }

    private static void Change(List<string> lines, string[] others, Random random)
    {
        var at = random.Next(lines.Count);
        var count = Math.Min(random.Next(1, 20), lines.Count - at);
        switch (random.Next(14))
        {
            case 0:
                (lines[at], lines[^1]) = (lines[^1], lines[at]);
                break;
            case 1:
                lines.Reverse(at, count);
                break;
            case 2:
                lines.InsertRange(random.Next(lines.Count), lines.GetRange(at, count));
                break;
            case 3 when lines.Count > count:
                lines.RemoveRange(at, count);
                break;
            case 4:
                var from = random.Next(others.Length);
                lines.InsertRange(at, others[from..Math.Min(others.Length, from + count)]);
                break;
            case 5:
                lines[at] = string.Join(' ', lines.GetRange(at, count));
                break;
            case 6:
                lines[at] = new string((char)random.Next(32, 127), Odd.Length(random));
                break;
            case 7:
                lines[at] = string.Concat(Enumerable.Repeat(Odd.Word(random) + (random.Next(2) == 0 ? " " : ""), Math.Min(Odd.Length(random), 60_000)));
                break;
            case 8:
                lines[at] = new string(random.Next(2) == 0 ? ' ' : '\t', random.Next(1, 60)) + lines[at];
                break;
            case 9:
                lines[at] = lines[at].Replace(" ", random.Next(2) == 0 ? "   " : " | ", StringComparison.Ordinal);
                break;
            case 10:
                lines[at] = lines[at].ToUpperInvariant();
                break;
            case 11 when lines[at].Length > 0:
                var cut = random.Next(lines[at].Length);
                lines[at] = lines[at][..cut] + Odd.Word(random) + lines[at][cut..];
                break;
            case 12:
                lines.InsertRange(at, Enumerable.Repeat(lines[at], Math.Min(Odd.Length(random), 1 + (500_000 / (lines[at].Length + 1)))));
                break;
            default:
                lines.Insert(at, Odd.Word(random));
                break;
        }
    }
}
