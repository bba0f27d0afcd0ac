using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Texts;

/// <summary>Files that are not read: refused by name, with what to do, and nothing of them followed or unpacked.</summary>
public sealed class RefusalTests
{
    private static readonly byte[] Container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Theory]
    [InlineData("%PDF-1.7 ...", "a PDF")]
    [InlineData("{\\rtf1 Hello}", "rich text")]
    [InlineData(" <html><p>Hello</p></html>", "a web page")]
    [InlineData("Hello there, this is text", "another kind of file")]
    public void Read_SomethingElseNamedDocx_IsNamed(string content, string what) => AssertRefused("a.docx", Encoding.UTF8.GetBytes(content), "not-word", what);

    [Theory]
    [InlineData("mimetype", "an OpenDocument file")]
    [InlineData("photos/one.jpg", "an archive")]
    [InlineData("[Content_Types].xml,xl/workbook.xml", "a spreadsheet")]
    [InlineData("[Content_Types].xml,ppt/presentation.xml", "a set of slides")]
    public void Read_AnotherArchiveNamedDocx_IsNamed(string entries, string what) =>
        AssertRefused("a.docx", Archive(entries.Split(',').Select(entry => (entry, "x"))), "not-word", what);

    [Theory]
    [InlineData("EncryptedPackage", "password-protected", "protected by a password;")]
    [InlineData("WordDocument", "old-word", "old .doc form;")]
    public void Read_OldContainer_SaysWhichOfTheTwoItIs(string stream, string code, string what) =>
        AssertRefused("a.docx", [.. Container, .. new byte[1000], .. Encoding.Unicode.GetBytes(stream)], code, what);

    [Theory]
    [InlineData("utf-16", "a.txt")]
    [InlineData("utf-16BE", "a.txt")]
    [InlineData("utf-32", "a.txt")]
    [InlineData("utf-32BE", "a.txt")]
    [InlineData("utf-16", "a.html")]
    public void Read_WideTextWithoutMark_IsRefusedAsNoText(string encoding, string name) =>
        AssertRefused(name, Encoding.GetEncoding(encoding).GetBytes("Decision notice\n\nReference: HC 7\n"), "not-text", "save it as text in UTF-8");

    [Fact]
    public void Read_TextWithZeros_IsReadAsText() =>
        Assert.IsType<ReadOutcome.Read>(Support.Documents.Reader.Read("a.txt", Encoding.UTF8.GetBytes("Dear \0neighbour,\0 the pier is open again."), TestContext.Current.CancellationToken));

    [Fact]
    public void Read_ArchiveThatUnpacksHugely_IsRefusedBeforeItIsUnpacked()
    {
        var file = WithClaimedLength(WordFile.Make("Small"), "word/document.xml", 2_000_000_000);

        AssertRefused("a.docx", file, "too-large", "unpacks to 1,907 MB");
    }

    [Fact]
    public void Read_ArchiveThatLiesAboutItsSize_IsRefused()
    {
        var body = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{new string(' ', 60_000_000)}</w:t></w:r></w:p></w:body></w:document>";
        var file = Replace(WordFile.Make("Small"), "word/document.xml", body);

        AssertRefused("a.docx", file, "damaged", "too long");
        AssertRefused("a.docx", WithClaimedLength(file, "word/document.xml", 2000), "damaged", "cut off, broken or too long");
    }

    [Fact]
    public void Read_TooManyParts_IsRefused() =>
        AssertRefused("a.docx", Archive(Enumerable.Range(0, 5001).Select(number => ($"{number}", ""))), "too-large", "5,001 parts");

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"ha ha ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;\">]>", "&e;")]
    [InlineData("", "&e;")]
    public void Read_WordWithEntities_IsRefused(string declared, string used)
    {
        var body = $"<?xml version=\"1.0\"?>{declared}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p></w:body></w:document>";

        AssertRefused("a.docx", Replace(WordFile.Make("Small"), "word/document.xml", body), "damaged", "Word");
    }

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>", 50_000)]
    [InlineData("<w:tbl><w:tr><w:tc>", 50_000)]
    [InlineData("<w:p><w:hyperlink>", 50_000)]
    [InlineData("<w:p/>", 1_600_000)]
    public void Read_WordNestedDeepOrOfTooManyParts_IsRefused(string piece, int count)
    {
        var end = piece.EndsWith("/>", StringComparison.Ordinal) ? "" : string.Concat(piece.Split('<', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(tag => "</" + tag));
        var body = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{string.Concat(Enumerable.Repeat(piece, count))}{string.Concat(Enumerable.Repeat(end, count))}</w:body></w:document>";

        AssertRefused("a.docx", Replace(WordFile.Make("Small"), "word/document.xml", body), "too-large", "nested deeper");
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Read_WordCutOff_IsRefused(double part)
    {
        var file = WordFile.Make("Small");

        AssertRefused("a.docx", file[..(int)(file.Length * part)], "damaged", "save it again");
    }

    [Fact]
    public void Read_PdfWithPassword_IsNamed()
    {
        var key = $"<{new string('4', 64)}>";

        AssertRefused("a.pdf", PdfFile.Make("Hello", trailer: $"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>"), "password-protected", "without one");
    }

    [Fact]
    public void Read_PdfOfThousandsOfPages_IsRefusedBeforeItIsDrawn() =>
        AssertRefused("a.pdf", PdfFile.Make(string.Join("\n---\n", Enumerable.Repeat("Page", 3001))), "too-large", "3,001 pages");

    [Fact]
    public void Read_PdfThatClaimsAMillionPages_IsRefused() =>
        AssertRefused("a.pdf", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(PdfFile.Make("Hello")).Replace("/Count 1 ", "/Count 1000000 ")), "damaged", "save it again");

    [Fact]
    public void Read_PdfWithAHugePage_IsReadInItsBounds()
    {
        var file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(PdfFile.Make("Hello there")).Replace("[0 0 595 842]", "[0 0 90000 90000]"));
        var outcome = Support.Documents.Reader.Read("a.pdf", file, TestContext.Current.CancellationToken);

        SkipWithoutPoppler(outcome);
        Assert.IsType<ReadOutcome.Failed>(outcome);
    }

    [Fact]
    public void Read_PdfThatIsStopped_LeavesNoFileAndNoProcess()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var before = Leftovers();

        Assert.ThrowsAny<OperationCanceledException>(() => Support.Documents.Reader.Read("a.pdf", PdfFile.Make("Hello"), stop.Token));

        Assert.Subset(before, Leftovers());
    }

    private static HashSet<string> Leftovers() => [.. Directory.EnumerateFiles(Path.GetTempPath(), "goldthread-*.pdf")];

    private static void AssertRefused(string name, byte[] content, string code, string what)
    {
        var outcome = Support.Documents.Reader.Read(name, content, TestContext.Current.CancellationToken);
        SkipWithoutPoppler(outcome);
        var failed = Assert.IsType<ReadOutcome.Failed>(outcome);
        Assert.Equal(code, failed.Code);
        Assert.Contains(what, failed.Message);
    }

    private static void SkipWithoutPoppler(ReadOutcome outcome) =>
        Assert.SkipWhen(outcome is ReadOutcome.Failed { Code: "pdftotext-missing" }, "poppler-utils is not installed.");

    private static byte[] Archive(IEnumerable<(string Name, string Text)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Replace(byte[] file, string entry, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(entry)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry, CompressionLevel.Fastest).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }

    /// <summary>Writes another length into the archive's list of contents, where whoever unpacks it looks first.</summary>
    private static byte[] WithClaimedLength(byte[] file, string entry, uint length)
    {
        var changed = file.ToArray();
        var name = Encoding.UTF8.GetBytes(entry);
        for (var at = 0; at < changed.Length - 46; at++)
        {
            if (changed.AsSpan(at).StartsWith("PK\u0001\u0002"u8) && changed.AsSpan(at + 46).StartsWith(name))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at + 24), length);
                return changed;
            }
        }

        throw new ArgumentException("The archive has no such entry.", nameof(entry));
    }
}
