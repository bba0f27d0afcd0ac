using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Texts;

/// <summary>The words of a paragraph, without what was deleted, moved away, hidden or covered.</summary>
internal static class WordRuns
{
    public static bool HasText(Paragraph paragraph, WordStyles styles) =>
        Runs(paragraph, styles).Any(run => run.ChildElements.Any(child => child is Text { Text.Length: > 0 } or SymbolChar));

    public static void Write(Paragraph paragraph, LineWriter writer, WordStyles styles, bool boldStyle)
    {
        foreach (var run in Runs(paragraph, styles))
        {
            var bold = IsOn(run.RunProperties?.Bold) ?? boldStyle;
            foreach (var child in run.ChildElements)
            {
                Write(child, writer, bold);
            }
        }
    }

    /// <summary>Whether a property that may be given without a value is on; null where it is not given.</summary>
    public static bool? IsOn(OnOffType? property) => property is null ? null : property.Val?.Value ?? true;

    private static void Write(OpenXmlElement child, LineWriter writer, bool bold)
    {
        switch (child)
        {
            case Text text:
                writer.Write(text.Text, bold);
                break;
            case TabChar:
                writer.WriteGap();
                break;
            case Break or CarriageReturn:
                writer.EndLine(paragraph: false);
                break;
            case NoBreakHyphen:
                writer.Write("-", bold);
                break;
            case SymbolChar symbol:
                writer.Write(Symbol(symbol), bold);
                break;
        }
    }

    /// <summary>A character of a picture font: the ticks and boxes that forms use, else a bullet.</summary>
    private static string Symbol(SymbolChar symbol)
    {
        var code = symbol.Char?.Value?.ToUpperInvariant() ?? "";
        return code switch
        {
            "F0FC" or "F050" or "F052" or "00FC" => "✓",
            "F0FE" or "F0FD" or "F054" => "☒",
            "F0A8" or "F06F" or "F0A3" => "☐",
            _ => "•",
        };
    }

    private static IEnumerable<Run> Runs(OpenXmlElement parent, WordStyles styles)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run when WordSights.Of(run, styles) == WordSight.Seen:
                    yield return run;
                    break;
                case DeletedRun or MoveFromRun or Run:
                    break;
                case Hyperlink or InsertedRun or MoveToRun or SdtRun or SdtContentRun or SimpleField or OpenXmlUnknownElement or CustomXmlRun:
                    foreach (var run in Runs(child, styles))
                    {
                        yield return run;
                    }

                    break;
            }
        }
    }
}
