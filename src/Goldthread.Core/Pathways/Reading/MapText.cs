using System.Buffers;
using System.Text;

namespace Goldthread.Core.Pathways.Reading;

/// <summary>Turns the bytes of a file into text, and says where they are not UTF-8.</summary>
public static class MapText
{
    /// <summary>The text of the bytes; a byte that is not UTF-8 becomes U+FFFD and the first of them a problem.</summary>
    public static string Decode(string file, ReadOnlySpan<byte> bytes, ICollection<MapProblem> problems)
    {
        if (FirstInvalid(bytes) is { } at)
        {
            var before = Encoding.UTF8.GetString(bytes[..at]).TrimStart('\uFEFF');
            var line = before.AsSpan().Count('\n') + 1;
            var column = before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1;
            problems.Add(new MapProblem(file, line, column, Diagnostics.Severity.Error, $"The byte 0x{bytes[at]:X2} is not UTF-8."));
        }
        return Encoding.UTF8.GetString(bytes);
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }
            at += length;
        }
        return null;
    }
}
