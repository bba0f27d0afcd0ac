using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Texts;

/// <summary>The text of a Word document: automatic numbers computed, tables row by row, what is deleted or hidden left out.</summary>
internal sealed class WordText
{
    // A table within a cell that holds no more than "Yes ☐ No ☐" is the cell's answer.
    private const int LongestAnswer = 40;

    /// <summary>The most characters of a part that are read.</summary>
    public const long MostCharacters = 20_000_000;

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
        try
        {
            return WordArchive.Refusal(content.Span) is { } refusal ? refusal : Open(content, cancellation);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return new ReadOutcome.Failed("damaged", "The file is not a whole Word document: a part of it is cut off, broken or too long; open it in Word and save it again as .docx.");
        }
    }

    /// <summary>Whether a problem says that the file is not whole.</summary>
    public static bool IsDamage(Exception problem) =>
        problem is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException
            or IOException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException or KeyNotFoundException or UriFormatException or IndexOutOfRangeException or OverflowException;

    private static Extraction Open(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        if (WordSize.Refusal(document) is { } refusal)
        {
            return refusal;
        }

        if (document.MainDocumentPart is not { Document.Body: { } body } part)
        {
            return new ReadOutcome.Failed("damaged", "The file holds no Word document; open it in Word and save it again as .docx.");
        }

        var text = new WordText(part, cancellation);
        text.Take(body);
        var extracted = text.writer.Finish();
        return extracted.Lines.Count == 0
            ? new ReadOutcome.Failed("empty", "The document holds no text; if it is a scan, have its text recognised first.")
            : extracted with { Hidden = WordHidden.Find(document, text.styles, extracted.Source.Value, cancellation) };
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
        writer.Rank = isHeading ? style.Outline + 1 : 0;
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
        var rows = table.Elements<TableRow>().Where(row => !WordSights.IsGone(row)).ToList();
        var isAnswer = writer.InRow && table.InnerText.Length <= LongestAnswer;
        if (isAnswer || rows.TrueForAll(row => row.Elements<TableCell>().Count() < 2))
        {
            foreach (var cell in rows.SelectMany(Cells))
            {
                Take(cell);
            }

            return;
        }

        writer.BreakRow();
        var number = ++tables;
        foreach (var row in rows)
        {
            writer.StartRow();
            writer.Table = number;
            writer.Head = row.TableRowProperties?.GetFirstChild<TableHeader>() is not null;
            var cells = Cells(row).ToList();
            foreach (var cell in cells)
            {
                TakeCell(cell, isOnly: cells.Count == 1);
            }

            writer.EndRow();
        }

        writer.EndLine(paragraph: true);
    }

    private static IEnumerable<TableCell> Cells(TableRow row) =>
        row.ChildElements.SelectMany(child => child switch
        {
            TableCell { TableCellProperties: { } properties } when properties.GetFirstChild<CellDeletion>() is not null => [],
            TableCell cell => [cell],
            SdtCell content => content.SdtContentCell?.Elements<TableCell>() ?? [],
            _ => Enumerable.Empty<TableCell>(),
        });

    private void TakeCell(TableCell cell, bool isOnly)
    {
        if (!writer.InRow)
        {
            writer.StartRow();
        }

        writer.StartCell();
        Take(cell);
        writer.EndCell();
        if (isOnly)
        {
            return;
        }

        for (var span = Math.Min(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 60); span > 1; span--)
        {
            writer.StartCell();
            writer.EndCell();
        }
    }
}
