using System.Diagnostics;

namespace Goldthread.Pathways;

/// <summary>Runs the work of a command so that it can be interrupted.</summary>
internal static class Job
{
    /// <summary>The exit status for a map that has errors.</summary>
    public const int MapHasErrors = 1;

    /// <summary>The exit status of a program stopped by the interrupt key.</summary>
    private const int Interrupted = 130;

    public static Task<int> Run(CancellationToken cancellation, Func<TerminalProgress, CancellationToken, int> work) => Task.Run(() =>
    {
        var progress = new TerminalProgress();
        try
        {
            return work(progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            Console.Error.WriteLine("Stopped; there is no answer.");
            return Interrupted;
        }
    }, CancellationToken.None);
}

/// <summary>Shows on a terminal how far the work is, once it has taken two seconds.</summary>
internal sealed class TerminalProgress : IProgress<double>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);
    private readonly Lock _lock = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private TimeSpan _next = Patience;
    private bool _hasShown;

    public void Report(double value)
    {
        if (!_isTerminal || Stopwatch.GetElapsedTime(_start) < _next)
        {
            return;
        }
        lock (_lock)
        {
            _next = Stopwatch.GetElapsedTime(_start) + Pause;
            _hasShown = true;
            Console.Error.Write($"\r{value,4:P0} done ");
        }
    }

    /// <summary>Takes away what was shown.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_hasShown)
            {
                Console.Error.Write("\r          \r");
                _hasShown = false;
            }
        }
    }
}
