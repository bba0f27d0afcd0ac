using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Reading.Texts;

/// <summary>The text of a Word document: automatic numbers computed, tables row by row, what is deleted or hidden left out.</summary>
internal sealed class WordText
{
    private const long MostCharacters = 40_000_000;
    private const long MostUnpacked = 400L * 1024 * 1024;

    private readonly LineWriter writer = new();
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly CancellationToken cancellation;
    private int tables;

    private WordText(MainDocumentPart part, CancellationToken cancellation)
    {
        styles = new WordStyles(part.StyleDefinitionsPart?.Styles);
        numbering = new WordNumbering(part.NumberingDefinitionsPart?.Numbering);
        this.cancellation = cancellation;
    }

    public static Extraction Extract(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Span is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return new ReadOutcome.Failed("password-protected", "The file is protected by a password or is in the old .doc form; open it in Word and save it as .docx without a password.");
        }

        try
        {
            return Open(content, cancellation);
        }
        catch (Exception problem) when (problem is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException
            or IOException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException or KeyNotFoundException or UriFormatException or IndexOutOfRangeException)
        {
            return new ReadOutcome.Failed("damaged", "The file is not a whole Word document; open it in Word and save it again as .docx.");
        }
    }

    private static Extraction Open(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var bytes = content.ToArray();
        if (IsBomb(bytes))
        {
            return new ReadOutcome.Failed("too-large", "The document unpacks to more than can be read; split it or save its text alone.");
        }

        using var stream = new MemoryStream(bytes, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        if (document.MainDocumentPart is not { Document.Body: { } body } part)
        {
            return new ReadOutcome.Failed("damaged", "The file holds no Word document; open it in Word and save it again as .docx.");
        }

        var text = new WordText(part, cancellation);
        text.Take(body);
        var extracted = text.writer.Finish();
        return extracted.Lines.Count == 0
            ? new ReadOutcome.Failed("empty", "The document holds no text; if it is a scan, have its text recognised first.")
            : extracted;
    }

    /// <summary>Whether the archive claims to unpack to more than any document does.</summary>
    private static bool IsBomb(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return archive.Entries.Count > 5000 || archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > MostUnpacked;
    }

    private void Take(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (element)
            {
                case Paragraph paragraph:
                    TakeParagraph(paragraph);
                    break;
                case Table table:
                    TakeTable(table);
                    break;
                case SdtBlock block:
                    Take(block.SdtContentBlock ?? (OpenXmlElement)block);
                    break;
                case CustomXmlBlock or SdtContentBlock:
                    Take(element);
                    break;
            }
        }
    }

    private void TakeParagraph(Paragraph paragraph)
    {
        var style = styles.Of(paragraph);
        var isHeading = style.Outline is >= 0 and < 6;
        writer.EndLine(paragraph: isHeading);
        writer.Rank = isHeading && !writer.InRow ? style.Outline + 1 : 0;
        var number = writer.InRow || WordRuns.HasText(paragraph, styles) ? numbering.Next(paragraph, style) : null;
        if (number is { } marker)
        {
            writer.Depth = isHeading ? 0 : marker.Level + 1;
            writer.Mark(marker.Text);
        }
        else
        {
            writer.Depth = 0;
        }

        WordRuns.Write(paragraph, writer, styles, style.Bold);
        writer.EndLine(paragraph: number is null || isHeading);
        writer.Rank = 0;
        writer.Depth = 0;
    }

    private void TakeTable(Table table)
    {
        var rows = table.Elements<TableRow>().ToList();
        if (writer.InRow || rows.TrueForAll(row => row.Elements<TableCell>().Count() < 2))
        {
            foreach (var cell in rows.SelectMany(row => row.Elements<TableCell>()))
            {
                Take(cell);
            }

            return;
        }

        writer.Table = ++tables;
        foreach (var row in rows)
        {
            writer.StartRow();
            writer.Head = row.TableRowProperties?.GetFirstChild<TableHeader>() is not null;
            foreach (var cell in Cells(row))
            {
                TakeCell(cell);
            }

            writer.EndRow();
        }

        writer.EndLine(paragraph: true);
    }

    private static IEnumerable<TableCell> Cells(TableRow row) =>
        row.ChildElements.SelectMany(child => child switch
        {
            TableCell cell => [cell],
            SdtCell content => content.SdtContentCell?.Elements<TableCell>() ?? [],
            _ => Enumerable.Empty<TableCell>(),
        });

    private void TakeCell(TableCell cell)
    {
        writer.StartCell();
        Take(cell);
        writer.EndCell();
        for (var span = Math.Min(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 60); span > 1; span--)
        {
            writer.StartCell();
            writer.EndCell();
        }
    }
}
