using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Looks into the parts of a Word file beside its body. They are read as streams, none is kept in memory.</summary>
internal static class WordParts
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = WordText.MostCharacters,
    };

    /// <summary>Headers, footers, notes, text boxes and building blocks that hold words, which the reading leaves out.</summary>
    public static Finding? Beside(MainDocumentPart part, WordTally tally)
    {
        var what = Counted.List(
            (part.HeaderParts.Count(header => HasWords(header, tally)), "page header", "page headers"),
            (part.FooterParts.Count(footer => HasWords(footer, tally)), "page footer", "page footers"),
            (Notes(part.FootnotesPart, "footnote", tally), "footnote", "footnotes"),
            (Notes(part.EndnotesPart, "endnote", tally), "endnote", "endnotes"),
            (tally.TextBoxes, "text box", "text boxes"),
            (HasWords(part.GlossaryDocumentPart, tally) ? 1 : 0, "set of building blocks", "sets of building blocks"));
        return what is null ? null : HiddenFindings.Beside(what);
    }

    /// <summary>Comments, and how many people wrote them.</summary>
    public static Finding? Comments(MainDocumentPart part)
    {
        var authors = new HashSet<string>(StringComparer.Ordinal);
        var comments = 0;
        Walk(part.WordprocessingCommentsPart, reader =>
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "comment" })
            {
                comments++;
                authors.Add(Attribute(reader, "author") ?? "");
            }

            return true;
        });
        return comments == 0 ? null : HiddenFindings.Comments($"{Counted.Of(comments, "comment", "comments")}, by {Counted.Of(authors.Count, "person", "people")}");
    }

    /// <summary>Workbooks, objects and whole documents inside the file, those behind charts among them.</summary>
    public static Finding? Embedded(WordprocessingDocument document)
    {
        var files = document.GetAllParts().Count(part => part is EmbeddedPackagePart or EmbeddedObjectPart or AlternativeFormatImportPart or EmbeddedControlPersistenceBinaryDataPart);
        var macros = document.MainDocumentPart!.VbaProjectPart is null ? 0 : 1;
        var what = Counted.List((files, "file", "files"), (macros, "set of macros", "sets of macros"));
        return what is null ? null : HiddenFindings.Embedded(what);
    }

    private static bool HasWords(OpenXmlPart? part, WordTally tally)
    {
        var words = false;
        var inText = false;
        Walk(part, reader =>
        {
            Note(reader, tally);
            inText = reader.NodeType == XmlNodeType.Element ? reader.LocalName is "t" or "delText" : inText && reader.NodeType != XmlNodeType.EndElement;
            words |= inText && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !IsPageNumber(reader.Value);
            return true;
        });
        return words;
    }

    private static int Notes(OpenXmlPart? part, string name, WordTally tally)
    {
        var notes = 0;
        Walk(part, reader =>
        {
            Note(reader, tally);
            notes += reader.NodeType == XmlNodeType.Element && reader.LocalName == name && Attribute(reader, "type") is null or "normal" ? 1 : 0;
            return true;
        });
        return notes;
    }

    private static void Note(XmlReader reader, WordTally tally)
    {
        if (reader.NodeType == XmlNodeType.Element && WordTally.IsChange(reader.LocalName))
        {
            tally.Change(reader.LocalName, Attribute(reader, "author"));
        }
    }

    private static bool IsPageNumber(string text) =>
        text.Split([' ', '|', '-', '–', ':', ',', '.', '/', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .All(word => word.All(char.IsDigit) || word.ToLowerInvariant() is "page" or "of" || !word.Any(char.IsLetterOrDigit));

    private static string? Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        ?? reader.GetAttribute(name, "http://purl.oclc.org/ooxml/wordprocessingml/main");

    /// <summary>Goes through a part's XML from its beginning for as long as <paramref name="take"/> wants more; one that is not there has none.</summary>
    public static void Walk(OpenXmlPart? part, Func<XmlReader, bool> take)
    {
        if (part is null)
        {
            return;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Safe);
        while (reader.Read() && take(reader))
        {
            // Whoever takes it says whether to go on.
        }
    }
}
