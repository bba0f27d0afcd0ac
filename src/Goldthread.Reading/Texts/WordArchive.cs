using System.IO.Compression;
using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>Says of bytes that should be a Word document why they are not one, before anything of them is unpacked.</summary>
internal static class WordArchive
{
    /// <summary>The most bytes that all parts may claim to unpack to, pictures included.</summary>
    private const long MostUnpacked = 400L * 1024 * 1024;

    private const int MostEntries = 5000;

    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] OldDocument = Encoding.Unicode.GetBytes("WordDocument");

    /// <summary>Why the bytes cannot be read; null where they look like a Word document.</summary>
    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    public static ReadOutcome.Failed? Refusal(ReadOnlySpan<byte> content)
    {
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return OfContainer(content);
        }

        return content.StartsWith("PK"u8) ? OfArchive(content.ToArray())
            : content.StartsWith("%PDF-"u8) ? Other("a PDF", "give it the extension .pdf")
            : content.StartsWith("{\\rtf"u8) ? Other("rich text (RTF)", "open it in Word and save it as .docx")
            : content.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8) ? Other("a web page or XML", "give it its true extension, or open it in Word and save it as .docx")
            : Other("another kind of file", "give it its true extension, or open it in Word and save it as .docx");
    }

    /// <summary>The container of the 1990s holds either a document in the old form or one that a password has locked.</summary>
    private static ReadOutcome.Failed OfContainer(ReadOnlySpan<byte> content) =>
        content.IndexOf(EncryptedPackage) >= 0
            ? new("password-protected", "The file is protected by a password; open it in Word and save it as .docx without a password.")
            : content.IndexOf(OldDocument) >= 0
                ? new("old-word", "The file is in the old .doc form; open it in Word and save it as .docx.")
                : new("password-protected", "The file is protected by a password or is in the old .doc form; open it in Word and save it as .docx without a password.");

    private static ReadOutcome.Failed? OfArchive(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var (entries, unpacked) = (archive.Entries.Count, archive.Entries.Sum(entry => Math.Max(0, (double)entry.Length)));
        if (entries > MostEntries || unpacked > MostUnpacked)
        {
            return new("too-large", $"The document unpacks to {unpacked / 1024 / 1024:N0} MB in {entries:N0} parts, more than can be read; split it or save its text alone.");
        }

        if (archive.Entries.Any(entry => entry.IsEncrypted))
        {
            return new("password-protected", "The file is an archive that a password has locked; unpack it and give the document in it.");
        }

        bool Has(string prefix) => archive.Entries.Any(entry => entry.FullName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return Has("[Content_Types].xml")
            ? Has("xl/workbook") ? Other("a spreadsheet", "save its text as .docx or .txt")
                : Has("ppt/presentation") ? Other("a set of slides", "save its text as .docx or .txt")
                : null
            : Has("mimetype") ? Other("an OpenDocument file or an electronic book", "open it and save it as .docx")
            : entries == 0 ? null
            : Other("an archive of another kind", "unpack it and give the documents in it");
    }

    private static ReadOutcome.Failed Other(string what, string cure) =>
        new("not-word", $"The file is {what} though its name says Word; {cure}.");
}
