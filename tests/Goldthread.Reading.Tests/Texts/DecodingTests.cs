using System.Text;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Texts;

public sealed class DecodingTests
{
    [Fact]
    public void Decode_Utf16WithMark_ReadsIt() =>
        Assert.Equal("£5", Decoding.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("£5")]));

    [Fact]
    public void Decode_Utf16BigEndianWithMark_ReadsIt() =>
        Assert.Equal("£5", Decoding.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("£5")]));

    [Fact]
    public void Decode_Utf8WithMark_LeavesTheMarkOut() =>
        Assert.Equal("é", Decoding.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("é")]));

    [Fact]
    public void Decode_InvalidUtf8_IsWindows1252() =>
        Assert.Equal("£5 – “x”", Decoding.Decode([0xA3, 0x35, 0x20, 0x96, 0x20, 0x93, 0x78, 0x94]));

    [Fact]
    public void Decode_LineEnds_BecomeLf() => Assert.Equal("a\nb\nc\n", Decoding.Decode("a\r\nb\rc\n"u8));

    [Fact]
    public void Decode_ControlCharacters_BecomeSpaces() => Assert.Equal("a b\tc", Decoding.Decode("a\0b\tc"u8));
}
