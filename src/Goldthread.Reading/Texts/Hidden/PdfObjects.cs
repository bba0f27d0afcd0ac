using System.IO.Compression;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Looks for names in the objects of a PDF, those that are packed into streams of objects among them.</summary>
internal static class PdfObjects
{
    private const int MostUnpacked = 32 * 1024 * 1024;

    /// <summary>How often a key has one of these values.</summary>
    public static int Count(ReadOnlySpan<byte> content, string key, string[] values)
    {
        var wanted = values.Select(value => System.Text.Encoding.ASCII.GetBytes(value)).ToList();
        var name = System.Text.Encoding.ASCII.GetBytes(key);
        return CountIn(content, name, wanted) + CountIn(Unpacked(content), name, wanted);
    }

    private static int CountIn(ReadOnlySpan<byte> objects, byte[] key, List<byte[]> values)
    {
        var count = 0;
        for (var at = objects.IndexOf(key); at >= 0;)
        {
            objects = objects[(at + key.Length)..].TrimStart(" \t\r\n"u8);
            foreach (var value in values)
            {
                count += objects.StartsWith(value) && (objects.Length == value.Length || !char.IsAsciiLetterOrDigit((char)objects[value.Length])) ? 1 : 0;
            }

            at = objects.IndexOf(key);
        }

        return count;
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> content)
    {
        using var all = new MemoryStream();
        for (var at = content.IndexOf("/ObjStm"u8); at >= 0 && all.Length < MostUnpacked; at = content.IndexOf("/ObjStm"u8))
        {
            content = content[(at + 7)..];
            if (content.IndexOf("stream"u8) is >= 0 and var start && content[start..].IndexOf("endstream"u8) is > 0 and var length)
            {
                Unpack(content.Slice(start + 6, length - 6).TrimStart("\r\n"u8), all);
            }
        }

        return all.ToArray();
    }

    private static void Unpack(ReadOnlySpan<byte> packed, MemoryStream all)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[65536];
            for (var count = stream.Read(buffer); count > 0 && all.Length < MostUnpacked; count = stream.Read(buffer))
            {
                all.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            // Packed another way, or encrypted; what it holds is not counted.
        }
    }
}
