using System.Globalization;

namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>The processor time of the thread that made it: what else the machine does blames no input.</summary>
/// <remarks>Linux counts it in <c>/proc</c>, by hundredths of a second; elsewhere it is that of the whole process.</remarks>
internal sealed class ThreadClock
{
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const double TicksASecond = 100;

    private readonly string? file = new FileInfo("/proc/thread-self").LinkTarget is { } link ? $"/proc/{link}/stat" : null;

    /// <summary>What was used so far; any thread may ask.</summary>
    public TimeSpan Used => file is null ? Environment.CpuUsage.TotalTime : Read(File.ReadAllText(file));

    // The name of the thread stands in brackets and may hold anything; numbers come after it.
    private static TimeSpan Read(string counted)
    {
        var numbers = counted[(counted.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(numbers[UserTime], CultureInfo.InvariantCulture) + long.Parse(numbers[SystemTime], CultureInfo.InvariantCulture)) / TicksASecond);
    }
}
