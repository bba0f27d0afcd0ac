using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Documents;
using Goldthread.Core.Readings;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Fields;
using Goldthread.Reading.Fields.Boards;
using Goldthread.Reading.Fields.Decisions;
using Goldthread.Reading.Kinds;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading;

/// <summary>Reads a document in four steps: its text with positions, its blocks, its kind, its fields.</summary>
/// <param name="layouts">The words by which bodies lay out their documents.</param>
/// <param name="check">What finds faults in a record and in the whole text it was read from.</param>
/// <param name="severity">How much each code weighs; warnings where it is not given.</param>
public sealed class DocumentReader(Layouts layouts, Func<object, string, IReadOnlyList<Finding>> check, Func<string, Severity>? severity = null)
{
    /// <summary>The code of the diagnostic that nothing was recognised.</summary>
    public const string NothingRecognised = "GT9001";

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = Formats.LargestFile;

    private readonly Formats formats = new(layouts);

    /// <summary>Reads a file's bytes. Whatever they are, an outcome comes back and nothing is thrown but a cancellation.</summary>
    public ReadOutcome Read(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        Read(fileName, content, tries: 2, cancellation);

    // What is looked for may take its second and more on a machine that is kept busy: the document is read once more before it is called slow.
    private ReadOutcome Read(string fileName, ReadOnlyMemory<byte> content, int tries, CancellationToken cancellation)
    {
        try
        {
            var (text, failure) = formats.Extract(fileName, content, cancellation);
            if (text is null)
            {
                return failure!;
            }

            var reading = Read(text, cancellation);
            return reading.Record is Document { Text.Length: 0 }
                ? new ReadOutcome.Failed("empty", "The document holds no words; check that it was saved whole.")
                : new ReadOutcome.Read(reading);
        }
        catch (RegexMatchTimeoutException) when (tries > 1)
        {
            return Read(fileName, content, tries - 1, cancellation);
        }
        catch (RegexMatchTimeoutException)
        {
            return new ReadOutcome.Failed("too-slow", "The text is of a kind that would take too long to read; split the document and read its parts.");
        }
    }

    /// <summary>
    /// A decision that was written in a form, with what is found in its texts: sums, statutes, the body's own rules, other
    /// decisions. What it holds of these already is found anew.
    /// </summary>
    public Decision Complete(Decision written) => DraftReader.Read(written, layouts);

    private Core.Readings.Reading Read(ExtractedText text, CancellationToken cancellation)
    {
        var blocks = BlockReader.Read(text, layouts, cancellation);
        var kind = KindFinder.Find(blocks, layouts);
        var places = new Places(text.Source);
        object record = kind switch
        {
            DocumentKind.Decision => DecisionReader.Read(blocks, layouts, places),
            DocumentKind.Minutes => MinutesReader.Read(blocks, layouts, places),
            DocumentKind.Workshop => WorkshopReader.Read(blocks, layouts, places),
            DocumentKind.Unknown => Whole(text, places),
            _ => throw new InvalidOperationException($"No reader for {kind}."),
        };
        cancellation.ThrowIfCancellationRequested();
        return new Core.Readings.Reading(kind, record, text.Source.Value, places.Found, places.Expected, Diagnose(kind, record, text, places));
    }

    private Document Whole(ExtractedText text, Places places)
    {
        var kept = text.IsPage ? Furniture.Remove(text, layouts) : text.Lines;
        var words = Folding.Fold(text.Source, [.. (kept.Count > 0 ? kept : text.Lines).SelectMany(line => Stretches(text.Source, line))]);
        return new Document { Text = places.Put("/text", words) };
    }

    /// <summary>Where the words of a line stand, its bullet left out.</summary>
    private static IEnumerable<(int Start, int End)> Stretches(SourceText source, Line line) =>
        line.Cells.Count > 0
            ? [(line.Start, line.End)]
            : [(line.Start + (Marker.OnlyBullet(source, line.Start, line.End)?.Length ?? 0), line.End)];

    private List<Diagnostic> Diagnose(DocumentKind kind, object record, ExtractedText text, Places places)
    {
        IReadOnlyList<Finding> findings = kind == DocumentKind.Unknown
            ? [new Finding(NothingRecognised, "Nothing was recognised in this document: no decision, no minutes, no notes of a workshop. Its text is kept whole.", "")]
            : check(record, text.Source.Value);
        return [.. findings.Concat(text.Hidden).Select(finding => Locate(finding, places))
            .DistinctBy(diagnostic => (diagnostic.Code, diagnostic.Line, diagnostic.Column))
            .OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column).ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)];
    }

    private Diagnostic Locate(Finding finding, Places places)
    {
        var weight = finding.Code == NothingRecognised ? Severity.Info : severity?.Invoke(finding.Code) ?? Severity.Warning;
        var place = finding.Code == NothingRecognised ? new Place(1, 1, 1, 1) : places.Of(finding.Pointer, finding.Quote);
        return new Diagnostic(finding.Code, weight, finding.Message, place.Line, place.Column);
    }
}
