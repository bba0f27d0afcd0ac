using System.ComponentModel;
using System.Text;
using Goldthread.Core.Diagnostics;
using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Texts;

/// <summary>The text of a PDF as poppler's <c>pdftotext -layout</c> gives it, without the words that cannot be seen on its pages.</summary>
internal static class PdfText
{
    /// <summary>The most pages that are read.</summary>
    public const int MostPages = 3000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Extraction Extract(ReadOnlyMemory<byte> content, ColumnHeads heads, CancellationToken cancellation)
    {
        if (content.Span.IndexOf("%PDF-"u8) is < 0 or > 1024)
        {
            return new ReadOutcome.Failed("damaged", "The file is not a PDF though its name says so; give it its true extension.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return Run(content, heads, limit.Token).GetAwaiter().GetResult();
        }
        catch (Win32Exception)
        {
            return new ReadOutcome.Failed("pdftotext-missing", "Reading a PDF needs pdftotext; install poppler-utils (apt-get install poppler-utils).");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ReadOutcome.Failed("too-slow", "The PDF takes too long to read; save it as text or split it.");
        }
        catch (IOException)
        {
            return new ReadOutcome.Failed("no-room", "The PDF could not be laid down for reading; see that there is room in the folder for temporary files.");
        }
    }

    private static async Task<Extraction> Run(ReadOnlyMemory<byte> content, ColumnHeads heads, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"goldthread-{Guid.NewGuid():N}.pdf");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<PdfUnseen>? unseen = null;
        try
        {
            await File.WriteAllBytesAsync(file, content, cancellation);
            var about = await PdfAbout.Read(file, stop.Token);
            if (about.Pages > MostPages)
            {
                return new ReadOutcome.Failed("too-large", $"The PDF has {about.Pages:N0} pages, more than the {MostPages:N0} that are read; split it.");
            }

            unseen = PdfUnseen.Find(file, stop.Token);
            var (text, status, errors) = await Poppler.Run("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"], ReadText, stop.Token);
            return Problem(text, status, errors) is { } problem ? problem : await Look(file, content, text!, about, unseen, heads, stop.Token);
        }
        finally
        {
            // No program outlives the reading, whatever came of it.
            await stop.CancelAsync();
            await Task.WhenAny(unseen ?? Task.CompletedTask);
            File.Delete(file);
        }
    }

    /// <summary>Takes the words that cannot be seen out of the text, and names what else the file holds.</summary>
    private static async Task<Extraction> Look(string file, ReadOnlyMemory<byte> content, string text, PdfAbout about, Task<PdfUnseen> finding, ColumnHeads heads, CancellationToken cancellation)
    {
        var unseen = await finding;
        if (unseen.Problem is { } problem)
        {
            return problem;
        }

        if (PdfMask.Apply(Decoding.Clean(text, keepPages: true), unseen) is not { } seen)
        {
            return new ReadOutcome.Failed("damaged", "Words of the PDF are covered, and where they stand in its text cannot be told; make a PDF without them.");
        }

        if (string.IsNullOrWhiteSpace(seen))
        {
            return new ReadOutcome.Failed("empty", "No word of the PDF can be seen on its pages; if it is a scan, have its text recognised first.");
        }

        List<Finding?> hidden = [unseen.Finding(), PdfInside.Comments(content.Span), about.Metadata(seen), await PdfInside.Embedded(file, PdfInside.MayHoldFiles(content.Span), about, cancellation)];
        return PdfPages.Extract(PdfTables.Widen(seen, unseen.Pages), heads, PdfLineEnds.Of(unseen.Pages)) with { Hidden = [.. hidden.OfType<Finding>()] };
    }

    private static async Task<string?> ReadText(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        var text = new StringBuilder();
        var buffer = new char[65536];
        for (var count = await reader.ReadAsync(buffer, cancellation); count > 0; count = await reader.ReadAsync(buffer, cancellation))
        {
            text.Append(buffer, 0, count);
            if (text.Length > Formats.MostCharacters)
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static ReadOutcome.Failed? Problem(string? text, int status, string errors)
    {
        if (text is null)
        {
            return new ReadOutcome.Failed("too-large", "The PDF holds more text than can be read; split it.");
        }

        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase) || status == 3)
        {
            return new ReadOutcome.Failed("password-protected", "The PDF is protected by a password; save a copy without one.");
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            // A program that passed its bounds has given only the beginning.
            return status == 0 ? null : new ReadOutcome.Failed("too-slow", "The PDF takes more time or memory than reading one may; save it as text or split it.");
        }

        return status == 0
            ? new ReadOutcome.Failed("empty", "The PDF holds no text; if it is a scan, have its text recognised first.")
            : new ReadOutcome.Failed("damaged", "The PDF is damaged and could not be read; open it in a PDF reader and save it again.");
    }
}
