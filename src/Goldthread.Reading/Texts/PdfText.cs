using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Goldthread.Reading.Texts;

/// <summary>The text of a PDF as poppler's <c>pdftotext -layout</c> gives it.</summary>
internal static class PdfText
{
    private const int MostCharacters = 20_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static Extraction Extract(ReadOnlyMemory<byte> content, Predicate<string> isHeading, CancellationToken cancellation)
    {
        if (content.Span.IndexOf("%PDF-"u8) is < 0 or > 1024)
        {
            return new ReadOutcome.Failed("damaged", "The file is not a PDF though its name says so; give it its true extension.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return Run(content, isHeading, limit.Token).GetAwaiter().GetResult();
        }
        catch (Win32Exception)
        {
            return new ReadOutcome.Failed("pdftotext-missing", "Reading a PDF needs pdftotext; install poppler-utils (apt-get install poppler-utils).");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ReadOutcome.Failed("too-slow", "The PDF takes too long to read; save it as text or split it.");
        }
    }

    private static async Task<Extraction> Run(ReadOnlyMemory<byte> content, Predicate<string> isHeading, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"goldthread-{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, content, cancellation);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                UseShellExecute = false,
            })!;
            try
            {
                var errors = process.StandardError.ReadToEndAsync(cancellation);
                var text = await ReadText(process.StandardOutput, cancellation);
                await process.WaitForExitAsync(cancellation);
                return Judge(text, process.ExitCode, await errors, isHeading);
            }
            finally
            {
                Stop(process);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string?> ReadText(StreamReader output, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[65536];
        for (var count = await output.ReadAsync(buffer, cancellation); count > 0; count = await output.ReadAsync(buffer, cancellation))
        {
            text.Append(buffer, 0, count);
            if (text.Length > MostCharacters)
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static Extraction Judge(string? text, int status, string errors, Predicate<string> isHeading)
    {
        if (text is null)
        {
            return new ReadOutcome.Failed("too-large", "The PDF holds more text than can be read; split it.");
        }

        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase) || (status == 3))
        {
            return new ReadOutcome.Failed("password-protected", "The PDF is protected by a password; save a copy without one.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return status == 0
                ? new ReadOutcome.Failed("empty", "The PDF holds no text; if it is a scan, have its text recognised first.")
                : new ReadOutcome.Failed("damaged", "The PDF is damaged and could not be read; open it in a PDF reader and save it again.");
        }

        return PdfPages.Extract(Decoding.Clean(text, keepPages: true), isHeading);
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
