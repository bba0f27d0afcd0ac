using System.Buffers.Binary;

namespace Goldthread.BrowserTests.Support;

/// <summary>
/// Reads the files that Firefox keeps sessions in: the mark <c>mozLz40</c>, the length as four bytes, one block of LZ4
/// (github.com/lz4/lz4, doc/lz4_Block_format.md).
/// </summary>
internal static class MozLz4
{
    private static ReadOnlySpan<byte> Mark => "mozLz40\0"u8;

    /// <summary>Whether these are such bytes.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Mark);

    /// <summary>What they hold.</summary>
    public static byte[] Read(ReadOnlySpan<byte> file)
    {
        var text = new byte[BinaryPrimitives.ReadUInt32LittleEndian(file[Mark.Length..])];
        var (from, to) = (Mark.Length + sizeof(uint), 0);
        while (from < file.Length)
        {
            var token = file[from++];
            var literals = Length(token >> 4, file, ref from);
            file.Slice(from, literals).CopyTo(text.AsSpan(to));
            (from, to) = (from + literals, to + literals);
            if (from >= file.Length)
                break;
            var back = BinaryPrimitives.ReadUInt16LittleEndian(file[from..]);
            from += sizeof(ushort);
            for (var left = Length(token & 15, file, ref from) + 4; left > 0; left--, to++)
                text[to] = text[to - back];
        }

        return text;
    }

    private static int Length(int nibble, ReadOnlySpan<byte> file, ref int from)
    {
        if (nibble < 15)
            return nibble;
        byte more;
        do
        {
            more = file[from++];
            nibble += more;
        }
        while (more == byte.MaxValue);
        return nibble;
    }
}
