namespace Goldthread.Commands;

/// <summary>A line on a terminal that says how far long work has come; nothing where the output is no terminal.</summary>
internal sealed class ProgressLine : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly string what;
    private readonly long? of;
    private readonly bool terminal = !Console.IsErrorRedirected;
    private readonly TimeProvider clock;
    private long shown;

    public ProgressLine(string what, long? of = null, TimeProvider? clock = null)
    {
        this.what = what;
        this.of = of;
        this.clock = clock ?? TimeProvider.System;
    }

    public void Report(long value)
    {
        if (!terminal || (shown != 0 && clock.GetElapsedTime(shown) < Between))
            return;
        shown = clock.GetTimestamp();
        Console.Error.Write(of is { } all ? $"\r{what}: {value:N0} of {all:N0}\u001b[K" : $"\r{what}: {value:N0}\u001b[K");
    }

    public void Dispose()
    {
        if (terminal && shown != 0)
            Console.Error.Write("\r\u001b[K");
    }
}
