using System.ComponentModel;
using System.Diagnostics;

namespace Goldthread.Reading.Texts;

/// <summary>Runs one of poppler's programs, with a bound on its memory and on its time.</summary>
internal static class Poppler
{
    /// <summary>Kilobytes of memory and seconds of processor time that the program may take; the shell sets them where there is one.</summary>
    private const string Bounded = "ulimit -v 1048576 2>/dev/null; ulimit -t 60 2>/dev/null; exec \"$0\" \"$@\"";
    private const int NotFound = 127;

    /// <summary>Runs it and gives what <paramref name="read"/> took of its output, its exit status and what it said of errors.</summary>
    /// <exception cref="Win32Exception">The program is not installed.</exception>
    public static async Task<(T Output, int Status, string Errors)> Run<T>(
        string program, string[] arguments, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var viaShell = OperatingSystem.IsLinux();
        using var process = Process.Start(new ProcessStartInfo(viaShell ? "/bin/sh" : program, viaShell ? ["-c", Bounded, program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        try
        {
            var errors = ReadErrors(process.StandardError, cancellation);
            var output = await read(process.StandardOutput.BaseStream, cancellation);

            // Whatever is left of the output would keep the program waiting.
            process.StandardOutput.Close();
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == NotFound ? throw new Win32Exception($"{program} is not installed.") : (output, process.ExitCode, await errors);
        }
        finally
        {
            Stop(process);
        }
    }

    /// <summary>The first of what a program says of errors; a damaged file may give a line for each of its objects.</summary>
    private static async Task<string> ReadErrors(StreamReader errors, CancellationToken cancellation)
    {
        var first = new char[16_384];
        var length = await errors.ReadBlockAsync(first, cancellation);
        var rest = new char[16_384];
        while (await errors.ReadAsync(rest, cancellation) > 0)
        {
            // Only so that the program is not kept waiting.
        }

        return new string(first, 0, length);
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
