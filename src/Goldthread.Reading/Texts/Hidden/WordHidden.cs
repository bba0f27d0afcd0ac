using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Finds what a Word file holds beside the text that is read.</summary>
internal static class WordHidden
{
    /// <summary>One finding for each kind of thing that is there.</summary>
    /// <param name="document">The opened file.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="text">The text that was read of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<Finding> Find(WordprocessingDocument document, WordStyles styles, string text, CancellationToken cancellation)
    {
        var part = document.MainDocumentPart!;
        var tally = new WordTally();
        foreach (var element in part.Document.Body!.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            tally.Take(element, styles);
        }

        List<Finding> found = [.. Guarded(HiddenFindings.Beside(""), () => WordParts.Beside(part, tally))];
        found.AddRange(Guarded(HiddenFindings.Comments(""), () => WordParts.Comments(part)));
        found.AddRange(Guarded(HiddenFindings.Metadata(""), () => WordMetadata.Find(document, text)));
        found.AddRange(Guarded(HiddenFindings.Embedded(""), () => WordParts.Embedded(document)));
        found.AddRange(tally.Findings());
        return found;
    }

    /// <summary>A damaged part beside the body takes nothing from the reading of the body, but is named.</summary>
    private static IEnumerable<Finding> Guarded(Finding kind, Func<Finding?> find)
    {
        try
        {
            return find() is { } found ? [found] : [];
        }
        catch (Exception problem) when (WordText.IsDamage(problem))
        {
            return [HiddenFindings.Damaged(kind)];
        }
    }
}
