using System.Diagnostics;
using System.Globalization;

namespace Goldthread.Pathways.Bench;

/// <summary>Several times of the same work, in seconds.</summary>
internal sealed record Times(IReadOnlyList<double> Wall, IReadOnlyList<double> Processor)
{
    public double Median => MedianOf(Wall);

    /// <summary>Runs the work once to warm up and then so many times more.</summary>
    public static Times Of(int runs, Action work)
    {
        work();
        var (wall, processor) = (new List<double>(), new List<double>());
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var start = Stopwatch.GetTimestamp();
            work();
            wall.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        return new Times(wall, processor);
    }

    /// <summary>Median, least and most of the wall time, and the median of the processor time of all cores.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median,8:F3} s  ({Wall.Min():F3} to {Wall.Max():F3}; processor {MedianOf(Processor):F3})");

    private static double MedianOf(IReadOnlyList<double> times) => times.Order().ElementAt(times.Count / 2);
}
