using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Goldthread.Reading.Texts;

/// <summary>Goes once through the parts of a Word document before they are made into trees, which cost many times their size.</summary>
internal static class WordBounds
{
    /// <summary>Deeper than any table in a table in a table; far less than a stack holds.</summary>
    private const int Deepest = 300;

    /// <summary>Elements of all parts together: about 3,000 pages.</summary>
    private const int MostElements = 1_000_000;

    /// <summary>A part of so few bytes can neither be deep nor hold much.</summary>
    private const int Harmless = 8192;

    /// <summary>The reason why the document is not read; null where its parts are within bounds.</summary>
    public static ReadOutcome.Failed? Refuse(WordprocessingDocument document, CancellationToken cancellation)
    {
        var elements = 0;
        foreach (var part in document.GetAllParts().Where(part => part.ContentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var content = part.GetStream(FileMode.Open, FileAccess.Read);
            if (content.CanSeek && content.Length <= Harmless)
            {
                continue;
            }

            using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (xml.Depth > Deepest)
                {
                    return new ReadOutcome.Failed("too-deep", "The document holds parts inside parts without end; open it in Word and save its text in a new document.");
                }

                if (xml.NodeType == XmlNodeType.Element && ++elements > MostElements)
                {
                    return new ReadOutcome.Failed("too-large", "The document unpacks to more than can be read; split it or save its text alone.");
                }
            }
        }

        return null;
    }
}
