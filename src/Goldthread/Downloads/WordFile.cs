using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Downloads;

/// <summary>A Word file as it is written, part by part, in a few plain styles that a person or a screen reader can go by.</summary>
/// <remarks>Everything is text: nothing in it is a field, a link or a macro. Characters that Word cannot hold are dropped.</remarks>
internal sealed class WordFile
{
    private readonly Body body = new();
    private readonly string title;

    /// <summary>Begins a file with its title.</summary>
    public WordFile(string title)
    {
        this.title = Clean(title);
        body.Append(Styled("Title", title));
    }

    /// <summary>A heading of level 1 or 2.</summary>
    public void Heading(string text, int level = 1) => body.Append(Styled(level == 1 ? "Heading1" : "Heading2", text));

    /// <summary>A paragraph; line ends in it stay.</summary>
    public void Paragraph(string text) => body.Append(Styled(null, text));

    /// <summary>A paragraph that hangs from its number as printed, or from a dot where it has none.</summary>
    public void Numbered(string? number, string text) =>
        body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Numbered" }), Words($"{Label(number)}\t{text}")));

    /// <summary>A fact: its name and what it says.</summary>
    public void Fact(string name, string value)
    {
        var label = new Run(new RunProperties(new Bold()), new Text($"{Clean(name)}: ") { Space = SpaceProcessingModeValues.Preserve });
        body.Append(new Paragraph(label, Words(value)));
    }

    /// <summary>Small print, such as where the file comes from.</summary>
    public void Small(string text) => body.Append(Styled("Small", text));

    /// <summary>A table with a heading row.</summary>
    public void Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table(
            new TableProperties(new TableStyle { Val = "Sums" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLook { Val = "0020", FirstRow = true }),
            new TableGrid([.. headings.Select(_ => new GridColumn { Width = (9000 / headings.Count).ToString(System.Globalization.CultureInfo.InvariantCulture) })]));
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. headings.Select(Cell)]));
        foreach (var row in rows)
        {
            table.Append(new TableRow(row.Select(Cell)));
        }

        body.Append(table, new Paragraph());
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = title;
            word.PackageProperties.Language = "en-GB";
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordLooks.Styles();
            body.Append(WordLooks.Page());
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static string Label(string? number) => number is not { Length: > 0 } ? "•" : char.IsAsciiDigit(number[^1]) && number.Contains('.', StringComparison.Ordinal) ? number : $"{number}.";

    private static TableCell Cell(string text) => new(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }), Styled(null, text));

    private static Paragraph Styled(string? style, string text) =>
        style is null ? new Paragraph(Words(text)) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(text));

    private static Run Words(string text)
    {
        var run = new Run();
        var lines = Clean(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                run.Append(new Break());
            }

            var parts = lines[line].Split('\t');
            for (var part = 0; part < parts.Length; part++)
            {
                if (part > 0)
                {
                    run.Append(new TabChar());
                }

                run.Append(new Text(parts[part]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    // Without what XML cannot hold: control characters, and halves of characters, which are read as U+FFFD.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((!Rune.IsControl(rune) || rune.Value is '\n' or '\t') && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
