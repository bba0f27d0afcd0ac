using Goldthread.Commands;
using Goldthread.Reading;

namespace Goldthread.Readings;

/// <summary>What is written of a reading.</summary>
internal enum ReadingOutput
{
    /// <summary>The record and the diagnostics, for a person.</summary>
    People,

    /// <summary>The contract's JSON.</summary>
    Json,

    /// <summary>The extracted text alone.</summary>
    Text,
}

/// <summary>Writes readings one by one as they come, and counts what could not be read.</summary>
internal sealed class ReadingWriter(ReadingOutput output, bool provenance, TextWriter standard, TextWriter errors, int expected) : IDisposable
{
    /// <summary>So few files are read before anyone wonders how far it is.</summary>
    private const int Few = 20;

    private readonly ReadingPrinter printer = new(standard, Terminal.HasColour(Console.IsOutputRedirected));
    private readonly ProgressLine? progress = expected > Few ? new("Documents", expected) : null;
    private int written;
    private int failed;

    public void Write(ReadFile file)
    {
        progress?.Clear();
        if (file.Outcome is ReadOutcome.Read { Reading: var reading })
        {
            Write(file.Path, reading);
            written++;
        }
        else if (file.Outcome is ReadOutcome.Failed failure)
        {
            errors.WriteLine($"{file.Path}: error: {failure.Message}");
            failed++;
        }

        progress?.Report(written + failed);
    }

    /// <summary>Ends the output and gives the exit status: 1 where some file could not be read.</summary>
    public int Finish()
    {
        progress?.Clear();
        if (output == ReadingOutput.Json)
        {
            standard.WriteLine(written == 0 ? "[]" : "\n]");
        }

        standard.Flush();
        return failed > 0 ? 1 : 0;
    }

    public void Dispose()
    {
        progress?.Dispose();
        standard.Flush();
    }

    private void Write(string path, Core.Readings.Reading reading)
    {
        switch (output)
        {
            case ReadingOutput.Json:
                standard.Write(written == 0 ? "[\n" : ",\n");
                standard.Write(ReadingJson.Write(Path.GetFileName(path), reading, provenance));
                break;
            case ReadingOutput.Text:
                standard.Write(reading.Text);
                standard.Write(reading.Text.EndsWith('\n') ? "" : "\n");
                break;
            case ReadingOutput.People:
                printer.Print(path, reading);
                break;
        }
    }
}
