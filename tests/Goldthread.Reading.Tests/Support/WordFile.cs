using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Reading.Tests.Support;

/// <summary>Makes a Word file of a description: a paragraph a line, and what is special as <c>[deleted: words]</c>.</summary>
internal static partial class WordFile
{
    private const string Someone = "Ada Example";
    private static readonly DateTime Then = new(2022, 3, 7, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The file's bytes.</summary>
    /// <param name="description">Its lines.</param>
    /// <param name="more">What else is put into it.</param>
    public static byte[] Make(string description, Action<WordprocessingDocument>? more = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = document.AddMainDocumentPart();
            part.Document = new Document(new Body());
            part.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Hiding(new Style { StyleId = "Secret", Type = StyleValues.Character }),
                new Style { StyleId = "Deeper", Type = StyleValues.Character, BasedOn = new BasedOn { Val = "Secret" } },
                Hiding(new Style { StyleId = "Whispered", Type = StyleValues.Paragraph }));
            foreach (var line in description.Split('\n').Where(line => line.Trim().Length > 0))
            {
                part.Document.Body!.AppendChild(Paragraph(line.Trim(), document));
            }

            more?.Invoke(document);
        }

        return stream.ToArray();
    }

    private static Style Hiding(Style style)
    {
        style.AppendChild(new StyleRunProperties(new Vanish()));
        return style;
    }

    private static Paragraph Paragraph(string line, WordprocessingDocument document)
    {
        var paragraph = new Paragraph();
        var at = 0;
        foreach (Match special in Special().Matches(line))
        {
            paragraph.Append(Run(line[at..special.Index]));
            Add(special.Groups["kind"].Value, special.Groups["words"].Value, paragraph, document);
            at = special.Index + special.Length;
        }

        paragraph.Append(Run(line[at..]));
        return paragraph;
    }

    private static void Add(string kind, string words, Paragraph paragraph, WordprocessingDocument document)
    {
        var part = document.MainDocumentPart!;
        switch (kind)
        {
            case "deleted":
                paragraph.AppendChild(new DeletedRun(new Run(new DeletedText(words))) { Author = Someone, Id = "1", Date = Then });
                break;
            case "inserted":
                paragraph.AppendChild(new InsertedRun(Run(words)) { Author = "Ben Sample", Id = "2", Date = Then });
                break;
            case "moved away":
                paragraph.AppendChild(new MoveFromRun(Run(words)) { Author = Someone, Id = "3", Date = Then });
                break;
            case "hidden":
                paragraph.AppendChild(Run(words, new Vanish()));
                break;
            case "hidden by style":
                paragraph.AppendChild(Run(words, new RunStyle { Val = "Deeper" }));
                break;
            case "hidden paragraph":
                paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = "Whispered" }));
                paragraph.AppendChild(Run(words));
                break;
            case "marked black":
                paragraph.AppendChild(Run(words, new Highlight { Val = HighlightColorValues.Black }));
                break;
            case "white":
                paragraph.AppendChild(Run(words, new Color { Val = "FFFFFF" }));
                break;
            case "white on blue":
                paragraph.AppendChild(Run(words, new Color { Val = "FFFFFF" }, new Shading { Val = ShadingPatternValues.Clear, Fill = "003078" }));
                break;
            case "text box":
                paragraph.AppendChild(new Run(new Picture(new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(new TextBoxContent(new Paragraph(Run(words))))))));
                break;
            case "comment":
                var comments = part.WordprocessingCommentsPart ?? part.AddNewPart<WordprocessingCommentsPart>();
                comments.Comments ??= new Comments();
                comments.Comments.AppendChild(new Comment(new Paragraph(Run(words))) { Id = "1", Author = Someone, Initials = "AE" });
                break;
            case "footnote":
                part.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                    new Footnote(new Paragraph()) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                    new Footnote(new Paragraph(Run(words))) { Id = 1 });
                break;
            case "page header":
                part.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(Run(words)));
                break;
            case "page footer":
                part.AddNewPart<FooterPart>().Footer = new Footer(new Paragraph(Run(words)));
                break;
            case "spreadsheet":
                using (var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(words)))
                {
                    part.AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").FeedData(content);
                }

                break;
            case "author":
                document.PackageProperties.Creator = words;
                break;
            default:
                throw new ArgumentException($"A Word file has no '{kind}' here.", nameof(kind));
        }
    }

    private static Run Run(string words, params OpenXmlElement[] properties)
    {
        var run = new Run();
        if (properties.Length > 0)
        {
            run.AppendChild(new RunProperties(properties));
        }

        run.AppendChild(new Text(words) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    [GeneratedRegex(@"\[(?<kind>[a-z ]+): (?<words>[^\]]*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Special();
}
