namespace Goldthread.Core.Pathways.Engine;

/// <summary>A stage of longer work: its progress from 0 to 1 is that of the whole from one part to another.</summary>
internal sealed class Stage(IProgress<double>? whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole?.Report(from + (value * (to - from)));
}
