using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Texts;

/// <summary>Measures the parts of a Word file that are kept in memory while it is read, before they are.</summary>
internal static class WordSize
{
    /// <summary>The most elements and attributes; each costs some hundreds of bytes of memory. A paper of a thousand pages has fewer.</summary>
    private const int MostElements = 1_200_000;

    /// <summary>The most attributes of one element; the time that a tree of elements takes grows with their square.</summary>
    private const int MostAttributes = 5_000;

    /// <summary>How deep elements may stand in each other: tables in tables in tables come to a few dozen.</summary>
    private const int Deepest = 250;

    /// <summary>Why the file cannot be kept in memory; null where it can.</summary>
    public static ReadOutcome.Failed? Refusal(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart;
        OpenXmlPart?[] kept = [main, main?.StyleDefinitionsPart, main?.NumberingDefinitionsPart, main?.DocumentSettingsPart, document.ExtendedFilePropertiesPart, document.CustomFilePropertiesPart];
        var elements = 0;
        foreach (var part in kept)
        {
            if (!Measure(part, ref elements))
            {
                return new("too-large", "The document has more parts, or parts nested deeper, than can be read; split it or save its text alone.");
            }
        }

        return null;
    }

    private static bool Measure(OpenXmlPart? part, ref int elements)
    {
        var count = elements;
        var fits = true;
        WordParts.Walk(part, reader =>
        {
            count += reader.NodeType == XmlNodeType.Element ? 1 + reader.AttributeCount : 0;
            fits = count <= MostElements && reader.Depth <= Deepest && reader.AttributeCount <= MostAttributes;
            return fits;
        });
        elements = count;
        return fits;
    }
}
