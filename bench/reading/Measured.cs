using System.Diagnostics;
using System.Globalization;

namespace Goldthread.Reading.Bench;

/// <summary>Processor and wall time of the same work, in seconds, several times.</summary>
internal sealed class Measured
{
    private readonly List<double> processor = [];
    private readonly List<double> wall = [];

    /// <summary>The median of the processor time of all cores.</summary>
    public double Processor => Median(processor);

    /// <summary>The median by the clock.</summary>
    public double Wall => Median(wall);

    /// <summary>Does work in this process once more.</summary>
    public async Task AddAsync(Func<Task> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await work();
        wall.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        processor.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    /// <summary>Runs a program over a list of files once more; what it says goes nowhere.</summary>
    public async Task AddProgramAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%U %S'; time \"$0\" \"$@\" >/dev/null 2>/dev/null", program, .. arguments]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = (await process.StandardError.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        wall.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
        processor.Add(said.Split(' ').Sum(part => double.Parse(part, CultureInfo.InvariantCulture)));
    }

    /// <summary>Median (fastest to slowest), in milliseconds of processor time.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Processor * 1000:N0} ({processor.Min() * 1000:N0} to {processor.Max() * 1000:N0})");

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
